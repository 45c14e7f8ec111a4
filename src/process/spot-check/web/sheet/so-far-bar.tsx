import { useText } from '#platform/ui/text/use-text.tsx';
import { AccountButton } from '#process/review/web/workbench/account.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { scoreDifference } from '../../domain/score-difference.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import { ClassOf } from '../marks.tsx';
import type { SoFar } from '../verifications/verified-score.ts';

/** What is still to be examined, and what the findings come to. */
export const SoFarBar = (props: {
  readonly record: VerificationRecord;
  readonly loaded: LoadedEdition;
  readonly soFar: SoFar;
  readonly begun: boolean;
}) => {
  const t = useText(spotCheckTexts);
  const { record, loaded, soFar, begun } = props;
  const { criticalDone, criticalTotal } = soFar.progress;
  const left = criticalTotal - criticalDone;
  const { score } = soFar;
  return (
    <div className="site-so-far" role="status">
      <span className={left > 0 ? 'ui-wrong' : undefined}>
        {left > 0 ? t('sheet.critical-left', { count: left }) : t('sheet.critical-done')}
      </span>
      {begun && score && (
        <span className="ui-row">
          <span className="ui-soft">{t('sheet.so-far')}</span>
          <b>{score.printed}</b>
          <span className="ui-soft">{scoreDifference(record.reviewed.printed, score.printed)}</span>
          <ClassOf classes={record.classes} code={score.class} />
          <AccountButton loaded={loaded} trace={score.trace} deductions={soFar.deductions} documents={record.facts} />
        </span>
      )}
    </div>
  );
};
