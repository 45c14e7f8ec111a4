import { type Decimal, parseDecimal } from '#lib/fraction.ts';
import type { CausePlace } from './account.ts';
import type { Edition, EditionClass, Effect, FloorEffect, Gate, Item } from './edition.ts';
import { mostPacked } from './pack-layout.ts';

/** An edition made ready for scoring many answers; positions are places in the edition's list of items. */
export interface Plan {
  readonly edition: Edition;
  readonly items: readonly Item[];
  /** Full points by position, in units. */
  readonly full: Float64Array;
  readonly fullSum: number;
  /** By position, for packed answers: the largest unit, whether not applicable is allowed (1 or 0). */
  readonly mostUnit: Uint16Array;
  readonly naAllowed: Uint8Array;
  /** Positions of the items that earn all or nothing, whose unit is 1 or 0. */
  readonly metPositions: readonly number[];
  /** Positions of the mandatory and veto items. */
  readonly critical: readonly number[];
  /** Positions of the items of an element and of those below it. */
  readonly itemsUnder: ReadonlyMap<string, readonly number[]>;
  /** What follows from an item that fails and from a gate that holds, by position and by place. */
  readonly causes: { readonly items: readonly PlannedCause[]; readonly gates: readonly PlannedCause[] };
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
  readonly percent: number;
  readonly effects: readonly FloorEffect[];
  readonly cause: PlannedCause;
  readonly positions: readonly number[];
}

/** A failed item, a gate that holds or a broken floor, with its effects by kind, each kind in the edition's order. */
export interface PlannedCause {
  readonly place: CausePlace;
  readonly zeros: readonly string[];
  readonly downs: readonly number[];
  readonly caps: readonly string[];
  readonly statuses: readonly string[];
  readonly refusals: number;
}

export interface PlannedClass {
  readonly code: string;
  readonly from: string;
  readonly threshold: Decimal;
  /** The least printed score, in units of 10^-digits, that reaches the threshold. */
  readonly leastPrinted: number;
}

/** Prepares a checked edition for `score`, `packedScorer` and `liveScore`. */
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
    mostUnit: Uint16Array.from(items, mostPacked),
    naAllowed: Uint8Array.from(items, (item) => (item.na === 'allowed' ? 1 : 0)),
    metPositions: items.flatMap(({ scoring }, position) => (scoring === 'met' ? [position] : [])),
    critical: items.flatMap((item, position) => (item.kind === 'scored' ? [] : [position])),
    itemsUnder,
    causes: {
      items: items.map(({ onFail }, at) => plannedCause({ kind: 'item', at }, onFail)),
      gates: edition.gates.map(({ effects }, at) => plannedCause({ kind: 'gate', at }, effects)),
    },
    floors: edition.elements.flatMap(({ id: element, floor }, at) => {
      if (!floor) return [];
      const { percent, effects } = floor;
      const cause = plannedCause({ kind: 'floor', at }, effects);
      return [{ element, percent, effects, cause, positions: itemsUnder.get(element) ?? [] }];
    }),
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

const plannedCause = (place: CausePlace, effects: readonly Effect[]): PlannedCause => ({
  place,
  zeros: effects.flatMap((effect) => ('zero' in effect ? [effect.zero] : [])),
  downs: effects.flatMap((effect) => ('down' in effect ? [effect.down] : [])),
  caps: effects.flatMap((effect) => ('cap' in effect ? [effect.cap] : [])),
  statuses: effects.flatMap((effect) => ('status' in effect ? [effect.status] : [])),
  refusals: effects.filter((effect) => 'refuse' in effect).length,
});

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
