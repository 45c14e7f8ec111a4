import type { Issue } from '#lib/result.ts';
import { type CheckRule, inForm } from './check-input.ts';

/** 矿山、金属冶炼、建筑施工、运输单位和危险物品的生产、经营、储存、装卸单位, as far as industries of schemes are among them. */
export const highRiskIndustries: readonly string[] = [
  'opencast-mine',
  'underground-mine',
  'coal-mine',
  'tailings-pond',
  'hazardous-chemicals',
  'fireworks',
  'metallurgy',
];

const NOT_SMALL = 100;
const NONE = /^(未设|无|没有|none|-|—)*$/i;

/**
 * 《安全生产法》第二十四条: high-risk units have a safety department or full-time safety officers; so do others with more than 100 people;
 * the rest have full-time or part-time ones.
 */
export const safetyStaff: CheckRule = {
  code: 'safetyStaff',
  level: 'warning',
  find: ({ form, setting }): readonly Issue[] => {
    const { staffCount, fullTimeSafetyStaff: full, partTimeSafetyStaff: part = 0, safetyOrganisation = '' } = form;
    if (staffCount === undefined || full === undefined) return [];
    const hasDepartment = !NONE.test(safetyOrganisation.trim());
    const path = inForm('fullTimeSafetyStaff');
    if (highRiskIndustries.includes(setting.industry))
      return full === 0 && !hasDepartment ? [{ path, code: 'checks.fullTimeOfficersOfTrade' }] : [];
    if (staffCount > NOT_SMALL)
      return full === 0 && !hasDepartment
        ? [{ path, code: 'checks.fullTimeOfficersOfSize', params: { staffCount, limit: NOT_SMALL } }]
        : [];
    return full + part === 0 ? [{ path, code: 'checks.noSafetyOfficer', params: { limit: NOT_SMALL } }] : [];
  },
};
