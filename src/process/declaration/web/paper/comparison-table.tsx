import { useState } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullDay } from '#platform/ui/time/format.ts';
import {
  comparePaper,
  type FigureKey,
  type KeyFigure,
  type Reading,
  sayTheSame,
} from '../../domain/paper/comparison.ts';
import { paperTexts } from '../../paper.text.ts';

type Readings = Readonly<Partial<Record<FigureKey, Reading>>>;

/** A figure as the paper writes it: days in words. */
const useWriting = () => {
  const ui = useUiText();
  return ({ kind, value }: KeyFigure): string =>
    kind === 'day' && value !== '' ? formatFullDay(plainDate(value), ui) : value;
};

/** 逐项比对: the record's figures, each to be ticked or to be set against what the paper says; the differences above. */
export const ComparisonTable = ({ figures }: { readonly figures: readonly KeyFigure[] }) => {
  const t = useText(paperTexts);
  const [comparing, setComparing] = useState(false);
  const [readings, setReadings] = useState<Readings>({});
  const written = useWriting();
  const result = comparePaper(figures, readings);
  return (
    <>
      {comparing ? (
        <>
          <p className="ui-soft">{t('paper.check.compare.hint')}</p>
          <Result figures={figures} result={result} />
        </>
      ) : (
        <p>
          <Button onClick={() => setComparing(true)}>{t('paper.check.compare.start')}</Button>
        </p>
      )}
      <div className="ui-table-scroll">
        <table className="ui-table paper-figures">
          <thead>
            <tr>
              <th scope="col">{t('paper.check.figures')}</th>
              <th scope="col">{t('paper.check.record')}</th>
              {comparing && <th scope="col">{t('paper.check.on-paper')}</th>}
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure.key} className={differs(figure, readings[figure.key]) ? 'wrong' : undefined}>
                <th scope="row">{t(`paper.figure.${figure.key}`)}</th>
                <td>{written(figure)}</td>
                {comparing && (
                  <td>
                    <OnPaper
                      figure={figure}
                      reading={readings[figure.key]}
                      onChange={(reading) => setReadings({ ...readings, [figure.key]: reading })}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

const differs = ({ kind, value }: KeyFigure, reading: Reading | undefined): boolean =>
  reading !== undefined && 'paper' in reading && reading.paper.trim() !== '' && !sayTheSame(kind, value, reading.paper);

const OnPaper = (props: {
  readonly figure: KeyFigure;
  readonly reading: Reading | undefined;
  readonly onChange: (reading: Reading | undefined) => void;
}) => {
  const t = useText(paperTexts);
  const { figure, reading, onChange } = props;
  const name = t(`paper.figure.${figure.key}`);
  return (
    <span className="ui-row">
      <label>
        <input
          type="checkbox"
          checked={reading !== undefined && 'agrees' in reading}
          aria-label={`${name} ${t('paper.check.agrees')}`}
          onChange={(event) => onChange(event.target.checked ? { agrees: true } : undefined)}
        />
        {t('paper.check.agrees')}
      </label>
      <input
        className="ui-input"
        aria-label={`${name} ${t('paper.check.type')}`}
        value={reading && 'paper' in reading ? reading.paper : ''}
        onChange={(event) => onChange(event.target.value === '' ? undefined : { paper: event.target.value })}
      />
    </span>
  );
};

const Result = (props: {
  readonly figures: readonly KeyFigure[];
  readonly result: ReturnType<typeof comparePaper>;
}) => {
  const t = useText(paperTexts);
  const written = useWriting();
  const { differences, agreeing, open } = props.result;
  const recordOf = (key: FigureKey, record: string): string => {
    const figure = props.figures.find((one) => one.key === key);
    return figure ? written(figure) : record;
  };
  return (
    <Notice wrong={differences.length > 0}>
      {differences.length > 0 ? (
        <>
          <b>{t('paper.check.differences', { count: differences.length })}</b>
          <ul>
            {differences.map(({ key, record, paper }) => (
              <li key={key}>
                {t('paper.check.difference', {
                  figure: t(`paper.figure.${key}`),
                  record: recordOf(key, record),
                  paper,
                })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        agreeing > 0 && <p>{t('paper.check.no-differences', { count: agreeing })}</p>
      )}
      {open.length > 0 && <p>{t('paper.check.left', { count: open.length })}</p>}
    </Notice>
  );
};
