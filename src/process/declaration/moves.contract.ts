import { z } from 'zod';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';

const declarationId = z.object({ declarationId: z.uuid() });
const body = z.object({ bodyId: z.string(), name: z.string() });
const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** How a declaration came to go elsewhere; `rule` and `edition` as in `domain/moves/rules.ts`, beside `kept` and `carried` for what the office chose. */
const move = z.object({
  moveId: z.uuid(),
  cause: z.enum(['register-change', 'direction', 'direction-withdrawn']),
  changeId: z.uuid().nullable(),
  rule: z.string(),
  edition: z.string(),
  stateBefore: z.string(),
  reviewBefore: z.string().nullable(),
  from: body,
  to: body,
  /** By the routing table; null where the register did not say enough. */
  byRule: body.nullable(),
  reason: z.string(),
  basis: z.string(),
  /** Answers that had no place under the other standard. */
  dropped: z.int(),
  byName: z.string(),
  at: z.iso.datetime(),
  /** What the body before had come to, where its review had begun; for authorities only. */
  review: z
    .object({
      state: z.string(),
      reviewerName: z.string(),
      verdicts: z.int(),
      dailySupervision: z.string(),
      opinion: z.string(),
      proposedClass: z.string().nullable(),
      printed: z.string().nullable(),
      proposedByName: z.string(),
    })
    .nullable(),
});
export type DeclarationMove = z.infer<typeof move>;

/** Where a declaration goes: the rule, and beside it what was directed. */
export const shownRoute = z.object({
  bodyId: z.string(),
  bodyName: z.string(),
  ruleName: z.string(),
  basis: z.string(),
  reasons: z.array(z.object({ code: z.string(), params, basis: z.string().optional() })),
  /** 指定改报: the rule says one body, the city office directed the declaration to `bodyName`. */
  directed: z
    .object({
      byRuleName: z.string(),
      reason: z.string(),
      basis: z.string(),
      byName: z.string(),
      at: z.iso.datetime(),
      /** Stays with the body that had begun its review. */
      kept: z.boolean(),
    })
    .nullable(),
  /** The body that has it, where that is another one: the register was changed after it was transmitted. */
  heldByName: z.string().nullable(),
});
export type ShownRoute = z.infer<typeof shownRoute>;

const readers = [...enterpriseRoles, ...officers, 'auditor'] as const;

export const movesContract = contract({
  declarationMoves: {
    kind: 'query',
    method: 'GET',
    path: '/api/declarations/{declarationId}/moves',
    roles: readers,
    summary: 'Where a declaration goes and why, and every move of it to another body, the latest first',
    params: declarationId,
    answer: z.object({
      declarationId: z.uuid(),
      unitId: z.uuid(),
      unitName: z.string(),
      enterpriseName: z.string(),
      campaignName: z.string(),
      state: z.string(),
      stage: z.string(),
      /** Null where the register does not say enough. */
      route: shownRoute.nullable(),
      holder: body,
      moves: z.array(move),
      /** Bodies that it can be directed to; empty unless the reader may. */
      bodies: z.array(body),
      mayDirect: z.boolean(),
      mayTakeBack: z.boolean(),
    }),
  },
  /**
   * Issue at `bodyId` (`input.notAChoice`). Refused with `move.sameBody`, `move.tooLate` once it was transmitted, `platform.stale` if another body has
   * it meanwhile (409).
   */
  directDeclaration: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/direction',
    roles: ['city-office'],
    summary:
      'Direct (指定改报) a declaration to another body than the rule says; a review that has begun is carried over',
    params: declarationId,
    body: z.object({
      /** The body that has or expects it, as the person saw it. */
      fromBodyId: z.string().max(60),
      bodyId: z.string().min(1).max(60),
      reason: z.string().trim().min(2).max(500),
      /** The document or clause that it rests on. */
      basis: z.string().trim().min(2).max(200),
    }),
    answer: z.object({ bodyId: z.string() }),
  },
  /** Refused with `move.notDirected`, `move.tooLate`, `platform.stale` (409). */
  takeBackDirection: {
    kind: 'command',
    method: 'POST',
    path: '/api/declarations/{declarationId}/direction/withdrawal',
    roles: ['city-office'],
    summary: 'Take a direction back; the declaration goes by the rule again',
    params: declarationId,
    body: z.object({ fromBodyId: z.string().max(60), reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ bodyId: z.string() }),
  },
});
