import { useEffect } from 'react';
import type { Kept } from './kept-answer.ts';

/** Over plain http browsers offer none of it; everything then works but for opening a page without a network. */
const workers = (): ServiceWorkerContainer | undefined =>
  window.isSecureContext && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;

/** The version of the client: the name of its first script changes with every build that changes anything. */
const version = (): string => {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script ? new URL(script.src).pathname.replace(/^.*\//, '') : '';
};

const filesOfPage = (): readonly string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);

/** Keeps the page at hand for an hour without a network: its files, and the last answers to these reads (paths, without a query). */
export const useOffline = (reads: readonly string[]): void => {
  const wanted = reads.join(' ');
  useEffect(() => {
    const begin = async () => {
      const container = workers();
      if (!container) return;
      await container.register(`/service-worker.js?${version()}`);
      const { active } = await container.ready;
      const keep: Kept = { files: filesOfPage(), reads: wanted.split(' ') };
      active?.postMessage({ keep });
    };
    // Without it the page works as it does over plain http; there is nothing that the person could do about it.
    begin().catch((error: unknown) => console.warn('offline', error));
  }, [wanted]);
};

/** Forgets what was kept of a person's data: called on signing out. */
export const forgetOffline = async (): Promise<void> => {
  const registration = await workers()?.getRegistration();
  registration?.active?.postMessage({ forget: true });
};
