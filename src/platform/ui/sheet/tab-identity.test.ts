import { describe, expect, it } from 'vitest';
import { createTabs } from './tab-identity.ts';

const memoryOf = (kept: Record<string, string> = {}) => ({
  getItem: (name: string) => kept[name] ?? null,
  setItem: (name: string, value: string) => {
    kept[name] = value;
  },
});

/** The locks of one browser; a tab that is closed lets its own go. */
const browserLocks = () => {
  const held = new Set<string>();
  const tab = () => {
    const mine: string[] = [];
    const request = async (name: string, _: LockOptions, granted: (lock: Lock | null) => unknown) => {
      if (held.has(name)) return granted(null);
      held.add(name);
      mine.push(name);
      const work = granted({ name, mode: 'exclusive' });
      if (!(work instanceof Promise)) held.delete(name);
      return work;
    };
    const close = () => {
      for (const name of mine) held.delete(name);
    };
    return { locks: { request } as unknown as Pick<LockManager, 'request'>, close };
  };
  return { tab };
};

/** The channel that all tabs of a browser hear, but not the one that speaks. */
const browserChannel = () => {
  const ears: { readonly listen: (event: MessageEvent) => void; readonly tab: object }[] = [];
  return () => {
    const tab = {};
    return {
      postMessage: (data: unknown) => {
        for (const ear of ears) if (ear.tab !== tab) queueMicrotask(() => ear.listen({ data } as MessageEvent));
      },
      addEventListener: (_: string, listen: (event: MessageEvent) => void) => {
        ears.push({ listen, tab });
      },
      close: () => {
        ears.splice(0, ears.length, ...ears.filter((ear) => ear.tab !== tab));
      },
    };
  };
};

const acted = async (tabs: ReturnType<typeof createTabs>, id: string): Promise<boolean> => {
  let did = false;
  await tabs.ifGone(id, () => {
    did = true;
  });
  return did;
};

describe.each([
  ['with locks', true],
  ['over plain http, by asking each other', false],
])('the tabs of a browser, %s', (_, locking) => {
  const browser = () => {
    const [locks, channel] = [browserLocks(), browserChannel()];
    return (memory: ReturnType<typeof memoryOf>) => {
      const [tab, ear] = [locks.tab(), channel()];
      const tabs = createTabs(locking ? { memory, locks: tab.locks } : { memory, channel: ear as never, patience: 20 });
      return { tabs, close: () => (locking ? tab.close() : ear.close()) };
    };
  };

  it('each have an id of their own, which a reload keeps', async () => {
    const open = browser();
    const memory = memoryOf();
    const [one, other] = [open(memory), open(memoryOf())];
    const id = await one.tabs.own;
    expect(await other.tabs.own).not.toBe(id);
    one.close();
    expect(await open(memory).tabs.own).toBe(id);
  });

  it('do not share one that a duplicated tab brought along', async () => {
    const open = browser();
    const kept: Record<string, string> = {};
    const one = open(memoryOf(kept));
    const id = await one.tabs.own;
    const copy = open(memoryOf({ ...kept }));
    expect(await copy.tabs.own).not.toBe(id);
    expect(await one.tabs.own).toBe(id);
  });

  it('take over from one that is gone, and from none that is there', async () => {
    const open = browser();
    const [one, other] = [open(memoryOf()), open(memoryOf())];
    const id = await one.tabs.own;
    await other.tabs.own;
    expect(await acted(other.tabs, id)).toBe(false);
    one.close();
    expect(await acted(other.tabs, id)).toBe(true);
  });
});
