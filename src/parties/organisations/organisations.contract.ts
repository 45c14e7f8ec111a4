import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

export const bodyKinds = [
  'city-bureau',
  'city-office',
  'division',
  'leading-group',
  'leading-group-office',
  'county-bureau',
  'park',
] as const;

export const organisationsContract = contract({
  bodies: {
    kind: 'query',
    method: 'GET',
    path: '/api/bodies',
    roles: 'signed-in',
    summary: 'The authorities that take part, in the order of the scheme, each after the one above it',
    answer: z.object({
      rows: z.array(
        z.object({
          bodyId: z.string(),
          name: z.string(),
          short: z.string(),
          /** Among them the names of 2009. */
          aliases: z.array(z.string()),
          kind: z.enum(bodyKinds),
          parentId: z.string().nullable(),
          territory: z.string().nullable(),
          /** Industries that a division is in charge of, named as in the scheme. */
          industries: z.array(z.object({ code: z.string(), name: z.string() })),
          duties: z.string(),
        }),
      ),
      total: z.int(),
    }),
  },
});
