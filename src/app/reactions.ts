import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { onDay } from '#platform/clock.ts';
import type { DomainEvent } from '#platform/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { dropReview, openReview } from '#process/review/server/open-review.ts';
import { orderRecheck } from '#process/spot-check/server/order-recheck.ts';
import { type Consequence, carryOutDueScans } from './due-scans.ts';

export type ReactionOf = (
  tx: Tx,
  event: DomainEvent,
  context: Context,
) => Promise<Result<readonly Consequence[], Fault>>;

/** The process goes forward here and nowhere else: event → what the next stage does about it. */
export const reactions: Readonly<Record<string, readonly ReactionOf[]>> = {
  'declaration.submitted': [openReview],
  'declaration.withdrawn': [dropReview],
  'objection.upheld': [orderRecheck],
  'demonstration.date-moved': [
    async (tx, event, context) => {
      const today = event.to as PlainDate;
      return carryOutDueScans(tx, { ...context, today, now: onDay(context.now, today) });
    },
  ],
};

/** Runs what follows from an event. An event that nobody waits for is no fault. */
export const react: ReactionOf = async (tx, event, context) => {
  const done: Consequence[] = [];
  for (const reaction of reactions[event.type] ?? []) {
    const result = await reaction(tx, event, context);
    if (!result.ok) return result;
    done.push(...result.value);
  }
  return ok(done);
};
