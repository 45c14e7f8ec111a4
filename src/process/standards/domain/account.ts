import type { Fraction } from '#lib/fraction.ts';
import type { Sums } from './trace.ts';

/** What an effect came from, by its place in the edition's list of items, gates or elements. */
export interface CausePlace {
  readonly kind: 'item' | 'gate' | 'floor';
  readonly at: number;
}

/** What a floor was held against, in units. */
export interface FloorSums {
  readonly earned: number;
  readonly applicable: number;
}

/**
 * Is told every step of `evaluate`, in order. Places are places in the edition's lists, ranks run from 1; points are in units. What the
 * lists say anyway (full points, thresholds, effects) is not repeated.
 */
export interface Account {
  /** A mandatory or veto item that applies. */
  readonly critical: (position: number, earned: number, fails: boolean) => void;
  readonly gate: (gate: number, count: number, holds: boolean) => void;
  /** Before the items of the element lose their points: `sum` of them, and all points as they are. */
  readonly zero: (cause: CausePlace, element: string, sum: number, points: ArrayLike<number>) => void;
  readonly sums: (sums: Sums) => void;
  readonly score: (sums: Sums, normalised: Fraction, printedUnits: number, rank: number) => void;
  /** `broken` is null where nothing of the element applies. */
  readonly floor: (element: number, percent: number, sums: FloorSums, broken: boolean | null) => void;
  readonly down: (cause: CausePlace, by: number, before: number, after: number) => void;
  readonly cap: (cause: CausePlace, cap: string, before: number, after: number) => void;
  /** `first` is the status of an earlier gate, which stays. */
  readonly status: (cause: CausePlace, status: string, rank: number, first: string | undefined) => void;
  readonly refuse: (cause: CausePlace, before: string | null) => void;
}
