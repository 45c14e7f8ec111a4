import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { hazardsFitSections } from './hazards-fit-sections.ts';

it('has nothing against hazards with something behind them', () => {
  expect(
    foundBy(
      hazardsFitSections,
      checkInput({
        specialHazards: ['mine', 'combustible-dust', 'tank-farm'],
        dustWorkers: 3,
        majorHazardSources: 1,
        majorHazardGrade: 'fourth',
      }),
    ),
  ).toEqual([]);
});

it('does not look at parts that the unit does not have', () => {
  expect(foundBy(hazardsFitSections, checkInput({ majorHazardSources: 2, majorHazardGrade: 'none' }))).toEqual([]);
});

it('names a grade of nothing', () => {
  expect(
    foundBy(
      hazardsFitSections,
      checkInput({ specialHazards: ['tank-farm'], majorHazardSources: 0, majorHazardGrade: 'third' }),
    ),
  ).toEqual(['registration.majorHazardGrade checks.gradeWithoutSources']);
});

it('names major hazards without a grade', () => {
  expect(
    foundBy(
      hazardsFitSections,
      checkInput({ specialHazards: ['tank-farm'], majorHazardSources: 1, majorHazardGrade: 'none' }),
    ),
  ).toEqual(['registration.majorHazardGrade checks.sourcesWithoutGrade']);
});

it('names each hazard of which there is nothing', () => {
  expect(
    foundBy(
      hazardsFitSections,
      checkInput({
        specialHazards: ['deep-well-casting', 'molten-metal', 'liquid-ammonia', 'combustible-dust', 'tailings-pond'],
        castingWells: 0,
        ladleCapacity: '0',
        ammoniaAmount: '0',
        dustWorkers: 0,
        pondCapacity: '0',
      }),
    ),
  ).toEqual([
    'registration.castingWells checks.nothingOfHazard',
    'registration.ladleCapacity checks.nothingOfHazard',
    'registration.ammoniaAmount checks.nothingOfHazard',
    'registration.dustWorkers checks.nothingOfHazard',
    'registration.pondCapacity checks.nothingOfHazard',
  ]);
});
