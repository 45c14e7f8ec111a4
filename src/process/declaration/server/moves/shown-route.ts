import type { Route } from '#process/campaign/domain/route.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { DeclarationMove, ShownRoute } from '../../moves.contract.ts';
import type { RegisterEntry } from '../read-submission.ts';

/** What the words of a route are taken from. */
export interface RouteNames {
  readonly register: Pick<RegisterEntry, 'affiliationName' | 'divisionName' | 'industryName' | 'supervisingBodyName'>;
  readonly bodyName: (id: string) => string;
}

/**
 * The route as people read it: codes of the reasons with the names of scheme and register.
 * @param direction the move that directed it, where one stands
 * @param heldBy the body that has the submission, if it was handed in
 */
export const shownRouteOf = (
  { body, byRule, rule, reasons }: Route,
  scheme: Scheme,
  { register, bodyName }: RouteNames,
  direction: DeclarationMove | undefined,
  heldBy: string | null,
): ShownRoute => {
  const names: Readonly<Record<string, string>> = {
    affiliation: register.affiliationName,
    divisionCode: register.divisionName,
    industry: register.industryName,
    supervisingBody: register.supervisingBodyName,
  };
  const named = (key: string, value: string | number) =>
    key === 'body' || key === 'byRule' ? bodyName(String(value)) : (names[key] ?? value);
  return {
    bodyId: body,
    bodyName: bodyName(body),
    ruleName: rule.name,
    basis: rule.basis,
    reasons: reasons.map(({ code, params }) => ({
      code,
      params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, named(key, value)])),
      ...(code === 'route.parkReceives' || code === 'route.parkDoesNotReceive'
        ? { basis: scheme.parkReceives.basis }
        : {}),
      ...(code === 'route.directed' && direction?.basis ? { basis: direction.basis } : {}),
    })),
    directed:
      byRule !== undefined && direction
        ? {
            byRuleName: bodyName(byRule),
            reason: direction.reason,
            basis: direction.basis,
            byName: direction.byName,
            at: direction.at,
            kept: direction.rule === 'kept',
          }
        : null,
    heldByName: heldBy !== null && heldBy !== body ? bodyName(heldBy) : null,
  };
};
