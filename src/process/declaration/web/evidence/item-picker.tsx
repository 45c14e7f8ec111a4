import { useMemo, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Section } from '../../domain/sections.ts';
import type { LibraryFile } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { evidenceClient } from './uploads-of.ts';

interface Props {
  readonly declarationId: string;
  readonly file: LibraryFile;
  readonly sections: readonly Section[];
  /** Items that ask for evidence and have none. */
  readonly asking: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Chooses the items that a file proves, element by element. */
export const ItemPicker = ({ declarationId, file, sections, asking, onClose }: Props) => {
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const attach = useCommand(evidenceClient.attachFile);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const [onlyAsking, setOnlyAsking] = useState(false);
  const attached = new Set(file.links.map(({ itemId }) => itemId));
  const shown = useMemo(() => {
    const wanted = search.trim();
    return sections.flatMap((section) => {
      const items = section.items.filter(
        ({ id, clause, text }) =>
          (!onlyAsking || asking.has(id)) && (wanted === '' || `${clause ?? id} ${text ?? ''}`.includes(wanted)),
      );
      return items.length > 0 ? [{ ...section, items }] : [];
    });
  }, [sections, search, onlyAsking, asking]);
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const handleDone = () =>
    attach.run({ params: { declarationId, fileId: file.fileId }, body: { itemIds: [...picked] } }).then(
      () => {
        announce(t('evidence.pick.said', { count: picked.size }));
        onClose();
      },
      () => undefined,
    );
  return (
    <Dialog title={t('evidence.pick.title', { name: file.fileName })} shape="wide" onClose={onClose}>
      <div className="item-picker">
        <p className="ui-soft">{t('evidence.pick.text')}</p>
        <div className="ui-row">
          <input
            type="search"
            className="ui-input"
            aria-label={t('evidence.pick.search')}
            placeholder={t('evidence.pick.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <label className="ui-choice">
            <input type="checkbox" checked={onlyAsking} onChange={(event) => setOnlyAsking(event.target.checked)} />
            {t('evidence.pick.asks')}
          </label>
        </div>
        <div className="picker-list">
          {shown.length === 0 && <p className="ui-soft">{t('evidence.pick.none')}</p>}
          {shown.map((section) => (
            <fieldset key={section.elementId}>
              <legend>{section.title}</legend>
              {section.items.map((item) => (
                <label key={item.id} className="ui-choice">
                  <input
                    type="checkbox"
                    disabled={attached.has(item.id)}
                    checked={attached.has(item.id) || picked.has(item.id)}
                    onChange={() => toggle(item.id)}
                  />
                  <span>
                    <b>{item.clause ?? item.id}</b> {item.text}{' '}
                    {attached.has(item.id) && <span className="ui-soft">{t('evidence.pick.attached')}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        {attach.error !== undefined && <Notice wrong>{faults.fault(attach.error)}</Notice>}
      </div>
      <footer>
        <Button onClick={onClose}>{ui('action.cancel')}</Button>
        <Button look="primary" disabled={picked.size === 0} pending={attach.pending} onClick={() => void handleDone()}>
          {t('evidence.pick.done', { count: picked.size })}
        </Button>
      </footer>
    </Dialog>
  );
};
