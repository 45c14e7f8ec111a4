import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatInstant, formatSize } from '#platform/ui/time/format.ts';
import { useToday } from '#platform/ui/time/time.tsx';
import type { OpenUpload } from '../../evidence.contract.ts';
import { evidenceTexts } from '../../evidence.text.ts';
import type { UploadEntry } from './upload-queue.ts';
import { evidenceClient } from './uploads-of.ts';

interface Props {
  readonly declarationId: string;
  readonly uploads: readonly OpenUpload[];
  /** What this browser is sending. */
  readonly entries: readonly UploadEntry[];
}

/** Uploads that the server holds in part and that this browser does not have: chosen again, the same file goes on. */
export const UnfinishedUploads = ({ declarationId, uploads, entries }: Props) => {
  const t = useText(evidenceTexts);
  const ui = useUiText();
  const today = useToday();
  const faults = useFaultText();
  const cancel = useCommand(evidenceClient.cancelUpload);
  const handleDrop = (uploadId: string) =>
    cancel
      .run({ params: { declarationId, uploadId } })
      .catch((error: unknown) => announce(faults.fault(error), { wrong: true }));
  const own = (upload: OpenUpload) =>
    entries.some((entry) => entry.name === upload.fileName && entry.file.size === upload.sizeBytes);
  const left = uploads.filter((upload) => !own(upload));
  if (left.length === 0) return null;
  return (
    <section className="unfinished">
      <h3>{t('evidence.unfinished')}</h3>
      <p className="ui-soft">{t('evidence.unfinished.text')}</p>
      <ul>
        {left.map(({ uploadId, fileName, received, sizeBytes, begunAt }) => (
          <li key={uploadId} className="ui-row">
            <span>
              {t('evidence.unfinished.line', {
                name: fileName,
                received: formatSize(received),
                size: formatSize(sizeBytes),
                time: formatInstant(begunAt, today, ui),
              })}
            </span>
            <Button
              look="link"
              aria-label={`${t('evidence.unfinished.drop')} ${fileName}`}
              onClick={() => void handleDrop(uploadId)}
            >
              {t('evidence.unfinished.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
