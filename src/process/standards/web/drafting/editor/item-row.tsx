import { type KeyboardEvent, memo } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { changeItem, type DraftItem, insertItems, newItem, stepItem, textOf } from '../../../domain/draft-editing.ts';
import { type JsonObject, own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { standardsTexts } from '../../../standards.text.ts';
import { RemarksOnItem } from '../../consultation/remarks-on-item.tsx';
import { useEditor, useFaultsAt } from './editor-context.tsx';
import { Growing, PointsInput } from './entries.tsx';
import { cellOf } from './item-columns.ts';
import { newMemberId } from './new-id.ts';

export const KINDS = ['scored', 'mandatory', 'veto'] as const;

/** What else usually goes with a kind: what decides the class is met or not, and applies to everybody. */
export const kindChange = (item: DraftItem, kind: string): JsonObject =>
  kind !== 'scored' && own(item, 'kind') === 'scored' && own(item, 'deductions') === undefined
    ? { kind, scoring: 'met', na: 'forbidden' }
    : { kind };

/** The cell of the same column in the row above or below. */
const neighbour = (from: HTMLElement, step: 1 | -1): HTMLElement | undefined => {
  const column = from.dataset.cell;
  const cells = [...document.querySelectorAll<HTMLElement>(`[data-cell="${column}"]`)];
  return cells[cells.indexOf(from) + step];
};

interface Props {
  readonly item: DraftItem;
  readonly checked: boolean;
  readonly onCheck: (id: string, checked: boolean, range: boolean) => void;
  /** Where what is dragged would go. */
  readonly mark: 'before' | 'after' | undefined;
}

/** One item as a row of cells that are written in directly; drawn again only when it changes itself. */
export const ItemRow = memo(({ item, checked, onCheck, mark }: Props) => {
  const t = useText(draftingTexts);
  const standards = useText(standardsTexts);
  const faultText = useFaultText();
  const { store, edit, openItem, goTo } = useEditor();
  const faults = useFaultsAt('items', item.id);
  const { id } = item;
  const name = textOf(own(item, 'clause')) || t('drafting.item.unnumbered');
  const title = t('drafting.item.title', { name });
  const opener = faults.length > 0 ? t('drafting.item.faults', { count: faults.length }) : t('drafting.item.details');
  const set = (field: string, value: unknown) =>
    edit((draft) => changeItem(draft, id, { [field]: value }), `items ${id} ${field}`);

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    const target = event.currentTarget;
    const step = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
    const focus = (next: HTMLElement | undefined) => {
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    };
    if (event.altKey && step !== undefined) {
      event.preventDefault();
      const moved = stepItem(store.draft(), id, step);
      if (moved) edit(() => moved);
      // The row has moved under the focus: it must stay in sight.
      requestAnimationFrame(() => target.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      const fresh = newItem(newMemberId(), item.element);
      edit((draft) => insertItems(draft, [fresh], item.element, id));
      goTo({ list: 'items', id: fresh.id, field: target.dataset.cell === 'clause' ? 'clause' : 'text' });
    } else if (event.key === 'Enter' && event.shiftKey && !(target instanceof HTMLTextAreaElement)) {
      focus(neighbour(target, -1));
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      focus(neighbour(target, 1));
    } else if (step !== undefined && target instanceof HTMLInputElement && !event.ctrlKey) {
      focus(neighbour(target, step === 'up' ? -1 : 1));
    }
  };
  const cell = (field: string) => {
    const wrong = faults.filter((fault) => fault.field === field);
    return {
      id: cellOf(id, field),
      'data-cell': field,
      'aria-label': `${name} ${t(`drafting.column.${field}` as 'drafting.column.text')}`,
      ...(wrong.length > 0 && {
        'aria-invalid': true as const,
        title: wrong.map(({ issue }) => faultText.issue(issue)).join('\n'),
      }),
      onKeyDown: handleKeyDown,
    };
  };
  return (
    <div
      className={['draft-item', checked && 'checked', mark].filter(Boolean).join(' ')}
      data-item={id}
      role="group"
      aria-label={title}
    >
      <span className="draft-item-grip" draggable data-grip={id} title={t('drafting.item.drag')}>
        <input
          type="checkbox"
          aria-label={t('drafting.item.choose', { name })}
          checked={checked}
          onClick={(event) => onCheck(id, event.currentTarget.checked, event.shiftKey)}
          onChange={() => undefined}
        />
        <i aria-hidden="true" />
      </span>
      <span>
        <input
          {...cell('clause')}
          className="ui-input"
          autoComplete="off"
          value={textOf(own(item, 'clause'))}
          onChange={(event) => set('clause', event.target.value)}
        />
      </span>
      <span>
        <Growing {...cell('text')} value={textOf(own(item, 'text'))} onChange={(text) => set('text', text)} />
      </span>
      <span>
        <PointsInput {...cell('full')} value={own(item, 'full')} onChange={(full) => set('full', full)} />
      </span>
      <span>
        <select
          {...cell('kind')}
          onKeyDown={undefined}
          className={`ui-select kind-${textOf(own(item, 'kind'))}`}
          value={textOf(own(item, 'kind'))}
          onChange={(event) => edit((draft) => changeItem(draft, id, kindChange(item, event.target.value)))}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {standards(`standards.kind.${kind}`)}
            </option>
          ))}
        </select>
      </span>
      <span>
        <Growing
          {...cell('deduction')}
          value={textOf(own(item, 'deduction'))}
          onChange={(text) => set('deduction', text === '' ? undefined : text)}
        />
      </span>
      <span className="draft-item-end">
        <Button
          small
          look="text"
          className={faults.length > 0 ? 'ui-wrong' : ''}
          aria-haspopup="dialog"
          aria-label={`${opener} ${title}`}
          title={
            faults.length > 0
              ? faults.map(({ issue }) => faultText.issue(issue)).join('\n')
              : t('drafting.item.open', { name })
          }
          onClick={() => openItem(id)}
        >
          {opener}
        </Button>
        <RemarksOnItem itemId={id} />
      </span>
    </div>
  );
});
