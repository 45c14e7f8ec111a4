import { randomId } from '../api/random-id.ts';

/**
 * Each tab of a browser has an id of its own, which a reload keeps, so that what one tab has not sent yet is neither overwritten nor sent by
 * another while it is open. Once it is gone, another tab may take over what it left.
 */
export interface Tabs {
  /** The id of this tab, once no other tab holds it: a duplicated tab begins with a copy of the first one's. */
  readonly own: Promise<string>;
  /** Runs `act` if that tab is gone, and keeps it from coming back meanwhile. */
  readonly ifGone: (id: string, act: () => void) => Promise<void>;
}

interface Parts {
  /** Keeps the id over a reload; of this tab alone. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
  /** Holds the name of a tab for as long as the tab lives; absent over plain http. */
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  /** Where tabs ask each other whether they are there, if there are no locks. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | undefined;
  /** How long a tab may take to answer, in milliseconds. */
  readonly patience?: number;
}

const KEPT = 'anping.tab';
const PATIENCE_MS = 400;

interface Ways {
  /** Whether this tab has the id now, because no other has it. */
  readonly claim: (id: string) => Promise<boolean>;
  /** Gives this tab an id that no other can have. */
  readonly take: (id: string) => void;
  readonly ifGone: Tabs['ifGone'];
}

const withLocks = (locks: Pick<LockManager, 'request'>): Ways => {
  const name = (id: string) => `anping.tab.${id}`;
  const claim = (id: string): Promise<boolean> =>
    new Promise((claimed) => {
      void locks.request(name(id), { ifAvailable: true }, (lock) => {
        claimed(lock !== null);
        // Held until the tab is gone.
        return lock === null ? undefined : new Promise<void>(() => undefined);
      });
    });
  return {
    claim,
    take: (id) => void claim(id),
    ifGone: async (id: string, act: () => void): Promise<void> => {
      await locks.request(name(id), { ifAvailable: true }, (lock) => {
        if (lock !== null) act();
      });
    },
  };
};

/** Asks aloud; whoever has the id says so. Two tabs that ask for the same id at once both hear it asked, and both take another. */
const withQuestions = (channel: NonNullable<Parts['channel']>, patience: number): Ways => {
  let own: string | null = null;
  let heard: ((id: string) => void)[] = [];
  channel.addEventListener('message', ({ data }: MessageEvent) => {
    const { ask, here } = data as { readonly ask?: string; readonly here?: string };
    if (ask !== undefined && ask === own) channel.postMessage({ here: ask });
    const named = here ?? ask;
    if (named !== undefined) for (const listener of heard) listener(named);
  });
  const isThere = (id: string): Promise<boolean> =>
    new Promise((resolve) => {
      const done = (there: boolean) => {
        heard = heard.filter((one) => one !== listen);
        resolve(there);
      };
      const listen = (named: string) => named === id && done(true);
      heard = [...heard, listen];
      channel.postMessage({ ask: id });
      setTimeout(() => done(false), patience);
    });
  return {
    claim: async (id: string): Promise<boolean> => {
      if (await isThere(id)) return false;
      own = id;
      return true;
    },
    take: (id) => {
      own = id;
    },
    ifGone: async (id: string, act: () => void): Promise<void> => {
      if (id !== own && !(await isThere(id))) act();
    },
  };
};

const alone: Ways = { claim: async () => true, take: () => undefined, ifGone: async (_, act) => act() };

export const createTabs = ({ memory, locks, channel, patience = PATIENCE_MS }: Parts): Tabs => {
  const ways = locks ? withLocks(locks) : channel ? withQuestions(channel, patience) : alone;
  const begin = async (): Promise<string> => {
    const kept = memory.getItem(KEPT);
    if (kept !== null && (await ways.claim(kept))) return kept;
    const id = randomId();
    memory.setItem(KEPT, id);
    ways.take(id);
    return id;
  };
  return { own: begin(), ifGone: ways.ifGone };
};

let tabs: Tabs | null = null;

/** Of this browser; the first call claims the tab's id. */
export const browserTabs = (): Tabs => {
  tabs ??= createTabs({
    memory: sessionStorage,
    locks: navigator.locks,
    channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('anping.tabs'),
  });
  return tabs;
};
