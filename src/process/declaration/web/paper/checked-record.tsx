import { Link } from '#platform/ui/address.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import type { PaperCheck } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { paperHref, printHref } from './paper-client.ts';
import { PaperStateText } from './paper-state.tsx';
import { StandingNotice } from './standing-notice.tsx';

/** The frozen page and the key figures, to hold beside the paper. */
export const CheckedRecord = ({ code, check }: { readonly code: string; readonly check: PaperCheck }) => {
  const t = useText(paperTexts);
  const { paper, page, copy, sameRenderer, figures } = check;
  const file = `${printHref(paper.submissionId).pack}#page=${(copy - 1) * (paper.pack?.pages ?? 0) + page}`;
  return (
    <>
      <StandingNotice standing={paper.standing} />
      <section className="ui-panel">
        <h2 className="ui-row">
          <span>{paper.unitName}</span>
          <span className="ui-soft">{paper.enterpriseName}</span>
          <span className="ui-spread" />
          <PaperStateText state={paper.state} />
        </h2>
        <p className="ui-row">
          <span>{t('paper.version.nth', { sequence: paper.sequence, versions: paper.versions })}</span>
          <span>{paper.receiptNumber}</span>
          <Time at={paper.submittedAt} />
          <span>
            {t('paper.digest')} <code className="paper-code">{paper.shortDigest}</code>
          </span>
          <Link href={paperHref(paper.submissionId)}>{t('paper.check.to-paper')}</Link>
        </p>
        <p>{t('paper.check.limit')}</p>
      </section>
      <div className="paper-beside">
        <section className="ui-panel">
          <h2 className="ui-row">
            <span>{t('paper.check.page')}</span>
            <span className="ui-soft">{t('paper.check.place', { copy, page, pages: paper.pack?.pages ?? page })}</span>
            <span className="ui-spread" />
            <a href={file} target="_blank" rel="noreferrer">
              {t('paper.check.page.file')}
            </a>
          </h2>
          {!sameRenderer && <Notice>{t('paper.check.page.other-renderer')}</Notice>}
          <img
            className="paper-page"
            src={`/api/paper-checks/${encodeURIComponent(code)}/page`}
            alt={t('paper.check.page.alt')}
          />
        </section>
        <section className="ui-panel">
          <h2>{t('paper.check.figures')}</h2>
          <ComparisonTable figures={figures} />
          {paper.scans.length > 0 && (
            <>
              <h2>{t('paper.scans')}</h2>
              <ul className="paper-scans">
                {paper.scans.map((scan) => (
                  <li key={scan.scanId}>
                    <a href={printHref(paper.submissionId).scan(scan.scanId)} target="_blank" rel="noreferrer">
                      {scan.fileName}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      </div>
    </>
  );
};
