import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import type { SaveState } from '#platform/ui/sheet/save-queue.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewClient } from '../review-client.ts';
import { createVerdictStore, type Draft, type Drafts, draftOf, noVerdict, type VerdictStore } from './verdict-store.ts';

/** What waits to be sent: verdicts with the revision that each started from, or the account of supervision. */
type Pending = { readonly items: Drafts } | { readonly text: string };

const SUPERVISION = '*supervision';

export interface Examination {
  readonly store: VerdictStore;
  readonly state: SaveState;
  readonly retry: () => void;
  readonly change: (itemId: string, draft: Omit<Draft, 'revision'>) => void;
  /** Several at once, in one request. */
  readonly changeAll: (drafts: Readonly<Record<string, Omit<Draft, 'revision'>>>) => void;
  /** After another window changed the same verdict: takes one of the two. */
  readonly settle: (itemId: string, take: 'mine' | 'theirs') => Promise<void>;
  readonly supervision: string;
  readonly setSupervision: (text: string) => void;
  /** Version of the review after the last save. */
  readonly version: () => number;
}

/** The verdicts of a review with their saving: every change goes into a queue that survives reloads and lost networks. */
export const useExamination = (review: Workbench): Examination => {
  const { person } = useSignedIn();
  const { reviewId } = review;
  const params = { reviewId };
  const [store] = useState(() => createVerdictStore(review.verdicts));
  const version = useRef(review.version);
  version.current = Math.max(version.current, review.version);
  // What our own saves reached: a change made before the answer came starts from there.
  const own = useRef(new Map<string, number>());
  const savedText = useRef(review.dailySupervision);
  const { queue, state } = useSaveQueue<Pending>(`review.${person.login}.${reviewId}`, async (_, pending, key) => {
    if ('text' in pending) {
      const body = { before: savedText.current, text: pending.text };
      version.current = (await reviewClient.saveDailySupervision({ params, body }, { key })).version;
      savedText.current = pending.text.trim();
      return;
    }
    const items = Object.fromEntries(
      Object.entries(pending.items).map(([id, { revision, ...draft }]) => [
        id,
        { ...draft, base: own.current.get(id) ?? revision },
      ]),
    );
    const done = await reviewClient.saveVerdicts({ params, body: { items } }, { key });
    version.current = done.version;
    for (const [id, revision] of Object.entries(done.revisions)) own.current.set(id, revision);
    store.confirmed(done.revisions);
  });

  // What had not been sent when the page was last left.
  useState(() => {
    for (const id of Object.keys(review.submission.answers)) {
      const waiting = queue.waitingValue(id);
      if (waiting && 'items' in waiting) store.set(waiting.items);
    }
  });
  const [supervision, setText] = useState(() => {
    const waiting = queue.waitingValue(SUPERVISION);
    return waiting && 'text' in waiting ? waiting.text : review.dailySupervision;
  });
  useEffect(() => {
    store.receive(review.verdicts, (id) => queue.waitingValue(id) !== undefined || queue.state().refused.has(id));
  }, [review.verdicts, store, queue]);

  const change = useCallback(
    (itemId: string, draft: Omit<Draft, 'revision'>) => {
      const items = { [itemId]: { ...draft, revision: store.get(itemId).revision } };
      store.set(items);
      queue.put(itemId, { items });
    },
    [store, queue],
  );
  const changeAll = useCallback<Examination['changeAll']>(
    (drafts) => {
      const items = Object.fromEntries(
        Object.entries(drafts).map(([id, draft]) => [id, { ...draft, revision: store.get(id).revision }]),
      );
      store.set(items);
      queue.put(`*all ${Object.keys(items)[0]}`, { items });
    },
    [store, queue],
  );
  const settle = useCallback<Examination['settle']>(
    async (itemId, take) => {
      const fresh = (await reviewClient.review({ params: { reviewId } })).verdicts[itemId];
      const theirs = fresh ? draftOf(fresh) : noVerdict;
      const { revision: _, ...draft } = take === 'mine' ? store.get(itemId) : theirs;
      own.current.delete(itemId);
      store.set({ [itemId]: { ...draft, revision: theirs.revision } });
      change(itemId, draft);
    },
    [store, change, reviewId],
  );
  const setSupervision = useCallback(
    (text: string) => {
      setText(text);
      queue.put(SUPERVISION, { text });
    },
    [queue],
  );
  return {
    store,
    state,
    retry: queue.retry,
    change,
    changeAll,
    settle,
    supervision,
    setSupervision,
    version: useCallback(() => version.current, []),
  };
};

/** One verdict as it stands; the component renders again when this one changes. */
export const useDraft = (store: VerdictStore, itemId: string): Draft =>
  useSyncExternalStore(store.subscribe, () => store.get(itemId));

export const useDrafts = (store: VerdictStore): Drafts => useSyncExternalStore(store.subscribe, store.all);
