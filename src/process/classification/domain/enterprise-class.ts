/** The class of one unit that is in force. */
export interface UnitClass {
  readonly unitId: string;
  readonly classCode: string;
}

export interface EnterpriseClass {
  /** Null if no unit has a ranked class. */
  readonly classCode: string | null;
  /** The units that it comes from. */
  readonly unitIds: readonly string[];
  /** Unranked statuses of units (such as 长期停产), which stand beside the class and never lower it. */
  readonly statuses: readonly UnitClass[];
}

type Ranked = { readonly code: string; readonly rank?: number };

/**
 * The class of an enterprise from those of its units, by the rule `worst` of the scheme: the least favourable rank. Rank 1 is the
 * most favourable; a class without rank is a status.
 */
export const enterpriseClass = (units: readonly UnitClass[], classes: readonly Ranked[]): EnterpriseClass => {
  const rankOf = new Map(classes.map(({ code, rank }) => [code, rank]));
  const statuses = units.filter(({ classCode }) => rankOf.get(classCode) === undefined);
  const ranked = units.filter(({ classCode }) => rankOf.get(classCode) !== undefined);
  const worst = Math.max(0, ...ranked.map(({ classCode }) => rankOf.get(classCode) ?? 0));
  const from = ranked.filter(({ classCode }) => rankOf.get(classCode) === worst);
  return { classCode: from[0]?.classCode ?? null, unitIds: from.map(({ unitId }) => unitId), statuses };
};
