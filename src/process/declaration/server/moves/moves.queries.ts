import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { SUPERVISING_KINDS } from '#process/campaign/domain/roster/directory.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { mayBeDirected } from '../../domain/moves/rules.ts';
import type { movesContract } from '../../moves.contract.ts';
import { routeOf } from '../register-entry.ts';
import { moveLines } from './move-lines.ts';
import { shownRouteOf } from './shown-route.ts';
import { type Standing, standingOf } from './standing.ts';

type Answer = AnswerOf<typeof movesContract.declarationMoves>;

/**
 * Which declarations `d` with units `u` a person may ask this of: an enterprise its own; a body those that it has, expects or supervises, and
 * those that it had before they moved; the city's staff all.
 */
const openTo = (actor: Actor): Sql => {
  if (hasRole(actor, 'city-office', 'leading-group', 'auditor')) return sql`true`;
  if (actor.enterpriseId !== null) return sql`d.enterprise_id = ${actor.enterpriseId}`;
  return sql`(coalesce(d.receiving_body_id, d.expected_body_id, d.roster_body) = ${actor.bodyId} or d.roster_body = ${actor.bodyId}
    or exists (select 1 from declaration_moves m where m.city_id = d.city_id and m.declaration_id = d.declaration_id and m.from_body = ${actor.bodyId}))`;
};

const named = (list: Scheme['industries'] | Scheme['divisions'] | Scheme['affiliations'], code: string): string =>
  (list as readonly { readonly code: string; readonly name: string }[]).find((one) => one.code === code)?.name ?? code;

const routeShown = (
  standing: Standing,
  scheme: Scheme,
  bodyName: (id: string) => string,
  direction: Parameters<typeof shownRouteOf>[3],
): Answer['route'] => {
  const decided = routeOf(standing, scheme);
  if (!decided.ok) return null;
  const register = {
    affiliationName: named(scheme.affiliations, standing.affiliation),
    divisionName: named(scheme.divisions, standing.divisionCode),
    industryName: named(scheme.industries, standing.industry),
    supervisingBodyName: bodyName(standing.supervisingBodyId),
  };
  const heldBy = standing.submissionId === null ? null : standing.holderId;
  return shownRouteOf(decided.value, scheme, { register, bodyName }, direction, heldBy);
};

/** Where a declaration goes, and how it came to go there; to those whose matter it is. */
export const readMoves = async (
  reader: Reader,
  declarationId: string,
  { actor }: Context,
): Promise<Result<Answer, Fault>> => {
  const { cityId } = actor;
  const [standing] = await standingOf(reader, cityId, sql`d.declaration_id = ${declarationId} and ${openTo(actor)}`);
  if (!standing) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeByHash(reader, cityId, standing.schemeHash);
  const bodies = await reader.rows<{ bodyId: string; name: string; kind: string }>(
    sql`select body_id as "bodyId", short as name, kind from bodies where city_id = ${cityId} order by position`,
  );
  const bodyName = (id: string) => bodies.find((one) => one.bodyId === id)?.name ?? id;
  const { lines, direction } = await moveLines(reader, cityId, declarationId);
  const { enterpriseName } = await reader.one<{
    enterpriseName: string;
  }>(sql`select e.name as "enterpriseName" from declarations d
    join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
    where d.city_id = ${cityId} and d.declaration_id = ${declarationId}`);
  const mayDirect = hasRole(actor, 'city-office') && mayBeDirected(standing.stage);
  const { unitId, unitName, campaignName, state, stage, holderId } = standing;
  const enterprise = actor.enterpriseId !== null;
  return ok({
    declarationId,
    unitId,
    unitName,
    enterpriseName,
    campaignName,
    state,
    stage,
    route: routeShown(standing, scheme, bodyName, direction),
    holder: { bodyId: holderId, name: bodyName(holderId) },
    // What one body thought before another decided is no business of the enterprise.
    moves: lines.map((line) => (enterprise ? { ...line, review: null } : line)),
    bodies: mayDirect
      ? bodies.flatMap(({ bodyId, name, kind }) => (SUPERVISING_KINDS.includes(kind) ? [{ bodyId, name }] : []))
      : [],
    mayDirect,
    mayTakeBack: mayDirect && standing.directedBodyId !== null,
  });
};
