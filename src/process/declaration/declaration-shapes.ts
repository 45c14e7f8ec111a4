import { z } from 'zod';
import { factDocument } from '#parties/enterprises/enterprises.contract.ts';
import { revisionOutcomes } from '#process/campaign/domain/revision.ts';
import { reportSections } from './domain/report/sections.ts';
import { declarationStates } from './domain/states.ts';
import { photo } from './evidence.contract.ts';
import { shownRoute } from './moves.contract.ts';
import { fieldSource } from './registration.contract.ts';
import { signingAnswer } from './signing.contract.ts';

export const answer = z.union([
  z.strictObject({ points: z.int().min(0).max(100_000) }),
  z.strictObject({ met: z.boolean() }),
  z.strictObject({ na: z.string().max(4000) }),
]);
export const day = z.iso.date();
const instant = z.iso.datetime();
export const elementId = z.string().min(1).max(60);
export const itemId = z.string().min(1).max(60);
export const declarationId = z.uuid();
const issue = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** The register's own data of the unit; the enterprise cannot change what decides where it is reviewed. */
const register = z.object({
  enterpriseName: z.string(),
  creditCode: z.string(),
  unitName: z.string(),
  industry: z.string(),
  industryName: z.string(),
  affiliation: z.string(),
  affiliationName: z.string(),
  divisionCode: z.string(),
  divisionName: z.string(),
  supervisingBodyId: z.string(),
  supervisingBodyName: z.string(),
});

/** The form as it was filled in; `domain/registration-fields.ts` says what each field holds. */
const filledIn = z.record(z.string(), z.unknown());

/** Where the declaration goes and why; `reasons` are codes of `#process/campaign` with the names filled in. */
const deadline = z.object({
  opensOn: day,
  dueOn: day,
  /** Until then a late declaration is accepted, and marked. */
  closesOn: day,
  timeliness: z.enum(['too-early', 'on-time', 'late', 'closed']),
  /** Left until `dueOn`, negative when late; absent where the calendar of a year is not published. */
  workingDaysLeft: z.int().optional(),
});

/** Counts by position of the rule; what they may be is the item's, and refused with its name (`deductions.…`). */
export const deductions = z.record(z.string().max(10), z.number());

const draftItem = z.object({
  answer: answer.nullable(),
  /** 扣分原因. */
  reason: z.string(),
  comment: z.string(),
  deductions: deductions.optional(),
  v: z.int(),
  /** Given under an earlier edition to an item that says something else now, or last time: in units of that edition, to be confirmed. */
  was: z
    .object({
      edition: z.string(),
      item: itemId,
      answer,
      last: z
        .object({
          campaign: z.string(),
          same: z.boolean(),
          reason: z.string().optional(),
          comment: z.string().optional(),
          deductions: deductions.optional(),
        })
        .optional(),
    })
    .optional(),
});

const edition = z.object({ hash: z.string(), title: z.string(), publishedOn: day });

/** The last 标准修订 that the declaration followed. */
const revision = z.object({
  revisionId: z.uuid(),
  carriedOutAt: instant,
  from: edition,
  to: edition,
  reason: z.string(),
  outcome: z.enum(revisionOutcomes),
  /** Items whose answers stand. */
  kept: z.int(),
  /** Items that say something else now and had an answer; those that have an answer by now are confirmed. */
  toConfirm: z.array(z.string()),
  fresh: z.array(z.string()),
  /** Answers to items that are gone. */
  dropped: z.array(z.object({ itemId: z.string(), answer, comment: z.string() })),
});

export const evidence = z.object({
  evidenceId: z.uuid(),
  /** The file behind it: one may prove several items. */
  fileId: z.uuid(),
  itemId,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  uploadedAt: instant,
});

const measure = z.object({ measure: z.string(), person: z.string(), dueOn: day.nullable() });

const fact = z.object({
  kind: z.string(),
  happenedOn: day,
  note: z.string(),
  documentNumber: z.string(),
  issuingBody: z.string(),
});

const returned = z.object({
  reason: z.string(),
  /** By a 标准修订 and not by a reviewer: `revision` tells what is to be done. */
  byRevision: z.boolean(),
  dueOn: day,
  items: z.array(z.object({ itemId, comment: z.string() })),
});

const submissionLine = z.object({
  submissionId: z.uuid(),
  sequence: z.int(),
  submittedAt: instant,
  receiptNumber: z.string(),
  receivingBodyName: z.string(),
  printed: z.string(),
  classCode: z.string().nullable(),
  late: z.boolean(),
  signer: z.string(),
  handedOverByName: z.string().nullable(),
  /** Frozen anew by the system because of a 标准修订. */
  byRevision: z.boolean(),
});

/** Everything of a declaration that its enterprise works with. */
export const declarationAnswer = z.object({
  declarationId,
  campaign: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(declarationStates),
  /** Counts every change; `submit` names the one it was checked at. */
  version: z.int(),
  register,
  registration: filledIn,
  registrationVersion: z.int(),
  /** By field; a field without one was filled in before sources were kept. */
  registrationSources: z.record(z.string(), fieldSource),
  /** What decides which parts of the form this unit has; `classes` by code, those that may be applied for. */
  formSetting: z.object({
    industry: z.string(),
    townshipOpinion: z.boolean(),
    classes: z.array(z.string()),
    campaign: z.object({ startsOn: day, endsOn: day }),
  }),
  editionHash: z.string(),
  /** By second-level element. */
  sections: z.record(z.string(), z.object({ version: z.int(), items: z.record(z.string(), draftItem) })),
  evidence: z.array(evidence),
  /** Narrative sections of the report, and whether anything is written in each. */
  report: z.array(z.object({ section: z.enum(reportSections), filled: z.boolean() })),
  /** 整改措施 by item, as far as they are written; also of items that have lost no points meanwhile. */
  rectification: z.record(z.string(), measure),
  /** What the authorities have on record and a gate of the edition asks about. */
  facts: z.array(fact),
  /** Null if the register does not say enough: `routeGaps` says what is missing. */
  route: shownRoute.nullable(),
  routeGaps: z.array(issue),
  deadline,
  returned: returned.nullable(),
  revision: revision.nullable(),
  submissions: z.array(submissionLine),
  currentSubmissionId: z.uuid().nullable(),
  reviewBegun: z.boolean(),
  signing: signingAnswer,
  /** What the person asking may do now: `start`, `save`, `hand-over`, `call-back`, `send-back`, `submit`, `withdraw`. */
  actions: z.array(z.string()),
  today: day,
});

/** A class of the edition, as it is shown. */
const shownClass = z.object({ code: z.string(), name: z.string(), colour: z.string() });

export const listRow = z.object({
  declarationId,
  unitName: z.string(),
  enterpriseName: z.string(),
  industry: z.string(),
  industryName: z.string(),
  /** Receives it, or will by the routing table. */
  bodyName: z.string(),
  state: z.enum(declarationStates),
  reviewBegun: z.boolean(),
  dueOn: day,
  workingDaysLeft: z.int().optional(),
  late: z.boolean(),
  submittedAt: instant.nullable(),
  currentSubmissionId: z.uuid().nullable(),
  changedAt: instant,
  /** Progress and class so far; only for the enterprise itself, drafts are nobody else's. */
  progress: z
    .object({ answered: z.int(), total: z.int(), settled: shownClass.nullable(), best: z.string(), worst: z.string() })
    .nullable(),
  /** Of the submission in force. */
  class: shownClass.nullable(),
  printed: z.string().nullable(),
});

export const submissionAnswer = z.object({
  submissionId: z.uuid(),
  declarationId,
  sequence: z.int(),
  campaignName: z.string(),
  register,
  registration: filledIn,
  editionHash: z.string(),
  asOf: day,
  answers: z.record(z.string(), answer),
  /** 扣分原因 by item; submissions of before it was asked for have none. */
  reasons: z.record(z.string(), z.string()),
  comments: z.record(z.string(), z.string()),
  /** How points were counted out, by item, where they were. */
  deductions: z.record(z.string(), deductions),
  /** False of one that was submitted before there were reports. */
  hasReport: z.boolean(),
  /** 整改措施 by item that lost points, as it was handed in. */
  rectification: z.record(z.string(), measure),
  facts: z.array(z.object({ fact: z.string(), date: day })),
  /** What the facts on record rest on, where they name it. */
  documents: z.array(factDocument),
  evidence: z.array(evidence.extend({ digest: z.string(), photo: photo.nullable() })),
  printed: z.string(),
  numerator: z.int(),
  denominator: z.int(),
  classCode: z.string().nullable(),
  submittedAt: instant,
  /** The manager who signed, by the name of the account. Before accounts signed, `signer` was typed by whoever submitted. */
  signer: z.string(),
  submittedByName: z.string(),
  signedBy: z.object({ accountId: z.uuid().nullable(), name: z.string() }),
  /** Who handed it over for signature; null where a single person did everything. */
  handedOverBy: z.object({ accountId: z.uuid().nullable(), name: z.string() }).nullable(),
  receiptNumber: z.string(),
  contentDigest: z.string(),
  receivingBodyId: z.string(),
  receivingBodyName: z.string(),
  dueOn: day,
  late: z.boolean(),
  /** False if a later submission, a withdrawal or a return has taken its place. */
  current: z.boolean(),
  /** Of a submission that the system froze anew because of a 标准修订. */
  revision: z.object({ from: edition, to: edition, reason: z.string() }).nullable(),
});
