import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { contentChange } from '../../domain/content-change.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { type Content, insertDraft, lockOpenDraft, titleOf, updateContent } from './draft-record.ts';
import type { ReadIndustryRules } from './industry-rules.ts';

interface Import {
  readonly draftId: string | null;
  readonly industry: string;
  readonly content: Content;
  readonly state: 'previewed' | 'taken-over';
  readonly errorCount: number;
  readonly fileDigest: string;
}

/** Makes the content of a workbook that was understood without errors the content of its draft, or of a new one. */
export const takeOverImport = (rules: ReadIndustryRules) =>
  command(draftingContract.takeOverImport, {
    name: 'standards.take-over-import',
    run: async (tx, { params, body }, context) => {
      const { cityId } = context.actor;
      const found = await tx.row<Import>(sql`
        select draft_id as "draftId", industry, content, state, error_count as "errorCount", file_digest as "fileDigest"
        from edition_imports where city_id = ${cityId} and import_id = ${params.importId} for update`);
      if (!found) return refuse('input.noSuchRecord', 404);
      if (found.state !== 'previewed') return refuse('drafting.importTakenOver', 409, undefined, 'final');
      if (found.errorCount > 0) return refuse('drafting.importHasErrors', 409, { count: found.errorCount }, 'final');
      const { industry, content, fileDigest } = found;
      const record = { importId: params.importId, fileDigest, industry };
      const settle = () =>
        tx.later(sql`update edition_imports set state = 'taken-over', taken_over_at = ${context.now}
          where city_id = ${cityId} and import_id = ${params.importId}`);
      if (found.draftId === null) {
        const { names } = await rules(tx, cityId);
        const name = names.get(industry);
        if (name === undefined) return refuse('drafting.industryUnknown', 409, { industry }, 'final');
        const title = titleOf(content, name);
        const draftId = await insertDraft(tx, context, { industry, title, content, basedOn: null });
        settle();
        return ok({
          done: { draftId, version: 1 },
          subject: { type: 'edition-draft', id: draftId },
          record: { ...record, title, content },
        });
      }
      const draft = await lockOpenDraft(tx, cityId, found.draftId, body.baseVersion ?? 0);
      if (!draft.ok) return draft;
      const version = await updateContent(tx, context, draft.value, content);
      settle();
      return ok({
        done: { draftId: found.draftId, version },
        subject: { type: 'edition-draft', id: found.draftId },
        record: { ...record, version, ...contentChange(draft.value.content, content) },
      });
    },
  });
