import { dayOf } from '#lib/plain-date.ts';
import { ok } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { verifiedAnswers } from '../domain/verification-gaps.ts';
import { verificationContract } from '../verification.contract.ts';
import { lockFor, reviewedAnswers, verdictsOf } from './verification-record.ts';

/** 提交核定结果: by the lead of the experts, complete. */
export const submitVerification = command(verificationContract.submitVerification, {
  name: 'spot-check.submit-verification',
  run: async (tx, { params: { verificationId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = await lockFor(tx, actor, verificationId, 'submit', body.baseVersion);
    if (!found.ok) return found;
    const { editionHash, reviewId, visitedOn, conclusion, assignedAt } = found.value;
    const { edition } = await editionByHash(tx, cityId, editionHash);
    const verdicts = await verdictsOf(tx, cityId, verificationId);
    const reviewed = await reviewedAnswers(tx, cityId, reviewId);
    const assignedOn = assignedAt ? dayOf(assignedAt) : today;
    const whole = verifiedAnswers(edition, reviewed, verdicts, { visitedOn, conclusion }, assignedOn, today);
    if (!whole.ok) return whole;
    const version = found.value.version + 1;
    tx.later(sql`update verifications set state = 'submitted', version = ${version}, submitted_by = ${actor.accountId}, submitted_at = ${now}, sent_back_note = ''
      where city_id = ${cityId} and verification_id = ${verificationId}`);
    return ok({
      done: { version },
      subject: { type: 'verification', id: verificationId },
      record: {
        state: 'submitted',
        visitedOn,
        conclusion,
        verdicts: verdicts.map(({ itemId, verdict, points, met, deductions, comment }) => ({
          itemId,
          verdict,
          points,
          met,
          deductions,
          comment,
        })),
      },
    });
  },
});

/** 退回重核: the experts go on with the same record. */
export const sendVerificationBack = command(verificationContract.sendVerificationBack, {
  name: 'spot-check.send-back',
  run: async (tx, { params: { verificationId }, body }, { actor }) => {
    const found = await lockFor(tx, actor, verificationId, 'send-back', body.baseVersion);
    if (!found.ok) return found;
    const version = found.value.version + 1;
    tx.later(sql`update verifications set state = 'assigned', version = ${version}, sent_back_note = ${body.note}
      where city_id = ${actor.cityId} and verification_id = ${verificationId}`);
    return ok({
      done: { version },
      subject: { type: 'verification', id: verificationId },
      record: { state: 'assigned', note: body.note },
    });
  },
});
