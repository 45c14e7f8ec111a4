import { encode } from 'uqr';

/** A QR code as runs of dark modules: row, first column, length. Without the quiet zone, which the template leaves around it. */
export interface QrMark {
  /** Modules along one side. */
  readonly size: number;
  readonly runs: readonly (readonly [row: number, first: number, length: number])[];
  /** What stands beside it for typing. */
  readonly code: string;
}

/**
 * A QR code (ISO/IEC 18004) of error correction M, which a fold or a stamp at the edge does not spoil. The mask is fixed: the best of
 * eight reads no better from paper and costs eight times as much.
 */
export const qrMark = (text: string, code: string): QrMark => {
  const { size, data } = encode(text, { ecc: 'M', border: 0, maskPattern: 2, boostEcc: false });
  const runs: (readonly [number, number, number])[] = [];
  data.forEach((row, at) => {
    for (let first = 0; first < size; first += 1) {
      if (!row[first]) continue;
      let length = 1;
      while (row[first + length]) length += 1;
      runs.push([at, first, length]);
      first += length;
    }
  });
  return { size, runs, code };
};
