import { createHash } from 'node:crypto';

/** A stream of numbers that depends on nothing but the words it was made from. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** The same members in another order. */
  shuffled<T>(list: readonly T[]): T[];
}

const WORD = 2 ** 32;

/** The stream of these words (`randomOf(seed, 'enterprise', 7)`): SHA-256 for the start, xorshift128 from there on. */
export const randomOf = (...words: readonly (string | number)[]): Random => {
  const start = createHash('sha256').update(words.join('\u0000')).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => start.readUInt32LE(at)) as [number, number, number, number];
  if ((a | b | c | d) === 0) d = 1;
  const word = (): number => {
    let t = d;
    [d, c, b] = [c, b, a];
    t ^= t << 11;
    t ^= t >>> 8;
    a = (t ^ a ^ (a >>> 19)) >>> 0;
    return a;
  };
  const next = (): number => word() / WORD;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[below(list.length)] as (typeof list)[number];
    },
    shuffled: (list) => {
      const left = [...list];
      for (let at = left.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const kept = left[at] as (typeof left)[number];
        left[at] = left[other] as (typeof left)[number];
        left[other] = kept;
      }
      return left;
    },
  };
};

/** What is dealt, and how often in comparison with the others. */
export interface Share<T> {
  readonly value: T;
  readonly weight: number;
}

/**
 * Deals values in proportion to their weights, evenly spread: every value comes early, so that a small city has all of them too.
 * (Smooth weighted round-robin; `random` shifts where the round begins.)
 */
export const dealer = <T>(shares: readonly Share<T>[], random: Random): (() => T) => {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0);
  const standing = shares.map(({ weight }) => weight * random.next());
  return () => {
    shares.forEach(({ weight }, at) => {
      standing[at] = (standing[at] ?? 0) + weight;
    });
    const best = standing.indexOf(Math.max(...standing));
    standing[best] = (standing[best] ?? 0) - total;
    const chosen = shares[best];
    if (!chosen) throw new RangeError('nothing to deal');
    return chosen.value;
  };
};
