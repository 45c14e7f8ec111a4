import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type PlainDate, plainDate } from '#lib/plain-date.ts';
import { Link, useFilters, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Button } from '#platform/ui/button.tsx';
import { DownloadButton } from '#platform/ui/files/download-button.tsx';
import { Notice, StateText } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { measureState, measureStates } from '../../domain/rectification/measure.ts';
import type { Rectification, RectificationRow } from '../../rectification.contract.ts';
import { rectificationTexts } from '../../rectification.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { declarationTitles } from '../page-titles.text.ts';
import { Completion } from './completion.tsx';
import { MeasureFields } from './measure-fields.tsx';
import type { MeasureEntry } from './measure-store.ts';
import { proofHref, rectificationClient, useRectification } from './rectification-client.ts';
import { measureTones } from './shown-measure.tsx';
import { MeasuresProvider, useAllMeasures, useMeasures } from './use-measures.tsx';
import './rectification.css';

/** 整改清单: every lost point with what is done about it, before and after the declaration is handed in. */
export const RectificationPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useRectification(declarationId)}>
      {(list) =>
        list.marks ? (
          <MeasuresProvider declarationId={declarationId} editable={list.editable}>
            <List list={list} />
          </MeasuresProvider>
        ) : (
          <List list={list} />
        )
      }
    </Answered>
  );
};

/** A row with what was typed here since the list was loaded. */
const asWritten = (row: RectificationRow, entry: MeasureEntry | undefined, today: string): RectificationRow => {
  if (!entry) return row;
  const { measure, person, dueOn } = entry;
  const now = { measure, person, dueOn: dueOn as PlainDate | null, doneOn: row.doneOn as PlainDate | null };
  return { ...row, measure, person, dueOn, state: measureState(now, plainDate(today)) };
};

const countOf = (rows: readonly RectificationRow[], ...states: readonly RectificationRow['state'][]): number =>
  rows.filter(({ state }) => states.includes(state)).length;

const List = ({ list }: { readonly list: Rectification }) => {
  const t = useText(rectificationTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const measures = useMeasures();
  const { declarationId } = list;
  const written = useAllMeasures(measures);
  const rows = list.rows.map((row) => asWritten(row, written.get(row.itemId), list.today));
  const filters = useFilters({ state: '', element: '' });
  const { item: wanted } = useSearch({ strict: false }) as { readonly item?: string };
  const { state, element } = filters.values;
  const elements = [...new Set(rows.map((row) => row.element))];
  const shown = rows.filter(
    (row) => (state === '' || row.state === state) && (element === '' || row.element === element),
  );
  useEffect(() => {
    if (wanted) document.getElementById(`measure-${wanted}`)?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (
    <div className="ui-page">
      <PageHead
        title={`${list.unitName} ${t('rectification.title')}`}
        beside={measures && <SavedMark state={measures.state} onRetry={measures.retry} />}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          ...(list.marks ? [{ label: list.unitName, href: declarationHref(declarationId).record }] : []),
        ]}
        actions={
          <>
            <Button onClick={() => window.print()}>{ui('action.print')}</Button>
            <DownloadButton
              small={false}
              fetch={() => rectificationClient.rectificationWorkbook({ params: { declarationId } })}
            >
              {t('rectification.export')}
            </DownloadButton>
          </>
        }
      />
      <p className="ui-soft ui-screen">{t('rectification.intro')}</p>
      {list.marks && !list.editable && <Notice>{t('rectification.read-only')}</Notice>}
      <section className="ui-panel">
        <div className="ui-list-bar ui-screen">
          <Choice
            label={t('rectification.filter.state')}
            value={state}
            onChange={(next) => filters.set({ state: next })}
            options={measureStates.map((one) => [one, t(`rectification.state.${one}`)])}
          />
          <Choice
            label={t('rectification.filter.element')}
            value={element}
            onChange={(next) => filters.set({ element: next })}
            options={elements.map((one) => [one, one])}
          />
          <span className="ui-spread" />
          <span className="ui-soft">
            {t('rectification.count', {
              total: rows.length,
              missing: countOf(rows, 'missing'),
              open: countOf(rows, 'open'),
              late: countOf(rows, 'late'),
              done: countOf(rows, 'done', 'done-late'),
            })}
          </span>
        </div>
        {shown.length === 0 && (
          <p className="check-text ui-soft">
            {t(rows.length === 0 ? 'rectification.none' : 'rectification.none-matching')}
          </p>
        )}
        {elements
          .filter((one) => shown.some((row) => row.element === one))
          .map((one) => (
            <div key={one}>
              <h3 className="measure-element">{one}</h3>
              {shown
                .filter((row) => row.element === one)
                .map((row) => (
                  <Row key={row.itemId} row={row} list={list} />
                ))}
            </div>
          ))}
      </section>
    </div>
  );
};

const Choice = (props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) => {
  const t = useText(rectificationTexts);
  return (
    <label>
      {props.label}
      <select className="ui-select" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">{t('rectification.filter.all')}</option>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
};

const Row = ({ row, list }: { readonly row: RectificationRow; readonly list: Rectification }) => {
  const ui = useUiText();
  const t = useText(rectificationTexts);
  const measures = useMeasures();
  const { declarationId, editable, marks, today } = list;
  return (
    <article className="measure-row" id={`measure-${row.itemId}`}>
      <header className="ui-row">
        <b>{row.clause}</b>
        <StateText tone={measureTones[row.state]}>{t(`rectification.state.${row.state}`)}</StateText>
        <span className="ui-soft">
          {t('rectification.lost')} {row.lost}
        </span>
        <span className="ui-spread" />
        {marks && <Completion declarationId={declarationId} row={row} today={today} />}
        {editable && (
          <Link className="ui-screen" href={declarationHref(declarationId).item(row.itemId)}>
            {t('rectification.in-sheet')}
          </Link>
        )}
      </header>
      <p>{row.text}</p>
      {row.reason !== '' && (
        <p className="ui-soft">
          {t('rectification.reason')}
          {ui('text.colon')}
          {row.reason}
        </p>
      )}
      {measures && editable ? (
        <MeasureFields itemId={row.itemId} clause={row.clause} measures={measures} />
      ) : (
        <p className="measure-line">
          {row.measure !== '' && (
            <span>
              {t('rectification.measure')}
              {ui('text.colon')}
              {row.measure}
            </span>
          )}
          {row.person !== '' && <span className="ui-soft">{t('rectification.by', { name: row.person })}</span>}
          {row.dueOn && <span className="ui-soft">{t('rectification.due', { day: row.dueOn })}</span>}
        </p>
      )}
      {(row.doneOn || row.proof) && (
        <p>
          {row.doneOn && t('rectification.done-on', { day: row.doneOn })} {row.doneNote}{' '}
          {row.proof && (
            <a href={proofHref(declarationId, row.itemId)} target="_blank" rel="noreferrer">
              {row.proof.fileName}
            </a>
          )}
        </p>
      )}
    </article>
  );
};
