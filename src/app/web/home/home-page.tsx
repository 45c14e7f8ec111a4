import { isPlainDate } from '#lib/plain-date.ts';
import { Link } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useCodeText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatDay } from '#platform/ui/time/format.ts';
import { Deadline, useToday } from '#platform/ui/time/time.tsx';
import type { HomeLine } from '#process/reporting/home.contract.ts';
import { useHome } from '../shell/navigation.tsx';
import { shellTexts } from '../shell.text.ts';
import './home.css';

/** 今天要办: what waits for me, what is late, what I wait for. */
export const HomePage = () => {
  const t = useText(shellTexts);
  const ui = useUiText();
  const today = useToday();
  return (
    <div className="ui-page home">
      <PageHead
        title={t('nav.home')}
        beside={<span className="ui-soft">{t('home.today', { date: formatDay(today, today, ui) })}</span>}
      />
      <Answered read={useHome()}>
        {({ waiting, late, awaited }) => (
          <>
            {late.length > 0 && <Lines title={t('home.late')} empty={t('home.late-empty')} lines={late} late />}
            <Lines
              title={t('home.waiting')}
              empty={t(late.length > 0 ? 'home.waiting-empty-but-late' : 'home.waiting-empty')}
              lines={waiting}
            />
            <Lines title={t('home.awaited')} empty={t('home.awaited-empty')} lines={awaited} />
          </>
        )}
      </Answered>
    </div>
  );
};

interface LinesProps {
  readonly title: string;
  readonly empty: string;
  readonly lines: readonly HomeLine[];
  readonly late?: boolean;
}

const Lines = ({ title, empty, lines, late }: LinesProps) => {
  const t = useText(shellTexts);
  const ui = useUiText();
  const code = useCodeText();
  const today = useToday();
  const day = (on: string) => (isPlainDate(on) ? formatDay(on, today, ui) : on);
  return (
    <section className={late ? 'ui-panel home-lines late' : 'ui-panel home-lines'}>
      <h2>{title}</h2>
      {lines.length === 0 && <p className="ui-soft">{empty}</p>}
      <ul>
        {lines.map((line) => (
          <li key={`${line.kind} ${line.href}`}>
            <Link href={line.href}>
              <span>{code(line.kind, { count: line.count, ...line.params }) ?? line.kind}</span>
              <b>{t('home.count', { count: line.count })}</b>
              <span className="ui-soft">{line.oldest && t('home.since', { date: day(line.oldest) })}</span>
              <span>{line.dueOn && <Deadline on={line.dueOn} workingDaysLeft={line.workingDaysLeft} />}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
