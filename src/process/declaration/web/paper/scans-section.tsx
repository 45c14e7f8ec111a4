import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { formatSize } from '#platform/ui/time/format.ts';
import { Time } from '#platform/ui/time/time.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { paperClient, printHref } from './paper-client.ts';

const limits = { maxBytes: 20 * 1024 * 1024, endings: ['.pdf', '.jpg', '.jpeg'] };

/** Scans of the signed and sealed pages, kept with the version that they show. */
export const ScansSection = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const add = useCommand(paperClient.addScan);
  const remove = useCommand(paperClient.removeScan);
  const { submissionId, scans, actions } = paper;
  return (
    <>
      <p className="ui-soft">{t('paper.scans.hint')}</p>
      {scans.length === 0 && <p>{t('paper.scans.none')}</p>}
      <ul className="paper-scans">
        {scans.map((scan) => (
          <li key={scan.scanId} className="ui-row">
            <a href={printHref(submissionId).scan(scan.scanId)} target="_blank" rel="noreferrer">
              {scan.fileName}
            </a>
            <span className="ui-soft">{formatSize(scan.sizeBytes)}</span>
            <span className="ui-soft">
              {t('paper.scans.by', { name: scan.uploadedByName })} <Time at={scan.uploadedAt} />
            </span>
            {scan.own && (
              <ConfirmAction
                label={t('paper.scans.remove')}
                link
                danger
                consequences={[t('paper.scans.remove.first')]}
                onConfirm={() => remove.run({ params: { submissionId, scanId: scan.scanId } })}
              />
            )}
          </li>
        ))}
      </ul>
      {actions.includes('scan') && (
        <FileUpload
          limits={limits}
          label={t('paper.scans.add')}
          multiple
          upload={async (file, call) => {
            await add.run({ params: { submissionId }, body: formWith(file) }, call);
            announce(t('paper.scans.added'));
          }}
        />
      )}
    </>
  );
};
