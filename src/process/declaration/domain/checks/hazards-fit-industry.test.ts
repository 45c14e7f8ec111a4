import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { hazardsFitIndustry } from './hazards-fit-industry.ts';

it('has nothing against a mine that says it is one', () => {
  expect(foundBy(hazardsFitIndustry, checkInput())).toEqual([]);
});

it('asks industries without hazards of their own for none', () => {
  expect(
    foundBy(hazardsFitIndustry, checkInput({ specialHazards: [] }, { setting: { industry: 'machinery' } as never })),
  ).toEqual([]);
});

it('warns of a mine that does not', () => {
  expect(foundBy(hazardsFitIndustry, checkInput({ specialHazards: ['special-equipment'] }))).toEqual([
    'registration.specialHazards checks.hazardOfIndustryMissing',
  ]);
});

it('warns of blanks', () => {
  expect(foundBy(hazardsFitIndustry, checkInput({ specialHazards: undefined }))).toEqual([
    'registration.specialHazards checks.hazardOfIndustryMissing',
  ]);
});
