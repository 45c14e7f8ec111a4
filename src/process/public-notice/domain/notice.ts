/**
 * 公示: a notice board with an objection window. It receives finished rows and does not know what they are about.
 * An objection holds up one row only: the others are cleared when the window closes.
 */
export type NoticeState = 'open' | 'closed';
export type EntryState = 'open' | 'cleared' | 'upheld';
export type ObjectionState = 'received' | 'dismissed' | 'upheld';

/** What moves an objection: the ruling is the city office's (市局综合处), once and for all. */
export const objectionTransitions = [
  { from: 'received', action: 'dismiss', to: 'dismissed', who: ['city-office'] },
  { from: 'received', action: 'uphold', to: 'upheld', who: ['city-office'] },
] as const satisfies readonly { from: ObjectionState; action: string; to: ObjectionState; who: readonly string[] }[];

export type Ruling = (typeof objectionTransitions)[number]['to'];

/**
 * What becomes of a row: an upheld objection takes it off the list at once; otherwise it waits for the window to close and
 * for every objection against it to be ruled on.
 */
export const entryStateAfter = (notice: NoticeState, objections: readonly ObjectionState[]): EntryState => {
  if (objections.includes('upheld')) return 'upheld';
  if (notice === 'open' || objections.includes('received')) return 'open';
  return 'cleared';
};

/** A row as it is handed to the board. `cells` are what the public reads, by column key. */
export interface PublishableRow {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** What can be published, and under which headings; who supplies it decides in `app`. */
export interface NoticeColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
}
