/** What waits to be sent, by the thing it changes: a later value replaces an earlier one that has not gone out. */
export interface Waiting<Value> {
  readonly id: string;
  readonly value: Value;
  /** Idempotency key: the same for every attempt with this value. */
  readonly key: string;
  /** Refused, and neither changed nor given up since: tried anew after a reload, so that it is shown again. */
  readonly refused?: true;
  /** The tab that left it, if it was not written in this one. */
  readonly from?: string;
}

/**
 * What a tab has not sent of one record, under a key that names both. Tabs write their own key only, so none overwrites another's.
 * A full or forbidden storage costs only what a reload would have brought back; the queue itself goes on.
 */
export interface UnsentStore<Value> {
  readonly load: () => readonly Waiting<Value>[];
  readonly save: (waiting: readonly Waiting<Value>[]) => void;
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'unsent';
const keyOf = (name: string, tab: string): string => `${PREFIX} ${name} ${tab}`;

const read = <Value>(kept: Kept, key: string): readonly Waiting<Value>[] => {
  try {
    const found: unknown = JSON.parse(kept.getItem(key) ?? '[]');
    return Array.isArray(found) ? (found as Waiting<Value>[]) : [];
  } catch {
    return [];
  }
};

export const unsentStore = <Value>(kept: Kept, name: string, tab: string): UnsentStore<Value> => {
  const key = keyOf(name, tab);
  return {
    load: () => read(kept, key),
    save: (waiting) => {
      try {
        if (waiting.length === 0) kept.removeItem(key);
        else kept.setItem(key, JSON.stringify(waiting));
      } catch {
        return;
      }
    },
  };
};

const keysOf = (kept: Kept, name: string): readonly string[] => {
  try {
    return Array.from({ length: kept.length }, (_, at) => kept.key(at) ?? '').filter((key) =>
      key.startsWith(`${PREFIX} ${name} `),
    );
  } catch {
    return [];
  }
};

/** Tabs that have left something of this record, this one included. */
export const tabsWithUnsent = (kept: Kept, name: string): readonly string[] =>
  keysOf(kept, name).map((key) => key.slice(key.lastIndexOf(' ') + 1));

/** Takes what a tab that is gone has left. */
export const takeUnsent = <Value>(kept: Kept, name: string, tab: string): readonly Waiting<Value>[] => {
  const key = keyOf(name, tab);
  const found = read<Value>(kept, key);
  kept.removeItem(key);
  return found.map((one) => ({ ...one, from: one.from ?? tab }));
};

/** How many things of this record this browser has not sent, in any tab. */
export const countUnsent = (kept: Kept, name: string): number =>
  new Set(keysOf(kept, name).flatMap((key) => read(kept, key).map(({ id }) => id))).size;
