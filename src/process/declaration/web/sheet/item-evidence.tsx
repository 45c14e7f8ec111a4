import { useState } from 'react';
import { randomId } from '#platform/ui/api/random-id.ts';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { declarationClient } from '../declaration-client.ts';

const limits = { endings: evidenceLimits.endings, maxBytes: evidenceLimits.limitBytes };

interface Props {
  readonly declarationId: string;
  readonly itemId: string;
  readonly files: Declaration['evidence'];
  readonly disabled: boolean;
}

/** The files that prove an item: open, add, take off. */
export const ItemEvidence = ({ declarationId, itemId, files, disabled }: Props) => {
  const t = useText(declarationTexts);
  const refresh = useRefresh();
  const [adding, setAdding] = useState(false);
  return (
    <div className="item-evidence">
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.evidenceId} className="ui-row">
              <a
                href={`/api/declarations/${declarationId}/evidence/${file.evidenceId}`}
                target="_blank"
                rel="noreferrer"
              >
                {file.fileName}
              </a>
              <span className="ui-soft">{formatSize(file.sizeBytes)}</span>
              {!disabled && (
                <ConfirmAction
                  label={t('declaration.sheet.files.remove')}
                  small
                  consequences={[
                    t('declaration.sheet.files.remove.first', { name: file.fileName }),
                    t('declaration.sheet.files.remove.second'),
                  ]}
                  onConfirm={async () => {
                    await declarationClient.removeEvidence({ params: { declarationId, evidenceId: file.evidenceId } });
                    await refresh(declarationClient.declaration);
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!disabled && !adding && (
        <Button look="link" onClick={() => setAdding(true)}>
          {t('declaration.sheet.files.add')}
        </Button>
      )}
      {!disabled && adding && (
        <FileUpload
          limits={limits}
          multiple
          upload={async (file, call) => {
            const params = { declarationId, itemId };
            await declarationClient.attachEvidence({ params, body: formWith(file) }, { ...call, key: randomId() });
            await refresh(declarationClient.declaration);
          }}
        />
      )}
    </div>
  );
};
