import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { changeElement, type DraftElement, textOf } from '../../../domain/draft-editing.ts';
import { isCount, isObject, type JsonObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { effectText } from '../../../edition-words.ts';
import { standardsTexts } from '../../../standards.text.ts';
import { anchorOf, useEditor, useFaultsAt, useShownEdition } from './editor-context.tsx';
import { EffectsEditor } from './effects-editor.tsx';
import { CountEntry, PointsEntry, PointsInput } from './entries.tsx';

/** Number, title, stated points and floor of the element in the middle, in one line. */
export const ElementPanel = ({ element }: { readonly element: DraftElement }) => {
  const t = useText(draftingTexts);
  const faultText = useFaultText();
  const { edit } = useEditor();
  const faults = useFaultsAt('elements', element.id);
  const set = (change: JsonObject, field: string) =>
    edit((draft) => changeElement(draft, element.id, change), `elements ${element.id} ${field}`);
  const place = (field: string) => ({ list: 'elements' as const, id: element.id, field });
  const wrong = (field: string) => faults.some((fault) => fault.field === field) || undefined;
  return (
    <div className="draft-element">
      <input
        id={anchorOf(place('clause'))}
        className="ui-input draft-element-clause"
        aria-label={t('drafting.element.clause')}
        placeholder={t('drafting.element.clause')}
        aria-invalid={wrong('clause')}
        value={textOf(own(element, 'clause'))}
        onChange={(event) => set({ clause: event.target.value || undefined }, 'clause')}
      />
      <input
        id={anchorOf(place('title'))}
        className="ui-input draft-element-title"
        aria-label={t('drafting.element.title')}
        placeholder={t('drafting.element.title')}
        aria-invalid={wrong('title')}
        value={textOf(own(element, 'title'))}
        onChange={(event) => set({ title: event.target.value }, 'title')}
      />
      <span className="draft-element-full" title={t('drafting.element.full-hint')}>
        <span aria-hidden="true">{t('drafting.element.full')}</span>
        <PointsInput
          id={anchorOf(place('full'))}
          className="tiny"
          aria-label={t('drafting.element.full')}
          aria-invalid={wrong('full')}
          value={own(element, 'full')}
          onChange={(full) => set({ full }, 'full')}
        />
      </span>
      <FloorButton element={element} wrong={wrong('floor') ?? false} />
      {faults.length > 0 && (
        <p className="ui-field-fault">{faults.map(({ issue }) => faultText.issue(issue)).join(' ')}</p>
      )}
    </div>
  );
};

const FloorButton = ({ element, wrong }: { readonly element: DraftElement; readonly wrong: boolean }) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  const ui = useUiText();
  const { edit } = useEditor();
  const edition = useShownEdition();
  const [open, setOpen] = useState(false);
  const floor = own(element, 'floor');
  const shown = edition.elements.find(({ id }) => id === element.id)?.floor;
  const place = { list: 'elements' as const, id: element.id, field: 'floor' };
  const set = (next: unknown, field: string) =>
    edit((draft) => changeElement(draft, element.id, { floor: next }), `elements ${element.id} ${field}`);
  const effects = shown?.effects
    .map((effect) => effectText(edition, effect, standards))
    .join(standards('trace.separator'));
  return (
    <>
      <Button
        small
        look={shown ? undefined : 'text'}
        id={anchorOf(place)}
        className={wrong ? 'ui-wrong draft-floor' : 'draft-floor'}
        aria-haspopup="dialog"
        onClick={() => {
          if (!isObject(floor)) set({ percent: 60, effects: [] }, 'floor');
          setOpen(true);
        }}
      >
        {shown
          ? t('drafting.floor.shown', { percent: shown.percent, effects: effects ?? '' })
          : t('drafting.floor.add')}
      </Button>
      {open && (
        <Dialog title={t('drafting.floor.title')} onClose={() => setOpen(false)}>
          <div className="ui-form">
            <p className="ui-soft">{t('drafting.floor.intro')}</p>
            <CountEntry
              place={place}
              label={t('drafting.floor.percent')}
              unit="%"
              value={isObject(floor) ? own(floor, 'percent') : undefined}
              onChange={(percent) =>
                set({ ...(isObject(floor) ? floor : { effects: [] }), percent: percent ?? '' }, 'floor')
              }
            />
            <EffectsEditor
              place={{ ...place, field: 'floor-effects' }}
              label={t('drafting.floor.effects')}
              allowed={['cap', 'down']}
              value={isObject(floor) ? own(floor, 'effects') : []}
              onChange={(next) =>
                set({ ...(isObject(floor) ? floor : { percent: 60 }), effects: next }, 'floor-effects')
              }
            />
          </div>
          <footer>
            <Button
              look="danger"
              onClick={() => {
                set(undefined, 'floor');
                setOpen(false);
              }}
            >
              {t('drafting.floor.remove')}
            </Button>
            <Button look="primary" onClick={() => setOpen(false)}>
              {ui('action.close')}
            </Button>
          </footer>
        </Dialog>
      )}
    </>
  );
};

/** The points that the whole is said to add up to, against what it adds up to. */
export const StatedTotal = ({ total, units }: { readonly total: unknown; readonly units: number }) => {
  const t = useText(draftingTexts);
  const { edit } = useEditor();
  return (
    <PointsEntry
      place={{ list: 'head', id: '', field: 'total' }}
      label={t('drafting.head.total')}
      hint={isCount(total) && total === units ? t('drafting.head.total-right') : t('drafting.head.total-hint')}
      value={total}
      onChange={(next) =>
        edit((draft) => (next === undefined ? without(draft, 'total') : { ...draft, total: next }), 'head total')
      }
    />
  );
};

/** The document without one of its members. */
export const without = <T extends JsonObject>(draft: T, name: string): T =>
  Object.fromEntries(Object.entries(draft).filter(([own]) => own !== name)) as T;
