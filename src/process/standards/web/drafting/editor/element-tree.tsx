import { type KeyboardEvent, useMemo, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { Tree, type TreeDataNode } from '#platform/ui/kit.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import {
  type Draft,
  type DraftElement,
  draftTotals,
  type ElementFault,
  type ElementStep,
  elementRows,
  insertElement,
  moveElement,
  moveItems,
  removeElement,
  stepElement,
  subtreeOf,
  textOf,
} from '../../../domain/draft-editing.ts';
import { MOST_LEVELS } from '../../../domain/parse-elements.ts';
import { own } from '../../../domain/reading.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { pointsText } from '../../../edition-words.ts';
import { anchorOf, useDraft, useEditor, useFaultsAt, useUnitsPerPoint } from './editor-context.tsx';
import { DRAGGED_ITEMS, draggedItems } from './item-drag.ts';
import { newMemberId } from './new-id.ts';

const STEPS: Readonly<Record<string, ElementStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

const useTreeActions = (selected: string) => {
  const t = useText(draftingTexts);
  const { store, edit, selectElement, goTo } = useEditor();
  const refuse = (fault: ElementFault) => announce(t(`drafting.tree.${fault}`), { wrong: true });
  return {
    refuse,
    step: (step: ElementStep) => {
      const moved = stepElement(store.draft(), selected, step);
      if (moved === undefined) announce(t('drafting.tree.no-place'));
      else if (!moved.ok) refuse(moved.error);
      else edit(() => moved.value);
    },
    add: (parent: string | null) => {
      const id = newMemberId();
      edit((draft) => insertElement(draft, parent, { id, parent, title: '', clause: '' }));
      selectElement(id);
      goTo({ list: 'elements', id, field: 'title' });
    },
    remove: () => {
      const rows = elementRows(store.draft());
      const at = rows.findIndex(({ element }) => element.id === selected);
      const gone = subtreeOf(store.draft(), selected);
      const next = rows.find(({ element }, index) => index > at && !gone.has(element.id)) ?? rows[at - 1];
      edit((draft) => removeElement(draft, selected));
      selectElement(next?.element.id ?? '');
      announce(t('drafting.removed'));
    },
  };
};

/** The elements as a tree: choose one to see its items, drag to reorder, or move by the buttons and by Alt with an arrow. */
export const ElementTree = ({ selected }: { readonly selected: string }) => {
  const t = useText(draftingTexts);
  const draft = useDraft();
  const { edit, selectElement, goTo } = useEditor();
  const actions = useTreeActions(selected);
  const unitsPerPoint = useUnitsPerPoint();
  const totals = useMemo(() => draftTotals(draft), [draft]);
  const rows = useMemo(() => elementRows({ elements: draft.elements }), [draft.elements]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const open = rows.map(({ element }) => element.id).filter((id) => !closed.has(id));
  const row = rows.find(({ element }) => element.id === selected);
  const treeData = useMemo(() => nodesOf(rows), [rows]);

  const handleKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined;
    if (step !== undefined && row) {
      event.preventDefault();
      event.stopPropagation();
      actions.step(step);
    } else if (event.key === 'F2' && row) {
      event.preventDefault();
      goTo({ list: 'elements', id: selected, field: 'title' });
    }
  };
  return (
    <nav className="draft-tree ui-panel" aria-label={t('drafting.elements')}>
      <button
        type="button"
        className="draft-tree-all"
        aria-current={selected === '' ? 'true' : undefined}
        onClick={() => selectElement('')}
      >
        <span>{t('drafting.tree.all')}</span>
        <small>
          {t('drafting.tree.figures', {
            items: totals.whole.items,
            points: pointsText(totals.whole.units, { unitsPerPoint }),
          })}
        </small>
      </button>
      <div className="draft-tree-nodes" onKeyDownCapture={handleKeyDown}>
        {rows.length === 0 && <p className="ui-soft draft-tree-empty">{t('drafting.tree.empty')}</p>}
        <Tree
          blockNode
          virtual={false}
          motion={false}
          draggable={{ icon: false }}
          treeData={treeData}
          selectedKeys={selected === '' ? [] : [selected]}
          expandedKeys={open}
          onExpand={(keys) => {
            const now = new Set(keys.map(String));
            setClosed(new Set(rows.map(({ element }) => element.id).filter((id) => !now.has(id))));
          }}
          onSelect={(_, { node }) => selectElement(String(node.key))}
          titleRender={({ key }) => {
            const element = draft.elements.find(({ id }) => id === key);
            return element ? (
              <ElementTitle
                element={element}
                figures={t('drafting.tree.figures', {
                  items: totals.elements.get(element.id)?.items ?? 0,
                  points: pointsText(totals.elements.get(element.id)?.units ?? 0, { unitsPerPoint }),
                })}
              />
            ) : null;
          }}
          onDrop={({ node, dragNode, dropToGap, dropPosition }) => {
            const moved = dropped(draft, String(dragNode.key), String(node.key), {
              gap: dropToGap,
              after: dropPosition > Number(node.pos.split('-').pop()),
            });
            if (moved.ok) edit(() => moved.value);
            else actions.refuse(moved.error);
          }}
        />
      </div>
      <div className="draft-tree-bar" role="toolbar" aria-label={t('drafting.tree.actions')}>
        <Button small onClick={() => actions.add(row && row.level > 1 ? row.element.parent : null)}>
          {t('drafting.tree.add')}
        </Button>
        <Button small disabled={!row || row.level >= MOST_LEVELS} onClick={() => row && actions.add(row.element.id)}>
          {t('drafting.tree.add-below')}
        </Button>
        <span className="ui-spread" />
        {Object.entries(STEPS).map(([key, step]) => (
          <Button
            key={step}
            small
            look="text"
            disabled={!row}
            aria-label={t(`drafting.tree.${step}`)}
            title={t('drafting.key', { what: t(`drafting.tree.${step}`), key: `Alt+${ARROWS[key]}` })}
            onClick={() => actions.step(step)}
          >
            {ARROWS[key]}
          </Button>
        ))}
        <RemoveElement disabled={!row} selected={selected} onRemove={actions.remove} />
      </div>
    </nav>
  );
};

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowRight: '→', ArrowLeft: '←' };

/** It can be undone, so it asks only where items go too. */
const RemoveElement = (props: {
  readonly disabled: boolean;
  readonly selected: string;
  readonly onRemove: () => void;
}) => {
  const t = useText(draftingTexts);
  const { store } = useEditor();
  const handleClick = () => {
    const gone = subtreeOf(store.draft(), props.selected);
    const count = store.draft().items.filter(({ element }) => gone.has(element)).length;
    if (count === 0 || window.confirm(t('drafting.tree.remove-items', { count }))) props.onRemove();
  };
  return (
    <Button
      small
      look="text"
      disabled={props.disabled}
      aria-label={t('drafting.tree.remove')}
      title={t('drafting.tree.remove')}
      onClick={handleClick}
    >
      ×
    </Button>
  );
};

const ElementTitle = ({ element, figures }: { readonly element: DraftElement; readonly figures: string }) => {
  const t = useText(draftingTexts);
  const { edit, selectElement } = useEditor();
  const faults = useFaultsAt('elements', element.id);
  const [over, setOver] = useState(false);
  const takes = (event: React.DragEvent) => event.dataTransfer.types.includes(DRAGGED_ITEMS);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: items can be moved here from their drawer as well
    <span
      className={over ? 'draft-node over' : 'draft-node'}
      id={`${anchorOf({ list: 'elements', id: element.id, field: '' })}node`}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        const ids = draggedItems(event.dataTransfer);
        edit((draft) => moveItems(draft, ids, element.id, null));
        selectElement(element.id);
      }}
    >
      <span className="draft-node-clause">{textOf(own(element, 'clause'))}</span>
      <span className="draft-node-title">{textOf(own(element, 'title')) || t('drafting.untitled')}</span>
      {faults.length > 0 && (
        <b className="ui-wrong" title={t('drafting.faults.count', { count: faults.length })}>
          !
        </b>
      )}
      <small>{figures}</small>
    </span>
  );
};

const nodesOf = (rows: ReturnType<typeof elementRows>): TreeDataNode[] => {
  const roots: TreeDataNode[] = [];
  const path: TreeDataNode[] = [];
  for (const { element, level } of rows) {
    const node: TreeDataNode = { key: element.id, title: element.id };
    path.length = level - 1;
    const above = path[level - 2];
    if (above) above.children = [...(above.children ?? []), node];
    else roots.push(node);
    path[level - 1] = node;
  }
  return roots;
};

const dropped = (
  draft: Draft,
  id: string,
  target: string,
  { gap, after }: { readonly gap: boolean; readonly after: boolean },
): ReturnType<typeof moveElement> => {
  if (!gap) return moveElement(draft, id, target, null);
  const rows = elementRows(draft);
  const at = rows.findIndex(({ element }) => element.id === target);
  const there = rows[at];
  const parent = there === undefined || there.level === 1 ? null : there.element.parent;
  if (!after) return moveElement(draft, id, parent, target);
  const next = rows.slice(at + 1).find(({ level, element }) => level <= (there?.level ?? 1) && element.id !== id);
  return moveElement(draft, id, parent, next !== undefined && next.level === there?.level ? next.element.id : null);
};
