import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Issue } from '#lib/result.ts';
import { useSignedIn } from '#parties/people/web/session.tsx';
import { refusalCode } from '#platform/ui/api/faults.ts';
import { useRefresh } from '#platform/ui/data.ts';
import type { SaveState } from '#platform/ui/sheet/save-queue.ts';
import { useSaveQueue } from '#platform/ui/sheet/use-save-queue.ts';
import { type Draft, type DraftConflict, mergeDrafts, openDraft } from '../../../domain/draft-editing.ts';
import { type DraftRecord, draftingClient } from '../drafting-client.ts';
import type { EditorStore } from './editor-store.ts';
import { newMemberId } from './new-id.ts';

/** What waits to be sent: the whole content, and the saved one that it was made from. */
interface Pending {
  readonly content: Draft;
  readonly from: Draft;
  readonly base: number;
}

/** What happened to a draft that somebody else saved meanwhile. */
export interface Meeting {
  readonly by: string;
  readonly conflicts: readonly DraftConflict[];
  readonly theirs: Draft;
}

export interface Saving {
  readonly state: SaveState;
  readonly retry: () => void;
  /** Why the server does not take the draft, or why what somebody else saved cannot be had; undefined as long as all is well. */
  readonly refused: unknown;
  readonly tryAgain: () => void;
  /** The last meeting with changes of somebody else, until it is put away. */
  readonly meeting: Meeting | null;
  readonly putAway: () => void;
  /** Changes of the last visit that had not been sent were taken up again. */
  readonly restored: boolean;
  /** The version that the page stands on: what comes after it was made by somebody else. */
  readonly version: () => number;
  /** Sends what was changed just now, without waiting for a pause. */
  readonly flush: () => void;
  /** The faults of the draft as last saved: the server knows the scheme, with which a standard must agree. */
  readonly told: readonly Issue[];
}

const PAUSE_MS = 1000;
const ID = 'content';
const take = (content: DraftRecord['content']): Draft => openDraft(content, newMemberId).draft;

/**
 * Saves a draft while it is edited: after every pause, whole. What could not be sent survives reloads, lost networks and ended
 * sessions. Where somebody else saved meanwhile, both are brought together field by field.
 */
export const useSaving = (record: DraftRecord, store: EditorStore): Saving => {
  const { person } = useSignedIn();
  const refresh = useRefresh();
  const { draftId } = record;
  const saved = useRef({ version: record.version, draft: store.draft() });
  const [dirty, setDirty] = useState(false);
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [told, setTold] = useState<readonly Issue[]>(record.faults);
  const here = useRef(true);
  const { queue, state } = useSaveQueue<Pending>(`edition-draft.${person.login}.${draftId}`, async (_, value, key) => {
    const baseVersion = Math.max(value.base, saved.current.version);
    const done = await draftingClient.saveDraft(
      { params: { draftId }, body: { content: value.content, baseVersion } },
      { key },
    );
    saved.current = { version: done.version, draft: value.content };
    setTold(done.faults);
    if (!here.current) await refresh(draftingClient.draft, draftingClient.standards);
  });

  const flush = useCallback(() => {
    setDirty(false);
    const known = queue.waitingValue(ID)?.content ?? saved.current.draft;
    if (store.draft() === known) return;
    queue.put(ID, { content: store.draft(), from: saved.current.draft, base: saved.current.version });
  }, [queue, store]);

  const [restored] = useState(() => {
    const waiting = queue.waitingValue(ID);
    if (waiting === undefined) return false;
    saved.current = { version: waiting.base, draft: waiting.from };
    store.reset(waiting.content);
    return true;
  });

  useEffect(() => {
    here.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = store.subscribe(() => {
      clearTimeout(timer);
      setDirty(true);
      timer = setTimeout(flush, PAUSE_MS);
    });
    const now = () => {
      clearTimeout(timer);
      flush();
    };
    window.addEventListener('pagehide', now);
    return () => {
      here.current = false;
      leave();
      now();
      window.removeEventListener('pagehide', now);
      void refresh(draftingClient.draft, draftingClient.standards);
    };
  }, [store, flush, refresh]);

  const fault = state.refused.get(ID);
  const stale = fault !== undefined && refusalCode(fault) === 'platform.stale';
  const meet = useCallback(async () => {
    const now = await draftingClient.draft({ params: { draftId } });
    const theirs = take(now.content);
    const { draft, conflicts } = mergeDrafts(saved.current.draft, store.draft(), theirs);
    saved.current = { version: now.version, draft: theirs };
    store.reset(draft);
    setMeeting({ by: now.changedBy, conflicts, theirs });
    queue.put(ID, { content: draft, from: theirs, base: now.version });
  }, [draftId, store, queue]);
  const [unmet, setUnmet] = useState<unknown>(undefined);
  const tryToMeet = useCallback(() => {
    setUnmet(undefined);
    meet().catch(setUnmet);
  }, [meet]);
  useEffect(() => {
    if (stale) tryToMeet();
  }, [stale, tryToMeet]);
  const atRisk = fault !== undefined;
  useEffect(() => {
    if (!atRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [atRisk]);

  const again = useCallback(() => {
    queue.put(ID, { content: store.draft(), from: saved.current.draft, base: saved.current.version });
  }, [queue, store]);

  // What somebody else saved, while nothing was changed here.
  useEffect(() => {
    const clean = store.draft() === saved.current.draft && queue.waitingValue(ID) === undefined;
    if (record.version <= saved.current.version || !clean) return;
    const theirs = take(record.content);
    saved.current = { version: record.version, draft: theirs };
    store.reset(theirs);
  }, [record, store, queue]);

  return {
    state: useMemo(() => (dirty && state.waiting === 0 ? { ...state, waiting: 1 } : state), [state, dirty]),
    retry: queue.retry,
    refused: stale ? unmet : fault,
    tryAgain: stale ? tryToMeet : again,
    meeting,
    putAway: useCallback(() => setMeeting(null), []),
    restored,
    version: useCallback(() => saved.current.version, []),
    flush,
    told,
  };
};
