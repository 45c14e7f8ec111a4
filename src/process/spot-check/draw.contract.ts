import { z } from 'zod';
import { contract } from '#parties/access/endpoint.ts';
import { drawStates } from './domain/draw-states.ts';
import { verificationStates } from './domain/verification.ts';

const id = z.uuid();
const instant = z.iso.datetime();
const drawParams = z.object({ drawId: id });
const readers = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off'] as const;

const sourcedRatio = z.object({ value: z.string(), basis: z.string() });
const sourcedCount = z.object({ value: z.int(), basis: z.string() });

const drawLine = z.object({
  drawId: id,
  number: z.string(),
  state: z.enum(drawStates),
  /** True of a draw over batches that came after an earlier draw of the campaign. */
  late: z.boolean(),
  strata: z.int(),
  poolSize: z.int(),
  /** Units drawn, 0 before the seed is taken. */
  drawn: z.int(),
  /** Verifications of drawn units that the city office has confirmed. */
  confirmed: z.int(),
  frozenAt: instant,
  frozenByName: z.string(),
  drawnAt: instant.nullable(),
  /** Page of the public site. */
  slug: z.string(),
});
export type DrawLine = z.infer<typeof drawLine>;

const stratumAnswer = z.object({
  stratum: z.string(),
  size: z.int(),
  ratio: z.string(),
  min: z.int(),
  /** Why ratio or least number are not the scheme's, empty where they are. */
  reason: z.string(),
  /** n = min(N, max(M, ⌈N × R⌉)). */
  sample: z.int(),
});

const drawnUnit = z.object({
  rank: z.int(),
  poolId: z.string(),
  ticket: z.string(),
  stratum: z.string(),
  unitName: z.string(),
  enterpriseName: z.string(),
  industryName: z.string(),
  /** Null where the verification is another body's business. */
  verification: z.object({ verificationId: id, state: z.enum(verificationStates) }).nullable(),
});

export const drawContract = contract({
  drawCandidates: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/draw-candidates',
    roles: ['city-office', 'auditor'],
    summary: 'Units of received batches that have been in no draw yet, by stratum, with what they would be drawn with',
    params: z.object({ campaignId: id }),
    answer: z.object({
      /** Names exactly these candidates: given back when freezing, so that nothing changes unseen. */
      basis: z.string(),
      total: z.int(),
      late: z.boolean(),
      ratio: sourcedRatio,
      min: sourcedCount,
      strataBy: z.object({ value: z.array(z.string()), basis: z.string() }),
      strata: z.array(
        z.object({
          stratum: z.string(),
          size: z.int(),
          /** Suggested; editable down to `floor`. */
          ratio: z.string(),
          min: z.string(),
          floor: z.object({ ratio: z.string(), min: z.int(), draw: z.string() }).nullable(),
        }),
      ),
      batches: z.array(
        z.object({ batchId: id, number: z.string(), bodyName: z.string(), units: z.int(), receivedAt: instant }),
      ),
      /** Sent and not yet received: their units come into a later draw unless they are received first. */
      awaited: z.array(
        z.object({ batchId: id, number: z.string(), bodyName: z.string(), units: z.int(), sentAt: instant }),
      ),
    }),
  },
  /**
   * Refused with `spot-check.candidatesChanged` (409), `spot-check.noCandidates` (409); issues at `strata.<n>.ratio`, `.min`, `.reason`.
   */
  freezeDraw: {
    kind: 'command',
    method: 'POST',
    path: '/api/campaigns/{campaignId}/draws',
    roles: ['city-office'],
    summary: 'Freeze the pool and the parameters of a draw and publish both with their digests, before there is a seed',
    params: z.object({ campaignId: id }),
    body: z.object({
      basis: z.string().min(1).max(100),
      strata: z
        .array(
          z.object({
            stratum: z.string().min(1).max(300),
            ratio: z.string().trim().max(30),
            min: z.string().trim().max(12),
            reason: z.string().trim().max(500).default(''),
          }),
        )
        .max(2_000),
    }),
    answer: z.object({ drawId: id, number: z.string(), slug: z.string() }),
  },
  draws: {
    kind: 'query',
    method: 'GET',
    path: '/api/campaigns/{campaignId}/draws',
    roles: readers,
    summary: 'Draws of a campaign, the newest first',
    params: z.object({ campaignId: id }),
    answer: z.object({ draws: z.array(drawLine) }),
  },
  draw: {
    kind: 'query',
    method: 'GET',
    path: '/api/draws/{drawId}',
    roles: readers,
    summary: 'One draw with its strata, digests, seed and the units drawn',
    params: drawParams,
    answer: drawLine.extend({
      campaignId: id,
      poolDigest: z.string(),
      paramsDigest: z.string(),
      /** Null before the seed is taken. */
      key: z.string().nullable(),
      seed: z.string().nullable(),
      seedSource: z.string(),
      witnesses: z.string(),
      drawnByName: z.string(),
      resultSlug: z.string().nullable(),
      /** Recomputes the draw from the two files. */
      command: z.string(),
      strataList: z.array(stratumAnswer),
      units: z.array(drawnUnit),
      actions: z.array(z.enum(['take-seed'])),
      history: z.array(z.object({ at: instant, what: z.enum(['frozen', 'drawn']), who: z.string() })),
    }),
  },
  drawFile: {
    kind: 'query',
    method: 'GET',
    path: '/api/draws/{drawId}/files/{file}',
    roles: readers,
    summary: 'The pool, the strata or, once drawn, the result, as files of the command line',
    params: drawParams.extend({ file: z.enum(['pool.csv', 'strata.csv', 'result.json']) }),
    answer: 'file',
  },
  drawRecord: {
    kind: 'query',
    method: 'GET',
    path: '/api/draws/{drawId}/record',
    roles: readers,
    summary: 'The record of the draw (抽取记录) for signature, as PDF',
    params: drawParams,
    answer: 'file',
  },
  /** Refused with `spot-check.alreadyDrawn` (409); issues at `seed`, `source`, `witnesses`. */
  takeSeed: {
    kind: 'command',
    method: 'POST',
    path: '/api/draws/{drawId}/seed',
    roles: ['city-office'],
    summary: 'Take the seed before witnesses and draw, once; the result is published and verifications are opened',
    params: drawParams,
    body: z.object({
      /** Taken character by character. */
      seed: z.string().max(200),
      source: z.string().trim().min(2).max(300),
      witnesses: z.array(z.string().trim().min(1).max(40)).min(1, 'spot-check.witnessMissing').max(12),
    }),
    answer: z.object({ drawn: z.int(), slug: z.string() }),
  },
});
