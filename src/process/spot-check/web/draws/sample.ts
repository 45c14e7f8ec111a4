import type { AnswerOf } from '#platform/contract.ts';
import { drawnFrom, isMin, isRatio } from '../../domain/index.ts';
import type { StratumRequest } from '../../domain/strata.ts';
import type { drawContract } from '../../draw.contract.ts';

export type Candidates = AnswerOf<typeof drawContract.drawCandidates>;
export type Draw = AnswerOf<typeof drawContract.draw>;

/** How many a request would draw from a stratum of this size, undefined while it is no request. */
export const sampleOf = (size: number, row: StratumRequest): number | undefined =>
  isRatio(row.ratio) && isMin(row.min) ? drawnFrom(size, { ...row, min: Number(row.min) }) : undefined;
