import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';

const id = z.uuid();
const instant = z.iso.datetime();
const readers = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off'] as const;
const scored = z.object({ printed: z.string(), classCode: z.string().nullable() });
const schemeClass = z.object({ code: z.string(), name: z.string(), colour: z.string(), meaning: z.string() });
const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
};

/** One stratum of a draw: what was not drawn from it, and what the sample of it showed. */
const keepableStratum = z.object({
  drawId: id,
  drawNumber: z.string(),
  stratum: z.string(),
  size: z.int(),
  drawn: z.int(),
  /** Of the drawn: confirmed, and among those with another class than the reviewed one. */
  confirmed: z.int(),
  changed: z.int(),
  undrawn: z.int(),
  kept: z.int(),
  /** Undrawn and not yet settled, fit to be kept. */
  open: z.int(),
});
export type KeepableStratum = z.infer<typeof keepableStratum>;

const comparison = z.object({
  reviewId: id,
  unitName: z.string(),
  enterpriseName: z.string(),
  bodyName: z.string(),
  industryName: z.string(),
  self: scored,
  reviewed: scored,
  /** Of the latest confirmed verification. */
  verified: scored.nullable(),
  verificationId: id.nullable(),
  /** Reviewed minus self, verified minus reviewed, signed. */
  reviewDifference: z.string(),
  verificationDifference: z.string().nullable(),
  drawn: z.boolean().nullable(),
  settled: z.object({ classCode: z.string(), basis: z.enum(['verified', 'reviewed-kept']) }).nullable(),
});
export type Comparison = z.infer<typeof comparison>;

export const settlementContract = contract({
  keepable: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/keepable-strata',
    roles: ['city-office', 'leading-group', 'auditor'],
    summary: 'Strata of all draws with what is left to settle, and what their samples showed',
    params: z.object({ campaignId: id }),
    answer: z.object({ strata: z.array(keepableStratum) }),
  },
  undrawnUnits: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/undrawn-units',
    roles: ['city-office', 'leading-group', 'auditor'],
    summary: 'Units that were in a draw and not drawn, with their reviewed class',
    params: z.object({ campaignId: id }),
    query: z.object({
      drawId: id.optional(),
      stratum: z.string().max(300).optional(),
      state: z.enum(['open', 'kept', 'held']).optional(),
      q: z.string().trim().max(60).optional(),
      ...paging,
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          reviewId: id,
          drawNumber: z.string(),
          stratum: z.string(),
          unitName: z.string(),
          enterpriseName: z.string(),
          industryName: z.string(),
          reviewed: scored,
          /** `held`: an objection was upheld, the unit is being verified or has been. */
          state: z.enum(['open', 'kept', 'held']),
          act: z.string(),
          settledAt: instant.nullable(),
          settledByName: z.string(),
        }),
      ),
      total: z.int(),
      classes: z.array(schemeClass),
    }),
  },
  /**
   * Refused with `spot-check.keepsDrawnUnit`, `spot-check.notDrawnYet`, `spot-check.alreadySettled`, `spot-check.underVerification`,
   * `spot-check.keepUnclassed`, `spot-check.keepChanged` (all 409).
   */
  keepReviewed: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/kept-classes',
    roles: ['city-office'],
    summary: 'Let units that were not drawn keep their reviewed class, by an explicit act (沿用初审类别)',
    params: z.object({ campaignId: id }),
    body: z
      .object({
        act: z.string().trim().min(10).max(1000),
        /** Whole strata: all that is open in them, `open` as it was shown. */
        strata: z
          .array(z.object({ drawId: id, stratum: z.string().min(1).max(300), open: z.int().min(0) }))
          .max(2_000)
          .default([]),
        /** Single units. */
        reviewIds: z.array(id).max(20_000).default([]),
      })
      .refine(({ strata, reviewIds }) => strata.length + reviewIds.length > 0, {
        path: ['strata'],
        message: 'input.tooFew',
        params: { limit: 1 },
      }),
    answer: z.object({ kept: z.int() }),
  },
  scoreComparison: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/score-comparison',
    roles: readers,
    summary: 'Self-assessed, reviewed and verified score of each transmitted unit side by side',
    params: z.object({ campaignId: id }),
    query: z.object({
      bodyId: z.string().max(60).optional(),
      industry: z.string().max(60).optional(),
      /** `verified`: only units verified on site; `changed`: of these, those whose class changed. */
      show: z.enum(['verified', 'changed']).optional(),
      q: z.string().trim().max(60).optional(),
      /** `gap`: greatest fall from reviewed to verified first; otherwise by enterprise. */
      sort: z.enum(['gap']).optional(),
      ...paging,
    }),
    answer: z.object({
      rows: z.array(comparison),
      total: z.int(),
      classes: z.array(schemeClass),
      bodies: z.array(z.object({ code: z.string(), name: z.string() })),
      industries: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  },
});
