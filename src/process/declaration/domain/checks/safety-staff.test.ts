import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { safetyStaff } from './safety-staff.ts';

it('has nothing against a mine with a full-time officer', () => {
  expect(foundBy(safetyStaff, checkInput({ fullTimeSafetyStaff: 1, safetyOrganisation: '未设' }))).toEqual([]);
});

it('has nothing against a mine with a department', () => {
  expect(foundBy(safetyStaff, checkInput({ fullTimeSafetyStaff: 0, safetyOrganisation: '安全科' }))).toEqual([]);
});

it('has nothing against a small works with a part-time officer', () => {
  expect(
    foundBy(
      safetyStaff,
      checkInput(
        { staffCount: 100, fullTimeSafetyStaff: 0, partTimeSafetyStaff: 1, safetyOrganisation: '未设' },
        { setting: { industry: 'machinery' } as never },
      ),
    ),
  ).toEqual([]);
});

it('warns of a mine without both, however small', () => {
  expect(
    foundBy(safetyStaff, checkInput({ staffCount: 22, fullTimeSafetyStaff: 0, safetyOrganisation: '未设' })),
  ).toEqual(['registration.fullTimeSafetyStaff checks.fullTimeOfficersOfTrade']);
});

it('warns of more than a hundred people without both', () => {
  expect(
    foundBy(
      safetyStaff,
      checkInput(
        { staffCount: 101, fullTimeSafetyStaff: 0, safetyOrganisation: '无' },
        { setting: { industry: 'machinery' } as never },
      ),
    ),
  ).toEqual(['registration.fullTimeSafetyStaff checks.fullTimeOfficersOfSize']);
});

it('warns of a small works without any officer', () => {
  expect(
    foundBy(
      safetyStaff,
      checkInput(
        { staffCount: 100, fullTimeSafetyStaff: 0, partTimeSafetyStaff: 0 },
        { setting: { industry: 'machinery' } as never },
      ),
    ),
  ).toEqual(['registration.fullTimeSafetyStaff checks.noSafetyOfficer']);
});
