import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { lackKinds, paperStates } from './domain/paper/arrivals.ts';
import { figureKeys } from './domain/paper/comparison.ts';
import { standings } from './domain/paper/standing.ts';

const day = z.iso.date();
const instant = z.iso.datetime();
const submissionId = z.uuid();
const copy = z.int().min(1).max(9);

const version = z.object({
  submissionId,
  sequence: z.int(),
  receiptNumber: z.string(),
  byRevision: z.boolean(),
});

/** What became of a version, and what took its place. */
const standing = z.object({
  state: z.enum(standings),
  successor: version.extend({ how: z.enum(['revision', 'resubmission']) }).nullable(),
  newest: version.nullable(),
  /** Once the class of the unit is decided: number and day of the list. */
  decided: z.object({ number: z.string(), decidedOn: day, className: z.string() }).nullable(),
});

const lack = z.object({ copy: z.int(), what: z.enum(lackKinds) });

const arrival = z.object({
  signed: z.boolean(),
  sealed: z.boolean(),
  byCode: z.boolean(),
  arrivedOn: day,
  way: z.enum(['by-hand', 'post']),
  note: z.string(),
  registeredByName: z.string(),
  registeredAt: instant,
});

const scan = z.object({
  scanId: z.uuid(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  uploadedByName: z.string(),
  uploadedAt: instant,
  /** Added by the person who asks, who may take it away again. */
  own: z.boolean(),
});

/** Everything about the paper of one version. */
const paperAnswer = z.object({
  submissionId,
  declarationId: z.uuid(),
  campaignName: z.string(),
  enterpriseName: z.string(),
  unitName: z.string(),
  sequence: z.int(),
  versions: z.int(),
  receiptNumber: z.string(),
  submittedAt: instant,
  receivingBodyName: z.string(),
  /** Twelve digits of the content digest, in groups. */
  shortDigest: z.string(),
  standing,
  /** The version whose paper is asked for; null while none is. */
  wanted: version.nullable(),
  state: z.enum(paperStates),
  copies: z.array(z.object({ copy: z.int(), keeper: z.string(), arrival: arrival.nullable() })),
  lacks: z.array(lack),
  /** Last day for the paper, or for what it lacks. */
  dueOn: day.nullable(),
  workingDaysLeft: z.int().optional(),
  /** Which day counts, by which rule, and whether it is after the last day on time. */
  counting: z.object({
    rule: z.enum(['electronic', 'paper']),
    basis: z.string(),
    day: day.nullable(),
    late: z.boolean(),
  }),
  /** The print, once there is one. */
  pack: z.object({ code: z.string(), pages: z.int(), printedAt: instant, printedByName: z.string() }).nullable(),
  /** Characters of it that no font has. */
  missingGlyphs: z.array(z.string()),
  receipt: z.object({ number: z.string(), completeOn: day, issuedAt: instant, issuedByName: z.string() }).nullable(),
  notice: z
    .object({
      number: z.string(),
      lacks: z.array(lack),
      note: z.string(),
      dueOn: day,
      sentAt: instant,
      sentByName: z.string(),
    })
    .nullable(),
  scans: z.array(scan),
  actions: z.array(z.enum(['print', 'register', 'notify', 'undo', 'scan'])),
  today: day,
});
export type Paper = z.infer<typeof paperAnswer>;

const listRow = z.object({
  submissionId,
  enterpriseName: z.string(),
  unitName: z.string(),
  bodyName: z.string(),
  receiptNumber: z.string(),
  sequence: z.int(),
  submittedAt: instant,
  state: z.enum(paperStates),
  arrived: z.int(),
  copies: z.int(),
  receiptIssued: z.string().nullable(),
  dueOn: day.nullable(),
  late: z.boolean(),
});
export type PaperRow = z.infer<typeof listRow>;

const readers = [...enterpriseRoles, ...officers, 'expert', 'auditor'] as const;
const printers = [...enterpriseRoles, 'reviewer', 'sign-off', 'city-office'] as const;
const desk = ['reviewer', 'sign-off'] as const;

export const paperContract = contract({
  paperList: {
    kind: 'query',
    method: 'GET',
    path: '/api/papers',
    roles: [...enterpriseRoles, ...officers, 'auditor'],
    summary:
      'Declarations in force with what has come of their paper: of the own enterprise, the own body, or the city',
    query: z.object({
      state: z.enum([...paperStates, 'open']).optional(),
      /** `1`: past the last day for the paper; `0`: still in time. */
      overdue: z.enum(['0', '1']).optional(),
      q: z.string().trim().max(60).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      size: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      rows: z.array(listRow),
      total: z.int(),
      counts: z.record(z.enum(paperStates), z.int()),
      today: day,
    }),
  },
  paper: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/paper',
    roles: readers,
    summary: 'The paper of a submission: its print, its copies, what lacks, receipt, notice and scans',
    params: z.object({ submissionId }),
    answer: paperAnswer,
  },
  /** The print is made once, and the same bytes are given ever after. Refused with `paper.frozenBySystem` (409) for what nobody signed. */
  preparePack: {
    kind: 'command',
    method: 'POST',
    path: '/api/submissions/{submissionId}/print-pack',
    roles: printers,
    summary: 'Make the print of a submission (一式几份), with a code on every page',
    params: z.object({ submissionId }),
    body: z.object({
      /** Where this instance is reached: what the codes lead to. */
      address: z.url({ protocol: /^https?$/ }).max(120),
    }),
    answer: z.object({ paperCode: z.string(), copies: z.int(), pages: z.int(), missingGlyphs: z.array(z.string()) }),
  },
  packFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/print-pack',
    roles: readers,
    summary: 'The print of a submission as PDF',
    params: z.object({ submissionId }),
    answer: 'file',
  },
  draftPrint: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/draft-print',
    roles: enterpriseRoles,
    summary: 'The working copy as it would be printed, marked as a draft and without codes',
    params: z.object({ declarationId: z.uuid() }),
    answer: 'file',
  },
  /** Refused with `paper.superseded` (409) {sequence, newest, receipt} where another version's paper is asked for, `paper.notAskedFor` where none is. */
  registerCopies: {
    kind: 'command',
    method: 'POST',
    path: '/api/submissions/{submissionId}/paper-arrivals',
    roles: desk,
    summary: 'Register copies of the paper that arrived; the last whole one brings the receipt',
    params: z.object({ submissionId }),
    body: z.object({
      copies: z
        .array(
          z.object({
            copy,
            signed: z.boolean(),
            sealed: z.boolean(),
            /** As it was read or typed; absent where the page has none that can be read. */
            code: z.string().max(300).optional(),
          }),
        )
        .min(1)
        .max(9),
      arrivedOn: day,
      way: z.enum(['by-hand', 'post']),
      note: z.string().trim().max(500).default(''),
    }),
    answer: z.object({ lacks: z.array(lack), receiptNumber: z.string().nullable() }),
  },
  undoCopy: {
    kind: 'command',
    method: 'POST',
    path: '/api/submissions/{submissionId}/paper-arrivals/{copy}/undoing',
    roles: desk,
    summary: 'Take back the registration of a copy that was entered by mistake; a receipt given for it becomes void',
    params: z.object({ submissionId, copy: z.coerce.number().int().min(1).max(9) }),
    body: z.object({ reason: z.string().trim().min(1, 'paper.reasonMissing').max(500) }),
    answer: z.object({ lacks: z.array(lack) }),
  },
  notifyLacks: {
    kind: 'command',
    method: 'POST',
    path: '/api/submissions/{submissionId}/paper-notices',
    roles: desk,
    summary: 'Tell the enterprise what its paper lacks, and until when it is to be completed (补正通知)',
    params: z.object({ submissionId }),
    body: z.object({ note: z.string().trim().max(500).default(''), dueOn: day.optional() }),
    answer: z.object({ number: z.string(), dueOn: day }),
  },
  noticeFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/paper-notice',
    roles: readers,
    summary: 'The newest notice of what the paper lacks, as PDF',
    params: z.object({ submissionId }),
    answer: 'file',
  },
  receiptFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/paper-receipt',
    roles: readers,
    summary: 'The receipt of the paper (收件回执), as PDF',
    params: z.object({ submissionId }),
    answer: 'file',
  },
  addScan: {
    kind: 'command',
    method: 'POST',
    path: '/api/submissions/{submissionId}/paper-scans',
    roles: [...enterpriseRoles, ...desk],
    summary: 'Add a scan of the signed and sealed pages: PDF or JPEG, up to 20 MB',
    params: z.object({ submissionId }),
    body: 'upload',
    answer: z.object({ scanId: z.uuid() }),
  },
  removeScan: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/submissions/{submissionId}/paper-scans/{scanId}',
    roles: [...enterpriseRoles, ...desk],
    summary: 'Take a scan away that was added by oneself',
    params: z.object({ submissionId, scanId: z.uuid() }),
    answer: z.object({}),
  },
  scanFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/paper-scans/{scanId}',
    roles: readers,
    summary: 'A scan of signed and sealed pages',
    params: z.object({ submissionId, scanId: z.uuid() }),
    answer: 'file',
  },
  check: {
    kind: 'query',
    method: 'GET',
    path: '/api/paper-checks/{paperCode}',
    roles: readers,
    summary: 'What the code on a page leads to, for those who may see the record: version, successor, key figures',
    params: z.object({ paperCode: z.string().max(300) }),
    answer: z.object({
      copy: z.int(),
      page: z.int(),
      paper: paperAnswer,
      figures: z.array(
        z.object({ key: z.enum(figureKeys), kind: z.enum(['text', 'number', 'day']), value: z.string() }),
      ),
      /** Whether the picture is set by what set the print; if not, the print itself is to be looked at. */
      sameRenderer: z.boolean(),
    }),
  },
  pageImage: {
    kind: 'query',
    method: 'GET',
    path: '/api/paper-checks/{paperCode}/page',
    roles: readers,
    summary: 'The page of the print that bears the code, as a picture',
    params: z.object({ paperCode: z.string().max(300) }),
    answer: 'file',
  },
  /** Refused with `paper.unknown` (404) where no print bears the code. */
  publicCheck: {
    kind: 'query',
    method: 'GET',
    path: '/api/public/paper-checks/{anyPaperCode}',
    roles: 'public',
    guessable: true,
    summary:
      'Whether a code is genuine, which version of how many it means and whether that is the current one; nothing of the content',
    params: z.object({ anyPaperCode: z.string().max(300) }),
    answer: z.object({
      copy: z.int(),
      copies: z.int(),
      page: z.int(),
      pages: z.int(),
      sequence: z.int(),
      versions: z.int(),
      state: z.enum(standings),
    }),
  },
});
export type PaperCheck = z.infer<(typeof paperContract)['check']['answer']>;
