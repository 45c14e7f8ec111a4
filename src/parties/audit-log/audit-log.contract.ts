import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const line = z.object({
  entryId: z.uuid(),
  occurredAt: z.iso.datetime(),
  actorName: z.string(),
  bodyName: z.string().nullable(),
  /** Name of the command; worded by `command.<name>` of the catalogue. */
  command: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** As people call the record: its number, its unit; empty where it has no name. */
  subjectName: z.string(),
  /** Place in the chain; null while the sealer has not come by. */
  sequence: z.int().nullable(),
});

export const auditLogContract = contract({
  auditEntries: {
    kind: 'query',
    method: 'GET',
    path: '/api/audit-entries',
    roles: ['auditor', 'city-office'],
    summary: 'Who did what, when, to what: newest first',
    query: z.object({
      actor: z.string().trim().max(40).optional(),
      command: z.string().max(80).optional(),
      subject: z.string().max(80).optional(),
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      /** `next` of the page before. */
      after: z.string().max(80).optional(),
    }),
    answer: z.object({
      rows: z.array(line),
      total: z.int(),
      next: z.string().nullable(),
      commands: z.array(z.string()),
    }),
  },
  auditEntry: {
    kind: 'query',
    method: 'GET',
    path: '/api/audit-entries/{entryId}',
    roles: ['auditor', 'city-office'],
    summary: 'One entry with what was changed and its place in the chain',
    params: z.object({ entryId: z.uuid() }),
    answer: line.extend({
      requestId: z.string(),
      /** JSON text of what was changed; null if it was erased by law. */
      payload: z.string().nullable(),
      payloadDigest: z.string(),
      entryDigest: z.string().nullable(),
      link: z.string().nullable(),
    }),
  },
});
