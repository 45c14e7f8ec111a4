import type { Issue } from '#lib/result.ts';
import type { Registration } from '../registration-fields.ts';
import { atField, type CheckRule } from './check-input.ts';

const PARTS = [
  'unitStaffCount',
  'fullTimeSafetyStaff',
  'partTimeSafetyStaff',
  'certifiedSafetyStaff',
  'specialOperators',
  'safetyEngineers',
  'shiftWorkers',
] as const;

/** Parts of the staff that are more than the staff, at the field's name. */
export const staffFaults = (form: Registration): readonly Issue[] => {
  const { staffCount } = form;
  if (staffCount === undefined) return [];
  return PARTS.flatMap((path) => {
    const value = form[path];
    return value !== undefined && value > staffCount
      ? [{ path, code: 'registration.moreThanStaff', params: { staffCount } }]
      : [];
  });
};

/** Nobody counts more safety staff, operators or shift workers than people. */
export const staffCounts: CheckRule = {
  code: 'staffCounts',
  level: 'error',
  find: ({ form }) => atField(staffFaults(form)),
};
