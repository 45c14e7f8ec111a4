import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { differenceKinds } from './domain/workbook/compare.ts';

const instant = z.iso.datetime();
const declarationId = z.uuid();
const ofDeclaration = z.object({ declarationId });
const oneImport = z.object({ declarationId, workbookImportId: z.uuid() });
const side = z.enum(['workbook', 'system']);

const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Something about a cell (`评估表!F23`), a sheet, or the whole workbook; an error keeps it from being taken over. */
const finding = z.object({
  path: z.string(),
  code: z.string(),
  params: params.optional(),
  level: z.enum(['error', 'notice']),
});

export const importStates = ['previewed', 'applied', 'undone'] as const;

const importLine = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(importStates),
  /** Brought by the receiving body in an archive. */
  byBody: z.boolean(),
  errorCount: z.int(),
  taken: z.int(),
  createdByName: z.string(),
  createdAt: instant,
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
});
export type WorkbookImportLine = z.infer<typeof importLine>;

/** One entry of the declaration that differs; values as `docs/formats.md` has them, null where nothing is said. */
const difference = z.object({
  /** `items.<id>`, `measures.<id>` or `registration.<field>`. */
  key: z.string(),
  kind: z.enum(differenceKinds),
  /** The cell of the workbook. */
  place: z.string(),
  workbook: z.unknown(),
  system: z.unknown(),
  base: z.unknown(),
  /** What is taken where nothing is chosen; null where a choice is needed. */
  usual: side.nullable(),
});
export type ShownDifference = z.infer<typeof difference>;

const importAnswer = importLine.extend({
  declarationId,
  unitName: z.string(),
  editionHash: z.string(),
  fileDigest: z.string(),
  madeAt: instant.nullable(),
  appliedByName: z.string().nullable(),
  findings: z.array(finding),
  differences: z.array(difference),
  /** Of the declaration; a choice is made at one. */
  version: z.int(),
  mayApply: z.boolean(),
  mayUndo: z.boolean(),
});
export type WorkbookImport = z.infer<typeof importAnswer>;

const campaignId = z.uuid();
const ofCampaign = z.object({ campaignId });
const oneBatch = z.object({ workbookBatchId: z.uuid() });

export const batchStates = ['running', 'finished', 'stopped'] as const;
export const fileOutcomes = ['waiting', 'taken-over', 'same', 'conflicts', 'errors', 'refused'] as const;

const batchLine = z.object({
  batchId: z.uuid(),
  fileName: z.string(),
  state: z.enum(batchStates),
  fileCount: z.int(),
  /** How many files came to which end. */
  counts: z.record(z.enum(fileOutcomes), z.int()),
  createdByName: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
});
export type WorkbookBatchLine = z.infer<typeof batchLine>;

const batchFile = z.object({
  position: z.int(),
  fileName: z.string(),
  sizeBytes: z.int(),
  outcome: z.enum(fileOutcomes),
  unitName: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  /** Why it was refused. */
  code: z.string().nullable(),
  params,
  findings: z.array(finding),
  filled: z.int(),
  open: z.int(),
  kept: z.int(),
});
export type WorkbookBatchFile = z.infer<typeof batchFile>;

const importers = ['reviewer', 'city-office'] as const;

/** 电子表格: the declaration as a workbook that is filled in offline. */
export const workbookContract = contract({
  workbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/workbook',
    roles: enterpriseRoles,
    summary: 'The working copy of a declaration of the own enterprise as an .xlsx to be filled in offline',
    params: ofDeclaration,
    answer: 'file',
  },
  blankWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/industries/{industry}/declaration-workbook',
    roles: importers,
    summary:
      'The workbook of an industry’s standard without a unit, for enterprises that are not in the system’s reach',
    params: z.object({ campaignId, industry: z.string().max(60) }),
    answer: 'file',
  },
  previewWorkbookImport: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/workbook-imports',
    roles: ['enterprise'],
    summary: 'Read a workbook that was filled in; the declaration stays as it is until differences are chosen',
    params: ofDeclaration,
    body: 'upload',
    answer: z.object({ importId: z.uuid(), errorCount: z.int() }),
  },
  workbookImports: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/workbook-imports',
    roles: enterpriseRoles,
    summary: 'The workbooks that were brought for a declaration of the own enterprise, the last first',
    params: ofDeclaration,
    answer: z.object({ unitName: z.string(), mayImport: z.boolean(), imports: z.array(importLine) }),
  },
  workbookImport: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/workbook-imports/{workbookImportId}',
    roles: enterpriseRoles,
    summary: 'What a workbook says other than the declaration does now, entry by entry, and what is wrong with it',
    params: oneImport,
    answer: importAnswer,
  },
  /** Refused with `declarationWorkbook.choiceMissing` while an entry that both sides changed is not chosen. */
  applyWorkbookImport: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/workbook-imports/{workbookImportId}/application',
    roles: ['enterprise'],
    summary: 'Take the chosen entries of a workbook over, all or none',
    params: oneImport,
    body: z.object({
      /** Version of the declaration at which the differences were shown. */
      baseVersion: z.int().min(1),
      /** By key, where another side is chosen than the usual one. */
      choices: z.record(z.string().max(200), side).default({}),
    }),
    answer: z.object({ version: z.int(), taken: z.int() }),
  },
  undoWorkbookImport: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/workbook-imports/{workbookImportId}/application',
    roles: ['enterprise'],
    summary: 'Take back what a workbook changed, as long as nothing was changed since',
    params: oneImport,
    answer: z.object({ version: z.int() }),
  },
  addWorkbookBatch: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/workbook-batches',
    roles: importers,
    summary:
      'Bring a .zip of workbooks from enterprises that cannot send them; they are read one after the other in the background',
    params: ofCampaign,
    body: 'upload',
    answer: z.object({ batchId: z.uuid(), fileCount: z.int() }),
  },
  workbookBatches: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/workbook-batches',
    roles: [...importers, 'auditor'],
    summary: 'The archives of workbooks that the own body brought, or all of the city',
    params: ofCampaign,
    query: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
    answer: z.object({ rows: z.array(batchLine), total: z.int() }),
  },
  workbookBatch: {
    kind: 'query',
    method: 'GET',
    path: '/api/workbook-batches/{workbookBatchId}',
    roles: [...importers, 'auditor'],
    summary: 'How far an archive is, and what became of each file',
    params: oneBatch,
    query: z.object({
      page: z.coerce.number().int().min(1).max(100_000).default(1),
      outcome: z.enum(fileOutcomes).optional(),
    }),
    answer: batchLine.extend({
      campaignId,
      campaignName: z.string(),
      files: z.array(batchFile),
      total: z.int(),
      mayStop: z.boolean(),
    }),
  },
  stopWorkbookBatch: {
    kind: 'command',
    method: 'POST',
    path: '/api/workbook-batches/{workbookBatchId}/stop',
    roles: importers,
    summary: 'Leave the files of an archive that are not read yet',
    params: oneBatch,
    answer: z.object({ left: z.int() }),
  },
  workbookBatchReport: {
    kind: 'query',
    method: 'GET',
    path: '/api/workbook-batches/{workbookBatchId}/report',
    roles: [...importers, 'auditor'],
    summary: 'What became of each file of an archive, as a workbook',
    params: oneBatch,
    answer: 'file',
  },
});
