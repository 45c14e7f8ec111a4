import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { lockOpenDraft } from './draft-record.ts';

/** Sets a draft aside for good; its content stays in the database. */
export const discardDraft = command(draftingContract.discardDraft, {
  name: 'standards.discard-draft',
  run: async (tx, { params, query }, { actor, now }) => {
    const draft = await lockOpenDraft(tx, actor.cityId, params.draftId, query.baseVersion);
    if (!draft.ok) return draft;
    const { industry, title, version } = draft.value;
    tx.later(sql`update edition_drafts set state = 'discarded', version = ${version + 1}, changed_by = ${actor.accountId},
        changed_by_name = ${actor.name}, changed_at = ${now}
      where city_id = ${actor.cityId} and draft_id = ${params.draftId}`);
    return ok({
      done: { draftId: params.draftId },
      subject: { type: 'edition-draft', id: params.draftId },
      record: { industry, title, version, discarded: true },
    });
  },
});
