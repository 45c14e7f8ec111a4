import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { valuesConfirmed } from './values-confirmed.ts';

it('has nothing against values that were looked at', () => {
  expect(
    foundBy(valuesConfirmed, checkInput({}, { sources: { address: { from: 'register', on: '2026-09-01', v: 1 } } })),
  ).toEqual([]);
});

it('has nothing against a blank that was never taken over', () => {
  expect(
    foundBy(
      valuesConfirmed,
      checkInput(
        { groupName: undefined },
        { sources: { groupName: { from: 'earlier', on: '2026-09-01', v: 1, open: true } } },
      ),
    ),
  ).toEqual([]);
});

it('names the field that nobody looked at', () => {
  expect(
    foundBy(
      valuesConfirmed,
      checkInput({}, { sources: { address: { from: 'earlier', on: '2026-09-01', v: 1, open: true } } }),
    ),
  ).toEqual(['registration.address registration.unconfirmed']);
});
