import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import type { EditionReplaced } from '../../campaign.events.ts';
import type { StopCause } from '../../domain/revision.ts';
import { boundCount, type StandingOf } from './standing.ts';

/** An order that is ahead. */
export interface Ordered {
  readonly revisionId: string;
  readonly campaignId: string;
  readonly industry: string;
  readonly fromHash: string;
  readonly toHash: string;
  readonly reason: string;
  readonly workingDays: number;
  readonly dueOn: PlainDate;
}

type Done = Outcome<null> & { readonly command: string };

/**
 * Makes the other edition the campaign's, or stops the order where that has become impossible; either way the order has ended. Campaign
 * and order must be locked. What follows for declarations and reviews are reactions to the event, in the same transaction.
 */
export const carryOut = async (tx: Tx, context: Context, order: Ordered, standingOf: StandingOf): Promise<Done> => {
  const { now, actor } = context;
  const { cityId } = actor;
  const { revisionId, campaignId, industry, fromHash, toHash, reason } = order;
  const standing = await standingOf(tx, cityId, campaignId, industry);
  const cause = await obstacle(tx, cityId, order, boundCount(standing));
  const subject = { type: 'edition-revision', id: revisionId };
  if (cause) {
    await tx.run(sql`update edition_revisions set state = 'stopped', ended_at = ${now}, ended_by_name = ${actor.name}, ended_reason = ${cause}
      where city_id = ${cityId} and revision_id = ${revisionId}`);
    const record = { state: 'stopped', campaignId, industry, cause, bound: standing.bound };
    return { command: 'campaign.stop-edition-revision', done: null, subject, record };
  }
  const dueOn = await lastDay(tx, context, order);
  await tx.run(sql`update campaign_editions set edition_hash = ${toHash}
    where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${industry}`);
  await tx.run(sql`update edition_revisions set state = 'carried-out', due_on = ${dueOn}, ended_at = ${now}, ended_by_name = ${actor.name}
    where city_id = ${cityId} and revision_id = ${revisionId}`);
  const event: EditionReplaced = {
    type: 'campaign.edition-replaced',
    revisionId,
    campaignId,
    industry,
    fromHash,
    toHash,
    reason,
    dueOn,
    decided: standing.decided,
  };
  return {
    command: 'campaign.carry-out-edition-revision',
    done: null,
    subject,
    record: { state: 'carried-out', campaignId, industry, from: fromHash, to: toHash, dueOn },
    events: [event],
  };
};

const obstacle = async (
  tx: Tx,
  cityId: number,
  { campaignId, industry, fromHash, toHash }: Ordered,
  bound: number,
): Promise<StopCause | null> => {
  const row = await tx.one<{ used: string | null; force: boolean }>(sql`select
    (select edition_hash from campaign_editions where city_id = ${cityId} and campaign_id = ${campaignId} and industry = ${industry}) as used,
    exists (select 1 from edition_terms where city_id = ${cityId} and edition_hash = ${toHash} and retired_at is null) as force`);
  if (row.used !== fromHash) return 'other-edition';
  if (!row.force) return 'not-in-force';
  return bound > 0 ? 'bound' : null;
};

/**
 * As many working days from today as were promised, also where the order is carried out late because the program stood still; not after
 * the campaign. Without a calendar for them, the day that was named when it was ordered.
 */
const lastDay = async (
  tx: Tx,
  { actor: { cityId }, today }: Context,
  { campaignId, workingDays, dueOn }: Ordered,
): Promise<PlainDate> => {
  const { endsOn } = await tx.one<{ endsOn: PlainDate }>(
    sql`select ends_on as "endsOn" from campaigns where city_id = ${cityId} and campaign_id = ${campaignId}`,
  );
  const counted = addWorkingDays(calendarOf(cityId), today, workingDays);
  const day = counted.ok ? counted.value : dueOn;
  if (day > endsOn) return endsOn;
  return day;
};
