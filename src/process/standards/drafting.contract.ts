import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

/** Drafts are for those who draft, decide on them, or audit. */
const draftReaders = ['city-office', 'leading-group', 'auditor'] as const;

const draftId = z.object({ draftId: z.uuid() });
const editionHash = z.string().regex(/^[0-9a-f]{64}$/);
const edition = z.object({ editionHash });
const industry = z.string().trim().min(1).max(60);
const version = z.int().min(1);
/** A document of the form `anping-edition-v1`, or what will become one: it need not be valid. */
const content = z.record(z.string(), z.unknown());
/** The title of the edition, typed by hand; white space around it does not count. */
const confirmation = z.string().trim().max(200);

/** What keeps an edition from being published: `path` as in the document (`items[3].full`), the code's wording in `standards-faults.text.ts`. */
const fault = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Figures of an edition or of a draft as far as it reads; `units` ÷ `unitsPerPoint` are points. */
const figures = z.object({
  items: z.int(),
  mandatory: z.int(),
  veto: z.int(),
  units: z.number(),
  unitsPerPoint: z.int(),
});

const listedEdition = z.object({
  hash: z.string(),
  title: z.string(),
  issued: z.string(),
  figures,
  inForceFrom: z.iso.datetime(),
  /** Empty for an edition that came with the founding of the city. */
  publishedBy: z.string(),
  /** Null while it is in force. */
  retiredAt: z.iso.datetime().nullable(),
  /** Empty where a newer edition took its place; then `replacedBy` names that. */
  retiredBy: z.string(),
  replacedBy: z.string().nullable(),
});

const listedDraft = z.object({
  draftId: z.uuid(),
  title: z.string(),
  version,
  /** Of the draft's content as saved; zero where it does not read. */
  figures,
  /** How much keeps it from being published. */
  faultCount: z.int(),
  basedOn: z.object({ hash: z.string(), title: z.string(), inForce: z.boolean() }).nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  changedBy: z.string(),
  changedAt: z.iso.datetime(),
});

/** How many elements, items and gates would be other than they are in force; items are told apart as `differenceOf` does. */
const changes = z.object({
  itemsAdded: z.int(),
  itemsRemoved: z.int(),
  itemsChanged: z.int(),
  /** Differ in id, element or clause only. */
  itemsMoved: z.int(),
  itemsKept: z.int(),
  elementsChanged: z.int(),
  gatesChanged: z.int(),
  classesChanged: z.int(),
  /** Elements whose items stand in another order. */
  elementsReordered: z.int(),
  /** Members of the head (`title`, `scale`, …) that differ. */
  head: z.array(z.string()),
  before: figures,
  after: figures,
});

/** A cell of an uploaded workbook and what is wrong with it: `条款!C7`; wording in `drafting-faults.text.ts` and `standards-faults.text.ts`. */
const cellFault = fault;

const importState = z.enum(['previewed', 'taken-over']);

export const draftingContract = contract({
  /** Everybody sees what is and was in force; `drafts` is empty for those who may not read drafts. */
  standards: {
    kind: 'query',
    method: 'GET',
    path: '/api/standards',
    roles: 'signed-in',
    summary: 'Every industry with its edition in force, its former editions and its drafts',
    answer: z.object({
      industries: z.array(
        z.object({
          industry: z.string(),
          industryName: z.string(),
          inForce: listedEdition.nullable(),
          /** The latest first. */
          former: z.array(listedEdition),
          /** Open drafts, the last changed first. */
          drafts: z.array(listedDraft),
        }),
      ),
      mayDraft: z.boolean(),
      /** Publishing and retiring. */
      mayDecide: z.boolean(),
    }),
  },
  /** The content is `GET /api/editions/{editionHash}` of the standards contract, which never changes. */
  editionRecord: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}/record',
    roles: 'signed-in',
    summary: 'How long a published edition was in force, by whom, and what may be done with it',
    params: edition,
    answer: listedEdition.extend({
      industry: z.string(),
      industryName: z.string(),
      /** The edition that is in force for the industry, if that is another one. */
      inForce: z.object({ hash: z.string(), title: z.string() }).nullable(),
      /** The edition before it. */
      replaced: z.object({ hash: z.string(), title: z.string() }).nullable(),
      /** May be copied into a new draft. */
      mayCopy: z.boolean(),
      mayRetire: z.boolean(),
    }),
  },
  editionWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}/workbook',
    roles: 'signed-in',
    summary:
      'A published edition as .xlsx; refused with `drafting.notForExcel` {path} if a workbook cannot hold all of it',
    params: edition,
    answer: 'file',
  },
  editionDocument: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}/document',
    roles: 'signed-in',
    summary: 'A published edition as canonical JSON, whose SHA-256 is its hash',
    params: edition,
    answer: 'file',
  },
  /** Refused with `drafting.retiredAlready`, `drafting.notConfirmed` {expected} (409). */
  retireEdition: {
    kind: 'command',
    method: 'POST',
    path: '/api/editions/{editionHash}/retirement',
    roles: ['leading-group'],
    summary: 'Take an edition out of force without a new one; running campaigns keep theirs',
    params: edition,
    body: z.object({ reason: z.string().trim().min(2).max(500), confirmation }),
    answer: z.object({ hash: z.string() }),
  },
  /** Refused with `drafting.industryUnknown` {industry}, `input.noSuchRecord` where the edition to be copied does not exist. */
  startDraft: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-drafts',
    roles: ['city-office'],
    summary: 'Begin a draft: from a published edition, or empty with the classes of the industry’s edition',
    body: z.discriminatedUnion('from', [
      z.object({ from: z.literal('edition'), editionHash }),
      z.object({ from: z.literal('nothing'), industry, title: z.string().trim().min(1).max(200) }),
    ]),
    answer: z.object({ draftId: z.uuid(), version }),
  },
  draft: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-drafts/{draftId}',
    roles: draftReaders,
    summary: 'A draft, whole, with everything that keeps it from being published',
    params: draftId,
    answer: listedDraft.extend({
      industry: z.string(),
      industryName: z.string(),
      state: z.enum(['drafting', 'published', 'discarded']),
      content,
      faults: z.array(fault),
      inForce: z.object({ hash: z.string(), title: z.string() }).nullable(),
      /** The edition that it became. */
      publishedHash: z.string().nullable(),
      maySave: z.boolean(),
      mayDiscard: z.boolean(),
      /** The office of the person allows it; `publication` says whether this draft can be published now. */
      mayPublish: z.boolean(),
    }),
  },
  /**
   * Saved whatever its faults; content that is the same already leaves version and editor as they are. The industry stays the draft's.
   * Refused with `platform.stale`, `drafting.isPublished`, `drafting.isDiscarded` (409); a text with a broken character is an issue (422).
   */
  saveDraft: {
    kind: 'command',
    method: 'PUT',
    path: '/api/edition-drafts/{draftId}',
    roles: ['city-office'],
    summary: 'Keep the whole content of a draft; answers what keeps it from being published',
    params: draftId,
    body: z.object({ content, baseVersion: version }),
    answer: z.object({ version, changed: z.boolean(), changedAt: z.iso.datetime(), faults: z.array(fault) }),
  },
  /** Refused with `platform.stale`, `drafting.isPublished`, `drafting.isDiscarded` (409). */
  discardDraft: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/edition-drafts/{draftId}',
    roles: ['city-office'],
    summary: 'Set a draft aside for good',
    params: draftId,
    query: z.object({ baseVersion: z.coerce.number().int().min(1) }),
    answer: z.object({ draftId: z.uuid() }),
  },
  /** What publishing would do, to be shown before it is confirmed. */
  publication: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-drafts/{draftId}/publication',
    roles: draftReaders,
    summary: 'What publishing a draft would change, and what stands against it',
    params: draftId,
    answer: z.object({
      version,
      faults: z.array(fault),
      /** The edition that would be retired. */
      replaces: z.object({ hash: z.string(), title: z.string() }).nullable(),
      /** Against the edition in force; null where there is none or the draft does not read. */
      changes: changes.nullable(),
      /** What the draft was begun from is not in force any more, or a newer edition is: `acceptsNewer` must be sent. */
      outdated: z.boolean(),
      /** The text to type. */
      confirmation: z.string(),
      /** The first refusal that stands against it whatever is typed or ticked; null if there is none. */
      refusal: z
        .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
        .nullable(),
    }),
  },
  /**
   * In force at once for its industry; the former edition is retired in the same step. Issues at paths of the document (422).
   * Refused with `platform.stale`, `drafting.isPublished`, `drafting.isDiscarded`, `drafting.sameAsEditor` {name}, `drafting.industryUnknown`
   * {industry}, `consultation.stillOpen` {closesOn}, `consultation.unanswered` {count}, `drafting.basedOnFormer` {title},
   * `drafting.newerInForce` {title}, `drafting.publishedAlready` {title}, `drafting.notConfirmed` {expected} (409).
   */
  publishDraft: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-drafts/{draftId}/publication',
    roles: ['leading-group'],
    summary: 'Put a draft in force; never by the person who edited it last',
    params: draftId,
    body: z.object({ baseVersion: version, confirmation, acceptsNewer: z.boolean().default(false) }),
    answer: z.object({ hash: z.string(), retired: z.string().nullable() }),
  },
  draftWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-drafts/{draftId}/workbook',
    roles: draftReaders,
    summary: 'A draft as .xlsx; refused with `drafting.notForExcel` {path} if a workbook cannot hold all of it (409)',
    params: draftId,
    answer: 'file',
  },
  draftDocument: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-drafts/{draftId}/document',
    roles: draftReaders,
    summary: 'A draft as JSON, as it stands',
    params: draftId,
    answer: 'file',
  },
  /**
   * Reads a workbook and keeps what was understood; no draft changes. Refused with the codes of `readWorkbook`; everything within it,
   * a missing sheet included, comes back as faults by cell.
   */
  previewDraftWorkbook: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-drafts/{draftId}/imports',
    roles: ['city-office'],
    summary: 'Upload a workbook for a draft and see what it would make of it',
    params: draftId,
    body: 'upload',
    answer: z.object({ importId: z.uuid(), errorCount: z.int() }),
  },
  /** As `previewDraftWorkbook`, for a draft that is not begun yet. */
  previewNewWorkbook: {
    kind: 'command',
    method: 'POST',
    path: '/api/standards/{industry}/imports',
    roles: ['city-office'],
    summary: 'Upload a workbook for a new draft of an industry',
    params: z.object({ industry }),
    body: 'upload',
    answer: z.object({ importId: z.uuid(), errorCount: z.int() }),
  },
  editionImport: {
    kind: 'query',
    method: 'GET',
    path: '/api/edition-imports/{importId}',
    roles: ['city-office', 'auditor'],
    summary: 'An uploaded workbook: its faults by cell, and what taking it over would change',
    params: z.object({ importId: z.uuid() }),
    answer: z.object({
      importId: z.uuid(),
      /** Null for a draft that is not begun yet. */
      draftId: z.uuid().nullable(),
      industry: z.string(),
      industryName: z.string(),
      fileName: z.string(),
      state: importState,
      createdBy: z.string(),
      createdAt: z.iso.datetime(),
      /** What keeps the workbook from being taken over, in the order of sheets, rows and columns; the first 500. */
      errors: z.array(cellFault),
      errorCount: z.int(),
      /** What would keep the draft from being published afterwards; a draft may have such faults. */
      faults: z.array(fault),
      /** What was understood; null while there are errors. */
      figures: figures.nullable(),
      /** Against the draft as it is now, or for a new one against the edition in force; null while there are errors or nothing to compare. */
      changes: changes.nullable(),
      /** The draft's version now, to send back. */
      draftVersion: version.nullable(),
      mayTakeOver: z.boolean(),
    }),
  },
  /**
   * The whole content becomes the draft's, or a new draft's: all or nothing.
   * Refused with `drafting.importHasErrors` {count}, `drafting.importTakenOver`, `drafting.isPublished`, `drafting.isDiscarded`,
   * `drafting.industryUnknown` {industry}, `platform.stale` (409).
   */
  takeOverImport: {
    kind: 'command',
    method: 'POST',
    path: '/api/edition-imports/{importId}/take-over',
    roles: ['city-office'],
    summary: 'Make the content of an uploaded workbook the content of the draft',
    params: z.object({ importId: z.uuid() }),
    /** Null for a new draft. */
    body: z.object({ baseVersion: version.nullable() }),
    answer: z.object({ draftId: z.uuid(), version }),
  },
});
