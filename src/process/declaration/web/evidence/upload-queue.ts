import type { Issue } from '#lib/result.ts';
import { ApiFault, OfflineFault, refusalCode } from '#platform/ui/api/faults.ts';
import type { UploadReceipt, UploadStanding } from '../../evidence.contract.ts';
import { nextPiece, PIECE } from './piece-size.ts';

/** A file that a person chose, and what it is for. It outlives the page: a browser keeps it until it is received. */
export interface ChosenFile {
  readonly id: string;
  readonly file: Blob;
  readonly name: string;
  /** By which the server finds an upload that was begun before. */
  readonly fingerprint: string;
  readonly itemIds: readonly string[];
  /** The file that it takes the place of. */
  readonly replaces: string | null;
  /** Bytes before the photograph was made smaller; absent if it was not. */
  readonly shrunkFrom?: number;
}

export type UploadState =
  | { readonly kind: 'waiting' | 'checking' }
  | { readonly kind: 'sending' | 'offline' | 'paused'; readonly sent: number }
  | { readonly kind: 'received'; readonly receipt: UploadReceipt }
  | { readonly kind: 'refused'; readonly issue?: Issue; readonly error?: unknown };

export interface UploadEntry extends ChosenFile {
  readonly state: UploadState;
}

export interface PieceCall {
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
}

/** The server, and what the browser lends. */
export interface UploadParts {
  readonly announce: (file: ChosenFile) => Promise<UploadStanding>;
  readonly sendPiece: (uploadId: string, offset: number, bytes: Blob, call: PieceCall) => Promise<{ received: number }>;
  readonly complete: (uploadId: string) => Promise<UploadReceipt>;
  readonly cancel: (uploadId: string) => Promise<unknown>;
  readonly attach: (fileId: string, itemIds: readonly string[]) => Promise<UploadReceipt>;
  /** Where chosen files wait beyond a reload of the page. */
  readonly keep: (file: ChosenFile) => Promise<void>;
  readonly drop: (id: string) => Promise<void>;
  /** Calls back after a while. */
  readonly later: (again: () => void, ms: number) => void;
  readonly now: () => number;
}

export interface UploadQueue {
  readonly add: (files: readonly ChosenFile[]) => void;
  /** Shows a file that is not even sent, with what speaks against it. */
  readonly refuse: (file: ChosenFile, issue: Issue) => void;
  readonly pause: (id: string) => void;
  /** Goes on, or tries again. */
  readonly resume: (id: string) => void;
  readonly cancel: (id: string) => void;
  /** Takes a line off the list that is over. */
  readonly close: (id: string) => void;
  /** The line is back, or a person has signed in again. */
  readonly retry: () => void;
  readonly entries: () => readonly UploadEntry[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Told of each file that was received. */
  readonly onReceived: (listener: (entry: UploadEntry) => void) => () => void;
}

/** Two at a time: one waits for its answer while the other one fills the line. */
const PARALLEL = 2;
/** A file changed on the disk, a server restored from a backup: something is wrong if it does not come right within so many rounds. */
const MOST_ROUNDS = 6;
const WAITS_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
/** Answers after which asking where the upload stands helps. */
const ASK_AGAIN = [
  'declaration.wrongOffset',
  'declaration.uploadIncomplete',
  'declaration.uploadAltered',
  'platform.busy',
  'input.noSuchRecord',
];

const isOver = ({ kind }: UploadState): boolean => kind === 'received' || kind === 'refused';
const stopped = () => new DOMException('stopped', 'AbortError');
const isOutage = (error: unknown): boolean =>
  error instanceof OfflineFault ||
  (error instanceof ApiFault && (error.status >= 500 || error.status === 429 || error.status === 401));

/**
 * Sends files in pieces, a few at a time. After a lost line it asks the server where each upload stands and goes on from there; a file that
 * was received is never sent again. What the server refuses for good is kept beside its name.
 */
export const createUploadQueue = (parts: UploadParts): UploadQueue => {
  let entries: readonly UploadEntry[] = [];
  let failures = 0;
  let waits = false;
  const running = new Map<string, AbortController>();
  const uploadIds = new Map<string, string>();
  const listeners = new Set<() => void>();
  const receivers = new Set<(entry: UploadEntry) => void>();

  const change = (next: readonly UploadEntry[]) => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const find = (id: string) => entries.find((one) => one.id === id);
  const set = (id: string, state: UploadState) =>
    change(entries.map((one) => (one.id === id ? { ...one, state } : one)));
  const sentOf = (id: string): number => {
    const state = find(id)?.state;
    return state && 'sent' in state ? state.sent : 0;
  };

  const sendPieces = async (entry: UploadEntry, uploadId: string, from: number, signal: AbortSignal) => {
    let [received, length] = [from, PIECE.first];
    while (received < entry.file.size) {
      const begun = parts.now();
      const offset = received;
      const bytes = entry.file.slice(offset, Math.min(offset + length, entry.file.size));
      const onProgress = (sent: number) =>
        set(entry.id, { kind: 'sending', sent: offset + Math.min(sent, bytes.size) });
      try {
        ({ received } = await parts.sendPiece(uploadId, offset, bytes, { signal, onProgress }));
      } catch (error) {
        if (isOutage(error)) set(entry.id, { kind: 'sending', sent: offset });
        throw error;
      }
      if (signal.aborted) throw stopped();
      failures = 0;
      length = nextPiece(length, parts.now() - begun);
      set(entry.id, { kind: 'sending', sent: received });
    }
  };

  const sendOnce = async (entry: UploadEntry, signal: AbortSignal): Promise<UploadReceipt> => {
    const said = await parts.announce(entry);
    failures = 0;
    if (said.state === 'received') return said.receipt;
    if (said.state === 'known') return parts.attach(said.fileId, entry.itemIds);
    uploadIds.set(entry.id, said.uploadId);
    if (signal.aborted) throw stopped();
    set(entry.id, { kind: 'sending', sent: said.received });
    await sendPieces(entry, said.uploadId, said.received, signal);
    set(entry.id, { kind: 'checking' });
    return parts.complete(said.uploadId);
  };

  const send = async (entry: UploadEntry, signal: AbortSignal): Promise<UploadReceipt> => {
    for (let round = 1; ; round += 1) {
      try {
        return await sendOnce(entry, signal);
      } catch (error) {
        if (!ASK_AGAIN.includes(refusalCode(error) ?? '') || round >= MOST_ROUNDS || signal.aborted) throw error;
      }
    }
  };

  const run = async (entry: UploadEntry): Promise<void> => {
    const stop = new AbortController();
    running.set(entry.id, stop);
    set(entry.id, { kind: 'sending', sent: sentOf(entry.id) });
    try {
      const receipt = await send(entry, stop.signal);
      if (find(entry.id)) set(entry.id, { kind: 'received', receipt });
      await parts.drop(entry.id);
      for (const receiver of receivers) receiver({ ...entry, state: { kind: 'received', receipt } });
    } catch (error) {
      // Paused or cancelled: whoever did it has said so already, here; the server may have begun the upload only now.
      if (!stop.signal.aborted) await failed(entry, error);
      else if (!find(entry.id)) await giveUp(entry.id);
    } finally {
      running.delete(entry.id);
      work();
    }
  };

  const failed = async (entry: UploadEntry, error: unknown): Promise<void> => {
    if (isOutage(error)) {
      set(entry.id, { kind: 'offline', sent: sentOf(entry.id) });
      // Nobody is signed in: asking again by itself would only raise the dialog again.
      if (!(error instanceof ApiFault && error.status === 401)) retryLater();
      return;
    }
    set(entry.id, { kind: 'refused', error });
    // Somebody else has signed in meanwhile, to whom the declaration does not exist: the file waits for the one who chose it.
    if (refusalCode(error) === 'input.noSuchRecord') return;
    await parts.drop(entry.id);
    await giveUp(entry.id);
  };

  /** Tells the server that no more will come. If that does not reach it, it forgets the upload by itself. */
  const giveUp = async (id: string): Promise<void> => {
    const uploadId = uploadIds.get(id);
    uploadIds.delete(id);
    if (uploadId === undefined) return;
    await parts.cancel(uploadId).catch(() => undefined);
  };

  const retryLater = () => {
    if (waits) return;
    waits = true;
    parts.later(
      () => {
        waits = false;
        retry();
      },
      WAITS_MS[Math.min(failures++, WAITS_MS.length - 1)] ?? 30_000,
    );
  };

  const retry = () => {
    change(
      entries.map((one) =>
        one.state.kind === 'offline' ? { ...one, state: { kind: 'sending', sent: one.state.sent } } : one,
      ),
    );
    work();
  };

  const work = () => {
    for (const entry of entries) {
      if (running.size >= PARALLEL) return;
      const { kind } = entry.state;
      if ((kind === 'waiting' || kind === 'sending') && !running.has(entry.id)) void run(entry);
    }
  };

  const stop = (id: string) => running.get(id)?.abort();
  const remove = (id: string) => change(entries.filter((one) => one.id !== id));

  return {
    add: (files) => {
      const fresh = files.filter(({ id }) => !find(id));
      change([...entries, ...fresh.map((file) => ({ ...file, state: { kind: 'waiting' } as const }))]);
      for (const file of fresh) void parts.keep(file);
      work();
    },
    refuse: (file, issue) => change([...entries, { ...file, state: { kind: 'refused', issue } }]),
    pause: (id) => {
      const entry = find(id);
      if (!entry || isOver(entry.state)) return;
      const sent = sentOf(id);
      stop(id);
      set(id, { kind: 'paused', sent });
    },
    resume: (id) => {
      const entry = find(id);
      if (!entry || entry.state.kind === 'received') return;
      if (entry.state.kind === 'refused') void parts.keep(entry);
      set(id, { kind: 'waiting' });
      work();
    },
    cancel: (id) => {
      stop(id);
      remove(id);
      void parts.drop(id).then(() => giveUp(id));
    },
    close: (id) => {
      remove(id);
      void parts.drop(id);
    },
    retry,
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReceived: (listener) => {
      receivers.add(listener);
      return () => receivers.delete(listener);
    },
  };
};
