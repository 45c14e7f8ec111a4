import { changed, type Draft, type DraftElement, type DraftItem } from './draft-document.ts';
import { elementRows } from './draft-elements.ts';
import { isCount, isObject, type JsonObject, own } from './reading.ts';

/**
 * Gives every element and item the number of its place: `2`, `2.1`, `2.1.3`. Items of an element are counted before the elements below
 * it, so that no number stands twice; items without an element keep theirs.
 * @returns the draft, and how many numbers changed
 */
export const renumbered = (draft: Draft): { readonly draft: Draft; readonly changes: number } => {
  const clauses = new Map<string, string>();
  const next = new Map<string, number>();
  const numberBelow = (above: string): string => {
    const number = (next.get(above) ?? 0) + 1;
    next.set(above, number);
    return above === '' ? String(number) : `${above}.${number}`;
  };
  let changes = 0;
  const withClause = <T extends DraftElement | DraftItem>(member: T, clause: string): T => {
    const after = changed(member, { clause });
    if (after !== member) changes += 1;
    return after;
  };
  const renamed = new Map<string, DraftElement | DraftItem>();
  for (const { element, level } of elementRows(draft)) {
    const clause = numberBelow(level === 1 ? '' : (clauses.get(element.parent ?? '') ?? ''));
    clauses.set(element.id, clause);
    renamed.set(`element ${element.id}`, withClause(element, clause));
    for (const item of draft.items) {
      if (item.element === element.id) renamed.set(`item ${item.id}`, withClause(item, numberBelow(clause)));
    }
  }
  return {
    draft: {
      ...draft,
      elements: draft.elements.map((element) => (renamed.get(`element ${element.id}`) ?? element) as DraftElement),
      items: draft.items.map((item) => (renamed.get(`item ${item.id}`) ?? item) as DraftItem),
    },
    changes,
  };
};

/**
 * Changes how many units make a point, so that all points stay what they are.
 * @returns undefined if some would not be whole units
 */
export const withUnitsPerPoint = (draft: Draft, unitsPerPoint: number): Draft | undefined => {
  const before = own(draft, 'unitsPerPoint');
  if (!isCount(before) || before === 0) return { ...draft, unitsPerPoint };
  let whole = true;
  const scaled = (value: unknown): unknown => {
    if (!isCount(value)) return value;
    const units = (value * unitsPerPoint) / before;
    if (!isCount(units)) whole = false;
    return units;
  };
  const within = <T extends JsonObject>(member: T, name: string): T =>
    own(member, name) === undefined ? member : { ...member, [name]: scaled(own(member, name)) };
  const next = {
    ...within(draft, 'total'),
    unitsPerPoint,
    elements: draft.elements.map((element) => within(element, 'full')),
    items: draft.items.map((item) => {
      const rules = own(item, 'deductions');
      const full = within(item, 'full');
      if (!Array.isArray(rules)) return full;
      return { ...full, deductions: rules.map((rule: unknown) => (isObject(rule) ? within(rule, 'units') : rule)) };
    }),
  };
  return whole ? next : undefined;
};

/** What stands in a draft, or in a part of it. Items without whole points count as none. */
export interface Totals {
  readonly items: number;
  readonly mandatory: number;
  readonly veto: number;
  /** Of all items, in units. */
  readonly units: number;
  /** Of items that are said to be special to the industry, and of those that do not say. */
  readonly industryUnits: number;
  readonly unsaidUnits: number;
  readonly unsaidItems: number;
}

export const NO_TOTALS: Totals = {
  items: 0,
  mandatory: 0,
  veto: 0,
  units: 0,
  industryUnits: 0,
  unsaidUnits: 0,
  unsaidItems: 0,
};

const plus = (totals: Totals, item: DraftItem): Totals => {
  const full = own(item, 'full');
  const units = isCount(full) ? full : 0;
  const kind = own(item, 'kind');
  const scope = own(item, 'scope');
  const unsaid = scope !== 'industry' && scope !== 'general';
  return {
    items: totals.items + 1,
    mandatory: totals.mandatory + (kind === 'mandatory' ? 1 : 0),
    veto: totals.veto + (kind === 'veto' ? 1 : 0),
    units: totals.units + units,
    industryUnits: totals.industryUnits + (scope === 'industry' ? units : 0),
    unsaidUnits: totals.unsaidUnits + (unsaid ? units : 0),
    unsaidItems: totals.unsaidItems + (unsaid ? 1 : 0),
  };
};

/** Totals of the whole, and of every element with those below it. */
export const draftTotals = (
  draft: Draft,
): { readonly whole: Totals; readonly elements: ReadonlyMap<string, Totals> } => {
  const parents = new Map(draft.elements.map(({ id, parent }) => [id, parent]));
  const elements = new Map<string, Totals>(draft.elements.map(({ id }) => [id, NO_TOTALS]));
  let whole = NO_TOTALS;
  for (const item of draft.items) {
    whole = plus(whole, item);
    const seen = new Set<string>();
    for (
      let at = parents.has(item.element) ? item.element : null;
      at != null && !seen.has(at);
      at = parents.get(at) ?? null
    ) {
      seen.add(at);
      elements.set(at, plus(elements.get(at) ?? NO_TOTALS, item));
    }
  }
  return { whole, elements };
};
