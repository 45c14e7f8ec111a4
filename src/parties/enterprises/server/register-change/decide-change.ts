import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Asked } from '../../domain/register-change/check-request.ts';
import { registerChangeContract } from '../../register-change.contract.ts';
import type { RegisterChanged } from '../../register-change.events.ts';
import { applyChange } from './apply-change.ts';
import { changeFor, type LockedChange } from './lock-change.ts';
import { lockUnitOf } from './unit-register.queries.ts';

/** The end of a request: its fields are free for another one. */
export const settle = (
  tx: Tx,
  { actor, now }: Context,
  { changeId, version }: LockedChange,
  state: 'approved' | 'refused' | 'withdrawn',
  reason: string,
  withoutRemarks: boolean,
): number => {
  tx.later(sql`update register_changes set state = ${state}, version = ${version + 1}, decided_by = ${actor.accountId}, decided_by_name = ${actor.name},
      decided_at = ${now}, decision_reason = ${reason}, without_remarks = ${withoutRemarks}
    where city_id = ${actor.cityId} and change_id = ${changeId}`);
  tx.later(
    sql`update register_change_values set pending = false where city_id = ${actor.cityId} and change_id = ${changeId}`,
  );
  return version + 1;
};

/** Bodies that were asked and have said nothing, unless the decision says that it goes without them. */
const silent = async (
  tx: Tx,
  cityId: number,
  { concerned, remarked }: LockedChange,
  without: boolean,
): Promise<Result<boolean, Fault>> => {
  const missing = concerned.filter((body) => !remarked.includes(body));
  if (missing.length === 0 || without) return ok(missing.length > 0);
  const { names } = await tx.one<{
    names: string;
  }>(sql`select coalesce(string_agg(short, '、' order by position), '') as names
    from bodies where city_id = ${cityId} and body_id = any(${missing}::text[])`);
  return refuse('registerChange.remarksMissing', 409, { bodies: names });
};

/** Approves, which changes the register at once and lets declarations under way follow, or refuses with a reason. */
export const decideRegisterChange = command(registerChangeContract.decideRegisterChange, {
  name: 'parties.decide-register-change',
  constraints: {
    enterprises_one_per_credit_code: { kind: 'refusal', code: 'registerChange.codeTaken', status: 409, again: 'final' },
    units_same_unit_once: { kind: 'refusal', code: 'registerChange.nameTaken', status: 409, again: 'final' },
    accounts_one_per_login: { kind: 'refusal', code: 'registerChange.codeTaken', status: 409, again: 'final' },
  },
  run: async (tx, { params: { changeId }, body }, context) => {
    const { cityId } = context.actor;
    const found = await changeFor(tx, context.actor, changeId, body.decision, body.baseVersion);
    if (!found.ok) return found;
    const change = found.value;
    const { unitId, enterpriseId, values, concerned, remarked } = change;
    const subject = { type: 'register-change', id: changeId };
    if (body.decision === 'refuse') {
      if (body.reason === '') return issues([{ path: 'reason', code: 'registerChange.reasonMissing' }]);
      const version = settle(tx, context, change, 'refused', body.reason, false);
      return ok({ done: { version }, subject, record: { state: 'refused', unitId, reason: body.reason } });
    }
    const goesWithout = await silent(tx, cityId, change, body.withoutRemarks);
    if (!goesWithout.ok) return goesWithout;
    const before = await lockUnitOf(tx, cityId, unitId);
    const moved = values.find(({ field, from }) => before[field] !== from);
    if (moved)
      return refuse('registerChange.registerMoved', 409, { was: moved.from, now: before[moved.field] }, 'final');
    const asked: Asked = Object.fromEntries(values.map(({ field, to }) => [field, to]));
    await applyChange(tx, cityId, before, asked);
    const version = settle(tx, context, change, 'approved', body.reason, goesWithout.value);
    const event: RegisterChanged = {
      type: 'register.changed',
      changeId,
      enterpriseId,
      unitId,
      fields: values.map(({ field }) => field),
      reason: change.reason,
      reviews: body.reviews,
    };
    return ok({
      done: { version },
      subject,
      record: {
        state: 'approved',
        unitId,
        enterpriseId,
        values,
        reason: body.reason,
        concerned,
        remarked,
        withoutRemarks: goesWithout.value,
        reviews: body.reviews,
      },
      events: [event],
    });
  },
});
