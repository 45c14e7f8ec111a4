import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { closeDueNotices } from '#process/public-notice/server/close-due-notices.ts';

/** What one stage did because of another, or because a day came: audited in the same transaction, under a name of its own. */
export type Consequence = Outcome<unknown> & { readonly command: string };

/** Finds what fell due until `context.today` and carries it out; nothing due is an empty list. */
export type DueScan = (tx: Tx, context: Context) => Promise<Result<readonly Consequence[], Fault>>;

/**
 * Deadlines that something follows from by itself, stage by stage. Found by looking, not by timers, so that none is lost
 * while the program stands still.
 */
export const dueScans: readonly DueScan[] = [closeDueNotices];

export const carryOutDueScans: DueScan = async (tx, context) => {
  const done: Consequence[] = [];
  for (const scan of dueScans) {
    const result = await scan(tx, context);
    if (!result.ok) return result;
    done.push(...result.value);
  }
  return ok(done);
};
