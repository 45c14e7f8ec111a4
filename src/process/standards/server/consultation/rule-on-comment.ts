import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { consultationContract } from '../../consultation.contract.ts';
import type { Ruling } from '../../domain/consultation.ts';

/** 采纳 or 不采纳, with the reason that the author reads; it may be changed until the draft is published or set aside. */
export const ruleOnComment = command(consultationContract.ruleOnComment, {
  name: 'standards.rule-on-comment',
  run: async (tx, { params, body }, { actor, now }) => {
    const found = await tx.row<{ ruling: Ruling | null; consultationId: string; state: string }>(sql`
      select k.ruling, k.consultation_id as "consultationId", d.state
      from consultation_comments k
      join consultations c on c.city_id = k.city_id and c.consultation_id = k.consultation_id
      join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id
      where k.city_id = ${actor.cityId} and k.comment_id = ${params.commentId} for update of k`);
    if (!found) return refuse('input.noSuchRecord', 404);
    // Whose draft was set aside is owed an answer too; only what became a standard is settled.
    if (found.state === 'published') return refuse('consultation.draftSettled', 409, undefined, 'final');
    if (found.ruling !== body.before) return refuse('platform.stale', 409);
    tx.later(sql`update consultation_comments set ruling = ${body.ruling}, ruling_reason = ${body.reason}, ruled_by = ${actor.accountId},
        ruled_by_name = ${actor.name}, ruled_at = ${now}
      where city_id = ${actor.cityId} and comment_id = ${params.commentId}`);
    return ok({
      done: { ruling: body.ruling },
      subject: { type: 'consultation', id: found.consultationId },
      record: { commentId: params.commentId, before: found.ruling, ruling: body.ruling, reason: body.reason },
    });
  },
});
