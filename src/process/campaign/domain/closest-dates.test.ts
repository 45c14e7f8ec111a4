import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { closestDates, EVERY } from './closest-dates.ts';
import { phaseDateFaults } from './phase-date-rule.ts';

const row = (bodyId: string, industry: string) => ({ bodyId, industry });

describe('the dates that count', () => {
  const rows = [row(EVERY, EVERY), row(EVERY, 'mine'), row('miyi', EVERY), row('miyi', 'mine')];
  it('are those of body and industry, else of the body, else of the industry, else of the city', () => {
    expect(closestDates(rows, 'miyi', 'mine')).toEqual(row('miyi', 'mine'));
    expect(closestDates(rows, 'miyi', 'steel')).toEqual(row('miyi', EVERY));
    expect(closestDates(rows, 'dongqu', 'mine')).toEqual(row(EVERY, 'mine'));
    expect(closestDates(rows, 'dongqu', 'steel')).toEqual(row(EVERY, EVERY));
    expect(closestDates([row('miyi', EVERY), row(EVERY, 'mine')], 'miyi', 'mine')).toEqual(row('miyi', EVERY));
  });
  it('are none in a campaign without the phase', () => {
    expect(closestDates([], 'miyi', 'mine')).toBeUndefined();
  });
});

describe('new dates of a phase', () => {
  const campaign = { startsOn: plainDate('2026-08-20'), endsOn: plainDate('2027-12-31') };
  const faults = (startsOn: string, endsOn: string) =>
    phaseDateFaults(
      { bodyId: 'miyi', industry: EVERY, dates: { startsOn: plainDate(startsOn), endsOn: plainDate(endsOn) } },
      campaign,
    ).map(({ path, code }) => `${path} ${code}`);
  it('may be one day, and the first and last day of the campaign', () => {
    expect(faults('2026-08-20', '2026-08-20')).toEqual([]);
    expect(faults('2026-08-20', '2027-12-31')).toEqual([]);
  });
  it('do not run backwards or leave the campaign', () => {
    expect(faults('2026-10-02', '2026-10-01')).toEqual(['dates.endsOn campaign.endBeforeStart']);
    expect(faults('2026-08-19', '2028-01-01')).toEqual([
      'dates.startsOn campaign.outsideCampaign',
      'dates.endsOn campaign.outsideCampaign',
    ]);
  });
  it('may be taken away from a body, never from the city', () => {
    expect(phaseDateFaults({ bodyId: 'miyi', industry: EVERY, dates: null }, campaign)).toEqual([]);
    expect(phaseDateFaults({ bodyId: EVERY, industry: EVERY, dates: null }, campaign)).toEqual([
      { path: 'dates', code: 'campaign.generalDates' },
    ]);
  });
});
