import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { RichText } from '../../domain/report/rich-text.ts';
import { reportContract } from '../../report.contract.ts';
import { lockOwn, stepFrom } from '../own-declaration.ts';

interface SectionRow {
  readonly content: RichText;
  readonly version: number;
  readonly updatedByName: string;
}

const same = (a: RichText, b: RichText): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Saves one narrative section; what somebody else has written since then is not overwritten. */
export const saveReportSection = command(reportContract.saveReportSection, {
  name: 'declaration.save-report-section',
  run: async (tx, { params: { declarationId, section }, body }, { actor, now }) => {
    const declaration = await lockOwn(tx, actor, declarationId);
    if (!declaration.ok) return declaration;
    const step = stepFrom(declaration.value.state, 'save');
    if (!step.ok) return step;
    const before = await tx.row<SectionRow>(sql`
      select content, version, updated_by_name as "updatedByName" from report_sections
      where city_id = ${actor.cityId} and declaration_id = ${declarationId} and section = ${section}`);
    const unchanged = before !== undefined && same(before.content, body.content);
    if (before && !unchanged && before.version > body.baseVersion)
      return refuse('report.sectionChanged', 409, {
        current: JSON.stringify(before.content),
        version: before.version,
        by: before.updatedByName,
      });
    const version = declaration.value.version + (unchanged ? 0 : 1);
    const sectionVersion = (before?.version ?? 0) + (unchanged ? 0 : 1);
    if (!unchanged) {
      tx.later(sql`insert into report_sections (city_id, declaration_id, section, content, version, updated_by, updated_by_name, updated_at)
        values (${actor.cityId}, ${declarationId}, ${section}, ${json(body.content)}::json, ${sectionVersion}, ${actor.accountId}, ${actor.name}, ${now})
        on conflict (city_id, declaration_id, section) do update set content = excluded.content, version = excluded.version,
          updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name, updated_at = excluded.updated_at`);
      tx.later(sql`update declarations set version = ${version}, changed_at = ${now}
        where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
    }
    return ok({
      done: { version, sectionVersion },
      subject: { type: 'declaration', id: declarationId },
      record: { section, version: sectionVersion, content: body.content },
    });
  },
});
