import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import type { UploadEntry, UploadQueue } from './upload-queue.ts';
import { uploadsOf } from './uploads-of.ts';

export const useUploadQueue = (declarationId: string): UploadQueue => {
  const { person } = useSignedIn();
  return useMemo(() => uploadsOf(person.login, declarationId), [person.login, declarationId]);
};

export const useUploads = (queue: UploadQueue): readonly UploadEntry[] =>
  useSyncExternalStore(queue.subscribe, queue.entries);

/** The uploads for one item; the component renders again when one of these changes, not when another does. */
export const useItemUploads = (queue: UploadQueue, itemId: string): readonly UploadEntry[] => {
  const latest = useMemo(() => ({ list: [] as readonly UploadEntry[] }), []);
  const snapshot = useCallback(() => {
    const next = queue.entries().filter((one) => one.itemIds.includes(itemId));
    const same = next.length === latest.list.length && next.every((one, at) => one === latest.list[at]);
    if (!same) latest.list = next;
    return latest.list;
  }, [queue, itemId, latest]);
  return useSyncExternalStore(queue.subscribe, snapshot);
};
