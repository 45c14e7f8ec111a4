import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './missing-file.ts';

const NAME = /^[0-9a-f-]{36}$/;

/** A piece that does not follow on what is there already: `received` bytes are, and the next one has to begin with the next. */
export interface Appended {
  readonly fits: boolean;
  readonly received: number;
}

/**
 * Files that arrive in pieces, one under the id of its upload. A piece is on disk (fsync) before it counts; after a crash what counted is
 * still there. Calls for the same upload wait for each other.
 */
export class PartialUploads {
  readonly #folder: string;
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** How many bytes have come, from the first without a gap. */
  async received(uploadId: string): Promise<number> {
    try {
      return (await stat(this.#pathOf(uploadId))).size;
    } catch (cause) {
      if (isMissing(cause)) return 0;
      throw cause;
    }
  }

  /** Adds `bytes` that begin at `offset`. Those that are there already are passed over; a gap is not filled, and nothing is written. */
  append(uploadId: string, offset: number, bytes: Uint8Array): Promise<Appended> {
    return this.#inTurn(uploadId, async () => {
      const received = await this.received(uploadId);
      if (offset > received) return { fits: false, received };
      const fresh = bytes.subarray(received - offset);
      if (fresh.byteLength === 0) return { fits: true, received };
      await mkdir(this.#folder, { recursive: true });
      const file = await open(this.#pathOf(uploadId), 'a');
      try {
        await writeWhole(file, fresh, received);
      } finally {
        await file.close();
      }
      return { fits: true, received: received + fresh.byteLength };
    });
  }

  /** Opens what has come for reading while nothing is added to it; `undefined` if nothing has. */
  reading<T>(uploadId: string, read: (path: string, file: FileHandle) => Promise<T>): Promise<T | undefined> {
    return this.#inTurn(uploadId, async () => {
      const path = this.#pathOf(uploadId);
      let file: FileHandle;
      try {
        file = await open(path, 'r');
      } catch (cause) {
        if (isMissing(cause)) return undefined;
        throw cause;
      }
      try {
        return await read(path, file);
      } finally {
        await file.close();
      }
    });
  }

  discard(uploadId: string): Promise<void> {
    return this.#inTurn(uploadId, () => rm(this.#pathOf(uploadId), { force: true }));
  }

  /** Removes those to which nothing was added since `olderThan`; returns how many. */
  async sweep(olderThan: Date): Promise<number> {
    let swept = 0;
    for (const name of await namesIn(this.#folder)) {
      const path = join(this.#folder, name);
      if ((await stat(path)).mtime >= olderThan) continue;
      await rm(path, { force: true });
      swept += 1;
    }
    return swept;
  }

  /** @throws RangeError if the text is no id, so that no path can be smuggled in */
  #pathOf(uploadId: string): string {
    if (!NAME.test(uploadId)) throw new RangeError('not an upload id');
    return join(this.#folder, uploadId);
  }

  #inTurn<T>(uploadId: string, act: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(uploadId) ?? Promise.resolve();
    // One that failed has told its own caller.
    const turn = before.then(act, act);
    this.#turns.set(uploadId, turn);
    const leave = () => {
      if (this.#turns.get(uploadId) === turn) this.#turns.delete(uploadId);
    };
    turn.then(leave, leave);
    return turn;
  }
}

/** Half a piece, as on a full disk, is taken back: it would count as received. */
const writeWhole = async (file: FileHandle, bytes: Uint8Array, before: number): Promise<void> => {
  try {
    await file.appendFile(bytes);
    await file.sync();
  } catch (cause) {
    await file.truncate(before);
    throw cause;
  }
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
};
