import { evidenceLimits } from '../../domain/evidence-limits.ts';

/** Bytes of a piece: the first one small, so that a weak line loses little; more as the line bears it. */
export const PIECE = { least: 64 * 1024, first: 256 * 1024, most: evidenceLimits.pieceBytes } as const;

const QUICK_MS = 1_500;
const SLOW_MS = 8_000;

/** The length of the next piece after one of `length` bytes took `ms`. */
export const nextPiece = (length: number, ms: number): number => {
  if (ms < QUICK_MS) return Math.min(PIECE.most, length * 2);
  return ms > SLOW_MS ? Math.max(PIECE.least, length / 2) : length;
};
