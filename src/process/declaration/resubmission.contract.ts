import { z } from 'zod';
import { officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { itemParts } from './domain/resubmission/submission-difference.ts';

const answer = z.union([
  z.strictObject({ points: z.int() }),
  z.strictObject({ met: z.boolean() }),
  z.strictObject({ na: z.string() }),
]);

const side = z.object({
  answer: answer.nullable(),
  reason: z.string(),
  comment: z.string(),
  deductions: z.record(z.string(), z.number()).nullable(),
  files: z.array(z.string()),
});

const changes = z.object({
  /** The submission that is compared with; null if there is none before. */
  since: z.object({ submissionId: z.uuid(), sequence: z.int(), submittedAt: z.iso.datetime() }).nullable(),
  /** Under which edition it stood, and under which it stands; items are named by these. */
  editionHash: z.string(),
  editionHashBefore: z.string().nullable(),
  /** 补正说明. */
  note: z.string(),
  items: z.array(z.object({ itemId: z.string(), changed: z.array(z.enum(itemParts)), before: side, after: side })),
  fields: z.array(z.object({ name: z.string(), before: z.unknown(), after: z.unknown() })),
  /** Sections of the report that read otherwise. */
  report: z.array(z.string()),
});
export type Changes = z.infer<typeof changes>;

const declarationId = z.object({ declarationId: z.uuid() });

export const resubmissionContract = contract({
  workingChanges: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/changes',
    roles: ['enterprise', 'enterprise-manager'],
    summary: 'What the working copy of the own enterprise says otherwise than its last submission',
    params: declarationId,
    answer: changes,
  },
  submissionChanges: {
    kind: 'query',
    method: 'GET',
    path: '/api/submissions/{submissionId}/changes',
    roles: ['enterprise', 'enterprise-manager', ...officers, 'expert', 'auditor'],
    summary: 'What a submission says otherwise than the one before it',
    params: z.object({ submissionId: z.uuid() }),
    answer: changes,
  },
  /** Refused with the refusals of every save (`declaration.submittedAlready` …, 409). */
  saveCorrectionNote: {
    kind: 'command',
    method: 'PUT',
    path: '/api/declarations/{declarationId}/correction-note',
    roles: ['enterprise'],
    summary: 'Write what the enterprise says to its correction of a returned declaration (补正说明)',
    params: declarationId,
    body: z.object({ note: z.string().trim().max(2000, 'declaration.noteTooLong') }),
    answer: z.object({ version: z.int() }),
  },
});
