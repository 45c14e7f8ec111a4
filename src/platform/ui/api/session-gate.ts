/**
 * Where requests wait while the person signs in again. The shell shows a sign-in dialog over the page as long as
 * something waits, so that nothing typed is lost; afterwards the waiting requests are sent once more.
 */
type Outcome = 'signed-in' | 'given-up';

let waiting: { readonly promise: Promise<Outcome>; readonly settle: (outcome: Outcome) => void } | null = null;
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

const settle = (outcome: Outcome) => {
  const current = waiting;
  waiting = null;
  current?.settle(outcome);
  tell();
};

export const sessionGate = {
  /** For `useSyncExternalStore`: is anybody waiting? */
  isWaiting: (): boolean => waiting !== null,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Waits until the person has signed in again or given up. */
  wait: (): Promise<Outcome> => {
    if (waiting === null) {
      let resolve: (outcome: Outcome) => void = () => undefined;
      const promise = new Promise<Outcome>((done) => {
        resolve = done;
      });
      waiting = { promise, settle: resolve };
      tell();
    }
    return waiting.promise;
  },
  signedIn: () => settle('signed-in'),
  giveUp: () => settle('given-up'),
};
