import { StateText, type Tone } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { MeasureState } from '../../domain/rectification/measure.ts';
import type { RectificationRow } from '../../rectification.contract.ts';
import { rectificationTexts } from '../../rectification.text.ts';
import { proofHref, useRectification } from './rectification-client.ts';
import './rectification.css';

export const measureTones: Readonly<Record<MeasureState, Tone>> = {
  missing: 'open',
  open: 'active',
  late: 'attention',
  done: 'done',
  'done-late': 'done',
};

/** What was promised for the points that an item lost and what became of it, for those who examine the declaration. */
export const ShownMeasure = (props: { readonly declarationId: string; readonly itemId: string }) => {
  const { data } = useRectification(props.declarationId);
  const row = data?.rows.find(({ itemId }) => itemId === props.itemId);
  if (!row || (row.measure === '' && row.doneOn === null)) return null;
  return <MeasureLine declarationId={props.declarationId} row={row} />;
};

/** One measure for reading. */
export const MeasureLine = (props: { readonly declarationId: string; readonly row: RectificationRow }) => {
  const ui = useUiText();
  const t = useText(rectificationTexts);
  const { row, declarationId } = props;
  return (
    <p className="measure-line">
      <StateText tone={measureTones[row.state]}>{t(`rectification.state.${row.state}`)}</StateText>
      {row.measure !== '' && (
        <span>
          {t('rectification.measure')}
          {ui('text.colon')}
          {row.measure}
        </span>
      )}
      {row.person !== '' && <span className="ui-soft">{t('rectification.by', { name: row.person })}</span>}
      {row.dueOn && <span className="ui-soft">{t('rectification.due', { day: row.dueOn })}</span>}
      {row.doneOn && (
        <span>
          {t('rectification.done-on', { day: row.doneOn })} {row.doneNote}
        </span>
      )}
      {row.proof && (
        <a href={proofHref(declarationId, row.itemId)} target="_blank" rel="noreferrer">
          {row.proof.fileName}
        </a>
      )}
    </p>
  );
};
