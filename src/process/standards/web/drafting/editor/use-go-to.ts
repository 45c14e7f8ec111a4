import { useCallback } from 'react';
import { anchorOf } from './editor-context.tsx';
import type { EditorStore } from './editor-store.ts';
import type { Place } from './fault-place.ts';
import { cellOf, isColumn } from './item-columns.ts';
import type { Part } from './parts.ts';

interface Ways {
  readonly setPart: (part: Part) => void;
  readonly setSelected: (element: string) => void;
  readonly setItem: (id: string | null) => void;
}

const FRAMES = 30;

/** Puts the focus on a control as soon as it is there. */
const focusOn = (ids: readonly string[]): void => {
  let frames = 0;
  const look = () => {
    const control = ids.map((id) => document.getElementById(id)).find((one) => one !== null);
    frames += 1;
    if (control) {
      control.scrollIntoView({ block: 'center' });
      control.focus({ preventScroll: true });
    } else if (frames < FRAMES) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

/** Leads to a place of the draft: chooses the part and the element, opens the item where its field is not in the table, and puts the focus there. */
export const useGoTo = (store: EditorStore, { setPart, setSelected, setItem }: Ways): ((place: Place) => void) =>
  useCallback(
    (place) => {
      const { list, id, field } = place;
      if (list === 'head' || list === 'classes') setPart('head');
      if (list === 'gates') setPart('gates');
      if (list === 'elements' || (list === 'items' && id === '')) {
        setPart('items');
        if (list === 'elements' && id !== '') setSelected(id);
      }
      if (list !== 'items' || id === '') {
        setItem(null);
        focusOn([anchorOf(place), anchorOf({ list, id, field: 'title' })]);
        return;
      }
      const item = store.draft().items.find((one) => one.id === id);
      if (!item) return;
      setPart('items');
      setSelected(store.draft().elements.some((one) => one.id === item.element) ? item.element : '');
      const inTable = isColumn(field) || field === '';
      setItem(inTable ? null : id);
      focusOn(inTable ? [cellOf(id, field === '' ? 'text' : field)] : [anchorOf(place)]);
    },
    [store, setPart, setSelected, setItem],
  );
