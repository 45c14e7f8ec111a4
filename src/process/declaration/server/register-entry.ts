import { type Issues, issues, ok, type Result } from '#lib/result.ts';
import { directed, type Route, route } from '#process/campaign/domain/route.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { LoadedDeclaration } from './load-declaration.ts';
import type { RegisterEntry } from './read-submission.ts';

type Named = { readonly code: string; readonly name: string };
const nameOf = (list: readonly Named[], code: string): string => list.find((one) => one.code === code)?.name ?? code;

/** What the register says of the unit, with the names of the scheme. */
export const registerEntry = (found: LoadedDeclaration, scheme: Scheme): RegisterEntry => ({
  enterpriseName: found.enterpriseName,
  creditCode: found.creditCode,
  unitName: found.unitName,
  industry: found.industry,
  industryName: nameOf(scheme.industries, found.industry),
  affiliation: found.affiliation,
  affiliationName: nameOf(scheme.affiliations, found.affiliation),
  divisionCode: found.divisionCode,
  divisionName: nameOf(scheme.divisions, found.divisionCode),
  supervisingBodyId: found.supervisingBodyId,
  supervisingBodyName: found.supervisingBodyName,
});

/** What decides where a declaration goes: the unit's record, and the body that it was directed to. */
export type Routed = Pick<
  LoadedDeclaration,
  'affiliation' | 'divisionCode' | 'supervisingBodyId' | 'industry' | 'directedBodyId'
>;

/**
 * Where it goes: by the scheme's table, unless the city office directed it elsewhere, which then stands beside the rule. Issues at
 * `register.<field>` if the register does not say enough.
 */
export const routeOf = (found: Routed, scheme: Scheme): Result<Route, Issues> => {
  const { affiliation, divisionCode, supervisingBodyId, industry, directedBodyId } = found;
  const decided = route(scheme, { affiliation, divisionCode, supervisingBody: supervisingBodyId, industry });
  if (decided.ok) return ok(directedBodyId === null ? decided.value : directed(decided.value, directedBodyId));
  return issues(
    decided.error.issues.map(({ path, params }) => ({
      path: `register.${path}`,
      code: 'declaration.registerGap',
      params,
    })),
  );
};
