import { type Issue, issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { type Asked, asKept, namesIn, requestFaults } from '../../domain/register-change/check-request.ts';
import { deciderOf, movesDeclarations } from '../../domain/register-change/fields.ts';
import { type Consequence, registerChangeContract } from '../../register-change.contract.ts';
import { insertChange } from './insert-change.ts';
import type { RegisterChangeServices } from './services.ts';
import { lockUnitRegister, textOf, type UnitRegister } from './unit-register.queries.ts';

const inUse = (field: string): Issue => ({ path: `values.${field}`, code: 'registerChange.taken' });

/** Fields for which another request waits, and names or codes that others have already. */
const clashes = async (tx: Tx, cityId: number, unit: UnitRegister, asked: Asked): Promise<readonly Issue[]> => {
  const { unitId, enterpriseId } = unit;
  const waiting = await tx.rows<{ field: string }>(sql`select field from register_change_values
    where city_id = ${cityId} and subject_id in (${unitId}, ${enterpriseId}) and pending and field = any(${[...namesIn(asked)]}::text[])`);
  const taken = await tx.one<{ code: boolean; name: boolean }>(sql`select
    exists (select 1 from enterprises where city_id = ${cityId} and credit_code = ${asked.creditCode ?? ''}) as code,
    exists (select 1 from units where city_id = ${cityId} and enterprise_id = ${enterpriseId} and name = ${asked.unitName ?? ''}) as name`);
  return [
    ...waiting.map(({ field }) => ({ path: `values.${field}`, code: 'registerChange.waiting' })),
    ...(taken.code ? [inUse('creditCode')] : []),
    ...(taken.name ? [inUse('unitName')] : []),
  ];
};

/** A proof is named by the one who sent it, once. */
const isOwnProof = async (tx: Tx, cityId: number, proofId: string, accountId: string | null): Promise<boolean> =>
  (await tx.row(sql`select 1 from register_change_proofs p where p.city_id = ${cityId} and p.proof_id = ${proofId}
    and p.uploaded_by = ${accountId}
    and not exists (select 1 from register_changes c where c.city_id = p.city_id and c.proof_id = p.proof_id)`)) !==
  undefined;

/** Bodies to be asked: those that have the declarations concerned or would get them, and those that supervise. Not the one that decides. */
const concernedBy = (
  consequences: readonly Consequence[],
  unit: UnitRegister,
  asked: Asked,
  decider: ReturnType<typeof deciderOf>,
): readonly string[] => {
  if (!movesDeclarations(namesIn(asked))) return [];
  const moved = consequences.flatMap(({ from, to, rule }) =>
    rule === 'unchanged' ? [from.bodyId] : [from.bodyId, to.bodyId],
  );
  const supervising = [unit.supervisingBodyId, ...(asked.supervisingBodyId ? [asked.supervisingBodyId] : [])];
  const bodies = [...new Set([...supervising, ...moved])].filter((body) => body !== '');
  return decider === 'city-office' ? bodies : bodies.filter((body) => body !== unit.supervisingBodyId);
};

/** Asks for a change of the register. Whatever is under way goes on; nothing changes before it is approved. */
export const requestRegisterChange = (services: RegisterChangeServices) =>
  command(registerChangeContract.requestRegisterChange, {
    name: 'parties.request-register-change',
    constraints: {
      register_change_values_one_pending: {
        kind: 'refusal',
        code: 'registerChange.waiting',
        status: 409,
        again: 'conflict',
      },
    },
    run: async (tx, { params, body }, { actor, now, today }) => {
      const { cityId } = actor;
      const unit = await lockUnitRegister(tx, actor, params.unitId);
      if (!unit) return refuse('input.noSuchRecord', 404);
      if (unit.unitVersion !== body.baseUnitVersion || unit.enterpriseVersion !== body.baseEnterpriseVersion)
        return refuse('platform.stale', 409);
      const choices = await services.choices(tx, cityId);
      const asked = asKept(body.values);
      const hasProof = body.proofId !== null && (await isOwnProof(tx, cityId, body.proofId, actor.accountId));
      const faults = [
        ...requestFaults(asked, unit, choices, hasProof),
        ...(await clashes(tx, cityId, unit, asked)),
        ...(body.proofId !== null && !hasProof ? [{ path: 'proofId', code: 'registerChange.proofUnknown' }] : []),
      ];
      if (faults.length > 0) return issues(faults);
      const decider = deciderOf(namesIn(asked));
      const { enterpriseId, unitId } = unit;
      const consequences = await services.consequences(tx, cityId, today, { enterpriseId, unitId, values: asked });
      const concerned = concernedBy(consequences, unit, asked, decider);
      const changeId = newId();
      const values = namesIn(asked).map((field) => ({
        field,
        from: unit[field],
        to: asked[field] ?? '',
        fromText: textOf(choices, field, unit[field]),
        toText: textOf(choices, field, asked[field] ?? ''),
      }));
      const origin = actor.enterpriseId === null ? 'officer' : 'enterprise';
      // Not with the commit: a request for the same field at the same moment is to be refused by name.
      for (const statement of insertChange({
        cityId,
        changeId,
        enterpriseId,
        unitId,
        decider,
        bodyId: unit.supervisingBodyId,
        concerned,
        origin,
        reason: body.reason,
        proofId: body.proofId,
        by: { accountId: actor.accountId, name: actor.name },
        at: now,
        values,
      }))
        await tx.run(statement);
      return ok({
        done: { changeId },
        subject: { type: 'register-change', id: changeId },
        record: { unitId, enterpriseId, decider, concerned, values, reason: body.reason, proofId: body.proofId },
      });
    },
  });
