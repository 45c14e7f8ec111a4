import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { CopyButton } from '#process/spot-check/web/copy-button.tsx';
import { classificationTexts } from '../classification.text.ts';
import { RECOMPUTE_COMMAND, recomputeFiles } from '../domain/recompute.ts';
import { classificationClient } from './classification-client.ts';
import './classification.css';

/** Standard, answers and result of a class as files, and the command that makes the last of the others. */
export const Recompute = ({ decisionId }: { readonly decisionId: string }) => {
  const t = useText(classificationTexts);
  return (
    <>
      <p>{t('decision.recompute.text')}</p>
      <p className="decision-command">
        <code>{RECOMPUTE_COMMAND}</code>
      </p>
      <div className="ui-row">
        {recomputeFiles.map((file) => (
          <DownloadButton key={file} fetch={() => classificationClient.recomputeFile({ params: { decisionId, file } })}>
            {t(`decision.recompute.${file}`)}
          </DownloadButton>
        ))}
        <CopyButton text={RECOMPUTE_COMMAND} label={t('decision.recompute')} />
      </div>
    </>
  );
};
