import { useId } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import { useToday } from '#platform/ui/time/time.tsx';
import { paperTexts } from '../../paper.text.ts';

export type ArrivalWay = 'by-hand' | 'post';

/** When the paper came, and how. */
export const ArrivalFields = (props: {
  readonly arrivedOn: string;
  readonly way: ArrivalWay;
  readonly onDay: (day: string) => void;
  readonly onWay: (way: ArrivalWay) => void;
}) => {
  const t = useText(paperTexts);
  const id = useId();
  const today = useToday();
  return (
    <p className="ui-row paper-arrival">
      <label htmlFor={`${id}-day`}>{t('paper.arrivedOn')}</label>
      <input
        id={`${id}-day`}
        className="ui-input"
        type="date"
        max={today}
        value={props.arrivedOn}
        onChange={(event) => props.onDay(event.target.value)}
      />
      <label htmlFor={`${id}-way`}>{t('paper.way')}</label>
      <select
        id={`${id}-way`}
        className="ui-select"
        value={props.way}
        onChange={(event) => props.onWay(event.target.value as ArrivalWay)}
      >
        <option value="by-hand">{t('paper.way.by-hand')}</option>
        <option value="post">{t('paper.way.post')}</option>
      </select>
    </p>
  );
};
