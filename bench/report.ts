import type { Measured as Loaded } from './load.ts';

export interface Measured extends Loaded {
  /** Milliseconds of processor time a request, server and database together; null where it cannot be told. */
  readonly cpu: number | null;
}

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
  cells.map((cell, index) => (index === 0 ? cell.padEnd(38) : cell.padStart(index === 2 ? 11 : 8))).join(' ');

const ofASide = ['req/s', 'p50 ms', 'p99 ms', 'cpu ms'];

export const heading = columns(['', 'ratio', 'range', 'cpu', ...ofASide, ...ofASide]);

/**
 * Median and range of the ratios, taken round by round: the machine's moods hit both sides of a round. `cpu` is the reference's processor
 * time a request over the product's, so that more is better in it too.
 */
export const ratioLine = (name: string, rounds: readonly Round[]): string => {
  const ratios = rounds.map(({ product, bare }) => product.perSecond / bare.perSecond);
  const digits = { perSecond: 0, p50: 2, p99: 2, cpu: 2 };
  const side = (which: keyof Round): string[] =>
    (['perSecond', 'p50', 'p99', 'cpu'] as const).map((figure) => {
      const values = rounds.flatMap((round) => round[which][figure] ?? []);
      return values.length > 0 ? median(values).toFixed(digits[figure]) : '–';
    });
  const cpu = rounds.flatMap(({ product, bare }) => (product.cpu && bare.cpu ? bare.cpu / product.cpu : []));
  return columns([
    name,
    median(ratios).toFixed(2),
    range(ratios, 2),
    cpu.length > 0 ? median(cpu).toFixed(2) : '–',
    ...side('product'),
    ...side('bare'),
  ]);
};
