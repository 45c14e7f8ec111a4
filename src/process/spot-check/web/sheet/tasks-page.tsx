import { useSignedIn } from '#parties/people/web/session.tsx';
import { Link } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Day } from '#platform/ui/time/time.tsx';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationLine } from '../../verification.contract.ts';
import { type Classes, ScoreOf, VerificationStateText } from '../marks.tsx';
import { spotCheckTitles } from '../page-titles.text.ts';
import { sheetHref, verificationClient, verificationHref } from '../spot-check-client.ts';
import './sheet.css';

/** What an expert has to verify, each with address and contact at hand. */
export const TasksPage = () => {
  const t = useText(spotCheckTexts);
  const titles = useText(spotCheckTitles);
  const read = useRead(verificationClient.myVerifications);
  return (
    <div className="ui-page">
      <PageHead title={titles('tasks')} />
      <Answered read={read}>
        {({ rows, classes }) => {
          const due = rows.filter(({ state }) => state === 'assigned' || state === 'to-assign');
          const done = rows.filter((row) => !due.includes(row));
          return rows.length === 0 ? (
            <p className="ui-panel ui-empty">{t('tasks.empty')}</p>
          ) : (
            <>
              <Tasks title={t('tasks.due')} rows={due} classes={classes} />
              <Tasks title={t('tasks.done')} rows={done} classes={classes} />
            </>
          );
        }}
      </Answered>
    </div>
  );
};

const Tasks = (props: {
  readonly title: string;
  readonly rows: readonly VerificationLine[];
  readonly classes: Classes;
}) =>
  props.rows.length === 0 ? null : (
    <section className="ui-panel">
      <h2>
        {props.title} <small className="ui-soft">{props.rows.length}</small>
      </h2>
      <ul className="site-tasks">
        {props.rows.map((row) => (
          <Task key={row.verificationId} row={row} classes={props.classes} />
        ))}
      </ul>
    </section>
  );

const Task = ({ row, classes }: { readonly row: VerificationLine; readonly classes: Classes }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const { person } = useSignedIn();
  const open = row.state === 'assigned' || row.state === 'to-assign';
  const lead = row.experts.some((one) => one.lead && one.name === person.name);
  const others = row.experts.filter(({ name }) => name !== person.name).map(({ name }) => name);
  return (
    <li>
      <Link className="site-task" href={open ? sheetHref(row.verificationId) : verificationHref(row.verificationId)}>
        <b>{row.unitName}</b>
        <VerificationStateText state={row.state} />
      </Link>
      <span>{row.enterpriseName}</span>
      <span className="ui-soft">
        {row.divisionName} {row.address}
      </span>
      <span className="ui-row">
        <span className="ui-soft">{row.industryName}</span>
        <ScoreOf classes={classes} scored={row.verified ?? row.reviewed} />
        {open && <span>{t('tasks.progress', { done: row.done, total: row.total })}</span>}
        {row.visitedOn && (
          <span>
            {t('tasks.visited')} <Day on={row.visitedOn} />
          </span>
        )}
      </span>
      <span className="ui-soft">
        {[lead && t('tasks.lead'), others.length > 0 && t('tasks.with', { names: others.join(ui('text.comma')) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
};
