import { type Decimal, parseDecimal } from '#lib/fraction.ts';
import type { Edition, EditionClass, FloorEffect, Gate, Item } from './edition.ts';

/** An edition made ready for scoring many answers; positions are places in the edition's list of items. */
export interface Plan {
  readonly edition: Edition;
  readonly items: readonly Item[];
  /** Full points by position, in units. */
  readonly full: Float64Array;
  readonly fullSum: number;
  /** By position, for packed answers: the largest unit, what one unit earns, whether not applicable is allowed (1 or 0). */
  readonly mostUnit: Float64Array;
  readonly unitWorth: Float64Array;
  readonly naAllowed: Uint8Array;
  /** Positions of the mandatory and veto items. */
  readonly critical: readonly number[];
  /** Positions of the items of an element and of those below it. */
  readonly itemsUnder: ReadonlyMap<string, readonly number[]>;
  readonly floors: readonly PlannedFloor[];
  readonly gates: readonly Gate[];
  /** The count of facts for each gate when there are none. */
  readonly noFacts: readonly number[];
  /** Ranked classes, rank 1 first. */
  readonly ranked: readonly PlannedClass[];
  readonly rankOf: ReadonlyMap<string, number>;
}

export interface PlannedFloor {
  readonly element: string;
  /** The element's place in the edition's list. */
  readonly at: number;
  readonly percent: number;
  readonly effects: readonly FloorEffect[];
  readonly positions: readonly number[];
}

export interface PlannedClass {
  readonly code: string;
  readonly from: string;
  readonly threshold: Decimal;
  /** The least printed score, in units of 10^-digits, that reaches the threshold. */
  readonly leastPrinted: number;
}

/** Prepares a checked edition for `score`, `scorePacked` and `liveScore`. */
export const compile = (edition: Edition): Plan => {
  const { items } = edition;
  const itemsUnder = positionsUnder(edition);
  const ranked = edition.classes.filter((member) => member.rank !== undefined);
  ranked.sort((a, b) => a.rank! - b.rank!);
  return {
    edition,
    items,
    full: Float64Array.from(items, (item) => item.full),
    fullSum: items.reduce((sum, item) => sum + item.full, 0),
    mostUnit: Float64Array.from(items, (item) => (item.scoring === 'met' ? 1 : item.full)),
    unitWorth: Float64Array.from(items, (item) => (item.scoring === 'met' ? item.full : 1)),
    naAllowed: Uint8Array.from(items, (item) => (item.na === 'allowed' ? 1 : 0)),
    critical: items.flatMap((item, position) => (item.kind === 'scored' ? [] : [position])),
    itemsUnder,
    floors: edition.elements.flatMap(({ id, floor }, at) =>
      floor
        ? [{ element: id, at, percent: floor.percent, effects: floor.effects, positions: itemsUnder.get(id) ?? [] }]
        : [],
    ),
    gates: edition.gates,
    noFacts: edition.gates.map(() => 0),
    ranked: ranked.map((member) => plannedClass(member, edition.digits)),
    rankOf: new Map(ranked.map((member) => [member.code, member.rank!])),
  };
};

const positionsUnder = (edition: Edition): Map<string, number[]> => {
  const parents = new Map(edition.elements.map((element) => [element.id, element.parent]));
  const under = new Map<string, number[]>(edition.elements.map((element) => [element.id, []]));
  edition.items.forEach((item, position) => {
    for (let at: string | null = item.element; at !== null; at = parents.get(at) ?? null) under.get(at)?.push(position);
  });
  return under;
};

const plannedClass = (member: EditionClass, digits: number): PlannedClass => {
  const threshold = parseDecimal(member.from!)!;
  const scaled = threshold.units * 10n ** BigInt(digits);
  const divisor = 10n ** BigInt(threshold.digits);
  return {
    code: member.code,
    from: member.from!,
    threshold,
    leastPrinted: Number((scaled + divisor - 1n) / divisor),
  };
};
