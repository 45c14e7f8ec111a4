import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { signingContract } from '../../signing.contract.ts';
import { type LoadedDeclaration, loadingForSignature } from '../load-declaration.ts';
import { stepFrom } from '../own-declaration.ts';
import { wholeDeclaration } from '../whole-declaration.ts';
import { personOf, someoneElseSigns } from './signatures.ts';

/** 送签: the manager gets it only if nothing keeps it from being submitted; while it waits, nothing of it changes. */
export const handOver = command(signingContract.handOver, {
  name: 'declaration.hand-over',
  ahead: ({ params }, cityId) => [loadingForSignature(cityId, params.declarationId)],
  run: async (tx, { params: { declarationId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = tx.ahead[0]?.[0] as LoadedDeclaration | undefined;
    if (!found) return refuse('input.noSuchRecord', 404);
    const step = stepFrom(found.state, 'hand-over');
    if (!step.ok) return step;
    if (found.version !== body.baseVersion) return refuse('platform.stale', 409);
    if (personOf(found, actor).isOnlyAccount) return refuse('declaration.onlyAccount', 409, undefined, 'final');
    if (!someoneElseSigns(found, actor)) return refuse('declaration.nobodyElseSigns', 409, undefined, 'final');
    const whole = await wholeDeclaration(tx, cityId, found, today);
    if (!whole.ok) return whole;
    const version = found.version + 1;
    tx.later(sql`update declarations set state = ${step.value.to}, version = ${version}, handed_over_by = ${actor.accountId},
        handed_over_by_name = ${actor.name}, handed_over_at = ${now}, handed_over_from = ${found.state}, unsigned = null, changed_at = ${now}
      where city_id = ${cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: declarationId },
      record: { state: step.value.to, handedOverIn: found.state, version: found.version },
    });
  },
});
