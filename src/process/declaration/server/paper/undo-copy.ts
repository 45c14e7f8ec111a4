import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { paperRules } from '#process/campaign/domain/paper-rules.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { lacksOf } from '../../domain/paper/arrivals.ts';
import { paperContract } from '../../paper.contract.ts';
import { deskLine, type PaperLine } from './paper-line.ts';

/** Takes back what was entered by mistake. The row stays with its reason; a receipt that rested on it is void, and keeps its number. */
export const undoCopy = command(paperContract.undoCopy, {
  name: 'declaration.undo-paper',
  run: async (tx, { params: { submissionId, copy }, body }, { actor, now }) => {
    const { cityId } = actor;
    const line = await tx.row<PaperLine>(deskLine(actor, submissionId));
    if (!line) return refuse('input.noSuchRecord', 404);
    if (!line.arrivals.some((one) => one.copy === copy)) return refuse('paper.notRegistered', 409, { copy });
    tx.later(sql`update paper_arrivals set ended_at = ${now}, ended_by_name = ${actor.name}, ended_reason = ${body.reason}
      where city_id = ${cityId} and submission_id = ${submissionId} and copy = ${copy} and ended_at is null`);
    if (line.receipt)
      tx.later(sql`update paper_receipts set voided_at = ${now}
        where city_id = ${cityId} and submission_id = ${submissionId} and voided_at is null`);
    const copies = paperRules(await schemeOfCampaign(tx, cityId, line.campaignId)).copies.value.length;
    const lacks = lacksOf(
      copies,
      line.arrivals.filter((one) => one.copy !== copy),
    ).map((one) => ({ ...one }));
    return ok({
      done: { lacks },
      subject: { type: 'declaration', id: line.declarationId },
      record: { submissionId, copy, reason: body.reason, voided: line.receipt?.number ?? null },
    });
  },
});
