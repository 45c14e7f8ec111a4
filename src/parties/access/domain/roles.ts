/**
 * Who takes part, after the notice: the city office (市局综合处) runs the campaign; reviewers (初审人员) of a county, the park or
 * a city division examine; a second person of the same body signs off (审签人); the leading group (领导小组) adopts; experts
 * verify; staff of an enterprise fill in its declaration and its manager (负责人) signs. Administrators keep accounts only; auditors
 * read everything and change nothing.
 */
export const roles = [
  'administrator',
  'city-office',
  'reviewer',
  'sign-off',
  'leading-group',
  'expert',
  'enterprise',
  'enterprise-manager',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** Roles that belong to an authority's staff. */
export const officers = ['city-office', 'reviewer', 'sign-off', 'leading-group'] as const satisfies readonly Role[];

/** Roles of an enterprise's people; one account may hold both. */
export const enterpriseRoles = ['enterprise', 'enterprise-manager'] as const satisfies readonly Role[];
export type EnterpriseRole = (typeof enterpriseRoles)[number];

/** The person on whose behalf a request runs, frozen at its start. */
export interface Actor {
  readonly cityId: number;
  /** Null for the public and for the system itself. */
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The authority the person works for. */
  readonly bodyId: string | null;
  readonly enterpriseId: string | null;
}

export const hasRole = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  actor.roles.some((role) => wanted.includes(role));
