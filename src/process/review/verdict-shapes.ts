import { z } from 'zod';
import { verdictKinds } from './domain/verdict.ts';

/** Counts by position of the rule in the item's list; what they may be is the item's, and refused with its name (`deductions.…`). */
export const deductionCounts = z.record(z.string().max(10), z.number());

/** What an enterprise answered to an item. */
export const givenAnswer = z.union([
  z.object({ points: z.int() }),
  z.object({ met: z.boolean() }),
  z.object({ na: z.string() }),
]);

/** A verdict on an item as it is on record, in the preliminary review and on site alike. */
export const storedVerdict = z.object({
  verdict: z.enum(verdictKinds),
  points: z.int().optional(),
  met: z.boolean().optional(),
  deductions: deductionCounts.optional(),
  comment: z.string(),
  revision: z.int(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime(),
});
export type StoredVerdict = z.infer<typeof storedVerdict>;

/** A verdict as an examiner's page sends it. */
export const verdictInput = z.strictObject({
  /** `revision` of the verdict that the change started from, 0 for none. */
  base: z.int().min(0),
  /** Null takes the verdict back. */
  verdict: z.enum(verdictKinds).nullable(),
  points: z.int().min(0).max(100_000).optional(),
  met: z.boolean().optional(),
  deductions: deductionCounts.optional(),
  comment: z.string().max(1000).default(''),
});

/** Verdicts by item, at least one and no more than a sheet holds. */
export const verdictsInput = z
  .record(z.string().min(1).max(60), verdictInput)
  .refine((items) => Object.keys(items).length > 0 && Object.keys(items).length <= 1000, {
    message: 'input.tooFew',
    params: { limit: 1 },
  });
