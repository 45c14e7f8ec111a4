import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { datesInOrder } from './dates-in-order.ts';

it('has nothing against an end on the day of the beginning', () => {
  expect(foundBy(datesInOrder, checkInput({ assessedFrom: '2026-08-25', assessedTo: '2026-08-25' }))).toEqual([]);
});

it('has nothing against what happened today', () => {
  expect(foundBy(datesInOrder, checkInput({ foundedOn: '2026-09-01' }))).toEqual([]);
});

it('names an end before its beginning', () => {
  expect(foundBy(datesInOrder, checkInput({ assessedFrom: '2026-08-26', assessedTo: '2026-08-25' }))).toEqual([
    'registration.assessedTo registration.endsBeforeItStarts',
  ]);
});

it('names a certificate that ends before it begins', () => {
  expect(
    foundBy(datesInOrder, checkInput({ certificates: [{ kind: 'other', from: '2026-01-02', to: '2026-01-01' }] })),
  ).toEqual(['registration.certificates.0.to registration.endsBeforeItStarts']);
});

it('names what has not happened yet', () => {
  expect(
    foundBy(
      datesInOrder,
      checkInput({ foundedOn: '2026-09-02', certificates: [{ kind: 'other', from: '2026-09-02' }] }),
    ),
  ).toEqual([
    'registration.foundedOn registration.notBefore',
    'registration.certificates.0.from registration.notBefore',
  ]);
});
