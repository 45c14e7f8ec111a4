/** The front door of the draw: import from here, not from the files behind it. */
export { type Draw, type DrawnStratum, draw, drawDigests, type Sha256 } from './draw.ts';
export {
  type DrawParams,
  drawnFrom,
  formatStrataCsv,
  isMin,
  isRatio,
  parseStrataCsv,
  type StratumParams,
  type StratumRow,
} from './draw-params.ts';
export type { DrawCode } from './fault-codes.ts';
export { formatPoolCsv, type Pool, type PoolRow, parsePoolCsv, poolOf } from './pool-csv.ts';
