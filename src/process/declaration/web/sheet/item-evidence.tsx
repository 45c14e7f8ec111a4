import { lazy, Suspense, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import { declarationClient } from '../declaration-client.ts';
import { EvidenceLinks } from '../evidence/evidence-links.tsx';
import { FileChooser } from '../evidence/file-chooser.tsx';
import { UploadLines } from '../evidence/upload-lines.tsx';
import { evidenceClient } from '../evidence/uploads-of.ts';
import { useItemUploads, useUploadQueue } from '../evidence/use-uploads.ts';

const FilePicker = lazy(() => import('../evidence/file-picker.tsx').then((m) => ({ default: m.FilePicker })));

interface Props {
  readonly declarationId: string;
  readonly itemId: string;
  /** The number by which people know the item. */
  readonly clause: string;
  readonly files: Declaration['evidence'];
  readonly disabled: boolean;
}

/** The files that prove an item: look at, add, take off. */
export const ItemEvidence = (props: Props) => {
  const { declarationId, itemId, clause, files, disabled } = props;
  const t = useText(declarationTexts);
  const words = useText(evidenceTexts);
  const queue = useUploadQueue(declarationId);
  const entries = useItemUploads(queue, itemId);
  const [adding, setAdding] = useState(false);
  const [picking, setPicking] = useState(false);
  return (
    <div className="item-evidence">
      {files.length > 0 && (
        <EvidenceLinks
          declarationId={declarationId}
          files={files}
          action={(file) => !disabled && <Detach declarationId={declarationId} file={file} />}
        />
      )}
      {!disabled && !adding && (
        <Button look="link" onClick={() => setAdding(true)}>
          {t('declaration.sheet.files.add')}
        </Button>
      )}
      {!disabled && adding && (
        <FileChooser queue={queue} purpose={{ itemIds: [itemId] }}>
          <Button small aria-haspopup="dialog" onClick={() => setPicking(true)}>
            {words('evidence.pick-file')}
          </Button>
        </FileChooser>
      )}
      {!disabled && <UploadLines queue={queue} entries={entries} clauseOf={() => clause} />}
      {picking && (
        <Suspense>
          <FilePicker declarationId={declarationId} itemId={itemId} clause={clause} onClose={() => setPicking(false)} />
        </Suspense>
      )}
    </div>
  );
};

const Detach = (props: { readonly declarationId: string; readonly file: Declaration['evidence'][number] }) => {
  const { declarationId, file } = props;
  const t = useText(declarationTexts);
  const refresh = useRefresh();
  return (
    <ConfirmAction
      label={t('declaration.sheet.files.remove')}
      link
      consequences={[
        t('declaration.sheet.files.remove.first', { name: file.fileName }),
        t('declaration.sheet.files.remove.second'),
      ]}
      onConfirm={async () => {
        await declarationClient.removeEvidence({ params: { declarationId, evidenceId: file.evidenceId } });
        await refresh(declarationClient.declaration, evidenceClient.evidenceFiles);
      }}
    />
  );
};
