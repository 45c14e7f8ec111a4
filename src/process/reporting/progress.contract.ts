import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { groupings, positions } from './domain/position.ts';

const count = z.int().min(0);

const row = z.object({
  /** Body id, industry or division code. */
  code: z.string(),
  name: z.string(),
  units: count,
  /** Not submitted, or returned and not submitted again, past the last day. */
  overdue: count,
  /** Units by where they stand; absent: none. */
  positions: z.partialRecord(z.enum(positions), count),
});
export type ProgressRow = z.infer<typeof row>;

export const progressContract = contract({
  progress: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/progress',
    roles: ['city-office', 'leading-group', 'auditor'],
    summary: 'Where the units of a campaign stand, by receiving body, industry or administrative division',
    params: z.object({ campaignId: z.uuid() }),
    query: z.object({ by: z.enum(groupings).default('body') }),
    answer: z.object({ rows: z.array(row), enterprises: count }),
  },
});
