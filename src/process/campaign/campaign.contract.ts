import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const campaignId = z.object({ campaignId: z.uuid() });
const day = z.iso.date();
const dates = z.object({ startsOn: day, endsOn: day });

/** Who sees how a campaign goes; enterprises and experts see the dates that concern them on their own pages. */
const insiders = ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor', 'administrator'] as const;

/** Done and due of one phase, in units; what counts as done differs by phase. */
const progress = z.object({ done: z.int().min(0), of: z.int().min(0) });

/** One row of the table of dates. `bodyId` or `industry` is `*` where the row holds for all of them. */
const phaseRow = z.object({
  phase: z.string(),
  bodyId: z.string(),
  industry: z.string(),
  startsOn: day,
  endsOn: day,
});

const phaseChange = z.object({
  phase: z.string(),
  bodyId: z.string(),
  industry: z.string(),
  /** Null: the row was new, or it was taken away. */
  from: dates.nullable(),
  to: dates.nullable(),
  reason: z.string(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});

const listed = z.object({
  campaignId: z.uuid(),
  name: z.string(),
  startsOn: day,
  endsOn: day,
  openedAt: z.iso.datetime(),
  unitCount: z.int(),
  /** The phases under way on the day of the answer, by code. */
  currentPhases: z.array(z.object({ code: z.string(), name: z.string(), endsOn: day })),
});

export const campaignContract = contract({
  campaignSetup: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaign-setup',
    roles: ['city-office'],
    summary:
      'What a campaign would be opened with: the published scheme, its phases and the newest edition per industry',
    answer: z.object({
      schemeTitle: z.string(),
      noticeNumber: z.string(),
      suggestedName: z.string(),
      suggestedStart: day,
      /** Days from the start, both days belong to the phase. */
      phases: z.array(
        z.object({ code: z.string(), name: z.string(), fromDay: z.int(), toDay: z.int(), basis: z.string() }),
      ),
      editions: z.array(
        z.object({
          industry: z.string(),
          industryName: z.string(),
          edition: z.object({ hash: z.string(), title: z.string(), publishedOn: day }).nullable(),
        }),
      ),
    }),
  },
  /** Refused with `campaign.nameTaken` (409), `campaign.noEditions` (409). */
  openCampaign: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns',
    roles: ['city-office'],
    summary: 'Open a campaign from the published scheme; its dates follow from the first day',
    body: z.object({ name: z.string().trim().min(1).max(80), startsOn: day }),
    answer: z.object({ campaignId: z.uuid() }),
  },
  campaigns: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns',
    roles: insiders,
    summary: 'All campaigns, the newest first',
    answer: z.object({ rows: z.array(listed), total: z.int() }),
  },
  campaign: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}',
    roles: insiders,
    summary: 'One campaign: dates, their changes, editions, bodies, progress per phase',
    params: campaignId,
    answer: z.object({
      campaignId: z.uuid(),
      name: z.string(),
      schemeTitle: z.string(),
      noticeNumber: z.string(),
      startsOn: day,
      endsOn: day,
      openedAt: z.iso.datetime(),
      openedBy: z.string(),
      mayChange: z.boolean(),
      phases: z.array(
        z.object({ code: z.string(), name: z.string(), basis: z.string(), progress: progress.nullable() }),
      ),
      dates: z.array(phaseRow),
      changes: z.array(phaseChange),
      editions: z.array(
        z.object({
          industry: z.string(),
          industryName: z.string(),
          hash: z.string().nullable(),
          title: z.string().nullable(),
          unitCount: z.int(),
        }),
      ),
      bodies: z.array(
        z.object({
          bodyId: z.string(),
          name: z.string(),
          short: z.string(),
          unitCount: z.int(),
          submittedCount: z.int(),
        }),
      ),
    }),
  },
  /**
   * `dates: null` takes the row of one body or industry away, so that the more general one holds again. `base` is the row as
   * it was shown, null if there was none: refused with `platform.stale` (409) if it is another now. Issues at `dates`
   * (`campaign.endBeforeStart`, `campaign.outsideCampaign`, `campaign.generalDates`), `phase`, `bodyId`, `industry`.
   */
  changePhaseDates: {
    kind: 'command',
    method: 'PUT',
    path: '/api/campaigns/{campaignId}/phase-dates',
    roles: ['city-office'],
    summary: 'Set the dates of a phase for all, for one body, for one industry or for both',
    params: campaignId,
    body: z.object({
      phase: z.string().min(1).max(60),
      bodyId: z.string().min(1).max(60),
      industry: z.string().min(1).max(60),
      dates: dates.nullable(),
      base: dates.nullable(),
      reason: z.string().trim().min(2).max(500),
    }),
    answer: z.object({ phase: z.string() }),
  },
});
