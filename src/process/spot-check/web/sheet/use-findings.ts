import { useCallback, useEffect, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import type { SaveState } from '#platform/ui/sheet/save-queue.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import {
  createVerdictStore,
  type Draft,
  type Drafts,
  draftOf,
  noVerdict,
  type VerdictStore,
} from '#process/review/web/workbench/verdict-store.ts';
import type { VisitRecord } from '../../domain/verification-gaps.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { verificationClient } from '../spot-check-client.ts';

/** What waits to be sent: verdicts with the revision that each started from, or the record of the visit. */
type Pending = { readonly items: Drafts } | { readonly visit: VisitRecord };

export const VISIT_ID = '*visit';

export interface Findings {
  readonly store: VerdictStore;
  readonly state: SaveState;
  readonly retry: () => void;
  readonly change: (itemId: string, draft: Omit<Draft, 'revision'>) => void;
  /** After the other expert changed the same item: takes one of the two. */
  readonly settle: (itemId: string, take: 'mine' | 'theirs') => Promise<void>;
  readonly visit: VisitRecord;
  readonly setVisit: (change: Partial<VisitRecord>) => void;
  /** Version of the verification after the last save. */
  readonly version: () => number;
}

/** What is found on site, with its saving: every change goes into a queue that survives reloads and places without network. */
export const useFindings = (record: VerificationRecord): Findings => {
  const { person } = useSignedIn();
  const { verificationId } = record;
  const params = { verificationId };
  const [store] = useState(() => createVerdictStore(record.verdicts));
  const version = useRef(record.version);
  version.current = Math.max(version.current, record.version);
  // What our own saves reached: a change made before the answer came starts from there.
  const own = useRef(new Map<string, number>());
  const savedVisit = useRef<VisitRecord>({ visitedOn: record.visitedOn, conclusion: record.conclusion });
  const { queue, state } = useSaveQueue<Pending>(
    `verify.${person.login}.${verificationId}`,
    async (_, pending, key) => {
      if ('visit' in pending) {
        const body = { before: savedVisit.current, ...pending.visit };
        version.current = (await verificationClient.saveVisit({ params, body }, { key })).version;
        savedVisit.current = pending.visit;
        return;
      }
      const items = Object.fromEntries(
        Object.entries(pending.items).map(([id, { revision, ...draft }]) => [
          id,
          { ...draft, base: own.current.get(id) ?? revision },
        ]),
      );
      const done = await verificationClient.saveVerifiedVerdicts({ params, body: { items } }, { key });
      version.current = done.version;
      for (const [id, revision] of Object.entries(done.revisions)) own.current.set(id, revision);
      store.confirmed(done.revisions);
    },
  );

  // What had not been sent when the page was last left.
  useState(() => {
    for (const id of Object.keys(record.reviewedAnswers)) {
      const waiting = queue.waitingValue(id);
      if (waiting && 'items' in waiting) store.set(waiting.items);
    }
  });
  const [visit, keepVisit] = useState<VisitRecord>(() => {
    const waiting = queue.waitingValue(VISIT_ID);
    return waiting && 'visit' in waiting ? waiting.visit : savedVisit.current;
  });
  const latest = useRef(visit);
  latest.current = visit;
  useEffect(() => {
    const isOurs = (id: string) => queue.waitingValue(id) !== undefined || queue.state().refused.has(id);
    store.receive(record.verdicts, isOurs);
    const received = { visitedOn: record.visitedOn, conclusion: record.conclusion };
    savedVisit.current = received;
    if (!isOurs(VISIT_ID)) keepVisit(received);
  }, [record, store, queue]);

  const change = useCallback(
    (itemId: string, draft: Omit<Draft, 'revision'>) => {
      const items = { [itemId]: { ...draft, revision: store.get(itemId).revision } };
      store.set(items);
      queue.put(itemId, { items });
    },
    [store, queue],
  );
  const settle = useCallback<Findings['settle']>(
    async (itemId, take) => {
      const fresh = (await verificationClient.verification({ params: { verificationId } })).verdicts[itemId];
      const theirs = fresh ? draftOf(fresh) : noVerdict;
      const { revision: _, ...draft } = take === 'mine' ? store.get(itemId) : theirs;
      own.current.delete(itemId);
      store.set({ [itemId]: { ...draft, revision: theirs.revision } });
      change(itemId, draft);
    },
    [store, change, verificationId],
  );
  const setVisit = useCallback<Findings['setVisit']>(
    (part) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      keepVisit(next);
      queue.put(VISIT_ID, { visit: next });
    },
    [queue],
  );
  return {
    store,
    state,
    retry: queue.retry,
    change,
    settle,
    visit,
    setVisit,
    version: useCallback(() => version.current, []),
  };
};
