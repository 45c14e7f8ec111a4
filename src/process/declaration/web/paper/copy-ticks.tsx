import { useText } from '#platform/ui/text/use-text.tsx';
import { paperTexts } from '../../paper.text.ts';

export interface TickedCopy {
  readonly copy: number;
  /** Whether it is there to be registered. */
  readonly came: boolean;
  readonly signed: boolean;
  readonly sealed: boolean;
}

/** One line a copy: whether it came, is signed, is sealed. A signature or seal that is ticked says that the copy came. */
export const CopyTicks = (props: {
  readonly copies: readonly TickedCopy[];
  readonly keeperOf: (copy: number) => string;
  readonly onChange: (copies: readonly TickedCopy[]) => void;
}) => {
  const t = useText(paperTexts);
  const { copies, keeperOf, onChange } = props;
  const set = (copy: number, change: Partial<TickedCopy>) =>
    onChange(copies.map((one) => (one.copy === copy ? { ...one, ...change } : one)));
  return (
    <ul className="paper-ticks">
      {copies.map(({ copy, came, signed, sealed }) => (
        <li key={copy} className="ui-row">
          <label>
            <input type="checkbox" checked={came} onChange={(event) => set(copy, { came: event.target.checked })} />
            <b>{t('paper.copy.nth', { copy })}</b> <span className="ui-soft">{keeperOf(copy)}</span>
          </label>
          <span className="ui-spread" />
          <label>
            <input
              type="checkbox"
              checked={signed}
              onChange={(event) => set(copy, { signed: event.target.checked, came: came || event.target.checked })}
            />
            {t('paper.desk.signed')}
          </label>
          <label>
            <input
              type="checkbox"
              checked={sealed}
              onChange={(event) => set(copy, { sealed: event.target.checked, came: came || event.target.checked })}
            />
            {t('paper.desk.sealed')}
          </label>
        </li>
      ))}
    </ul>
  );
};
