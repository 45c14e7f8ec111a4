import { issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import { reviewContract } from '../review.contract.ts';
import { reviewFor } from './lock-review.ts';

/** 结合日常监管情况: the reviewer's account of it, beside the facts on record. */
export const saveDailySupervision = command(reviewContract.saveDailySupervision, {
  name: 'review.save-daily-supervision',
  run: async (tx, { params: { reviewId }, body }, { actor }) => {
    const found = await reviewFor(tx, actor, reviewId, 'examine', null);
    if (!found.ok) return found;
    const review = found.value;
    const { before, text } = body;
    if (!text.isWellFormed() || text.includes('\u0000'))
      return issues([{ path: 'text', code: 'registration.badCharacter' }]);
    if (review.dailySupervision !== before && review.dailySupervision !== text) return refuse('platform.stale', 409);
    const version = review.version + 1;
    tx.later(sql`update reviews set daily_supervision = ${text}, version = ${version}
      where city_id = ${actor.cityId} and review_id = ${reviewId}`);
    return ok({
      done: { version },
      subject: { type: 'review', id: reviewId },
      record: { dailySupervision: text },
    });
  },
});
