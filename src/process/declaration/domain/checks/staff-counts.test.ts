import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { staffCounts } from './staff-counts.ts';

it('lets everybody be a special operator', () => {
  expect(foundBy(staffCounts, checkInput({ staffCount: 21, specialOperators: 21 }))).toEqual([]);
});

it('names each part that is more than the staff', () => {
  expect(foundBy(staffCounts, checkInput({ staffCount: 20, specialOperators: 21, shiftWorkers: 30 }))).toEqual([
    'registration.specialOperators registration.moreThanStaff',
    'registration.shiftWorkers registration.moreThanStaff',
  ]);
});
