import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { Draft } from '../../../domain/draft-editing.ts';
import type { Edition } from '../../../domain/edition.ts';
import { shownEdition } from '../shown-edition.ts';
import type { EditorStore } from './editor-store.ts';
import type { DraftList, Place, PlacedFault } from './fault-place.ts';
import type { FaultHolder } from './use-validation.ts';

/** What the parts of the editor share. Everything in it stays the same from one rendering to the next. */
export interface EditorShared {
  readonly store: EditorStore;
  readonly faults: FaultHolder;
  /** Changes the draft; `mark` names the field, so that typing in it is one step back. */
  readonly edit: (change: (draft: Draft) => Draft, mark?: string) => void;
  /** Opens the item in the drawer; null closes it. */
  readonly openItem: (id: string | null) => void;
  /** Shows the element in the middle. */
  readonly selectElement: (id: string) => void;
  /** Leads to a place: opens what it stands in and puts the focus there. */
  readonly goTo: (place: Place) => void;
}

const Current = createContext<EditorShared | null>(null);
export const EditorProvider = Current;

export const useEditor = (): EditorShared => {
  const shared = use(Current);
  if (shared === null) throw new Error('used outside the editor');
  return shared;
};

/** A part of the draft; what `select` gives must be the same object as long as nothing in it changes. */
export const useDraftPart = <T,>(select: (draft: Draft) => T): T => {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, () => select(store.draft()));
};

export const useDraft = (): Draft => useDraftPart((draft) => draft);

/** The faults of one field, or of everything about a member. */
export const useFaultsAt = (list: DraftList, id: string, field?: string): readonly PlacedFault[] => {
  const { faults } = useEditor();
  return useSyncExternalStore(faults.subscribe, () => faults.book().at(list, id, field));
};

export const useUnitsPerPoint = (): number =>
  useDraftPart(({ unitsPerPoint }) =>
    typeof unitsPerPoint === 'number' && Number.isSafeInteger(unitsPerPoint) && unitsPerPoint > 0 ? unitsPerPoint : 1,
  );

/** The draft as an edition to word effects with: classes and elements as they are now. */
export const useShownEdition = (): Edition => {
  const draft = useDraft();
  return useMemo(() => shownEdition(draft), [draft]);
};

/** The id of a control in the page, for leading to it. */
export const anchorOf = ({ list, id, field }: Place): string => `draft-${list}-${id}-${field}`.replace(/[^\w-]+/g, '_');
