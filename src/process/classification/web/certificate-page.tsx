import { isPlainDate } from '#lib/plain-date.ts';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { fixedBy } from '#process/standards/gate-documents.ts';
import type { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { classNamed } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';
import './classification.css';

/** 结果告知书: one page to print and hang up. */
export const CertificatePage = () => {
  const { decisionId } = usePathParams<'decisionId'>();
  return (
    <Answered read={useRead(classificationClient.decision, { params: { decisionId } })}>
      {(decision) => <Certificate decision={decision} />}
    </Answered>
  );
};

const Certificate = ({ decision }: { readonly decision: ResultOf<typeof classificationContract.decision> }) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const { unit, enterprise, classCode, classes, number, issuer } = decision;
  const fixed = fixedBy(decision.trace as unknown as readonly TraceStep[], decision.documents);
  // Paper is read years later: with the year, whatever today is.
  const day = (on: string) => {
    if (!isPlainDate(on)) return on;
    const [year, month, date] = on.split('-').map(Number);
    return ui('time.day-year', { year: year ?? 0, month: month ?? 0, day: date ?? 0 });
  };
  const address = `${location.origin}/public/query?name=${encodeURIComponent(decision.creditCode)}`;
  return (
    <div className="ui-page">
      <div className="ui-screen">
        <PageHead
          title={t('decision.record.certificate')}
          crumbs={[{ label: unit, href: `/decisions/${decision.decisionId}` }]}
          actions={
            <Button look="primary" onClick={() => window.print()}>
              {t('certificate.print')}
            </Button>
          }
        />
      </div>
      <article className="ui-panel certificate">
        <h2>{t('certificate.title')}</h2>
        <p className="certificate-number">{number}</p>
        <p>{t('certificate.to', { enterprise })}</p>
        <p className="certificate-text">{t('certificate.text', { day: day(decision.meetingOn), unit })}</p>
        <p className="certificate-class">{classNamed(classCode, classes)}</p>
        {fixed && <p className="certificate-text">{t('class.fixed-by', { ...fixed })}</p>}
        <p className="certificate-text">{classes.find(({ code }) => code === classCode)?.meaning}</p>
        <p className="certificate-text">
          {t('certificate.validity', { from: day(decision.validFrom), until: day(decision.validUntil) })}
        </p>
        <dl>
          <dt>{t('class.column.credit-code')}</dt>
          <dd>{decision.creditCode}</dd>
          <dt>{t('class.column.industry')}</dt>
          <dd>{decision.industry}</dd>
          <dt>{t('class.column.body')}</dt>
          <dd>{decision.body}</dd>
          <dt>{t('decision.record.edition')}</dt>
          <dd>
            {decision.editionTitle} {t('class.edition', { day: decision.editionOn })}
          </dd>
          <dt>{t('decision.record.visits')}</dt>
          <dd>{t('decision.record.visits-value', { target: decision.visits.target, cap: decision.visits.cap })}</dd>
          <dt>{t('adoption.record.digest')}</dt>
          <dd>
            <code>{decision.listDigest}</code>
          </dd>
        </dl>
        <p className="certificate-sign">
          {issuer}
          <br />
          {day(decision.validFrom)}
        </p>
        <p className="ui-soft certificate-check">{t('certificate.check', { address })}</p>
      </article>
    </div>
  );
};
