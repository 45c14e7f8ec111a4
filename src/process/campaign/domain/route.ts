import { type Issue, type Issues, issues, ok, type Params, type Result } from '#lib/result.ts';
import type { RoutingRule, Scheme } from './scheme.ts';

/** What decides where a unit's declaration goes. Codes as in the scheme; `supervisingBody` is a body id. */
export interface RoutedUnit {
  readonly affiliation: string;
  readonly divisionCode: string;
  readonly supervisingBody: string;
  readonly industry: string;
}

/** One step of the answer to “why this body”, worded in `route.text.ts`; params carry codes and the scheme's names for them. */
export interface RouteReason {
  readonly code: RouteReasonCode;
  readonly params: Params;
}

export type RouteReasonCode =
  | 'route.affiliation'
  | 'route.supervisingBody'
  | 'route.division'
  | 'route.industry'
  | 'route.parkReceives'
  | 'route.parkDoesNotReceive'
  | 'route.otherwise'
  | 'route.toIndustryDivision'
  | 'route.toSupervisingBody'
  | 'route.toCountyOfTerritory'
  | 'route.directed';

/** The receiving body, the row of the table that decided, and why: the conditions of that row, then the receiver. */
export interface Route {
  readonly body: string;
  /** The body that the rule says, where the city office directed the declaration to another one. */
  readonly byRule?: string;
  readonly rule: RoutingRule;
  readonly reasons: readonly RouteReason[];
}

/**
 * Where a unit's declaration is handed in (攀安监〔2009〕166号 三、第二阶段（一）): the first row of the scheme's table that fits.
 * A unit whose affiliation, division or industry the scheme does not know is refused with one issue per field.
 */
export const route = (scheme: Scheme, unit: RoutedUnit): Result<Route, Issues> => {
  const division = scheme.divisions.find((entry) => entry.code === unit.divisionCode);
  const industry = scheme.industries.find((entry) => entry.code === unit.industry);
  const affiliation = scheme.affiliations.find((entry) => entry.code === unit.affiliation);
  const unknown: readonly Issue[] = [
    ...(affiliation ? [] : [unknownCode('affiliation', unit.affiliation)]),
    ...(division ? [] : [unknownCode('divisionCode', unit.divisionCode)]),
    ...(industry ? [] : [unknownCode('industry', unit.industry)]),
    ...(unit.supervisingBody === '' ? [unknownCode('supervisingBody', '')] : []),
  ];
  if (!affiliation || !division || !industry || unknown.length > 0) return issues(unknown);

  const rule = scheme.routing.find((row) => fits(scheme, row, unit));
  if (!rule) throw new Error(`scheme ${scheme.id}: the last routing rule has a condition`);
  const named = {
    affiliation: { affiliation: affiliation.code, affiliationName: affiliation.name },
    division: { divisionCode: division.code, divisionName: division.name },
    industry: { industry: industry.code, industryName: industry.name },
    supervisingBody: { supervisingBody: unit.supervisingBody },
  };
  const to = {
    'industry-division': { code: 'route.toIndustryDivision', body: industry.division, about: named.industry },
    'supervising-body': { code: 'route.toSupervisingBody', body: unit.supervisingBody, about: {} },
    'county-of-territory': { code: 'route.toCountyOfTerritory', body: division.bureau, about: named.division },
  } as const;
  const { code, body, about } = to[rule.to];
  return ok({ body, rule, reasons: [...conditions(scheme, rule, named), { code, params: { ...about, body } }] });
};

/** The same where the city office directed the declaration to a body: the rule and its reasons stay, the direction comes last. */
export const directed = (decided: Route, body: string): Route => ({
  ...decided,
  body,
  byRule: decided.body,
  reasons: [...decided.reasons, { code: 'route.directed', params: { byRule: decided.body, body } }],
});

const unknownCode = (path: string, value: string): Issue => ({ path, code: 'route.unknown', params: { value } });

const fits = (scheme: Scheme, rule: RoutingRule, unit: RoutedUnit): boolean =>
  (rule.affiliations?.includes(unit.affiliation) ?? true) &&
  (rule.supervisingBodies?.includes(unit.supervisingBody) ?? true) &&
  (rule.divisions?.includes(unit.divisionCode) ?? true) &&
  (rule.industries?.includes(unit.industry) ?? true) &&
  (rule.whenParkReceives === undefined || rule.whenParkReceives === scheme.parkReceives.value);

type Named = Readonly<Record<'affiliation' | 'division' | 'industry' | 'supervisingBody', Params>>;

const conditions = (scheme: Scheme, rule: RoutingRule, named: Named): readonly RouteReason[] => {
  const met: RouteReason[] = [];
  if (rule.affiliations) met.push({ code: 'route.affiliation', params: named.affiliation });
  if (rule.supervisingBodies) met.push({ code: 'route.supervisingBody', params: named.supervisingBody });
  if (rule.divisions) met.push({ code: 'route.division', params: named.division });
  if (rule.industries) met.push({ code: 'route.industry', params: named.industry });
  if (rule.whenParkReceives !== undefined)
    met.push({ code: scheme.parkReceives.value ? 'route.parkReceives' : 'route.parkDoesNotReceive', params: {} });
  return met.length > 0 ? met : [{ code: 'route.otherwise', params: {} }];
};
