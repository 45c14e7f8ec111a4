import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { comparisonTexts } from '../../../comparison.text.ts';
import { type DifferenceWords, fieldName, fieldText } from '../../../difference-words.ts';
import {
  changeClass,
  changeElement,
  changeGate,
  changeItem,
  type Draft,
  type DraftConflict,
  removeElement,
  removeGate,
  removeItems,
} from '../../../domain/draft-editing.ts';
import { isObject } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { standardsTexts } from '../../../standards.text.ts';
import { shownEdition } from '../shown-edition.ts';
import { useEditor } from './editor-context.tsx';
import { without } from './element-panel.tsx';
import { memberName } from './fault-panel.tsx';
import type { Place } from './fault-place.ts';
import type { Meeting } from './use-saving.ts';

/** What somebody else saved meanwhile has been taken in; where both changed the same, this person's stands and theirs is offered. */
export const MeetingNotice = ({ meeting, onDone }: { readonly meeting: Meeting; readonly onDone: () => void }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const words = { t: useText(comparisonTexts), standards: useText(standardsTexts) };
  const { edit, store, goTo } = useEditor();
  const { by, theirs } = meeting;
  const [taken, setTaken] = useState<ReadonlySet<DraftConflict>>(new Set());
  const conflicts = meeting.conflicts.filter((conflict) => !taken.has(conflict));
  return (
    <Notice wrong={conflicts.length > 0}>
      <div className="ui-row">
        <span className="ui-spread">
          {conflicts.length === 0
            ? t('drafting.meeting.merged', { by })
            : t('drafting.meeting.conflicts', { by, count: conflicts.length })}
        </span>
        <Button small onClick={onDone}>
          {ui('action.close')}
        </Button>
      </div>
      {conflicts.length > 0 && (
        <ul className="draft-conflicts">
          {conflicts.map((conflict) => (
            <li key={`${conflict.list} ${conflict.id} ${conflict.field}`}>
              <Button look="link" onClick={() => goTo(placeIn(store.draft(), conflict))}>
                {memberName(conflict.mine === undefined ? theirs : store.draft(), placeIn(store.draft(), conflict), t)}
                {conflict.field !== '' && ` · ${fieldName(conflict.field, words.t)}`}
              </Button>
              <span>
                {conflict.field === ''
                  ? t(conflict.mine === undefined ? 'drafting.meeting.kept-theirs' : 'drafting.meeting.kept-mine', {
                      by,
                    })
                  : t('drafting.meeting.both', {
                      mine: shown(conflict.field, conflict.mine, store.draft(), words) || t('drafting.meeting.nothing'),
                      theirs: shown(conflict.field, conflict.theirs, theirs, words) || t('drafting.meeting.nothing'),
                      by,
                    })}
              </span>
              <Button
                small
                onClick={() => {
                  edit((draft) => withTheirs(draft, conflict));
                  setTaken(new Set([...taken, conflict]));
                }}
              >
                {t(conflict.field === '' ? 'drafting.meeting.remove' : 'drafting.meeting.take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

/** Classes are named by their place, everything else by its id. */
const placeIn = (draft: Draft, { list, id, field }: DraftConflict): Place =>
  list === 'classes'
    ? { list, id: String(draft.classes.findIndex(({ code }) => code === id)), field }
    : { list, id, field };

const shown = (field: string, value: unknown, draft: Draft, words: DifferenceWords): string => {
  if (typeof value === 'string') return fieldText(field, value, shownEdition(draft), words);
  const reads = typeof value === 'number' || (Array.isArray(value) && value.every(isObject));
  return reads ? fieldText(field, value, shownEdition(draft), words) : value === undefined ? '' : JSON.stringify(value);
};

const withTheirs = (draft: Draft, { list, id, field, theirs }: DraftConflict): Draft => {
  if (list === 'head') return theirs === undefined ? without(draft, field) : { ...draft, [field]: theirs };
  const change = { [field]: theirs };
  if (field === '') {
    if (list === 'items') return removeItems(draft, new Set([id]));
    if (list === 'elements') return removeElement(draft, id);
    if (list === 'gates') return removeGate(draft, id);
    return { ...draft, classes: draft.classes.filter(({ code }) => code !== id) };
  }
  if (list === 'items') return changeItem(draft, id, change);
  if (list === 'elements') return changeElement(draft, id, change);
  if (list === 'gates') return changeGate(draft, id, change);
  const at = draft.classes.findIndex(({ code }) => code === id);
  return changeClass(draft, at, change);
};
