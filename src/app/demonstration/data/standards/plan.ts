import type { AddresseeGroup, RemarkOutcome, Ruling } from '#process/standards/domain/consultation.ts';
import type { Edit } from './edits.ts';

/** Who says something: an officer, one of the experts or firms of an industry in turn, or a person of the sign-in page. */
export type Author =
  | { readonly officer: string }
  | { readonly expertOf: string; readonly turn: number }
  | { readonly firmOf: string; readonly turn: number }
  | { readonly visitor: 'expert' | 'draft-begun' | 'adopted' };

/** A day and an hour of it, Asia/Shanghai. */
export type Moment = readonly [day: string, hour: number];

interface Answer<Outcome> {
  readonly at: Moment;
  readonly outcome: Outcome;
  readonly reason: string;
}

export interface PlannedComment {
  readonly by: Author | { readonly letter: string; readonly of: string };
  readonly at: Moment;
  /** Null for the whole. */
  readonly item: string | null;
  readonly text: string;
  readonly answer?: Answer<Ruling>;
}

/** What happens to one draft, from the edition in force on. */
export interface PlannedDraft {
  readonly industry: string;
  readonly by: string;
  readonly begun: Moment;
  readonly saves: readonly { readonly at: Moment; readonly by?: string; readonly edits: readonly Edit[] }[];
  readonly consultation?: {
    readonly at: Moment;
    readonly workingDays: number;
    readonly addressees: readonly AddresseeGroup[];
    readonly note: string;
    readonly comments: readonly PlannedComment[];
  };
  /** What was taken up after the consultation. */
  readonly after?: { readonly at: Moment; readonly edits: readonly Edit[] };
  readonly published?: Moment;
}

export interface PlannedRemark {
  readonly industry: string;
  readonly item: string;
  readonly by: Author;
  readonly at: Moment;
  readonly text: string;
  readonly answer?: Answer<RemarkOutcome>;
}
