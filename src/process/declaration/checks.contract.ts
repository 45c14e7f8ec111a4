import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';

const issue = z.object({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type CheckIssue = z.infer<typeof issue>;

export const checksContract = contract({
  checks: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/checks',
    roles: enterpriseRoles,
    summary: 'What keeps a working copy from being handed in (errors), and what is to be known before it is (warnings)',
    params: z.object({ declarationId: z.uuid() }),
    answer: z.object({
      /** Of the declaration, as it was looked at. */
      version: z.int(),
      errors: z.array(issue),
      warnings: z.array(issue),
    }),
  },
});
