import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { factDocument } from '#parties/enterprises/enterprises.contract.ts';
import { registeredPlace, submittedFile } from '#process/declaration/evidence.contract.ts';
import { reviewActions, reviewStateFilters, reviewStates } from './domain/review.ts';
import { deductionCounts, givenAnswer, storedVerdict, verdictsInput } from './verdict-shapes.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const itemId = z.string().min(1).max(60);
const reviewParams = z.object({ reviewId: id });
const baseVersion = z.int().min(1);

/** Officers see their body's, the city's leadership and auditors all. */
const readers = ['reviewer', 'sign-off', 'city-office', 'leading-group', 'auditor'] as const;

const schemeClass = z.object({ code: z.string(), name: z.string(), colour: z.string(), meaning: z.string() });

const listRow = z.object({
  reviewId: id,
  unitName: z.string(),
  enterpriseName: z.string(),
  industryName: z.string(),
  bodyId: z.string(),
  bodyName: z.string(),
  state: z.enum(reviewStates),
  /** Who took it up, empty before. */
  reviewerName: z.string(),
  mine: z.boolean(),
  submittedAt: instant,
  /** 1 for the first submission of the unit, more after returns and withdrawals. */
  sequence: z.int(),
  late: z.boolean(),
  self: z.object({ printed: z.string(), classCode: z.string().nullable() }),
  /** Null before a class is proposed. */
  reviewed: z.object({ printed: z.string(), computedClass: z.string(), proposedClass: z.string() }).nullable(),
  /** Last day of the preliminary review for this body and industry. */
  dueOn: day,
  workingDaysLeft: z.int().optional(),
});
export type ReviewRow = z.infer<typeof listRow>;

const correctedItem = z.object({ itemId, comment: z.string() });

const workbench = z.object({
  reviewId: id,
  declarationId: id,
  submissionId: id,
  unitId: id,
  state: z.enum(reviewStates),
  version: z.int(),
  actions: z.array(z.enum(reviewActions)),
  body: z.object({ bodyId: z.string(), name: z.string(), short: z.string() }),
  campaign: z.object({ campaignId: id, name: z.string(), endsOn: day }),
  register: z.object({
    enterpriseName: z.string(),
    creditCode: z.string(),
    unitName: z.string(),
    industryName: z.string(),
    affiliationName: z.string(),
    divisionName: z.string(),
    supervisingBodyName: z.string(),
  }),
  contact: z.object({ name: z.string(), phone: z.string() }),
  reviewerName: z.string(),
  takenUpAt: instant.nullable(),
  dueOn: day,
  workingDaysLeft: z.int().optional(),
  /** The day and the facts that the live score is worked out with; what was proposed keeps its own. */
  today: day,
  editionHash: z.string(),
  /** The submission as it was handed in. */
  submission: z.object({
    sequence: z.int(),
    receiptNumber: z.string(),
    submittedAt: instant,
    submittedByName: z.string(),
    signer: z.string(),
    late: z.boolean(),
    asOf: day,
    printed: z.string(),
    classCode: z.string().nullable(),
    answers: z.record(z.string(), givenAnswer),
    /** 扣分原因 by item. */
    reasons: z.record(z.string(), z.string()),
    comments: z.record(z.string(), z.string()),
    /** How points were counted out, by item, where they were. */
    deductions: z.record(z.string(), deductionCounts),
    evidence: z.array(submittedFile),
    /** Where the unit lies by its registration form. */
    place: registeredPlace,
  }),
  verdicts: z.record(z.string(), storedVerdict),
  dailySupervision: z.string(),
  /** The daily-supervision record of the unit, the latest first. */
  facts: z.array(factDocument.extend({ factId: id, note: z.string(), recordedByName: z.string() })),
  classes: z.array(schemeClass),
  bounds: z.object({
    departureRanks: z.object({ value: z.int(), basis: z.string() }),
    correctionWorkingDays: z.object({ value: z.int(), basis: z.string() }),
    /** Last day of a correction returned today with the usual term; null if its calendar is not published. */
    correctionDueOn: day.nullable(),
  }),
  /** The last return of this declaration before this submission, and the items whose answer changed since. */
  correction: z
    .object({
      reviewId: id,
      reason: z.string(),
      items: z.array(correctedItem),
      dueOn: day,
      returnedByName: z.string(),
      returnedAt: instant,
      changedItems: z.array(z.string()),
    })
    .nullable(),
  /** This review's own return. */
  returned: z.object({ reason: z.string(), items: z.array(correctedItem), dueOn: day, returnedAt: instant }).nullable(),
  /** The 标准修订 by which the system froze this submission anew; what the review before it had come to was taken back with it. */
  revision: z
    .object({
      reviewId: id.nullable(),
      fromTitle: z.string(),
      toTitle: z.string(),
      reason: z.string(),
      effectiveOn: day,
      before: z.object({ state: z.string(), printed: z.string(), classCode: z.string().nullable() }),
      proposedBefore: z
        .object({ printed: z.string(), proposedClass: z.string(), proposedByName: z.string() })
        .nullable(),
    })
    .nullable(),
  sentBackNote: z.string(),
  proposal: z
    .object({
      opinion: z.string(),
      printed: z.string(),
      computedClass: z.string(),
      proposedClass: z.string(),
      departureReason: z.string(),
      asOf: day,
      proposedByName: z.string(),
      proposedAt: instant,
      /** The account of the class: steps of the score, then the departure if there is one. */
      trace: z.array(z.looseObject({ step: z.int(), rule: z.string() })),
    })
    .nullable(),
  signature: z.object({ signedByName: z.string(), signedAt: instant }).nullable(),
  batch: z.object({ batchId: id, number: z.string() }).nullable(),
  /** All reviews of the declaration, in order. */
  rounds: z.array(z.object({ reviewId: id, sequence: z.int(), state: z.enum(reviewStates), submittedAt: instant })),
  /** State changes in order of time, the newest first; `command` as in the audit log. */
  history: z.array(z.object({ entryId: id, at: instant, command: z.string(), who: z.string(), note: z.string() })),
});
export type Workbench = z.infer<typeof workbench>;

export const reviewContract = contract({
  reviews: {
    kind: 'query',
    method: 'GET',
    path: '/api/reviews',
    roles: readers,
    summary: 'Preliminary reviews of the own body, or of all bodies, the longest waiting first',
    query: z.object({
      campaignId: id.optional(),
      state: z.enum(reviewStateFilters).optional(),
      industry: z.string().max(60).optional(),
      /** The proposed class, or before that the self-assessed one. */
      classCode: z.string().max(60).optional(),
      /** `1`: submitted after its last day on time. */
      late: z.enum(['1']).optional(),
      /** `1`: taken up by the person asking. */
      mine: z.enum(['1']).optional(),
      bodyId: z.string().max(60).optional(),
      q: z.string().trim().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(listRow),
      total: z.int(),
      /** By state, under the other filters. */
      counts: z.partialRecord(z.enum(reviewStates), z.int()),
      classes: z.array(schemeClass),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
      bodies: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
  review: {
    kind: 'query',
    method: 'GET',
    path: '/api/reviews/{reviewId}',
    roles: readers,
    summary: 'One review with the submission, verdicts, daily supervision, proposal and history',
    params: reviewParams,
    answer: workbench,
  },
  /** Refused with `review.wrongState` (409) once somebody else took it up or the enterprise withdrew. */
  takeUp: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/take-up',
    roles: ['reviewer'],
    summary: 'Take a submission up for review; from then on the enterprise cannot withdraw it',
    params: reviewParams,
    body: z.object({ baseVersion }),
    answer: z.object({ version: z.int() }),
  },
  /** Refused with `review.alreadyYours` (409). The reviewer before is refused with `review.takenOver` from then on. */
  takeOver: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/take-over',
    roles: ['reviewer'],
    summary: 'Take a review over from a colleague of the same body, with a reason',
    params: reviewParams,
    body: z.object({ baseVersion, confirmed: z.literal(true), reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ version: z.int() }),
  },
  /**
   * Saves as far as written: value and reason may still be missing. Nothing is saved if a verdict does not fit (issues at
   * `items.<item>`) or was changed elsewhere after `base`: `review.verdictsChanged` (409) with `items`.
   */
  saveVerdicts: {
    kind: 'command',
    method: 'PUT',
    path: '/api/reviews/{reviewId}/verdicts',
    roles: ['reviewer'],
    summary: 'Save verdicts and comments of some items; null takes one back',
    params: reviewParams,
    body: z.object({ items: verdictsInput }),
    answer: z.object({ version: z.int(), revisions: z.record(z.string(), z.int()) }),
  },
  /** Refused with `platform.stale` (409) if the text is no longer `before`. */
  saveDailySupervision: {
    kind: 'command',
    method: 'PUT',
    path: '/api/reviews/{reviewId}/daily-supervision',
    roles: ['reviewer'],
    summary: 'Save the account of the daily supervision of the unit',
    params: reviewParams,
    body: z.object({ before: z.string().max(4000), text: z.string().trim().max(2000) }),
    answer: z.object({ version: z.int() }),
  },
  /** Issues at `items.<item>`, `dailySupervision`, `proposedClass`, `departureReason`, `opinion`. */
  propose: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/proposal',
    roles: ['reviewer'],
    summary:
      'Propose a class with an opinion; the score is worked out from the reviewed answers and kept with its account',
    params: reviewParams,
    body: z.object({
      baseVersion,
      proposedClass: z.string().min(1).max(60),
      departureReason: z.string().trim().max(1000).default(''),
      opinion: z.string().trim().min(1).max(2000),
    }),
    answer: z.object({ version: z.int(), computedClass: z.string(), printed: z.string() }),
  },
  /** Issues at `items`, `due` (`review.dueBeforeToday`, `review.dueAfterCampaign`); `calendar.yearNotPublished` (422). */
  returnForCorrection: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/return',
    roles: ['reviewer'],
    summary: 'Return the declaration for correction, once and with everything that is wrong, on the same record',
    params: reviewParams,
    body: z.object({
      baseVersion,
      reason: z.string().trim().min(2).max(1000),
      items: z.array(z.object({ itemId, comment: z.string().trim().min(1).max(1000) })).max(1000),
      /** A day, a number of working days from today, or absent for the term of the scheme. */
      due: z.union([z.object({ on: day }), z.object({ workingDays: z.int().min(1).max(60) })]).optional(),
    }),
    answer: z.object({ version: z.int(), dueOn: day }),
  },
  /** Refused with `review.samePerson` (409) to the one who proposed. */
  signOff: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/signature',
    roles: ['sign-off'],
    summary: 'Sign the proposal off as a second person of the body',
    params: reviewParams,
    body: z.object({ baseVersion }),
    answer: z.object({ version: z.int() }),
  },
  sendBack: {
    kind: 'command',
    method: 'POST',
    path: '/api/reviews/{reviewId}/send-back',
    roles: ['sign-off'],
    summary: 'Send the proposal back to its reviewer with a note',
    params: reviewParams,
    body: z.object({ baseVersion, note: z.string().trim().min(2).max(1000) }),
    answer: z.object({ version: z.int() }),
  },
  opinionForm: {
    kind: 'query',
    method: 'GET',
    path: '/api/reviews/{reviewId}/opinion-form',
    roles: readers,
    summary: 'The opinion form (初审意见表) of a proposed or signed review as PDF',
    params: reviewParams,
    answer: 'file',
  },
});
