import type { ChosenFile } from './upload-queue.ts';

interface KeptFile extends ChosenFile {
  /** Who chose it for which declaration. */
  readonly owner: string;
}

const NAME = 'anping-evidence';
const STORE = 'files';

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('owner', 'owner');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the store of chosen files is held by an older page'));
  });

const inStore = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

/** A full or forbidden store costs only what a reload would have brought back; the upload itself goes on. */
const asFarAsAllowed = async <T>(act: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await act();
  } catch {
    return otherwise;
  }
};

/** Files that wait to be sent, in the browser's own database, so that a reload or a closed browser loses none. */
export const keptFiles = {
  keep: (owner: string, { id, file, name, fingerprint, itemIds, replaces, shrunkFrom }: ChosenFile): Promise<void> =>
    asFarAsAllowed(async () => {
      const kept: KeptFile = { id, file, name, fingerprint, itemIds, replaces, shrunkFrom, owner };
      await inStore('readwrite', (store) => store.put(kept));
    }, undefined),
  drop: (id: string): Promise<void> =>
    asFarAsAllowed(async () => {
      await inStore('readwrite', (store) => store.delete(id));
    }, undefined),
  of: (owner: string): Promise<readonly ChosenFile[]> =>
    asFarAsAllowed(async () => {
      const found = await inStore<KeptFile[]>('readonly', (store) => store.index('owner').getAll(owner));
      return found.map(({ owner: _, ...file }) => file);
    }, []),
};
