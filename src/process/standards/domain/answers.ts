import type { PlainDate } from '#lib/plain-date.ts';

/** The answers to one edition, format `anping-answers-v1` of `docs/formats.md`: each item exactly once. */
export interface Answers {
  readonly format: typeof ANSWERS_FORMAT;
  /** Hash of the edition that is answered, 64 lower-case hex digits. */
  readonly edition: string;
  /** The day on which the assessment stands; gates count back from it. */
  readonly asOf: PlainDate;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly facts: readonly Fact[];
}

export const ANSWERS_FORMAT = 'anping-answers-v1';

/** Points in units, met or not, or not applicable with a reason. */
export type Answer = { readonly points: number } | { readonly met: boolean } | { readonly na: string };

/** Something that happened, such as an accident, of a kind that gates count. */
export interface Fact {
  readonly fact: string;
  readonly date: PlainDate;
}
