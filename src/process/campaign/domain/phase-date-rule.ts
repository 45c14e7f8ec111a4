import type { PlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import { EVERY } from './closest-dates.ts';

/** First and last day, both included. */
export interface Dates {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
}

/**
 * What is wrong with new dates of a phase: they run backwards (`campaign.endBeforeStart`), leave the campaign's outer dates
 * (`campaign.outsideCampaign` {from, to}), or the city's own row would be taken away (`campaign.generalDates`).
 */
export const phaseDateFaults = (
  row: { readonly bodyId: string; readonly industry: string; readonly dates: Dates | null },
  campaign: Dates,
): readonly Issue[] => {
  const { dates } = row;
  if (dates === null)
    return row.bodyId === EVERY && row.industry === EVERY ? [{ path: 'dates', code: 'campaign.generalDates' }] : [];
  const faults: Issue[] = [];
  if (dates.endsOn < dates.startsOn) faults.push({ path: 'dates.endsOn', code: 'campaign.endBeforeStart' });
  const params = { from: campaign.startsOn, to: campaign.endsOn };
  const inside = (day: PlainDate) => campaign.startsOn <= day && day <= campaign.endsOn;
  if (!inside(dates.startsOn)) faults.push({ path: 'dates.startsOn', code: 'campaign.outsideCampaign', params });
  if (!inside(dates.endsOn)) faults.push({ path: 'dates.endsOn', code: 'campaign.outsideCampaign', params });
  return faults;
};
