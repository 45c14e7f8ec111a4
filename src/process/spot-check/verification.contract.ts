import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { factDocument } from '#parties/enterprises/enterprises.contract.ts';
import { registeredPlace, submittedFile } from '#process/declaration/evidence.contract.ts';
import { verdictKinds } from '#process/review/domain/verdict.ts';
import { deductionCounts, givenAnswer, storedVerdict, verdictsInput } from '#process/review/verdict-shapes.ts';
import { verificationActions, verificationCauses, verificationStates } from './domain/verification.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const verificationParams = z.object({ verificationId: id });
const baseVersion = z.int().min(1);
const readers = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off', 'expert'] as const;

const schemeClass = z.object({ code: z.string(), name: z.string(), colour: z.string(), meaning: z.string() });
const expertName = z.object({ accountId: id, name: z.string(), lead: z.boolean() });
const scored = z.object({ printed: z.string(), classCode: z.string().nullable() });

const verificationLine = z.object({
  verificationId: id,
  state: z.enum(verificationStates),
  cause: z.enum(verificationCauses),
  version: z.int(),
  /** Number of the draw, empty after an objection. */
  drawNumber: z.string(),
  stratum: z.string(),
  unitName: z.string(),
  enterpriseName: z.string(),
  address: z.string(),
  industry: z.string(),
  industryName: z.string(),
  divisionName: z.string(),
  bodyName: z.string(),
  experts: z.array(expertName),
  /** Experts who declared a conflict of interest. */
  recusals: z.int(),
  visitedOn: day.nullable(),
  /** Items with a verdict, and how many there are. */
  done: z.int(),
  total: z.int(),
  self: scored,
  reviewed: scored,
  verified: scored.nullable(),
  createdAt: instant,
});
export type VerificationLine = z.infer<typeof verificationLine>;

const answers = z.record(z.string(), givenAnswer);
/** How points were counted out, by item, where they were. */
const counted = z.record(z.string(), deductionCounts);

const traceLine = z.looseObject({ step: z.int(), rule: z.string() });

const verificationAnswer = verificationLine.extend({
  campaignId: id,
  declarationId: id,
  submissionId: id,
  unitId: id,
  editionHash: z.string(),
  actions: z.array(z.enum(verificationActions)),
  mine: z.boolean(),
  lead: z.boolean(),
  causeReason: z.string(),
  sentBackNote: z.string(),
  conclusion: z.string(),
  assignedOn: day.nullable(),
  today: day,
  expertsPerUnit: z.object({ value: z.int(), basis: z.string() }),
  contact: z.object({ name: z.string(), phone: z.string() }),
  classes: z.array(schemeClass),
  /** The submission as handed in. */
  selfAnswers: answers,
  selfReasons: z.record(z.string(), z.string()),
  selfComments: z.record(z.string(), z.string()),
  selfDeductions: counted,
  evidence: z.array(submittedFile),
  /** Where the unit lies by its registration form. */
  place: registeredPlace,
  /** The effective answers of the preliminary review, and what it said to single items. */
  reviewedAnswers: answers,
  reviewedDeductions: counted,
  reviewComments: z.record(z.string(), z.object({ verdict: z.enum(verdictKinds), comment: z.string() })),
  reviewTrace: z.array(traceLine),
  /** Records of the daily supervision that gates count, with today as the day. */
  facts: z.array(factDocument.extend({ note: z.string() })),
  verdicts: z.record(z.string(), storedVerdict),
  /** As confirmed; before that the page works it out. */
  verifiedTrace: z.array(traceLine).nullable(),
  recused: z.array(z.object({ name: z.string(), reason: z.string(), at: instant })),
  history: z.array(z.object({ entryId: id, at: instant, command: z.string(), who: z.string(), note: z.string() })),
});
export type VerificationRecord = z.infer<typeof verificationAnswer>;

export const verificationContract = contract({
  verifications: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/verifications',
    roles: readers,
    summary: 'Verifications: all of them, those of the own body, or those that an expert is assigned to',
    params: z.object({ campaignId: id }),
    query: z.object({
      state: z.enum(verificationStates).optional(),
      cause: z.enum(verificationCauses).optional(),
      industry: z.string().max(60).optional(),
      drawId: id.optional(),
      q: z.string().trim().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(verificationLine),
      total: z.int(),
      /** By state, under the other filters. */
      counts: z.partialRecord(z.enum(verificationStates), z.int()),
      classes: z.array(schemeClass),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
      draws: z.array(z.object({ drawId: id, number: z.string() })),
      expertsPerUnit: z.object({ value: z.int(), basis: z.string() }),
    }),
  },
  /** For an expert, without a campaign at hand: everything that he or she is assigned to, what is to be done first. */
  myVerifications: {
    kind: 'query',
    method: 'GET',
    path: '/api/my-verifications',
    roles: ['expert'],
    summary: 'Verifications that the person asking is assigned to and has not withdrawn from',
    answer: z.object({ rows: z.array(verificationLine), classes: z.array(schemeClass) }),
  },
  verification: {
    kind: 'query',
    method: 'GET',
    path: '/api/verifications/{verificationId}',
    roles: readers,
    summary: 'One verification with the self-assessed and the reviewed answers, verdicts, experts and history',
    params: verificationParams,
    answer: verificationAnswer,
  },
  experts: {
    kind: 'query',
    method: 'GET',
    path: '/api/experts',
    roles: ['city-office'],
    summary: 'Experts of an industry, those with the least open work first',
    query: z.object({ industry: z.string().max(60), verificationId: z.array(id).or(id).optional() }),
    answer: z.object({
      experts: z.array(
        z.object({
          accountId: id,
          name: z.string(),
          /** Verifications that the expert is assigned to and has not finished. */
          open: z.int(),
          /** Has declared a conflict of interest in one of the verifications named. */
          recused: z.boolean(),
          /** Has verified one of their units before. */
          before: z.boolean(),
        }),
      ),
    }),
  },
  /**
   * Issues at `experts` (`spot-check.tooFewExperts`, `spot-check.expertUnknown`, `spot-check.expertOtherIndustry`,
   * `spot-check.expertRecused`, `spot-check.expertTwice`) and `lead` (`spot-check.leadNotAmong`).
   */
  assignExperts: {
    kind: 'command',
    method: 'POST',
    path: '/api/expert-assignments',
    roles: ['city-office'],
    summary:
      'Assign the same experts to one or more verifications; whoever was assigned before and is not named leaves',
    body: z.object({
      verifications: z
        .array(z.object({ verificationId: id, baseVersion }))
        .min(1)
        .max(200),
      experts: z.array(id).min(1).max(10),
      lead: id,
    }),
    answer: z.object({ assigned: z.int() }),
  },
  recuse: {
    kind: 'command',
    method: 'POST',
    path: '/api/verifications/{verificationId}/recusal',
    roles: ['expert'],
    summary: 'Declare a conflict of interest and leave; the city office names somebody else',
    params: verificationParams,
    body: z.object({ reason: z.string().trim().min(4).max(500) }),
    answer: z.object({ state: z.enum(verificationStates) }),
  },
  /**
   * Saves as far as written. Nothing is saved if a verdict does not fit (issues at `items.<item>`) or was changed by another expert
   * after `base`: `spot-check.verdictsChanged` (409) with `items`.
   */
  saveVerifiedVerdicts: {
    kind: 'command',
    method: 'PUT',
    path: '/api/verifications/{verificationId}/verdicts',
    roles: ['expert'],
    summary: 'Save what was found on site to some items; null takes it back',
    params: verificationParams,
    body: z.object({ items: verdictsInput }),
    answer: z.object({ version: z.int(), revisions: z.record(z.string(), z.int()) }),
  },
  /** Issues at `visitedOn`. Refused with `platform.stale` (409) if the conclusion is no longer `before`. */
  saveVisit: {
    kind: 'command',
    method: 'PUT',
    path: '/api/verifications/{verificationId}/visit',
    roles: ['expert'],
    summary: 'Save day and conclusion of the visit',
    params: verificationParams,
    body: z.object({
      before: z.object({ visitedOn: day.nullable(), conclusion: z.string().max(4000) }),
      visitedOn: day.nullable(),
      conclusion: z.string().max(2000),
    }),
    answer: z.object({ version: z.int() }),
  },
  /** Issues at `items.<item>`, `visitedOn`, `conclusion`. Refused with `spot-check.leadOnly` (409) to the other experts. */
  submitVerification: {
    kind: 'command',
    method: 'POST',
    path: '/api/verifications/{verificationId}/submission',
    roles: ['expert'],
    summary: 'Hand in the verified result, as the lead of the experts',
    params: verificationParams,
    body: z.object({ baseVersion }),
    answer: z.object({ version: z.int() }),
  },
  sendVerificationBack: {
    kind: 'command',
    method: 'POST',
    path: '/api/verifications/{verificationId}/sending-back',
    roles: ['city-office'],
    summary: 'Send the result back to the experts with a note',
    params: verificationParams,
    body: z.object({ baseVersion, note: z.string().trim().min(4).max(1000) }),
    answer: z.object({ version: z.int() }),
  },
  /** Refused with `spot-check.notAccepted` (409) where the answers lead to no class. */
  confirmVerification: {
    kind: 'command',
    method: 'POST',
    path: '/api/verifications/{verificationId}/confirmation',
    roles: ['city-office'],
    summary: 'Confirm the result; score and class are worked out and the class is settled',
    params: verificationParams,
    body: z.object({ baseVersion }),
    answer: z.object({ version: z.int(), printed: z.string(), classCode: z.string(), settledId: id }),
  },
});
