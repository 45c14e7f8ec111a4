import type { Fault, Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Outcome } from '#platform/command.ts';
import type { Tx } from '#platform/db/tx.ts';
import { carryOutDueRevision } from '#process/campaign/server/revision/carry-out-due-revisions.ts';
import { closeDueNotices } from '#process/public-notice/server/close-due-notices.ts';
import { revisionStanding } from '#process/reporting/server/revision-standing.ts';

/** What one stage did because of another, or because a day came: audited in the same transaction, under a name of its own. */
export type Consequence = Outcome<unknown> & { readonly command: string };

/** Finds what fell due until `context.today` and carries it out; nothing due is an empty list. */
export type DueScan = (tx: Tx, context: Context) => Promise<Result<readonly Consequence[], Fault>>;

/**
 * Deadlines that something follows from by itself, stage by stage. Found by looking, not by timers, so that none is lost
 * while the program stands still. A scan may leave some of what is due for the next look.
 */
export const dueScans = {
  revisions: carryOutDueRevision(revisionStanding),
  notices: closeDueNotices,
} as const satisfies Readonly<Record<string, DueScan>>;
export type DueScanName = keyof typeof dueScans;
export const dueScanNames = Object.keys(dueScans) as readonly DueScanName[];
