import type { Plan, PlannedClass } from './compile.ts';

/** How far the points earned are from the line of one ranked class, by score alone. */
export interface ClassLine {
  readonly class: string;
  /** The threshold of the edition, on its scale. */
  readonly from: string;
  /** Least number of units that reaches it, of those applicable. */
  readonly least: number;
  /** `least` − earned: units still missing; where it is reached, 0 or less, the units to spare. */
  readonly missing: number;
}

/** The least e with e × scale ÷ applicable at or above the threshold, as the edition compares (steps 4 to 6 of `docs/formats.md`). */
const leastUnits = ({ edition }: Plan, { threshold, leastPrinted }: PlannedClass, applicable: number): number => {
  const scale = BigInt(edition.scale);
  const whole = BigInt(applicable);
  if (edition.compare === 'exact') return ceiling(threshold.units * whole, scale * 10n ** BigInt(threshold.digits));
  // Rounding half up reaches n from n − ½ on.
  const doubled = 2n * BigInt(leastPrinted) - 1n;
  return doubled <= 0n ? 0 : ceiling(doubled * whole, 2n * scale * 10n ** BigInt(edition.digits));
};

const ceiling = (num: bigint, den: bigint): number => Number((num + den - 1n) / den);

/**
 * The line of every ranked class, the most favourable first.
 * @param sums units, after zeroing; what is not applicable stays so
 */
export const classLines = (
  plan: Plan,
  { earned, applicable }: { readonly earned: number; readonly applicable: number },
): readonly ClassLine[] =>
  plan.ranked.map((member) => {
    const least = leastUnits(plan, member, applicable);
    return { class: member.code, from: member.from, least, missing: least - earned };
  });
