import { type Sql, sql } from '#platform/db/sql.ts';
import { differenceOf, type Edition, parseEdition } from '../../domain/index.ts';

export interface Figures {
  readonly items: number;
  readonly mandatory: number;
  readonly veto: number;
  readonly units: number;
  readonly unitsPerPoint: number;
}

/** The figures of a document as a json expression; a document that does not read counts as far as it does. */
export const figuresOf = (content: Sql): Sql => sql`json_build_object(
  'items', jsonb_array_length(jsonb_path_query_array(${content}, '$.items[*]')),
  'mandatory', jsonb_array_length(jsonb_path_query_array(${content}, '$.items[*] ? (@.kind == "mandatory")')),
  'veto', jsonb_array_length(jsonb_path_query_array(${content}, '$.items[*] ? (@.kind == "veto")')),
  'units', (select coalesce(sum(f::numeric), 0) from jsonb_path_query(${content}, '$.items[*].full ? (@.type() == "number")') f),
  'unitsPerPoint', coalesce((select u::numeric::int from jsonb_path_query(${content},
    '$.unitsPerPoint ? (@.type() == "number" && @ >= 1 && @ <= 1000000)') u where u::numeric % 1 = 0 limit 1), 1))`;

const figuresHere = ({ items, unitsPerPoint }: Edition): Figures => ({
  items: items.length,
  mandatory: items.filter(({ kind }) => kind === 'mandatory').length,
  veto: items.filter(({ kind }) => kind === 'veto').length,
  units: items.reduce((sum, { full }) => sum + full, 0),
  unitsPerPoint,
});

/** The figures of a document that reads. */
export const figuresOfContent = (content: unknown): Figures | null => {
  const parsed = parseEdition(content);
  return parsed.ok ? figuresHere(parsed.value) : null;
};

interface Counted {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly changed: readonly unknown[];
}

/** What a document would change of another one, in numbers; null unless both read. */
export const changesBetween = (before: unknown, after: unknown) => {
  const [old, now] = [parseEdition(before), parseEdition(after)];
  if (!old.ok || !now.ok) return null;
  const { head, classes, elements, items, gates, reordered } = differenceOf(old.value, now.value);
  const all = (list: Counted) => list.added.length + list.removed.length + list.changed.length;
  return {
    itemsAdded: items.added.length,
    itemsRemoved: items.removed.length,
    itemsChanged: items.changed.length,
    itemsMoved: items.moved.length,
    itemsKept: items.unchanged.length,
    elementsChanged: all(elements),
    elementsReordered: reordered.length,
    gatesChanged: all(gates),
    classesChanged: all(classes),
    head: head.map(({ field }) => field),
    before: figuresHere(old.value),
    after: figuresHere(now.value),
  };
};
