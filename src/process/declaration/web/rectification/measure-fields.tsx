import { useEffect, useState } from 'react';
import type { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { MOST_MEASURE, MOST_PERSON } from '../../domain/rectification/measure.ts';
import { rectificationTexts } from '../../rectification.text.ts';
import { LateText } from '../sheet/late-text.tsx';
import { type Measures, theirMeasure, useMeasure } from './use-measures.tsx';
import './rectification.css';

/** Years have four digits: the browser goes on to the month after the fourth. */
const LAST_DAY = '9999-12-31';

/** Measure, person and deadline of one item, each saved by itself as it is written. */
export const MeasureFields = (props: {
  readonly itemId: string;
  readonly clause: string;
  readonly measures: Measures;
}) => {
  const t = useText(rectificationTexts);
  const { itemId, clause, measures } = props;
  const { store, editable, change } = measures;
  const { measure, person, dueOn } = useMeasure(store, itemId);
  const fault = measures.state.refused.get(itemId);
  const label = (field: 'measure' | 'person' | 'dueOn') => `${clause} ${t(`rectification.${field}`)}`;
  const now = () => {
    const entry = store.get(itemId);
    return { measure: entry.measure, person: entry.person, dueOn: entry.dueOn };
  };
  return (
    <div className="measure">
      <LateText
        value={measure}
        label={label('measure')}
        placeholder={`${t('rectification.measure')}${'　'}${t('rectification.measure.placeholder')}`}
        limit={MOST_MEASURE}
        disabled={!editable}
        onChange={(next) => change(itemId, { ...now(), measure: next })}
      />
      <LateText
        value={person}
        label={label('person')}
        placeholder={t('rectification.person')}
        limit={MOST_PERSON}
        disabled={!editable}
        onChange={(next) => change(itemId, { ...now(), person: next })}
      />
      <DueOn
        value={dueOn}
        label={label('dueOn')}
        disabled={!editable}
        onChange={(next) => change(itemId, { ...now(), dueOn: next })}
      />
      <MeasureFault itemId={itemId} measures={measures} fault={fault} />
    </div>
  );
};

/** A day that is typed has for a while a year of fewer digits: no value yet. */
const FIRST_DAY = '1000-01-01';

const DueOn = (props: {
  readonly value: string | null;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (next: string | null) => void;
}) => {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  return (
    <input
      type="date"
      max={LAST_DAY}
      className="ui-input"
      aria-label={props.label}
      value={typed}
      disabled={props.disabled}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (next === '' || next >= FIRST_DAY) onChange(next === '' ? null : next);
      }}
    />
  );
};

const MeasureFault = (props: {
  readonly itemId: string;
  readonly measures: Measures;
  readonly fault: ApiFault | undefined;
}) => {
  const t = useText(rectificationTexts);
  const faults = useFaultText();
  const { itemId, measures, fault } = props;
  if (!fault) return null;
  const theirs = theirMeasure(fault);
  if (!theirs)
    return (
      <small className="ui-wrong wide" role="alert">
        {fault.fault.kind === 'issues'
          ? fault.fault.issues.map((issue) => faults.issue(issue)).join(' ')
          : faults.fault(fault)}
      </small>
    );
  const { measure, person, dueOn } = theirs;
  return (
    <div className="wide">
      <Notice wrong>
        <p>{t('rectification.conflict', { measure, person, dueOn: dueOn ?? t('rectification.no-due') })}</p>
        <div className="ui-row">
          <Button small onClick={() => measures.settle(itemId, 'theirs')}>
            {t('rectification.conflict.theirs')}
          </Button>
          <Button small onClick={() => measures.settle(itemId, 'mine')}>
            {t('rectification.conflict.mine')}
          </Button>
        </div>
      </Notice>
    </div>
  );
};
