import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

/**
 * One line of 今天要办. `kind` is the key of its wording in a catalogue of the stage that the work belongs to
 * (`review.waiting` → 待初审), `href` the page of the client where it is done, `count` how many records.
 */
const line = z.object({
  kind: z.string(),
  count: z.int().min(0),
  href: z.string(),
  /** Parameters for the wording. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** The day on which the oldest one began to wait. */
  oldest: z.iso.date().optional(),
  /** The day on which the next one falls due, and the working days left until then (negative: late). */
  dueOn: z.iso.date().optional(),
  workingDaysLeft: z.int().optional(),
});

export const homeAnswer = z.object({
  /** The business day of the answer; in a demonstration its own. */
  today: z.iso.date(),
  waiting: z.array(line),
  late: z.array(line),
  awaited: z.array(line),
  /** Figures beside the navigation, by `countKey` of the pages. */
  counts: z.record(z.string(), z.int().min(0)),
});
export type Home = z.infer<typeof homeAnswer>;
export type HomeLine = z.infer<typeof line>;

export const homeContract = contract({
  home: {
    kind: 'query',
    method: 'GET',
    path: '/api/home',
    roles: 'signed-in',
    summary: 'What waits for me, what is late, what I wait for, and the counts of the navigation',
    answer: homeAnswer,
  },
});
