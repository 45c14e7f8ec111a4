import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { measureStates } from './domain/rectification/measure.ts';

const day = z.iso.date();
const declarationId = z.uuid();
const itemId = z.string().min(1).max(60);
const place = z.object({ declarationId, itemId });

const row = z.object({
  itemId,
  clause: z.string(),
  /** First-level element. */
  element: z.string(),
  text: z.string(),
  /** As people write them. */
  lost: z.string(),
  reason: z.string(),
  measure: z.string(),
  person: z.string(),
  dueOn: day.nullable(),
  /** Of the entry, 0 while there is none. */
  version: z.int(),
  state: z.enum(measureStates),
  doneOn: day.nullable(),
  doneNote: z.string(),
  doneByName: z.string(),
  proof: z.object({ fileName: z.string(), mediaType: z.string(), sizeBytes: z.int() }).nullable(),
});
export type RectificationRow = z.infer<typeof row>;

const answer = z.object({
  declarationId,
  unitName: z.string(),
  enterpriseName: z.string(),
  rows: z.array(row),
  /** What was written of items that lose no points now, for the enterprise: it comes back with them. */
  kept: z.record(
    z.string(),
    z.object({ measure: z.string(), person: z.string(), dueOn: day.nullable(), version: z.int() }),
  ),
  /** Measures may be written, which they may while the declaration is. */
  editable: z.boolean(),
  /** Measures may be marked as carried out. */
  marks: z.boolean(),
  today: day,
});
export type Rectification = z.infer<typeof answer>;

const readers = [...enterpriseRoles, ...officers, 'expert', 'auditor'] as const;

export const rectificationContract = contract({
  rectification: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/rectification',
    roles: readers,
    summary:
      'The rectification list (整改清单): the enterprise’s own working copy, for those who handle the declaration what was handed in; with what has been carried out since',
    params: z.object({ declarationId }),
    answer,
  },
  rectificationWorkbook: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/rectification/workbook',
    roles: readers,
    summary: 'The rectification list as a workbook',
    params: z.object({ declarationId }),
    answer: 'file',
  },
  /** Refused with `rectification.changed` (409) if it was changed elsewhere after `baseVersion`; `current` holds it as JSON text, `version` its version. */
  saveMeasure: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/rectification/{itemId}',
    roles: ['enterprise'],
    summary: 'Save measure, person and deadline for the points that an item lost; parts may be open',
    params: place,
    body: z.object({
      baseVersion: z.int().min(0),
      measure: z.string().trim(),
      person: z.string().trim(),
      dueOn: day.nullable(),
    }),
    answer: z.object({ version: z.int(), itemVersion: z.int() }),
  },
  completeMeasure: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/rectification/{itemId}/completion',
    roles: ['enterprise'],
    summary: 'Mark a measure as carried out; also after submission',
    params: place,
    body: z.object({ doneOn: day, note: z.string().trim().max(500).default('') }),
    answer: z.object({ doneOn: day }),
  },
  reopenMeasure: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/declarations/{declarationId}/rectification/{itemId}/completion',
    roles: ['enterprise'],
    summary: 'Take back that a measure was carried out',
    params: place,
    answer: z.object({ reopened: z.literal(true) }),
  },
  attachProof: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/rectification/{itemId}/proof',
    roles: ['enterprise'],
    summary: 'Attach a file that shows how a measure was carried out; it takes the place of an earlier one',
    params: place,
    body: 'upload',
    answer: z.object({ fileName: z.string(), sizeBytes: z.int() }),
  },
  proof: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/rectification/{itemId}/proof',
    roles: readers,
    summary: 'The file that shows how a measure was carried out',
    params: place,
    answer: 'file',
  },
});
