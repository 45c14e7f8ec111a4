import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { lastTimeContract } from '../../last-time.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';
import { readLastTime } from './read-last-time.ts';

/** Copies the answers of last time as suggestions; nothing becomes an answer by it. */
export const copyLastTime = command(lastTimeContract.copyLastTime, {
  name: 'declaration.copy-last-time',
  run: async (tx, { params: { declarationId }, body }, { actor, now }) => {
    const { cityId, accountId } = actor;
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    if (declaration.value.version !== body.baseVersion) return refuse('platform.stale', 409);
    const found = await readLastTime(tx, cityId, declarationId);
    if (!found) return refuse('declaration.nothingLastTime', 404);
    const { copied, before, submission } = found;
    const version = declaration.value.version + 1;
    for (const [elementId, stored] of Object.entries(copied.sections)) {
      const next = (before[elementId]?.version ?? 0) + 1;
      tx.later(sql`insert into draft_sections (city_id, declaration_id, element_id, answers, version, updated_by, updated_at)
        values (${cityId}, ${declarationId}, ${elementId}, ${json(stored)}::json, ${next}, ${accountId}, ${now})
        on conflict (city_id, declaration_id, element_id) do update set answers = excluded.answers, version = excluded.version,
          updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
    }
    tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
      where city_id = ${cityId} and declaration_id = ${declarationId}`);
    return ok({
      done: { version, report: { ...copied.report } },
      subject: { type: 'declaration', id: declarationId },
      record: { from: submission.submissionId, report: copied.report },
    });
  },
});
