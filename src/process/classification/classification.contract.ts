import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { factDocument } from '#parties/enterprises/enterprises.contract.ts';
import { adoptionActions, adoptionStates } from './domain/adoption.ts';
import { recomputeFiles } from './domain/recompute.ts';

const id = z.uuid();
const day = z.iso.date();
const instant = z.iso.datetime();
const insiders = ['city-office', 'leading-group', 'auditor'] as const;
const readers = [...insiders, 'reviewer', 'sign-off'] as const;

/** A class of the scheme, by which pages name and colour it. */
const schemeClass = z.object({ code: z.string(), name: z.string(), colour: z.string(), meaning: z.string() });
export type ClassName = z.infer<typeof schemeClass>;

const row = z.object({
  settledId: id,
  unitId: id,
  enterprise: z.string(),
  creditCode: z.string(),
  unit: z.string(),
  division: z.string(),
  body: z.string(),
  industry: z.string(),
  affiliation: z.string(),
  selfPrinted: z.string(),
  selfClass: z.string().nullable(),
  reviewedPrinted: z.string(),
  reviewedClass: z.string().nullable(),
  basis: z.enum(['verified', 'reviewed-kept']),
  printed: z.string(),
  classCode: z.string(),
  /** Who fixed the class in place of the city, and by which document; null or absent for every other class. */
  fixedBy: z.object({ issuingBody: z.string(), documentNumber: z.string() }).nullish(),
  adjustment: z.string(),
  validityMonths: z.int(),
  noticeNumber: z.string(),
});
export type ListRow = z.infer<typeof row>;

const adoptionLine = z.object({
  adoptionId: id,
  /** Null until it is signed. */
  number: z.string().nullable(),
  title: z.string(),
  state: z.enum(adoptionStates),
  meetingOn: day,
  unitCount: z.int(),
  preparedAt: instant,
  signedAt: instant.nullable(),
  /** Address of the list on the public site. */
  slug: z.string().nullable(),
});

const score = z.object({ printed: z.string(), classCode: z.string().nullable() });

const decisionLine = z.object({
  decisionId: id,
  unitId: id,
  enterprise: z.string(),
  creditCode: z.string(),
  unit: z.string(),
  division: z.string(),
  body: z.string(),
  industry: z.string(),
  classCode: z.string(),
  number: z.string(),
  validFrom: day,
  validUntil: day,
  inForce: z.boolean(),
  /** Day on which the edition that it was decided by was published; a revision in mid-campaign leaves it. */
  editionOn: day,
});

/** How a class came about, as `standards/domain` tells it and `standards/trace-lines.ts` words it. */
const trace = z.array(z.looseObject({ step: z.int(), rule: z.string() }));

const decisionAnswer = decisionLine.extend({
  adoptionId: id,
  slug: z.string(),
  listTitle: z.string(),
  listDigest: z.string(),
  meetingOn: day,
  decidedAt: instant,
  issuer: z.string(),
  basis: z.enum(['verified', 'reviewed-kept']),
  printed: z.string(),
  numerator: z.int(),
  denominator: z.int(),
  editionHash: z.string(),
  editionTitle: z.string(),
  trace,
  /** What the facts on record rest on, where they name it. */
  documents: z.array(factDocument),
  validity: z.object({ months: z.int(), basis: z.string() }),
  visits: z.object({ target: z.int(), cap: z.int(), basis: z.string() }),
  classes: z.array(schemeClass),
});

/** What happened to a unit, one after the other. `params` fill the wording of `course.<kind>`. */
const courseEntry = z.object({
  kind: z.enum([
    'submitted',
    'returned',
    'proposed',
    'signed-off',
    'transmitted',
    'drawn',
    'not-drawn',
    'verified',
    'settled-verified',
    'settled-kept',
    'superseded',
    'noticed',
    'objected',
    'objection-dismissed',
    'objection-upheld',
    'cleared',
    'decided',
    'revision-carried',
    'revision-resubmitted',
    'revision-returned',
    'revision-decided',
    'moved',
    'move-kept',
    'directed',
  ]),
  at: instant,
  who: z.string(),
  params: z.record(z.string(), z.string()),
  classCode: z.string().nullable(),
  printed: z.string().nullable(),
});
export type CourseEntry = z.infer<typeof courseEntry>;

export const classificationContract = contract({
  adoptable: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/adoptable',
    roles: ['city-office', 'auditor'],
    summary: 'Units that may be adopted: settled, through public notice without an objection left, not yet decided',
    params: z.object({ campaignId: id }),
    answer: z.object({
      rows: z.array(row),
      classes: z.array(schemeClass),
      today: day,
      proposedTitle: z.string(),
      /** Why other settled units are not among the rows, in units. */
      waiting: z.object({ notNoticed: z.int(), inNotice: z.int(), objected: z.int(), inBatch: z.int() }),
    }),
  },
  /** Issue at `meetingOn` (`adoption.meetingAhead`); refused with `adoption.rowsChanged` (409, `missing`). */
  prepareAdoption: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/adoptions',
    roles: ['city-office'],
    summary: 'Put units into a batch for the leading group to sign; the list is frozen',
    params: z.object({ campaignId: id }),
    body: z.object({
      title: z.string().trim().min(1).max(120),
      meetingOn: day,
      chair: z.string().trim().min(1).max(40),
      present: z.string().trim().min(1).max(1_000),
      minutes: z.string().trim().min(1).max(4_000),
      settledIds: z.array(id).min(1).max(20_000),
    }),
    answer: z.object({ adoptionId: id, listDigest: z.string() }),
  },
  /** Refused with `adoption.notPrepared` (409, `state`). */
  withdrawAdoption: {
    kind: 'command',
    method: 'POST',
    path: '/api/adoptions/{adoptionId}/withdrawal',
    roles: ['city-office'],
    summary: 'Withdraw a batch that is not signed; its units may be put into another one',
    params: z.object({ adoptionId: id }),
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ state: z.enum(adoptionStates) }),
  },
  /**
   * `listDigest` is that of the list as it was read. Issue at `name` (`adoption.nameDiffers`); refused with `adoption.notPrepared`
   * (409), `adoption.listDiffers` (409), `adoption.rowsChanged` (409, `missing`).
   */
  signAdoption: {
    kind: 'command',
    method: 'POST',
    path: '/api/adoptions/{adoptionId}/signature',
    roles: ['leading-group'],
    summary: 'Sign a batch: it gets its number, every unit its class, and the list is published',
    params: z.object({ adoptionId: id }),
    body: z.object({ name: z.string().trim().min(1).max(40), listDigest: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: z.object({ number: z.string(), slug: z.string() }),
  },
  adoptions: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/adoptions',
    roles: insiders,
    summary: 'Batches of a campaign, newest first',
    params: z.object({ campaignId: id }),
    answer: z.object({ rows: z.array(adoptionLine), total: z.int() }),
  },
  adoption: {
    kind: 'query',
    method: 'GET',
    path: '/api/adoptions/{adoptionId}',
    roles: insiders,
    summary: 'One batch with its meeting and its list',
    params: z.object({ adoptionId: id }),
    answer: adoptionLine.extend({
      campaignId: id,
      chair: z.string(),
      present: z.string(),
      minutes: z.string(),
      listDigest: z.string(),
      preparedByName: z.string(),
      signedByName: z.string(),
      withdrawnAt: instant.nullable(),
      withdrawnByName: z.string(),
      withdrawalReason: z.string(),
      rows: z.array(row),
      classes: z.array(schemeClass),
      counts: z.array(z.object({ classCode: z.string(), count: z.int() })),
      /** Of a prepared batch: units that may no longer be adopted, so that it can only be withdrawn. */
      gone: z.int(),
      actions: z.array(z.enum(adoptionActions)),
    }),
  },
  adoptionWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/adoptions/{adoptionId}/list.xlsx',
    roles: insiders,
    summary: 'The list as a workbook, with the columns for official use',
    params: z.object({ adoptionId: id }),
    answer: 'file',
  },
  adoptionDocument: {
    kind: 'query',
    method: 'GET',
    path: '/api/adoptions/{adoptionId}/list.pdf',
    roles: insiders,
    summary: 'The list as the official document, with the columns that the public reads',
    params: z.object({ adoptionId: id }),
    answer: 'file',
  },
  decisions: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/decisions',
    roles: readers,
    summary: 'Classes that were decided; reviewing bodies see the units that they supervise or reviewed',
    params: z.object({ campaignId: id }),
    query: z.object({
      q: z.string().trim().max(60).optional(),
      classCode: z.string().max(60).optional(),
      industry: z.string().max(60).optional(),
      division: z.string().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(decisionLine),
      total: z.int(),
      counts: z.array(z.object({ classCode: z.string(), count: z.int() })),
      classes: z.array(schemeClass),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
      divisions: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
  decision: {
    kind: 'query',
    method: 'GET',
    path: '/api/decisions/{decisionId}',
    roles: [...readers, ...enterpriseRoles],
    summary: 'One decided class with its account, validity and list',
    params: z.object({ decisionId: id }),
    answer: decisionAnswer,
  },
  recomputeFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/decisions/{decisionId}/files/{file}',
    roles: [...readers, ...enterpriseRoles],
    summary: 'The standard and the answers of a decided class as files of the command line, and what it makes of them',
    params: z.object({ decisionId: id, file: z.enum(recomputeFiles) }),
    answer: 'file',
  },
  myClasses: {
    kind: 'query',
    method: 'GET',
    path: '/api/my-classes',
    roles: enterpriseRoles,
    summary: 'The classes of the own units that are in force, and the class of the enterprise that follows',
    answer: z.object({
      enterprise: z.object({ name: z.string(), creditCode: z.string() }),
      /** Null if no unit has a ranked class in force. */
      classCode: z.string().nullable(),
      classFrom: z.array(z.string()),
      classBasis: z.string(),
      units: z.array(
        z.object({
          unitId: id,
          unit: z.string(),
          industry: z.string(),
          /** The newest decision; null while none has been signed. */
          decision: decisionLine.nullable(),
        }),
      ),
      classes: z.array(schemeClass),
    }),
  },
  unitCourse: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/units/{unitId}/course',
    roles: readers,
    summary: 'Everything that happened to a unit in a campaign, and its scores side by side',
    params: z.object({ campaignId: id, unitId: id }),
    answer: z.object({
      unitId: id,
      unit: z.string(),
      enterprise: z.string(),
      creditCode: z.string(),
      division: z.string(),
      body: z.string(),
      industry: z.string(),
      scores: z.object({
        self: score.nullable(),
        reviewed: score.nullable(),
        verified: score.nullable(),
        decided: score.nullable(),
      }),
      decisionId: id.nullable(),
      /** How the class came about that stands now: decided, settled or, before that, reviewed. Null before a class is proposed. */
      account: z
        .object({
          stage: z.enum(['decided', 'settled', 'reviewed']),
          editionHash: z.string(),
          trace,
          documents: z.array(factDocument),
        })
        .nullable(),
      entries: z.array(courseEntry),
      classes: z.array(schemeClass),
    }),
  },
});
