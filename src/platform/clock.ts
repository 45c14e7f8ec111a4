import { dayNumber, dayOf, type PlainDate } from '#lib/plain-date.ts';

/** The only source of the present. Tests and the simulator pass their own; nothing else reads the machine's clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests. */
export interface SettableClock extends Clock {
  set(instant: Date): void;
  /** Moves on by whole days. */
  advance(days: number): void;
}

export const settableClock = (start: Date): SettableClock => {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = instant.getTime();
    },
    advance: (days) => {
      at += days * 86_400_000;
    },
  };
};

/** The machine's time of day on another day: how a demonstration lives on its own date. */
export const onDay = (instant: Date, day: PlainDate): Date =>
  new Date(instant.getTime() + (dayNumber(day) - dayNumber(dayOf(instant))) * 86_400_000);
