import { useState } from 'react';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useRead, useRefresh } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import type { LibraryFile } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationClient } from '../declaration-client.ts';
import { isPicture, pictureHref } from './file-addresses.ts';
import { evidenceClient } from './uploads-of.ts';
import './evidence.css';

interface Props {
  readonly declarationId: string;
  readonly itemId: string;
  readonly clause: string;
  readonly onClose: () => void;
}

/** Chooses among the files that are here already what proves an item too. */
export const FilePicker = (props: Props) => {
  const t = useText(evidenceTexts);
  const { declarationId } = props;
  return (
    <Dialog title={t('evidence.pick-file.title', { clause: props.clause })} shape="wide" onClose={props.onClose}>
      <Answered read={useRead(evidenceClient.evidenceFiles, { params: { declarationId } })}>
        {({ files }) => <Choice {...props} files={files} />}
      </Answered>
    </Dialog>
  );
};

const Choice = ({ declarationId, itemId, onClose, files }: Props & { readonly files: readonly LibraryFile[] }) => {
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const refresh = useRefresh();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const others = files.filter(
    ({ removedAt, links }) => removedAt === null && !links.some((link) => link.itemId === itemId),
  );
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const handleDone = async () => {
    setPending(true);
    try {
      for (const fileId of picked) {
        await evidenceClient.attachFile({ params: { declarationId, fileId }, body: { itemIds: [itemId] } });
      }
      await refresh(declarationClient.declaration, evidenceClient.evidenceFiles);
      onClose();
    } catch (error) {
      setWrong(faults.fault(error));
      setPending(false);
    }
  };
  return (
    <>
      <div className="item-picker">
        <div className="picker-list">
          {others.length === 0 && <p className="ui-soft">{t('evidence.pick-file.none')}</p>}
          {others.map((file) => (
            <label key={file.fileId} className="ui-choice">
              <input type="checkbox" checked={picked.has(file.fileId)} onChange={() => toggle(file.fileId)} />
              {isPicture(file) && (
                <img src={pictureHref(declarationId, file.fileId)} alt="" loading="lazy" width={64} height={48} />
              )}
              <span>
                {file.fileName} <span className="ui-soft">{formatSize(file.sizeBytes)}</span>
              </span>
            </label>
          ))}
        </div>
        {wrong && <Notice wrong>{wrong}</Notice>}
      </div>
      <footer>
        <Button onClick={onClose}>{ui('action.cancel')}</Button>
        <Button look="primary" disabled={picked.size === 0} pending={pending} onClick={() => void handleDone()}>
          {t('evidence.pick-file.done', { count: picked.size })}
        </Button>
      </footer>
    </>
  );
};
