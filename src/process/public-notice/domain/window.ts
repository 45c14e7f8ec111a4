import { addDays, type PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result } from '#lib/result.ts';
import { isWorkingDay, type WorkingCalendar } from '#support/calendar/domain/working-days.ts';

/** Days in a row that count alike. `make-up`: a Saturday or Sunday that is worked; `holiday`: named by the calendar, else a weekend. */
export interface Stretch {
  readonly kind: 'worked' | 'make-up' | 'holiday' | 'weekend';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
}

export interface Window {
  /** The last day of the window; objections are taken until its end. */
  readonly closesOn: PlainDate;
  readonly stretches: readonly Stretch[];
}

/**
 * The window of a notice published on `opensOn`, with the account of its days: the day of publishing is not counted (Civil Code,
 * article 201). Refused with `calendar.yearNotPublished` {year} where a year on the way has no calendar.
 * @param workingDays whole, at least 1
 */
export const windowOf = (
  calendar: WorkingCalendar,
  opensOn: PlainDate,
  workingDays: number,
): Result<Window, Refusal> => {
  const stretches: Stretch[] = [];
  let day = opensOn;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    const worked = isWorkingDay(calendar, day);
    if (!worked.ok) return worked;
    if (worked.value) left -= 1;
    const kind = kindOf(calendar, day, worked.value);
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, to: day, days: last.days + 1 };
    else stretches.push({ kind, from: day, to: day, days: 1 });
  }
  return ok({ closesOn: day, stretches });
};

const kindOf = (calendar: WorkingCalendar, day: PlainDate, worked: boolean): Stretch['kind'] => {
  const year = calendar.years[Number(day.slice(0, 4))];
  if (worked) return year?.makeUpWorkdays.includes(day) ? 'make-up' : 'worked';
  return year?.holidays.includes(day) ? 'holiday' : 'weekend';
};
