import type { Issue } from '#lib/result.ts';

export interface KnownExpert {
  readonly accountId: string;
  readonly name: string;
  /** In which the expert verifies. */
  readonly industries: readonly string[];
}

export interface Assignment {
  readonly experts: readonly string[];
  readonly lead: string;
  /** Those of them that are experts of the city and active. */
  readonly known: readonly KnownExpert[];
  /** How many the scheme asks for. */
  readonly needed: number;
}

export interface AssignedUnit {
  readonly unitName: string;
  readonly industry: string;
  /** Who has declared a conflict of interest in it. */
  readonly recused: readonly string[];
}

export type AssignmentCode =
  | 'spot-check.tooFewExperts'
  | 'spot-check.expertTwice'
  | 'spot-check.expertUnknown'
  | 'spot-check.expertOtherIndustry'
  | 'spot-check.expertRecused'
  | 'spot-check.leadNotAmong';

/** Everything that keeps these experts from verifying this unit, at `experts` and `lead`. */
export const assignmentFaults = (
  { experts, lead, known, needed }: Assignment,
  { unitName, industry, recused }: AssignedUnit,
): readonly Issue[] => {
  const fault = (code: AssignmentCode, params: Record<string, string | number> = {}, path = 'experts'): Issue => ({
    path,
    code,
    params,
  });
  const byId = new Map(known.map((expert) => [expert.accountId, expert]));
  const distinct = [...new Set(experts)];
  return [
    ...(distinct.length < experts.length ? [fault('spot-check.expertTwice')] : []),
    ...(distinct.length < needed ? [fault('spot-check.tooFewExperts', { needed, named: distinct.length })] : []),
    ...distinct.flatMap((accountId) => {
      const expert = byId.get(accountId);
      if (!expert) return [fault('spot-check.expertUnknown')];
      if (recused.includes(accountId))
        return [fault('spot-check.expertRecused', { expert: expert.name, unit: unitName })];
      return expert.industries.includes(industry)
        ? []
        : [fault('spot-check.expertOtherIndustry', { expert: expert.name, unit: unitName })];
    }),
    ...(distinct.includes(lead) ? [] : [fault('spot-check.leadNotAmong', {}, 'lead')]),
  ];
};
