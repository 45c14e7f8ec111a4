import { addDays, type PlainDate } from '#lib/plain-date.ts';
import type { Scheme } from './scheme.ts';

/** A phase on the calendar; both days belong to it. */
export interface DatedPhase {
  readonly code: string;
  readonly name: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly basis: string;
}

/** The scheme's phases laid out from the day on which the campaign starts. */
export const phaseDates = (scheme: Scheme, start: PlainDate): readonly DatedPhase[] =>
  scheme.phases.map(({ code, name, fromDay, toDay, basis }) => ({
    code,
    name,
    from: addDays(start, fromDay),
    to: addDays(start, toDay),
    basis,
  }));
