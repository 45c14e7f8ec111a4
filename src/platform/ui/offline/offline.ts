import { useEffect } from 'react';
import { ANSWERS, amendedAnswer, type Kept } from './kept-answer.ts';

/** Over plain http browsers offer none of it; everything then works but for opening a page without a network. */
const workers = (): ServiceWorkerContainer | undefined =>
  window.isSecureContext && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/** The version of the client: the name of its first script changes with every build that changes anything. */
const version = (): string => {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src^="/assets/"]');
  return script ? new URL(script.src).pathname.replace(/^.*\//, '') : '';
};

const clientFile = ({ name }: PerformanceEntry): readonly string[] => {
  const { origin, pathname } = new URL(name);
  return origin === location.origin && pathname.startsWith('/assets/') ? [pathname] : [];
};

/** Tells the worker of every file that the page has loaded so far and loads from now on: it does not see what came before it. */
const tellFiles = (worker: ServiceWorker): (() => void) => {
  const tell = (entries: readonly PerformanceEntry[]) => {
    const keep: Kept = { files: entries.flatMap(clientFile), reads: [] };
    if (keep.files.length > 0) worker.postMessage({ keep });
  };
  const observer = new PerformanceObserver((list) => tell(list.getEntries()));
  observer.observe({ type: 'resource', buffered: true });
  return () => observer.disconnect();
};

/** Keeps the page at hand for hours without a network: its files, and the last answers to these reads (paths, without a query). */
export const useOffline = (reads: readonly string[]): void => {
  const wanted = reads.join(' ');
  useEffect(() => {
    let stop: (() => void) | null = () => undefined;
    const begin = async () => {
      const container = workers();
      if (!container) return;
      await container.register(`/service-worker.js?${version()}`, { type: 'module' });
      const { active } = await container.ready;
      if (!active || stop === null) return;
      const keep: Kept = { files: ['/'], reads: ['/api/session', ...wanted.split(' ')] };
      active.postMessage({ keep });
      stop = tellFiles(active);
    };
    // Without it the page works as it does over plain http; there is nothing that the person could do about it.
    begin().catch((error: unknown) => console.warn('offline', error));
    return () => {
      stop?.();
      stop = null;
    };
  }, [wanted]);
};

/** Brings a kept answer up to what has been saved since, without asking for it again; nothing if it is not kept. */
export const amendOffline = async (path: string, content: unknown): Promise<void> => {
  if (!workers() || !(await caches.has(ANSWERS))) return;
  const answers = await caches.open(ANSWERS);
  const kept = await answers.match(path);
  if (kept) await answers.put(path, amendedAnswer(kept, content));
};

/** Forgets what was kept of a person's data: called on signing out. */
export const forgetOffline = async (): Promise<void> => {
  const registration = await workers()?.getRegistration();
  registration?.active?.postMessage({ forget: true });
};
