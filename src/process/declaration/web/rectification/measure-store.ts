import type { Rectification } from '../../rectification.contract.ts';

/** A measure as the person sees it; `version` is the one that it starts from. */
export interface MeasureEntry {
  readonly measure: string;
  readonly person: string;
  readonly dueOn: string | null;
  readonly version: number;
}
export type MeasurePatch = Omit<MeasureEntry, 'version'>;

export const noEntry: MeasureEntry = { measure: '', person: '', dueOn: null, version: 0 };

export interface MeasureStore {
  readonly get: (itemId: string) => MeasureEntry;
  readonly all: () => ReadonlyMap<string, MeasureEntry>;
  readonly set: (itemId: string, change: Partial<MeasureEntry>) => void;
  /** Takes over what the server says of items that nothing waits for here. */
  readonly receive: (list: Rectification, held: ReadonlySet<string>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const entriesOf = ({ rows, kept }: Rectification): readonly (readonly [string, MeasureEntry])[] => [
  ...rows.map(({ itemId, measure, person, dueOn, version }) => [itemId, { measure, person, dueOn, version }] as const),
  ...Object.entries(kept),
];

export const createMeasureStore = (): MeasureStore => {
  let entries: ReadonlyMap<string, MeasureEntry> = new Map();
  const listeners = new Set<() => void>();
  const change = (next: ReadonlyMap<string, MeasureEntry>) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const get = (itemId: string) => entries.get(itemId) ?? noEntry;
  return {
    get,
    all: () => entries,
    set: (itemId, given) => change(new Map(entries).set(itemId, { ...get(itemId), ...given })),
    receive: (list, held) => {
      const fresh = entriesOf(list).filter(([id, entry]) => !held.has(id) && entry.version > get(id).version);
      if (fresh.length > 0) change(new Map([...entries, ...fresh]));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
