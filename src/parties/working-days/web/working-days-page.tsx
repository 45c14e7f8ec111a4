import { useHasRole } from '#parties/people/web/session.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useRead } from '#platform/ui/data.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Time } from '#platform/ui/time/time.tsx';
import { workingDaysTexts } from '../working-days.text.ts';
import { type Calendars, workingDaysClient } from './client.ts';
import { DayRanges } from './day-ranges.tsx';
import { EnterCalendar } from './enter-calendar.tsx';
import './working-days.css';

/** 工作日历: what periods are counted with, which year is missing, and how an administrator enters it. */
export const WorkingDaysPage = () => {
  const t = useText(workingDaysTexts);
  const ui = useUiText();
  const mayEnter = useHasRole('administrator');
  return (
    <div className="ui-page">
      <PageHead title={t('working-days.title')} />
      <p>{t('working-days.intro')}</p>
      <Answered read={useRead(workingDaysClient.calendarYears)}>
        {(found) => (
          <>
            {found.missing.length > 0 && (
              <Notice wrong>{t('working-days.missing', { years: found.missing.join(ui('text.comma')) })}</Notice>
            )}
            <Years years={found.years} />
            {mayEnter && <EnterCalendar years={found.years} />}
            <Entries entries={found.entries} />
          </>
        )}
      </Answered>
    </div>
  );
};

const Years = ({ years }: Pick<Calendars, 'years'>) => {
  const t = useText(workingDaysTexts);
  return (
    <section className="ui-panel">
      <DataTable
        label={t('working-days.title')}
        columns={[
          { key: 'year', title: t('working-days.year'), width: 80, render: (row) => row.year },
          {
            key: 'origin',
            title: t('working-days.origin'),
            width: 190,
            render: (row) => (
              <>
                {t(`working-days.origin.${row.origin}`)}
                {row.differs && <StateText tone="attention">{t('working-days.differs')}</StateText>}
              </>
            ),
          },
          { key: 'holidays', title: t('working-days.holidays'), render: (row) => <DayRanges days={row.holidays} /> },
          {
            key: 'make-up',
            title: t('working-days.makeUp'),
            render: (row) =>
              row.makeUpWorkdays.length === 0 ? t('working-days.makeUpNone') : <DayRanges days={row.makeUpWorkdays} />,
          },
          { key: 'source', title: t('working-days.source'), width: 240, render: (row) => row.source },
        ]}
        rows={years}
        rowKey={(row) => String(row.year)}
      />
    </section>
  );
};

const Entries = ({ entries }: Pick<Calendars, 'entries'>) => {
  const t = useText(workingDaysTexts);
  return (
    <section className="ui-panel">
      <h2>{t('working-days.history')}</h2>
      {entries.length === 0 ? (
        <p className="ui-empty">{t('working-days.historyEmpty')}</p>
      ) : (
        <DataTable
          label={t('working-days.history')}
          columns={[
            { key: 'year', title: t('working-days.year'), width: 80, render: (row) => row.year },
            { key: 'source', title: t('working-days.source'), render: (row) => row.source },
            { key: 'holidays', title: t('working-days.holidays'), number: true, render: (row) => row.holidayCount },
            { key: 'make-up', title: t('working-days.makeUp'), number: true, render: (row) => row.makeUpCount },
            { key: 'reason', title: t('working-days.reason'), render: (row) => row.reason },
            { key: 'by', title: t('working-days.by'), width: 120, render: (row) => row.enteredBy },
            { key: 'at', title: t('working-days.at'), width: 150, render: (row) => <Time at={row.enteredAt} /> },
          ]}
          rows={entries}
          rowKey={(row) => `${row.year} ${row.version}`}
        />
      )}
    </section>
  );
};
