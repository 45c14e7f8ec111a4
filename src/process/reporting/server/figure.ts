import type { PlainDate } from '#lib/plain-date.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Sql } from '#platform/db/sql.ts';
import type { HomeKey } from '../home.text.ts';

/** Whose home it is, in which campaign, on which day. */
export interface Setting {
  readonly actor: Actor;
  readonly campaignId: string;
  readonly today: PlainDate;
  /** The last day for the ruling on objections that are open, by the day on which they were received. */
  readonly rulingDue: readonly { readonly day: PlainDate; readonly due: PlainDate }[];
  /** The last day for the paper of what was submitted on a day: rows `due_days(day, due)`. */
  readonly paperDue: Sql;
}

/**
 * One line of 今天要办: what is counted, and where it is done. `rows` is a query with the columns `since` (date on which it began to
 * wait) and `due` (date on which it is due, or null).
 */
export interface Figure {
  readonly kind: HomeKey;
  /** Waits for this person (what is past its day is shown as late), or for others. */
  readonly list: 'waiting' | 'awaited';
  /** Key of the page in the navigation whose count it adds to. */
  readonly page: string;
  readonly href: string;
  /** Where those past their day are listed; `href` if absent. */
  readonly lateHref?: string;
  readonly rows: Sql;
}
