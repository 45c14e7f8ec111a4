import { announce } from '#platform/ui/announce.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { type Form, useForm } from '#platform/ui/form/store.ts';
import { DataTable } from '#platform/ui/list/data-table.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { workingDaysTexts } from '../working-days.text.ts';
import { type Preview, workingDaysClient, type Year } from './client.ts';
import { DayRanges } from './day-ranges.tsx';

interface Props {
  readonly preview: Preview;
  /** The calendar that would be corrected. */
  readonly current: Year | undefined;
  readonly onDone: () => void;
}

/** What a table says: its faults by cell, or its days and the form that enters them. */
export const CalendarPreview = (props: Props) => {
  const t = useText(workingDaysTexts);
  const faults = useFaultText();
  const { findings, year } = props.preview;
  if (year !== null && findings.length === 0) return <Enter {...props} year={year} />;
  return (
    <>
      <Notice wrong>{t('working-days.mend', { count: findings.length })}</Notice>
      <DataTable
        label={t('working-days.fault')}
        columns={[
          { key: 'cell', title: t('working-days.cell'), width: 100, render: (row) => row.path },
          { key: 'fault', title: t('working-days.fault'), render: (row) => faults.issue(row) },
        ]}
        rows={findings}
        rowKey={(row) => `${row.path} ${row.code}`}
      />
    </>
  );
};

const Enter = ({ preview, current, onDone, year }: Props & { readonly year: number }) => {
  const t = useText(workingDaysTexts);
  const { holidays, makeUpWorkdays } = preview;
  const { run } = useCommand(workingDaysClient.enterCalendar);
  const form = useForm({
    initial: { source: '', reason: '' },
    submit: async (values) => {
      await run({ body: { ...values, year, holidays, makeUpWorkdays, baseVersion: current?.version ?? 0 } });
      announce(t('working-days.done', { year }));
      onDone();
    },
  });
  return (
    <>
      <Notice>{t('working-days.preview', { year, holidays: holidays.length, makeUp: makeUpWorkdays.length })}</Notice>
      <p>{t('working-days.holidays')}</p>
      <DayRanges days={holidays} />
      <p>{t('working-days.makeUp')}</p>
      {makeUpWorkdays.length === 0 ? <p>{t('working-days.makeUpNone')}</p> : <DayRanges days={makeUpWorkdays} />}
      <FormBody form={form as Form} submitLabel={t('working-days.submit', { year })}>
        <TextField name="source" label={t('working-days.source')} hint={t('working-days.sourceHint')} required />
        {current && (
          <TextField
            name="reason"
            label={t('working-days.reason')}
            hint={t('working-days.reasonHint', { year })}
            required
          />
        )}
        <p className="ui-soft">{t('working-days.effect')}</p>
      </FormBody>
    </>
  );
};
