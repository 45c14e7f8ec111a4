import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { declarationContract } from '../declaration.contract.ts';
import { patchSection, type StoredItems } from '../domain/draft-answers.ts';
import { sectionsOf } from '../domain/sections.ts';
import { lockingOwn, type OwnDeclaration, stepFrom } from './own-declaration.ts';

interface SectionRow {
  readonly stored: StoredItems;
  readonly version: number;
}

/** Saves answers of one second-level element; items that the request does not name stay as they are. */
export const saveAnswers = command(declarationContract.saveAnswers, {
  name: 'declaration.save-answers',
  // First the lock, then the section: read in one statement, the section could be older than the lock.
  ahead: ({ params: { declarationId, elementId } }, cityId) => [
    lockingOwn(cityId, declarationId),
    sql`select answers as stored, version from draft_sections
      where city_id = ${cityId} and declaration_id = ${declarationId} and element_id = ${elementId}`,
  ],
  run: async (tx, { params: { declarationId, elementId }, body }, { actor, now }) => {
    const [[declaration], [section]] = tx.ahead as readonly [readonly OwnDeclaration[], readonly SectionRow[]];
    if (!declaration) return refuse('input.noSuchRecord', 404);
    const step = stepFrom(declaration.state, 'save');
    if (!step.ok) return step;
    const { edition } = await editionByHash(tx, actor.cityId, declaration.editionHash);
    const asked = sectionsOf(edition).find((one) => one.elementId === elementId);
    if (!asked) return refuse('declaration.noSuchElement', 404, { element: elementId });
    const before = section ?? { stored: {}, version: 0 };
    const saved = patchSection(asked.items, before, body.baseVersion, body.items, edition);
    if (!saved.ok) {
      if (saved.error.kind === 'issues') return { ok: false, error: saved.error };
      const { items, version } = saved.error;
      return refuse('declaration.itemsChanged', 409, {
        count: Object.keys(items).length,
        items: Object.keys(items).join(', '),
        current: JSON.stringify(items),
        version,
      });
    }
    const { stored, version: sectionVersion, changed } = saved.value;
    const unchanged = sectionVersion === before.version;
    const version = declaration.version + (unchanged ? 0 : 1);
    if (!unchanged) {
      tx.later(sql`insert into draft_sections (city_id, declaration_id, element_id, answers, version, updated_by, updated_at)
        values (${actor.cityId}, ${declarationId}, ${elementId}, ${json(stored)}::json, ${sectionVersion}, ${actor.accountId}, ${now})
        on conflict (city_id, declaration_id, element_id) do update set answers = excluded.answers, version = excluded.version,
          updated_by = excluded.updated_by, updated_at = excluded.updated_at`);
      tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
        where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    }
    return ok({
      done: { version, sectionVersion },
      subject: { type: 'declaration', id: declarationId },
      record: { element: elementId, version: sectionVersion, items: changed },
    });
  },
});
