import type { Measured } from './load.ts';

/** One round: the product and the reference, one right after the other. */
export interface Round {
  readonly product: Measured;
  readonly bare: Measured;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

export const range = (values: readonly number[], digits: number): string =>
  `${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)}`;

const columns = (cells: readonly string[]): string =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(index === 2 ? 12 : 9))).join(' ');

export const heading = columns([
  'product ÷ bare',
  'median',
  'range',
  'req/s',
  'p50 ms',
  'p99 ms',
  'bare',
  'p50 ms',
  'p99 ms',
  'rounds',
]);

/** Median and range of the ratios, taken round by round: the machine's moods hit both sides of a round. */
export const ratioLine = (name: string, rounds: readonly Round[]): string => {
  const ratios = rounds.map(({ product, bare }) => product.perSecond / bare.perSecond);
  const side = (which: keyof Round): string[] =>
    (['perSecond', 'p50', 'p99'] as const).map((figure) =>
      median(rounds.map((round) => round[which][figure])).toFixed(figure === 'perSecond' ? 0 : 2),
    );
  return columns([
    name,
    median(ratios).toFixed(2),
    range(ratios, 2),
    ...side('product'),
    ...side('bare'),
    String(rounds.length),
  ]);
};
