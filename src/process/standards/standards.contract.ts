import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

export const standardsContract = contract({
  /** Immutable: the same hash always answers the same. */
  edition: {
    kind: 'query',
    method: 'GET',
    path: '/api/editions/{editionHash}',
    roles: 'signed-in',
    summary: 'A published edition of an assessment standard, whole (format anping-edition-v1)',
    params: z.object({ editionHash: z.string().regex(/^[0-9a-f]{64}$/) }),
    answer: z.object({
      hash: z.string(),
      industry: z.string(),
      title: z.string(),
      edition: z.record(z.string(), z.unknown()),
    }),
  },
});
