import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { type RichText, richTextSchema } from './domain/report/rich-text.ts';
import { reportSections } from './domain/report/sections.ts';

const instant = z.iso.datetime();
const declarationId = z.uuid();
const submissionId = z.uuid();

/** Checked when it came in; as an answer it is passed on as it is. */
const stored = z.custom<RichText>((value) => typeof value === 'object' && value !== null);

const run = z.object({
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
});
const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(run) }),
  z.object({ kind: z.literal('entry'), depth: z.int(), label: z.string(), runs: z.array(run) }),
  z.object({
    kind: z.literal('fields'),
    fields: z.array(z.object({ label: z.string(), value: z.string(), wide: z.boolean().optional() })),
  }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().optional(),
    columns: z.array(
      z.object({ header: z.string(), width: z.number(), align: z.enum(['left', 'center', 'right']).optional() }),
    ),
    rows: z.array(z.array(z.string())),
    totals: z.int().optional(),
  }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  z.object({ kind: z.literal('signatures'), boxes: z.array(z.object({ label: z.string(), hint: z.string() })) }),
]);

/** `OfficialDocument` of `#support/documents`, for showing it as a page. */
const printed = z.object({
  title: z.string(),
  cover: z
    .object({
      facts: z.array(z.object({ label: z.string(), value: z.string() })),
      lines: z.array(z.string()),
    })
    .optional(),
  pageLabel: z.string(),
  mark: z.object({ word: z.string(), detail: z.string() }).optional(),
  digest: z.object({ label: z.string(), value: z.string() }).optional(),
  parts: z.array(z.object({ id: z.string(), heading: z.string(), blocks: z.array(block) })),
});
export type PrintedReport = z.infer<typeof printed>;

/** A character that the fonts of the PDF do not have, with the words around it in each part. */
const missing = z.object({
  character: z.string(),
  codePoint: z.string(),
  places: z.array(z.object({ part: z.string(), excerpt: z.string() })),
});

const preview = z.object({ report: printed, missingGlyphs: z.array(missing) });

const section = z.object({
  version: z.int(),
  /** Null while nothing was written. */
  content: stored.nullable(),
  /** What the declaration suggests now. */
  suggestion: stored,
  updatedByName: z.string().nullable(),
  updatedAt: instant.nullable(),
});

const answer = z.object({
  declarationId,
  unitName: z.string(),
  version: z.int(),
  sections: z.record(z.enum(reportSections), section),
  editable: z.boolean(),
});
export type Report = z.infer<typeof answer>;

const formats = ['pdf', 'docx'] as const;
const format = z.object({ format: z.enum(formats).default('pdf') });
const readers = [...enterpriseRoles, ...officers, 'expert', 'auditor'] as const;

export const reportContract = contract({
  report: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/report',
    roles: enterpriseRoles,
    summary: 'The narrative sections of the self-assessment report (自评报告), each with what the data suggest',
    params: z.object({ declarationId }),
    answer,
  },
  /**
   * Refused with `report.sectionChanged` (409) if the section was changed elsewhere after `baseVersion`: `current` holds it as JSON text,
   * `version` its version, `by` who wrote it. Nothing is saved then.
   */
  saveReportSection: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/report/{section}',
    roles: ['enterprise'],
    summary: 'Save one narrative section of the report',
    params: z.object({ declarationId, section: z.enum(reportSections) }),
    body: z.object({
      /** Version of the section that the change started from, 0 for none. */
      baseVersion: z.int().min(0),
      content: richTextSchema,
    }),
    answer: z.object({ version: z.int(), sectionVersion: z.int() }),
  },
  reportPreview: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/report/preview',
    roles: enterpriseRoles,
    summary: 'The report as it will print, and the characters that the PDF cannot show',
    params: z.object({ declarationId }),
    answer: preview,
  },
  reportFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/report/file',
    roles: enterpriseRoles,
    summary: 'The report as PDF or DOCX, marked as a draft with version and time',
    params: z.object({ declarationId }),
    query: format,
    answer: 'file',
  },
  submittedReport: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/report',
    roles: readers,
    summary: 'The report as it was handed in',
    params: z.object({ submissionId }),
    answer: preview,
  },
  submittedReportFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/report/file',
    roles: readers,
    summary: 'The report as it was handed in, as PDF or DOCX; the same submission gives the same bytes',
    params: z.object({ submissionId }),
    query: format,
    answer: 'file',
  },
});
