import { type DragEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import {
  type DraftElement,
  type DraftItem,
  elementRows,
  insertItems,
  moveItems,
  newItem,
  removeItems,
  textOf,
} from '../../../domain/draft-editing.ts';
import { own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { useDraftPart, useEditor } from './editor-context.tsx';
import { ElementSelect } from './effects-editor.tsx';
import { COLUMNS } from './item-columns.ts';
import { DRAGGED_ITEMS, draggedItems } from './item-drag.ts';
import { ItemRow } from './item-row.tsx';
import { newMemberId } from './new-id.ts';
import './item-table.css';

interface Group {
  /** Undefined for items that lie in no element. */
  readonly element: DraftElement | undefined;
  readonly items: readonly DraftItem[];
}

/** The items below an element (all for ''), by the element in which they lie; empty ones too, so that something can be put there. */
const useGroups = (selected: string): readonly Group[] => {
  const elements = useDraftPart((draft) => draft.elements);
  const items = useDraftPart((draft) => draft.items);
  return useMemo(() => {
    const rows = elementRows({ elements });
    const at = rows.findIndex(({ element }) => element.id === selected);
    const level = rows[at]?.level ?? 0;
    const end = rows.findIndex((row, index) => index > at && row.level <= level);
    const shown = at === -1 ? rows : rows.slice(at, end === -1 ? undefined : end);
    const byElement = new Map<string, DraftItem[]>();
    for (const item of items) {
      const list = byElement.get(item.element);
      if (list) list.push(item);
      else byElement.set(item.element, [item]);
    }
    const groups: Group[] = shown
      .map(({ element }, index) => {
        const next = shown[index + 1];
        const leaf = next === undefined || next.element.parent !== element.id;
        return { element, items: byElement.get(element.id) ?? [], leaf };
      })
      .filter((group) => group.leaf || group.items.length > 0);
    const known = new Set(elements.map(({ id }) => id));
    const lost = items.filter(({ element }) => !known.has(element));
    return at === -1 && lost.length > 0 ? [...groups, { element: undefined, items: lost }] : groups;
  }, [elements, items, selected]);
};

interface Props {
  readonly selected: string;
  readonly onPaste: (element: string, after: string | null) => void;
}

/** The items of an element and those below it in one table, each element under its heading. */
export const ItemTable = ({ selected, onPaste }: Props) => {
  const t = useText(draftingTexts);
  const groups = useGroups(selected);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const order = useRef<readonly string[]>([]);
  order.current = groups.flatMap(({ items }) => items.map(({ id }) => id));
  const present = useMemo(() => new Set(groups.flatMap(({ items }) => items.map(({ id }) => id))), [groups]);
  const chosen = useMemo(() => new Set([...checked].filter((id) => present.has(id))), [checked, present]);
  const handleCheck = useCallback((id: string, on: boolean, range: boolean) => {
    const from = range && last.current !== null ? order.current.indexOf(last.current) : -1;
    const to = order.current.indexOf(id);
    last.current = id;
    setChecked((before) => {
      const next = new Set(before);
      const ids = from === -1 ? [id] : order.current.slice(Math.min(from, to), Math.max(from, to) + 1);
      for (const one of ids) on ? next.add(one) : next.delete(one);
      return next;
    });
  }, []);
  const clear = useCallback(() => setChecked(new Set()), []);
  return (
    <div className="draft-items">
      {chosen.size > 0 ? (
        <BulkBar chosen={chosen} onDone={clear} />
      ) : (
        <div className="draft-item head" aria-hidden="true">
          <span />
          {COLUMNS.map((column) => (
            <span key={column} className={column === 'full' ? 'number' : undefined}>
              {t(`drafting.column.${column}`)}
            </span>
          ))}
          <span />
        </div>
      )}
      {groups.map((group) => (
        <GroupRows
          key={group.element?.id ?? ''}
          group={group}
          titled={group.element?.id !== selected}
          eager={groups.length < 12}
          checked={chosen}
          onCheck={handleCheck}
          onPaste={onPaste}
        />
      ))}
    </div>
  );
};

const BulkBar = ({ chosen, onDone }: { readonly chosen: ReadonlySet<string>; readonly onDone: () => void }) => {
  const t = useText(draftingTexts);
  const { edit } = useEditor();
  return (
    <div className="draft-bulk" role="toolbar" aria-label={t('drafting.bulk')}>
      <b>{t('drafting.bulk.chosen', { count: chosen.size })}</b>
      <span className="ui-soft">{t('drafting.bulk.move')}</span>
      <ElementSelect
        value=""
        onChange={(element) => {
          edit((draft) => moveItems(draft, chosen, element, null));
          onDone();
        }}
      />
      <Button
        small
        look="danger"
        onClick={() => {
          edit((draft) => removeItems(draft, chosen));
          onDone();
        }}
      >
        {t('drafting.bulk.remove')}
      </Button>
      <Button small look="link" onClick={onDone}>
        {t('drafting.bulk.clear')}
      </Button>
    </div>
  );
};

const ROW_HEIGHT = 72;

/** Whether the element has come near the window once: a standard of 500 items is not built at a stroke. */
const useNear = (eager: boolean) => {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(eager);
  useEffect(() => {
    if (near || ref.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '600px' },
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [near]);
  return { ref, near: near || eager };
};

const GroupRows = (props: {
  readonly group: Group;
  readonly titled: boolean;
  readonly eager: boolean;
  readonly checked: ReadonlySet<string>;
  readonly onCheck: (id: string, checked: boolean, range: boolean) => void;
  readonly onPaste: Props['onPaste'];
}) => {
  const t = useText(draftingTexts);
  const { edit, goTo, selectElement } = useEditor();
  const { element, items } = props.group;
  const { ref, near } = useNear(props.eager);
  const drag = useItemDrag(element?.id, items, props.checked);
  const handleAdd = () => {
    if (!element) return;
    const fresh = newItem(newMemberId(), element.id);
    edit((draft) => insertItems(draft, [fresh], element.id));
    goTo({ list: 'items', id: fresh.id, field: 'text' });
  };
  return (
    <div className="draft-group" ref={ref} {...drag.handlers}>
      {props.titled && (
        <h3>
          {element ? (
            <Button look="link" onClick={() => selectElement(element.id)}>
              {[textOf(own(element, 'clause')), textOf(own(element, 'title')) || t('drafting.untitled')]
                .join(' ')
                .trim()}
            </Button>
          ) : (
            t('drafting.items.lost')
          )}
        </h3>
      )}
      {near ? (
        items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            checked={props.checked.has(item.id)}
            onCheck={props.onCheck}
            mark={drag.mark?.id === item.id ? drag.mark.side : undefined}
          />
        ))
      ) : (
        <div style={{ height: items.length * ROW_HEIGHT }} />
      )}
      {element && (
        <div className={drag.atEnd ? 'draft-group-foot over' : 'draft-group-foot'}>
          {items.length === 0 && <span className="ui-soft">{t('drafting.items.empty')}</span>}
          <Button small look="link" onClick={handleAdd}>
            {t('drafting.items.add')}
          </Button>
          <Button small look="link" aria-haspopup="dialog" onClick={() => props.onPaste(element.id, null)}>
            {t('drafting.items.paste')}
          </Button>
        </div>
      )}
    </div>
  );
};

/** Dragging rows by their grip within a table; the chosen ones go together. */
const useItemDrag = (element: string | undefined, items: readonly DraftItem[], checked: ReadonlySet<string>) => {
  const { edit } = useEditor();
  const [mark, setMark] = useState<{ readonly id: string; readonly side: 'before' | 'after' } | null>(null);
  const [atEnd, setAtEnd] = useState(false);
  const targetOf = (event: DragEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
    if (!row) return null;
    const { top, height } = row.getBoundingClientRect();
    return {
      id: row.dataset.item ?? '',
      side: event.clientY < top + height / 2 ? ('before' as const) : ('after' as const),
    };
  };
  const clear = () => {
    setMark(null);
    setAtEnd(false);
  };
  return {
    mark,
    atEnd,
    handlers: {
      onDragStart: (event: DragEvent) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-grip]')?.dataset.grip;
        if (id === undefined) return;
        const ids = checked.has(id) ? [...checked] : [id];
        event.dataTransfer.setData(DRAGGED_ITEMS, ids.join('\n'));
        event.dataTransfer.effectAllowed = 'move';
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-item]');
        if (row) event.dataTransfer.setDragImage(row, 16, 16);
      },
      onDragOver: (event: DragEvent) => {
        if (element === undefined || !event.dataTransfer.types.includes(DRAGGED_ITEMS)) return;
        event.preventDefault();
        const target = targetOf(event);
        setAtEnd(target === null);
        if (target?.id !== mark?.id || target?.side !== mark?.side) setMark(target);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) clear();
      },
      onDrop: (event: DragEvent) => {
        if (element === undefined || !event.dataTransfer.types.includes(DRAGGED_ITEMS)) return;
        event.preventDefault();
        const target = targetOf(event);
        const ids = draggedItems(event.dataTransfer);
        clear();
        const at = target
          ? items.findIndex(({ id }) => id === target.id) + (target.side === 'after' ? 1 : 0)
          : items.length;
        const before = items.slice(at).find(({ id }) => !ids.has(id))?.id ?? null;
        edit((draft) => moveItems(draft, ids, element, before));
      },
    },
  };
};
