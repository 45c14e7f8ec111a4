import type { Issue } from '#lib/result.ts';
import type { CheckRule } from './check-input.ts';

const isNone = (value: string | number | undefined): boolean => value !== undefined && Number(value) === 0;

/** A hazard that is ticked has more than nothing behind it in its part of the form, and the grade of major hazards goes with their number. */
export const hazardsFitSections: CheckRule = {
  code: 'hazardsFitSections',
  level: 'error',
  find: ({ form }) => {
    const has = (hazard: string) => form.specialHazards?.includes(hazard) ?? false;
    const found: Issue[] = [];
    const check = (wrong: boolean, path: string, code: string) => {
      if (wrong) found.push({ path: `registration.${path}`, code });
    };
    const { majorHazardGrade: grade, majorHazardSources: sources } = form;
    check(grade !== undefined && grade !== 'none' && sources === 0, 'majorHazardGrade', 'checks.gradeWithoutSources');
    check(grade === 'none' && (sources ?? 0) > 0, 'majorHazardGrade', 'checks.sourcesWithoutGrade');
    check(has('deep-well-casting') && isNone(form.castingWells), 'castingWells', 'checks.nothingOfHazard');
    check(has('molten-metal') && isNone(form.ladleCapacity), 'ladleCapacity', 'checks.nothingOfHazard');
    check(has('liquid-ammonia') && isNone(form.ammoniaAmount), 'ammoniaAmount', 'checks.nothingOfHazard');
    check(has('combustible-dust') && isNone(form.dustWorkers), 'dustWorkers', 'checks.nothingOfHazard');
    check(has('tailings-pond') && isNone(form.pondCapacity), 'pondCapacity', 'checks.nothingOfHazard');
    return found;
  },
};
