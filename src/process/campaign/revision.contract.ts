import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { boundPlaces, revisionOutcomes, revisionStates } from './domain/revision.ts';
import { declarationStates } from './roster.contract.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const count = z.int().min(0);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const campaignParams = z.object({ campaignId: z.uuid() });
const revisionParams = z.object({ revisionId: z.uuid() });

/** Those who see the units; reviewers and sign-off their body's. */
const readers = ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor'] as const;

const edition = z.object({ hash: z.string(), title: z.string(), publishedOn: day });

const bound = z.record(z.enum(boundPlaces), count);

const revision = z.object({
  revisionId: z.uuid(),
  campaignId: z.uuid(),
  campaignName: z.string(),
  industry: z.string(),
  industryName: z.string(),
  from: edition,
  to: edition,
  reason: z.string(),
  effectiveOn: day,
  workingDays: z.int(),
  dueOn: day,
  state: z.enum(revisionStates),
  orderedByName: z.string(),
  orderedAt: instant,
  endedAt: instant.nullable(),
  endedByName: z.string().nullable(),
  /** Of a cancelled order the person's words, of a stopped one a code (`bound`, `not-in-force`, `other-edition`). */
  endedReason: z.string(),
  /** Units by what became of them; all nought until it is carried out. */
  outcomes: z.record(z.enum(revisionOutcomes), count),
});
export type Revision = z.infer<typeof revision>;

const unit = z.object({
  unitId: z.uuid(),
  declarationId: z.uuid(),
  unitName: z.string(),
  enterpriseName: z.string(),
  creditCode: z.string(),
  bodyName: z.string(),
  /** Declaration and, if one was under way, review as they stood. */
  stateBefore: z.enum(declarationStates),
  reviewBefore: z.string().nullable(),
  outcome: z.enum(revisionOutcomes),
  kept: count,
  toConfirm: count,
  fresh: count,
  unanswered: count,
  dropped: count,
  dueOn: day.nullable(),
  /** Where the declaration stands now. */
  state: z.enum(declarationStates),
});
export type RevisedUnit = z.infer<typeof unit>;

const unitFilters = z.object({
  outcome: z.enum(revisionOutcomes).optional(),
  q: z.string().trim().max(60).optional(),
});

export const revisionContract = contract({
  /** What an order would do if it were carried out now; nothing is changed. */
  revisionPreview: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/edition-revision-preview',
    roles: ['city-office'],
    summary: 'What replacing the edition of an industry would mean for its declarations',
    params: campaignParams,
    query: z.object({ industry: z.string().min(1).max(60) }),
    answer: z.object({
      industry: z.string(),
      industryName: z.string(),
      from: edition,
      /** The edition in force; null if the industry has none. */
      to: edition.nullable(),
      /** Of the items of `to`, how many say the same as before, say something else, are new; of those of `from`, how many go. */
      items: z.object({ same: count, changed: count, fresh: count, gone: count }),
      declarations: z.object({
        notStarted: count,
        /** Under way or returned for correction. */
        draft: count,
        /** Of these, how many answered an item that says something else now. */
        draftToConfirm: count,
        /** Submitted, by where the review stands. */
        pending: count,
        reviewing: count,
        proposed: count,
        signed: count,
      }),
      /** What becomes of the submitted ones: frozen anew as they are, or returned to be completed. */
      submitted: z.enum(['resubmitted', 'returned']),
      decided: count,
      bound,
      /** The order that is ahead for this industry. */
      ahead: z.object({ revisionId: z.uuid(), effectiveOn: day }).nullable(),
      today: day,
      /** The earliest day for an order that waits; null if the calendar for it is not published. */
      earliestOn: day.nullable(),
      campaignEndsOn: day,
      workingDays: z.object({ value: z.int(), basis: z.string() }),
    }),
  },
  /**
   * `effectiveOn: null` is at once, and only that is refused with `campaign.revisionBound` (409) {count, batch, pool, verification, settled, notice}.
   * Refused with `campaign.revisionAhead`, `campaign.noEditionInForce`, `campaign.editionInUse` (409), `platform.stale` if the editions are others now.
   * Issues at `effectiveOn`, `workingDays`, `confirmation`; `calendar.yearNotPublished` (422).
   */
  orderRevision: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/edition-revisions',
    roles: ['city-office'],
    summary: 'Order that the campaign takes the edition in force for an industry, from a day on or at once',
    params: campaignParams,
    body: z.object({
      industry: z.string().min(1).max(60),
      fromHash: hash,
      toHash: hash,
      reason: z.string().trim().min(2).max(500),
      effectiveOn: day.nullable(),
      /** How long enterprises have for what is to be confirmed or answered anew. */
      workingDays: z.int().min(1).max(60),
      /** The name of the industry, typed. */
      confirmation: z.string().trim().max(60),
    }),
    answer: z.object({ revisionId: z.uuid() }),
  },
  /** Refused with `campaign.revisionEnded` (409) once it was carried out, cancelled or stopped. */
  cancelRevision: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-revisions/{revisionId}/cancellation',
    roles: ['city-office'],
    summary: 'Take an order back before its day',
    params: revisionParams,
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ revisionId: z.uuid() }),
  },
  revisions: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/edition-revisions',
    roles: readers,
    summary: 'The orders of a campaign, those that are ahead first',
    params: campaignParams,
    answer: z.object({ rows: z.array(revision), total: count }),
  },
  revision: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-revisions/{revisionId}',
    roles: readers,
    summary: 'One order',
    params: revisionParams,
    answer: revision.extend({ actions: z.array(z.literal('cancel')) }),
  },
  revisedUnits: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-revisions/{revisionId}/units',
    roles: readers,
    summary: 'What became of each unit: kept, to be confirmed, new',
    params: revisionParams,
    query: unitFilters.extend({
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({ rows: z.array(unit), total: count }),
  },
  revisedUnitsWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-revisions/{revisionId}/units.xlsx',
    roles: readers,
    summary: 'The same as .xlsx',
    params: revisionParams,
    query: unitFilters,
    answer: 'file',
  },
});
