import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { reopenForCorrection } from '#process/declaration/server/reopen-for-correction.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { reviewContract } from '../review.contract.ts';
import { type LockedReview, reviewFor } from './lock-review.ts';

type Due = { readonly on: string } | { readonly workingDays: number } | undefined;

/** Last day of the correction: chosen, or so many working days from today; not before today nor after the campaign. */
const dueOf = async (
  tx: Tx,
  cityId: number,
  campaignId: string,
  today: PlainDate,
  due: Due,
): Promise<Result<PlainDate, Fault>> => {
  const { ends_on: endsOn } = await tx.one<{ ends_on: PlainDate }>(
    sql`select ends_on from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  const outside = (on: string): Issue | undefined => {
    if (!isPlainDate(on)) return { path: 'due', code: 'input.notADay' };
    if (on < today) return { path: 'due', code: 'review.dueBeforeToday', params: { today } };
    return on > endsOn ? { path: 'due', code: 'review.dueAfterCampaign', params: { endsOn } } : undefined;
  };
  if (due && 'on' in due) {
    const fault = outside(due.on);
    return fault ? issues([fault]) : ok(due.on as PlainDate);
  }
  const usual = (await schemeOfCampaign(tx, cityId, campaignId)).review.correctionWorkingDays.value;
  const on = addWorkingDays(calendarOf(cityId), today, due?.workingDays ?? usual);
  if (!on.ok) return on;
  const fault = outside(on.value);
  return fault ? issues([fault]) : on;
};

const itemFaults = async (
  tx: Tx,
  cityId: number,
  review: LockedReview,
  items: readonly { readonly itemId: string }[],
): Promise<readonly Issue[]> => {
  const { edition_hash: hash } = await tx.one<{ edition_hash: string }>(
    sql`select edition_hash from reviews where city_id = ${cityId} and review_id = ${review.reviewId}`,
  );
  const known = new Set((await editionByHash(tx, cityId, hash)).edition.items.map(({ id }) => id));
  const seen = new Set<string>();
  return items.flatMap(({ itemId }, at): Issue[] => {
    const code = known.has(itemId) ? (seen.has(itemId) ? 'review.itemTwice' : null) : 'review.itemUnknown';
    seen.add(itemId);
    return code ? [{ path: `items.${at}.itemId`, code, params: { item: itemId } }] : [];
  });
};

/** 退回补正: on the same record, once and with everything that is wrong. This review stays readable; the corrected submission gets its own. */
export const returnForCorrection = command(reviewContract.returnForCorrection, {
  name: 'review.return-for-correction',
  constraints: { review_returns_once: { kind: 'refusal', code: 'platform.stale', status: 409, again: 'conflict' } },
  run: async (tx, { params: { reviewId }, body }, context) => {
    const { actor, now, today } = context;
    const { cityId } = actor;
    const found = await reviewFor(tx, actor, reviewId, 'return', body.baseVersion);
    if (!found.ok) return found;
    const review = found.value;
    const faults = await itemFaults(tx, cityId, review, body.items);
    if (faults.length > 0) return issues(faults);
    const dueOn = await dueOf(tx, cityId, review.campaignId, today, body.due);
    if (!dueOn.ok) return dueOn;
    const { declarationId } = review;
    const { reason, items } = body;
    const reopened = await reopenForCorrection(tx, context, { declarationId, dueOn: dueOn.value, reason, items });
    if (!reopened.ok) return reopened;
    const version = review.version + 1;
    tx.later(
      sql`update reviews set state = ${review.to}, version = ${version} where city_id = ${cityId} and review_id = ${reviewId}`,
    );
    tx.later(sql`insert into review_returns (city_id, return_id, review_id, declaration_id, reason, items, due_on, returned_by, returned_at)
        values (${cityId}, ${newId()}, ${reviewId}, ${declarationId}, ${reason}, ${json(items)}::jsonb, ${dueOn.value}, ${actor.accountId}, ${now})`);
    return ok({
      done: { version, dueOn: dueOn.value },
      subject: { type: 'review', id: reviewId },
      record: { state: review.to, reason, items, dueOn: dueOn.value },
    });
  },
});
