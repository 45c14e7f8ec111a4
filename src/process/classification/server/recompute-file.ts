import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import { answersOfAccount, score, type TraceStep } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { RecomputeFile } from '../domain/recompute.ts';
import { visibleUnits } from './decision.queries.ts';

/** The standard and the answers that a class was decided on, and what the command line prints of them. */
export const recomputeFile = async (
  reader: Reader,
  { actor }: Context,
  decisionId: string,
  file: RecomputeFile,
): Promise<Result<FileAnswer, Fault>> => {
  const row = await reader.row<{ editionHash: string; trace: readonly TraceStep[]; decidedAt: Date }>(sql`
    select d.edition_hash as "editionHash", d.trace, d.decided_at as "decidedAt"
    from decisions d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    where d.city_id = ${actor.cityId} and d.decision_id = ${decisionId} and ${visibleUnits(actor)}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const { edition, plan } = await editionByHash(reader, actor.cityId, row.editionHash);
  const as = (text: string): Result<FileAnswer, Fault> =>
    ok({ type: 'application/json', name: file, body: Buffer.from(`${text}\n`, 'utf8') });
  if (file === 'edition.json') return as(JSON.stringify(edition));
  const answers = answersOfAccount(row.editionHash, row.trace, dayOf(row.decidedAt));
  if (file === 'answers.json') return as(JSON.stringify(answers));
  const result = score(plan, answers, { trace: true });
  return result.ok ? as(JSON.stringify(result.value)) : result;
};
