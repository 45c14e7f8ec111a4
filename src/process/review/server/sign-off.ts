import { ok, type Refusal } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { reviewContract } from '../review.contract.ts';
import { reviewFor } from './lock-review.ts';

const samePerson: Refusal = { kind: 'refusal', code: 'review.samePerson', status: 409, again: 'final' };

/** 审签 by a second person of the body; the database holds this too. */
export const signOff = command(reviewContract.signOff, {
  name: 'review.sign-off',
  constraints: { reviews_second_person: samePerson },
  run: async (tx, { params: { reviewId }, body }, { actor, now }) => {
    const found = await reviewFor(tx, actor, reviewId, 'sign-off', body.baseVersion);
    if (!found.ok) return found;
    const version = found.value.version + 1;
    tx.later(sql`update reviews set state = ${found.value.to}, version = ${version}, signed_by = ${actor.accountId}, signed_at = ${now}
      where city_id = ${actor.cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version },
      subject: { type: 'review', id: reviewId },
      record: { state: found.value.to, proposedBy: found.value.proposedBy },
    });
  },
});

/** 退回重审: the proposal goes back to its reviewer with a note. */
export const sendBack = command(reviewContract.sendBack, {
  name: 'review.send-back',
  run: async (tx, { params: { reviewId }, body }, { actor }) => {
    const found = await reviewFor(tx, actor, reviewId, 'send-back', body.baseVersion);
    if (!found.ok) return found;
    const version = found.value.version + 1;
    tx.later(sql`update reviews set state = ${found.value.to}, version = ${version}, sent_back_note = ${body.note}
      where city_id = ${actor.cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version },
      subject: { type: 'review', id: reviewId },
      record: { state: found.value.to, note: body.note },
    });
  },
});
