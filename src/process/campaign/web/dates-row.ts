import type { Campaign } from './clients.ts';

export type DatesRow = Campaign['dates'][number];

/** What the dialog is about: a row that exists, or a new exception to the dates of a phase. */
export interface Editing {
  readonly phase: string;
  readonly row: DatesRow | null;
}
