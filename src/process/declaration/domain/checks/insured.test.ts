import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { insured } from './insured.ts';

it('has nothing against a mine that is insured', () => {
  expect(foundBy(insured, checkInput())).toEqual([]);
});

it('asks other trades for no insurance', () => {
  expect(
    foundBy(insured, checkInput({ liabilityInsurance: false }, { setting: { industry: 'machinery' } as never })),
  ).toEqual([]);
});

it('warns of a mine that is not', () => {
  expect(foundBy(insured, checkInput({ liabilityInsurance: false }))).toEqual([
    'registration.liabilityInsurance checks.notInsured',
  ]);
});
