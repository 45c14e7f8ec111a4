import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { RegisterFieldName } from '../../domain/register-change/fields.ts';
import {
  type Held,
  openRegisterChangeActions,
  type RegisterChangeAction,
} from '../../domain/register-change/states.ts';
import { changeOpenTo } from './visibility.ts';

/** A request while a command works on it. */
export interface LockedChange extends Held {
  readonly changeId: string;
  readonly unitId: string;
  readonly version: number;
  readonly reason: string;
  readonly values: readonly { readonly field: RegisterFieldName; readonly from: string; readonly to: string }[];
}

const refusalOf = (change: LockedChange, actor: Actor, action: RegisterChangeAction) => {
  if (change.state !== 'pending') return refuse('registerChange.settled', 409, { state: change.state });
  if (action === 'remark')
    return actor.bodyId !== null && change.remarked.includes(actor.bodyId)
      ? refuse('registerChange.remarkedAlready', 409, undefined, 'final')
      : refuse('registerChange.notAsked', 409, undefined, 'final');
  if (action !== 'withdraw' && change.requestedBy === actor.accountId)
    return refuse('registerChange.ownRequest', 409, undefined, 'final');
  return refuse(`registerChange.decidedBy.${change.decider}`, 409, undefined, 'final');
};

/** Locks a request that the person may see and checks, in this order, state, the person's part in it, and the version that the person saw. */
export const changeFor = async (
  tx: Tx,
  actor: Actor,
  changeId: string,
  action: RegisterChangeAction,
  baseVersion: number | null,
): Promise<Result<LockedChange, Fault>> => {
  const change = await tx.row<LockedChange>(sql`
    select c.change_id as "changeId", c.enterprise_id as "enterpriseId", c.unit_id as "unitId", c.state, c.version, c.decider, c.body_id as "bodyId",
      c.concerned, c.origin, c.requested_by as "requestedBy", c.reason,
      array(select m.body_id from register_change_remarks m where m.city_id = c.city_id and m.change_id = c.change_id) as remarked,
      (select json_agg(json_build_object('field', v.field, 'from', v.from_value, 'to', v.to_value) order by v.field)
        from register_change_values v where v.city_id = c.city_id and v.change_id = c.change_id) as values
    from register_changes c where c.city_id = ${actor.cityId} and c.change_id = ${changeId} and ${changeOpenTo(actor)} for update of c`);
  if (!change) return refuse('input.noSuchRecord', 404);
  if (!openRegisterChangeActions(change, actor).includes(action)) return refusalOf(change, actor, action);
  if (baseVersion !== null && baseVersion !== change.version) return refuse('platform.stale', 409);
  return ok(change);
};
