import { type CheckRule, inForm } from './check-input.ts';

/** At least one of these goes with the industry. */
const USUAL: Readonly<Record<string, readonly string[]>> = {
  'opencast-mine': ['mine'],
  'underground-mine': ['mine'],
  'coal-mine': ['mine'],
  'tailings-pond': ['tailings-pond'],
  'hazardous-chemicals': ['hazardous-process', 'tank-farm', 'key-chemicals', 'special-equipment'],
  fireworks: ['explosives'],
  metallurgy: ['gas', 'molten-metal', 'deep-well-casting', 'combustible-dust', 'hazardous-process'],
};

/** The hazards that every unit of the industry has are ticked. */
export const hazardsFitIndustry: CheckRule = {
  code: 'hazardsFitIndustry',
  level: 'warning',
  find: ({ form, setting }) => {
    const usual = USUAL[setting.industry];
    if (!usual || usual.some((hazard) => form.specialHazards?.includes(hazard))) return [];
    return [{ path: inForm('specialHazards'), code: 'checks.hazardOfIndustryMissing' }];
  },
};
