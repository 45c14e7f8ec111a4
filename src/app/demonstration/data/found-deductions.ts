import {
  countsOnce,
  type DeductionCounts,
  type Item,
  isCountable,
  pointsLeft,
} from '#process/standards/domain/index.ts';
import type { Random } from './random.ts';

interface Found {
  readonly counts: DeductionCounts;
  /** Units that they leave. */
  readonly left: number;
}

const MOST_OF_A_KIND = 4;

/** What an enterprise finds amiss where it loses about so many units, at least something; undefined where nothing can be counted out. */
export const foundDeductions = (item: Item, lost: number, random: Random): Found | undefined => {
  if (!isCountable(item) || lost <= 0) return undefined;
  const rules = random
    .shuffled([...(item.deductions ?? []).entries()])
    .flatMap(([position, rule]) => ('units' in rule ? [{ position, units: rule.units, once: countsOnce(rule) }] : []));
  const counts: Record<string, number> = {};
  let open = lost;
  const find = ({ position, units, once }: (typeof rules)[number], howMany: (fits: number) => number) => {
    const before = counts[position] ?? 0;
    const fits = Math.min((once ? 1 : MOST_OF_A_KIND) - before, Math.floor(open / units));
    if (fits <= 0) return;
    const more = howMany(fits);
    counts[position] = before + more;
    open -= units * more;
  };
  for (const rule of rules) find(rule, (fits) => random.between(1, fits));
  for (const rule of rules) find(rule, (fits) => fits);
  if (open === lost) {
    const least = rules.toSorted((a, b) => a.units - b.units)[0];
    if (!least) return undefined;
    counts[least.position] = 1;
  }
  return { counts, left: pointsLeft(item, counts) };
};

/** One more of what was found, or something else besides; undefined where that takes nothing away. */
export const oneMoreDeduction = (item: Item, counts: DeductionCounts, random: Random): Found | undefined => {
  if (!isCountable(item)) return undefined;
  const before = pointsLeft(item, counts);
  for (const [position, rule] of random.shuffled([...(item.deductions ?? []).entries()])) {
    const found = counts[position] ?? 0;
    if ('all' in rule || (countsOnce(rule) && found > 0)) continue;
    const more = { ...counts, [position]: found + 1 };
    const left = pointsLeft(item, more);
    if (left < before) return { counts: more, left };
  }
  return undefined;
};
