import { useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useKeys } from '#platform/ui/keys.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { elementRows, openDraft, renumbered } from '../../../domain/draft-editing.ts';
import { draftingTexts } from '../../../drafting.text.ts';
import { EditionRemarks } from '../../consultation/remarks-on-item.tsx';
import type { DraftRecord } from '../drafting-client.ts';
import { EditorProvider, type EditorShared } from './editor-context.tsx';
import { createEditorStore, type EditorStore } from './editor-store.ts';
import { FaultPanel } from './fault-panel.tsx';
import { GatesPart } from './gates-part.tsx';
import { HeadPart } from './head-part.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { ItemsPart } from './items-part.tsx';
import { MeetingNotice } from './meeting-notice.tsx';
import { newMemberId } from './new-id.ts';
import { PARTS, type Part } from './parts.ts';
import { PreviewPart } from './preview-part.tsx';
import { TotalsLine } from './totals-line.tsx';
import { useGoTo } from './use-go-to.ts';
import { useSaving } from './use-saving.ts';
import { useValidation } from './use-validation.ts';
import './editor.css';

/** The editor of a draft: its parts, what keeps it from being published, the way back, and the saving. */
export const Editor = ({ record }: { readonly record: DraftRecord }) => {
  const t = useText(draftingTexts);
  const ui = useUiText();
  const faultText = useFaultText();
  const [opened] = useState(() => openDraft(record.content, newMemberId));
  const [store] = useState(() => createEditorStore(opened.draft));
  const saving = useSaving(record, store);
  const faults = useValidation(store, saving.told);
  const { item: wanted } = useSearch({ strict: false }) as { readonly item?: string };
  const [seen, setSeen] = useState(false);
  const [part, setPart] = useState<Part>('items');
  const [selected, setSelected] = useState(() => elementRows(store.draft())[0]?.element.id ?? '');
  const [item, setItem] = useState<string | null>(null);
  const goTo = useGoTo(store, { setPart, setSelected, setItem });
  const edit = useCallback<EditorShared['edit']>((change, mark) => store.apply(change(store.draft()), mark), [store]);
  const shared = useMemo<EditorShared>(
    () => ({ store, faults, edit, openItem: setItem, selectElement: setSelected, goTo }),
    [store, faults, edit, goTo],
  );
  const asked = useRef(wanted);
  useEffect(() => {
    if (asked.current !== undefined) goTo({ list: 'items', id: asked.current, field: 'text' });
    asked.current = undefined;
  }, [goTo]);

  const travel = useCallback(
    (way: 'undo' | 'redo') => {
      const can = way === 'undo' ? store.canUndo() : store.canRedo();
      if (!can) announce(t(way === 'undo' ? 'drafting.undo.none' : 'drafting.redo.none'));
      store[way]();
    },
    [store, t],
  );
  useKeys([
    { key: 's', ctrl: true, help: ui('keys.save'), run: saving.flush },
    { key: 'z', ctrl: true, help: t('drafting.undo'), run: () => travel('undo') },
    { key: 'y', ctrl: true, help: t('drafting.redo'), run: () => travel('redo') },
  ]);
  // Here and not among the keys of the page: they hold in the drawer too, and Shift turns undo into redo.
  const handleKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    travel(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  };
  return (
    <EditorProvider value={shared}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that hold in all controls inside */}
      <div className="draft-editor" onKeyDown={handleKeyDown}>
        {opened.mended > 0 && <Notice>{t('drafting.mended', { count: opened.mended })}</Notice>}
        {saving.restored && !seen && (
          <Notice>
            <div className="ui-row">
              <span className="ui-spread">{t('drafting.restored')}</span>
              <Button small onClick={() => setSeen(true)}>
                {ui('action.close')}
              </Button>
            </div>
          </Notice>
        )}
        {saving.refused !== undefined && (
          <Notice wrong>
            <div className="ui-row">
              <span className="ui-spread">
                {t('drafting.refused')} {faultText.fault(saving.refused)}
              </span>
              <Button small onClick={saving.tryAgain}>
                {ui('action.retry')}
              </Button>
            </div>
          </Notice>
        )}
        {saving.meeting && <MeetingNotice meeting={saving.meeting} onDone={saving.putAway} />}
        <div className="draft-bar ui-panel">
          <div className="draft-tabs" role="tablist" aria-label={t('drafting.parts')}>
            {PARTS.map((one) => (
              <button key={one} type="button" role="tab" aria-selected={one === part} onClick={() => setPart(one)}>
                {t(`drafting.part.${one}`)}
              </button>
            ))}
          </div>
          <TotalsLine />
          <span className="ui-spread" />
          <Way store={store} onTravel={travel} />
        </div>
        <EditionRemarks editionHash={(record.basedOn ?? record.inForce)?.hash ?? null}>
          {part === 'items' && <ItemsPart selected={selected} />}
          {part === 'head' && <HeadPart industryName={record.industryName} />}
          {part === 'gates' && <GatesPart />}
          {part === 'preview' && <PreviewPart />}
          {item !== null && <ItemDrawer id={item} />}
        </EditionRemarks>
        <div className="draft-foot">
          <div className="draft-foot-bar">
            <FaultPanel />
            <span className="ui-spread" />
            <SavedMark state={saving.state} onRetry={saving.retry} />
          </div>
        </div>
      </div>
    </EditorProvider>
  );
};

const Way = ({
  store,
  onTravel,
}: {
  readonly store: EditorStore;
  readonly onTravel: (way: 'undo' | 'redo') => void;
}) => {
  const t = useText(draftingTexts);
  return (
    <div className="ui-row draft-way">
      <Button
        small
        look="text"
        title={t('drafting.key', { what: t('drafting.undo'), key: 'Ctrl+Z' })}
        onClick={() => onTravel('undo')}
      >
        {t('drafting.undo')}
      </Button>
      <Button
        small
        look="text"
        title={t('drafting.key', { what: t('drafting.redo'), key: 'Ctrl+Y' })}
        onClick={() => onTravel('redo')}
      >
        {t('drafting.redo')}
      </Button>
      <Button
        small
        onClick={() => {
          const { draft, changes } = renumbered(store.draft());
          if (changes > 0) store.apply(draft);
          announce(changes > 0 ? t('drafting.renumber.done', { count: changes }) : t('drafting.renumber.none'));
        }}
        title={t('drafting.renumber.hint')}
      >
        {t('drafting.renumber')}
      </Button>
    </div>
  );
};
