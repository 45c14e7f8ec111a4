import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { onDay } from '#platform/clock.ts';
import type { DomainEvent } from '#platform/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { followRegisterChange } from '#process/declaration/server/moves/follow-register-change.ts';
import { moveDeclarations } from '#process/declaration/server/revision/move-declarations.ts';
import { followResubmission, followReturn } from '#process/review/server/follow-revision.ts';
import { moveReview } from '#process/review/server/move-review.ts';
import { dropReview, openReview } from '#process/review/server/open-review.ts';
import { orderRecheck } from '#process/spot-check/server/order-recheck.ts';
import { type Consequence, type DueScanName, dueScanNames, dueScans } from './due-scans.ts';

export type ReactionOf = (
  tx: Tx,
  event: DomainEvent,
  context: Context,
) => Promise<Result<readonly Consequence[], Fault>>;

/** The process goes forward here and nowhere else: event → what the next stage does about it. */
export const reactions: Readonly<Record<string, readonly ReactionOf[]>> = {
  'campaign.edition-replaced': [moveDeclarations],
  'declaration.submitted': [openReview],
  'declaration.withdrawn': [dropReview],
  'declaration.moved': [moveReview],
  'register.changed': [followRegisterChange],
  'declaration.resubmitted': [followResubmission],
  'declaration.returned-by-revision': [followReturn],
  'objection.upheld': [orderRecheck],
  'demonstration.date-moved': [
    async (tx, event, context) => {
      const today = event.to as PlainDate;
      return carryOutUntilDone(tx, { ...context, today, now: onDay(context.now, today) }, dueScanNames);
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

/**
 * Looks with each scan until it finds nothing more, at most `looks` times. What follows from its events is done here, on the same day,
 * so that no event is left over: their reactions would run on the day of whoever moved the date.
 */
export const carryOutUntilDone = async (
  tx: Tx,
  context: Context,
  scans: readonly DueScanName[],
  looks = Number.POSITIVE_INFINITY,
): Promise<Result<readonly Consequence[], Fault>> => {
  const done: Consequence[] = [];
  for (const name of scans) {
    for (let look = 0; look < looks; look += 1) {
      const found = await dueScans[name](tx, context);
      if (!found.ok) return found;
      if (found.value.length === 0) break;
      const all = await withReactions(tx, found.value, context);
      if (!all.ok) return all;
      done.push(...all.value);
    }
  }
  return ok(done);
};

const withReactions = async (
  tx: Tx,
  found: readonly Consequence[],
  context: Context,
): Promise<Result<readonly Consequence[], Fault>> => {
  const waiting = [...found];
  const done: Consequence[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { events, ...consequence } = next;
    done.push(consequence);
    for (const event of events ?? []) {
      const reaction = await react(tx, event, context);
      if (!reaction.ok) return reaction;
      waiting.push(...reaction.value);
    }
  }
  return ok(done);
};
