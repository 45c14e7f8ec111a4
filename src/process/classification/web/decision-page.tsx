import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { RecordPage } from '#platform/ui/record/record-page.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { fixedBy } from '#process/standards/gate-documents.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { ClassOf, InForce, Validity } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';
import { Recompute } from './recompute.tsx';
import { ValidityWhy } from './validity-why.tsx';

type Decision = ResultOf<typeof classificationContract.decision>;

/** The decided class of one unit: what it is, how long it holds, and why. */
export const DecisionPage = () => {
  const { decisionId } = usePathParams<'decisionId'>();
  return (
    <Answered read={useRead(classificationClient.decision, { params: { decisionId } })}>
      {(decision) => <DecisionRecord decision={decision} />}
    </Answered>
  );
};

const DecisionRecord = ({ decision }: { readonly decision: Decision }) => {
  const t = useText(classificationTexts);
  const own = useHasRole(...enterpriseRoles);
  const { classes, classCode, visits } = decision;
  const fixed = fixedBy(decision.trace as unknown as readonly TraceStep[], decision.documents);
  return (
    <RecordPage
      title={decision.unit}
      crumbs={[
        own
          ? { label: t('my-class.title'), href: '/my-classes' }
          : { label: t('decision.list.title'), href: '/decisions' },
      ]}
      state={
        <>
          <ClassOf code={classCode} classes={classes} />
          <InForce inForce={decision.inForce} />
        </>
      }
      actions={
        <>
          <a className="ui-button" href={`/public/${decision.slug}`} target="_blank" rel="noreferrer">
            {t('decision.record.public-page')}
          </a>
          {!own && <LinkButton href={`/units/${decision.unitId}/course`}>{t('decision.record.course')}</LinkButton>}
          <LinkButton href={`/decisions/${decision.decisionId}/certificate`} look="primary">
            {t('decision.record.certificate')}
          </LinkButton>
        </>
      }
      facts={[
        { label: t('class.column.enterprise'), value: decision.enterprise, wide: true },
        { label: t('class.column.credit-code'), value: decision.creditCode },
        { label: t('class.column.industry'), value: decision.industry },
        { label: t('class.column.division'), value: decision.division },
        { label: t('class.column.body'), value: decision.body },
        { label: t('decision.record.score'), value: decision.printed },
        { label: t('class.column.basis'), value: t(`class.basis.${decision.basis}`) },
        ...(fixed ? [{ label: t('class.fixed-by.title'), value: t('class.fixed-by', { ...fixed }), wide: true }] : []),
        {
          label: t('class.column.valid'),
          value: (
            <>
              <Validity from={decision.validFrom} until={decision.validUntil} /> <ValidityWhy decision={decision} />
            </>
          ),
        },
        { label: t('class.column.number'), value: decision.number },
        {
          label: t('class.column.edition'),
          value: `${decision.editionTitle} ${t('class.edition', { day: decision.editionOn })}`,
          wide: true,
        },
        {
          label: t('decision.record.visits'),
          value: t('decision.record.visits-value', { target: visits.target, cap: visits.cap }),
        },
        {
          label: t('decision.record.meaning'),
          value: classes.find(({ code }) => code === classCode)?.meaning ?? '',
          wide: true,
        },
      ]}
      sections={[
        { id: 'why', title: t('decision.record.why'), content: <Account decision={decision} /> },
        {
          id: 'recompute',
          title: t('decision.recompute'),
          content: <Recompute decisionId={decision.decisionId} />,
        },
      ]}
      history={[
        {
          id: 'decided',
          at: decision.decidedAt,
          what: t('decision.record.signed'),
          who: decision.issuer,
          note: decision.number,
        },
      ]}
    />
  );
};

/** The account of the class; a departure of the review is its last step. */
const Account = ({ decision }: { readonly decision: Decision }) => {
  const { loaded } = useEdition(decision.editionHash);
  if (!loaded) return <Loading />;
  const trace = decision.trace as unknown as readonly TraceStep[];
  return (
    <TraceView
      edition={loaded.edition}
      trace={trace}
      editionHash={decision.editionHash}
      documents={decision.documents}
    />
  );
};
