/** Codes of faults in a pool or strata file; the wording stands in `draw-faults.text.ts`. Each carries `line`, counted from 1. */
export type CsvCode =
  | 'draw.csv.notUtf8'
  | 'draw.csv.headerWrong'
  | 'draw.csv.blankLine'
  | 'draw.csv.loneCarriageReturn'
  | 'draw.csv.strayQuote'
  | 'draw.csv.openQuote'
  | 'draw.csv.fieldCount'
  | 'draw.csv.valueEmpty'
  | 'draw.csv.valuePadded'
  | 'draw.csv.valueControl';

export type PoolCode = 'draw.pool.empty' | 'draw.pool.idRepeated';

export type StrataCode =
  | 'draw.strata.stratumRepeated'
  | 'draw.strata.stratumUnknown'
  | 'draw.strata.ratioMalformed'
  | 'draw.strata.minMalformed';

export type ParamsCode = 'draw.params.ratioMalformed' | 'draw.params.minMalformed' | 'draw.params.ratioMissing';

export type DrawCode = CsvCode | PoolCode | StrataCode | ParamsCode | 'draw.seedNotText';
