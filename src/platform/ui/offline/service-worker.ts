/**
 * Lets a page that asked for it open again without a network: the client's own files, and the last answers to the few reads that such a page
 * named. Everything else passes by untouched. The address it is loaded from carries the version of the client.
 */
import { ANSWERS, type Kept, keptAnswer, stillGood } from './kept-answer.ts';

interface Worker {
  readonly location: Location;
  readonly caches: CacheStorage;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
}
interface WorkerEvent {
  readonly request: Request;
  readonly data: unknown;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
}

const worker = self as unknown as Worker;
const FILES = `anping-files ${worker.location.search}`;
const SHELL = '/';
const SESSION = '/api/session';

const open = (name: string): Promise<Cache> => worker.caches.open(name);

const file = async (request: Request): Promise<Response> => {
  const files = await open(FILES);
  const kept = await files.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await files.put(request, answer.clone());
  return answer;
};

const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request);
  } catch (lost) {
    const shell = await (await open(FILES)).match(SHELL);
    if (shell) return shell;
    throw lost;
  }
};

const keep = async (path: string, answer: Response): Promise<void> => {
  if (answer.ok) await (await open(ANSWERS)).put(path, await keptAnswer(answer, Date.now()));
};

const accountIn = async (answer: Response | undefined): Promise<string | null> => {
  const session = (await answer?.clone().json()) as { readonly person?: { readonly accountId?: string } } | undefined;
  return session?.person?.accountId ?? null;
};

/** What one person was answered nobody else may see. */
const forgetIfOther = async (answer: Response): Promise<void> => {
  const kept = await (await open(ANSWERS)).match(SESSION);
  if (kept && (await accountIn(kept)) !== (await accountIn(answer))) await worker.caches.delete(ANSWERS);
};

const read = async (request: Request, path: string): Promise<Response> => {
  const kept = await (await open(ANSWERS)).match(path);
  try {
    const answer = await fetch(request);
    if (path === SESSION && answer.ok) await forgetIfOther(answer);
    if (kept && (await (await open(ANSWERS)).match(path))) await keep(path, answer.clone());
    return answer;
  } catch (lost) {
    if (kept && stillGood(kept, Date.now())) return kept;
    throw lost;
  }
};

const keepAll = async ({ files, reads }: Kept): Promise<void> => {
  const own = await open(FILES);
  await Promise.allSettled(
    files.map(async (path) => {
      if (path === SHELL || !(await own.match(path))) await own.add(path);
    }),
  );
  await Promise.allSettled(reads.map(async (path) => keep(path, await fetch(path))));
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await worker.caches.keys())
      if (name.startsWith('anping-files') && name !== FILES) await worker.caches.delete(name);
    await worker.clients.claim();
  };
  event.waitUntil(tidy());
});

worker.addEventListener('message', (event) => {
  const said = event.data as { readonly keep?: Kept; readonly forget?: true };
  if (said.keep) event.waitUntil(keepAll(said.keep));
  if (said.forget) event.waitUntil(worker.caches.delete(ANSWERS));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(page(request));
  else if (url.pathname.startsWith('/api/') && url.search === '') event.respondWith(read(request, url.pathname));
});
