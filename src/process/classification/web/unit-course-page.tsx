import { isPlainDate } from '#lib/plain-date.ts';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { Time, useToday } from '#platform/ui/time/time.tsx';
import { WithCampaign } from '#process/public-notice/web/with-campaign.tsx';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { useEdition } from '#process/standards/web/use-edition.ts';
import type { CourseEntry, classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { ClassOf } from './class-of.tsx';
import { classificationClient } from './classification-client.ts';
import './classification.css';

type Course = ResultOf<typeof classificationContract.unitCourse>;

/** 单元全过程: what happened to one unit from its declaration to its class. */
export const UnitCoursePage = () => {
  const t = useText(classificationTexts);
  return <WithCampaign title={t('course.title')}>{(campaignId) => <Loaded campaignId={campaignId} />}</WithCampaign>;
};

const Loaded = ({ campaignId }: { readonly campaignId: string }) => {
  const { unitId } = usePathParams<'unitId'>();
  return (
    <Answered read={useRead(classificationClient.unitCourse, { params: { campaignId, unitId } })}>
      {(course) => <UnitCourse course={course} />}
    </Answered>
  );
};

const stages = ['self', 'reviewed', 'verified', 'decided'] as const;

const UnitCourse = ({ course }: { readonly course: Course }) => {
  const t = useText(classificationTexts);
  const { scores, classes, entries, decisionId } = course;
  return (
    <div className="ui-page">
      <PageHead
        title={course.unit}
        crumbs={[{ label: t('decision.list.title'), href: '/decisions' }]}
        beside={scores.decided && <ClassOf code={scores.decided.classCode} classes={classes} />}
        actions={decisionId && <LinkButton href={`/decisions/${decisionId}`}>{t('decision.record.why')}</LinkButton>}
      />
      <section className="ui-panel">
        <Facts
          facts={[
            { label: t('class.column.enterprise'), value: course.enterprise },
            { label: t('class.column.credit-code'), value: course.creditCode },
            { label: t('class.column.industry'), value: course.industry },
            { label: t('class.column.division'), value: course.division },
            { label: t('class.column.body'), value: course.body },
          ]}
        />
      </section>
      <section className="ui-panel">
        <h2>{t('course.scores')}</h2>
        <dl className="course-scores">
          {stages.map((stage) => {
            const score = scores[stage];
            const absent = stage === 'verified' && scores.decided ? 'course.not-verified' : 'course.no-score';
            return (
              <div key={stage}>
                <dt>{t(`course.${stage}`)}</dt>
                <dd>{score ? <b>{score.printed}</b> : <span className="ui-soft">{t(absent)}</span>}</dd>
                <dd>{score && <ClassOf code={score.classCode} classes={classes} />}</dd>
              </div>
            );
          })}
        </dl>
      </section>
      <section className="ui-panel">
        <h2>{t('course.entries')}</h2>
        {entries.length === 0 && <p className="ui-empty">{t('course.empty')}</p>}
        <ol className="course">
          {entries.map((entry) => (
            <Entry key={`${entry.kind} ${entry.at}`} entry={entry} classes={classes} />
          ))}
        </ol>
      </section>
      {course.account && <Account account={course.account} />}
    </div>
  );
};

/** Why the class that stands now is this one. */
const Account = ({ account }: { readonly account: NonNullable<Course['account']> }) => {
  const t = useText(classificationTexts);
  const { loaded } = useEdition(account.editionHash);
  return (
    <section className="ui-panel">
      <h2>{t(`course.account.${account.stage}`)}</h2>
      <div className="course-account">
        {loaded ? (
          <TraceView
            edition={loaded.edition}
            trace={account.trace as unknown as readonly TraceStep[]}
            editionHash={loaded.hash}
            documents={account.documents}
          />
        ) : (
          <Loading />
        )}
      </div>
    </section>
  );
};

const keyOf = (kind: CourseEntry['kind']) => {
  if (kind === 'verified') return 'course.verified-on';
  return kind === 'decided' ? 'course.decision' : (`course.${kind}` as const);
};

/** One entry; days among its parameters as people write them. */
const Entry = ({ entry, classes }: { readonly entry: CourseEntry; readonly classes: Course['classes'] }) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const today = useToday();
  const { kind, params } = entry;
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isPlainDate(value) ? formatDay(value, today, ui) : value]),
  );
  const reason = kind === 'proposed' && params.reason ? t('course.departure', { reason: params.reason }) : '';
  return (
    <li>
      <Time at={entry.at} />
      <div>
        <span>{[t(keyOf(kind), shown), reason].filter((part) => part !== '').join(' ')}</span>{' '}
        {entry.printed && <b>{entry.printed}</b>} <ClassOf code={entry.classCode} classes={classes} />
        {entry.who && <span className="ui-soft"> {entry.who}</span>}
      </div>
    </li>
  );
};
