import { isPlainDate, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, type Issue, issues, ok, type Result } from '#lib/result.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';

export interface Terms {
  readonly effectiveOn: PlainDate;
  readonly dueOn: PlainDate;
}

/** The earliest day on which an order that waits may take effect: nobody is to be surprised on the day of the order. */
export const earliestDay = (cityId: number, today: PlainDate): Result<PlainDate, Fault> =>
  addWorkingDays(calendarOf(cityId), today, 1);

/**
 * The days of an order. `effectiveOn` null is at once.
 * @returns issues at `effectiveOn` (`campaign.momentTooEarly`, `campaign.momentAfterCampaign`), `workingDays` (`campaign.revisionDueAfterCampaign`)
 */
export const termsOf = (
  cityId: number,
  today: PlainDate,
  campaign: { readonly endsOn: PlainDate },
  { effectiveOn, workingDays }: { readonly effectiveOn: string | null; readonly workingDays: number },
): Result<Terms, Fault> => {
  const earliest = earliestDay(cityId, today);
  if (!earliest.ok) return earliest;
  const day = effectiveOn ?? today;
  const wrong = (path: string, code: string, params: Issue['params']) => issues([{ path, code, params }]);
  if (!isPlainDate(day)) return wrong('effectiveOn', 'input.notADay', {});
  if (effectiveOn !== null && day < earliest.value)
    return wrong('effectiveOn', 'campaign.momentTooEarly', { earliest: earliest.value });
  if (day > campaign.endsOn) return wrong('effectiveOn', 'campaign.momentAfterCampaign', { endsOn: campaign.endsOn });
  const due = addWorkingDays(calendarOf(cityId), day, workingDays);
  if (!due.ok) return due;
  if (due.value > campaign.endsOn)
    return wrong('workingDays', 'campaign.revisionDueAfterCampaign', { dueOn: due.value, endsOn: campaign.endsOn });
  return ok({ effectiveOn: day, dueOn: due.value });
};
