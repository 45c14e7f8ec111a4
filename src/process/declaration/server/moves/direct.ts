import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { SUPERVISING_KINDS } from '#process/campaign/domain/roster/directory.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { mayBeDirected, moveRowOf } from '../../domain/moves/rules.ts';
import { movesContract } from '../../moves.contract.ts';
import { routeOf } from '../register-entry.ts';
import { carryMove } from './carry-move.ts';
import { lockStanding, type Standing } from './standing.ts';

/** The declaration if it can still go elsewhere and is where the person saw it; locked. */
const lockMovable = async (
  tx: Tx,
  { actor }: Context,
  declarationId: string,
  fromBodyId: string,
): Promise<Result<Standing, Fault>> => {
  const [standing] = await lockStanding(tx, actor.cityId, sql`d.declaration_id = ${declarationId}`);
  if (!standing) return refuse('input.noSuchRecord', 404);
  if (!mayBeDirected(standing.stage)) return refuse('move.tooLate', 409, undefined, 'final');
  return standing.holderId === fromBodyId ? ok(standing) : refuse('platform.stale', 409);
};

/** What the table says of the unit, whatever was directed; null where the register does not say enough. */
const byRuleOf = async (tx: Tx, cityId: number, standing: Standing): Promise<string | null> => {
  const scheme = await schemeByHash(tx, cityId, standing.schemeHash);
  const decided = routeOf({ ...standing, directedBodyId: null }, scheme);
  return decided.ok ? decided.value.body : null;
};

/** What was handed in and is being reviewed is carried over; the rest follows the table. */
const ruleOf = ({ stage }: Standing): string => (stage === 'in-review' ? 'carried' : moveRowOf(stage).body);

/** 指定改报: one declaration goes to another body than the rule says, until that is taken back. */
export const directDeclaration = command(movesContract.directDeclaration, {
  name: 'declaration.direct',
  run: async (tx, { params: { declarationId }, body }, context) => {
    const { cityId } = context.actor;
    const found = await lockMovable(tx, context, declarationId, body.fromBodyId);
    if (!found.ok) return found;
    const standing = found.value;
    const known = await tx.row(sql`select 1 from bodies where city_id = ${cityId} and body_id = ${body.bodyId}
      and kind = any(${[...SUPERVISING_KINDS]}::text[])`);
    if (!known) return issues([{ path: 'bodyId', code: 'input.notAChoice' }]);
    if (body.bodyId === standing.holderId) return refuse('move.sameBody', 409, undefined, 'final');
    const byRule = await byRuleOf(tx, cityId, standing);
    const { command: _, ...moved } = carryMove(tx, context, standing, {
      cause: 'direction',
      changeId: null,
      rule: ruleOf(standing),
      editionRule: 'same',
      to: body.bodyId,
      byRule,
      directedBodyId: body.bodyId,
      reason: body.reason,
      basis: body.basis,
    });
    return ok({ ...moved, done: { bodyId: body.bodyId } });
  },
});

/** The rule decides again; what was handed in goes where it says. */
export const takeBackDirection = command(movesContract.takeBackDirection, {
  name: 'declaration.take-back-direction',
  run: async (tx, { params: { declarationId }, body }, context) => {
    const { cityId } = context.actor;
    const found = await lockMovable(tx, context, declarationId, body.fromBodyId);
    if (!found.ok) return found;
    const standing = found.value;
    if (standing.directedBodyId === null) return refuse('move.notDirected', 409, undefined, 'final');
    const byRule = await byRuleOf(tx, cityId, standing);
    const to = byRule ?? standing.holderId;
    const { command: _, ...moved } = carryMove(tx, context, standing, {
      cause: 'direction-withdrawn',
      changeId: null,
      rule: to === standing.holderId ? 'unchanged' : ruleOf(standing),
      editionRule: 'same',
      to,
      byRule,
      directedBodyId: null,
      reason: body.reason,
      basis: '',
    });
    return ok({ ...moved, done: { bodyId: to } });
  },
});
