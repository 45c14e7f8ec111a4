import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { EditionReplaced } from '#process/campaign/campaign.events.ts';
import { ANSWERS_FORMAT, carryOver } from '#process/standards/domain/index.ts';
import type { StoredEdition } from '#process/standards/server/edition-store.ts';
import { asFacts, gateFacts } from '../../domain/gate-facts.ts';
import { receiptNumber } from '../../domain/receipt-number.ts';
import { type Frozen, freezeSubmission } from '../freeze-submission.ts';
import { readSubmission } from '../read-submission.ts';
import type { Undecided } from './load-undecided.ts';

/**
 * Freezes what was submitted anew under the edition that says the same, as a further submission in the name of those who handed it in; only
 * its day, facts and score are of today. Whether it was late stays as it was.
 */
export const resubmit = async (
  tx: Tx,
  { actor: { cityId }, now, today }: Context,
  { revisionId }: EditionReplaced,
  [from, to]: readonly [StoredEdition, StoredEdition],
  declaration: Undecided,
  evidence: Undecided['evidence'],
): Promise<Result<Frozen & { readonly submissionId: string; readonly receipt: string }, Fault>> => {
  const { declarationId, unitId, currentSubmissionId, submittedBefore, facts } = declaration;
  const before = await readSubmission(tx, cityId, currentSubmissionId ?? '');
  if (!before) throw new Error(`the current submission of ${declarationId} is missing`);
  const { serial } = await tx.one<{ serial: number }>(sql`select nextval('receipt_numbers') as serial`);
  const { items } = carryOver(from.edition, to.edition, before.answers.answers);
  const kept = items.flatMap((each) => (each.kind === 'kept' ? [each] : []));
  const reasons = kept.flatMap(({ itemId, from: was }) => {
    const reason = before.reasons[was];
    return reason ? [[itemId, reason] as const] : [];
  });
  const commented = kept.flatMap(({ itemId, from: was }) => {
    const comment = before.comments[was];
    return comment ? [[itemId, comment] as const] : [];
  });
  // An item that says the same has its rules at the same positions.
  const counted = kept.flatMap(({ itemId, from: was }) => {
    const counts = before.deductions[was];
    return counts ? [[itemId, counts] as const] : [];
  });
  const measures = kept.flatMap(({ itemId, from: was }) => {
    const measure = before.rectification[was];
    return measure ? [[itemId, measure] as const] : [];
  });
  const submissionId = newId();
  const receipt = receiptNumber(Number(today.slice(0, 4)), serial);
  const frozen = freezeSubmission({
    cityId,
    submissionId,
    declarationId,
    unitId,
    sequence: submittedBefore + 1,
    stored: to,
    answers: {
      format: ANSWERS_FORMAT,
      edition: to.hash,
      asOf: today,
      answers: Object.fromEntries(kept.map(({ itemId, answer }) => [itemId, answer])),
      facts: asFacts(gateFacts(to.edition, facts, today)),
    },
    reasons: Object.fromEntries(reasons),
    comments: Object.fromEntries(commented),
    deductions: Object.fromEntries(counted),
    registration: before.registration,
    report: before.report ?? {},
    measures: Object.fromEntries(measures),
    evidence,
    receipt,
    receivingBody: before.receivingBodyId,
    dueOn: before.dueOn,
    late: before.late,
    signer: before.signer,
    handedOverBy: before.handedOverBy,
    submittedBy: before.submittedBy,
    submittedByName: before.submittedByName,
    submittedAt: now,
    correctionNote: '',
    revisionId,
  });
  return frozen.ok ? ok({ ...frozen.value, submissionId, receipt }) : frozen;
};
