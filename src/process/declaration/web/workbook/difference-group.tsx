import { Button } from '#platform/ui/button.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { type Choices, type DifferenceKind, type Side, usualChoice } from '../../domain/workbook/compare.ts';
import type { ShownDifference } from '../../workbook.contract.ts';
import { workbookTexts } from '../../workbook.text.ts';
import { type EntryWords, entryLines, entryName } from './entry-words.ts';

interface Props {
  readonly kind: DifferenceKind;
  readonly list: readonly ShownDifference[];
  readonly words: EntryWords;
  readonly choices: Choices;
  readonly disabled: boolean;
  readonly onChoose: (keys: readonly string[], side: Side) => void;
}

/** All entries that differ in one way, with a choice for each and for all of them. */
export const DifferenceGroup = ({ kind, list, words, choices, disabled, onChoose }: Props) => {
  const t = useText(workbookTexts);
  if (list.length === 0) return null;
  const keys = list.map(({ key }) => key);
  const choosable = !disabled && kind !== 'accepted';
  return (
    <section className="ui-panel">
      <h2 className="ui-row">
        <span className="ui-spread">
          {t(`workbook.kind.${kind}`)}（{list.length}）
        </span>
        {choosable && list.length > 1 && (
          <>
            <Button small onClick={() => onChoose(keys, 'workbook')}>
              {t('workbook.all.workbook')}
            </Button>
            <Button small onClick={() => onChoose(keys, 'system')}>
              {t('workbook.all.system')}
            </Button>
          </>
        )}
      </h2>
      <p className="ui-soft workbook-pad">{t(`workbook.kind.${kind}.note`)}</p>
      <ul className="workbook-differences">
        {list.map((one) => (
          <Row
            key={one.key}
            difference={one}
            words={words}
            side={choices[one.key] ?? usualChoice[kind]}
            choosable={choosable}
            onChoose={(side) => onChoose([one.key], side)}
          />
        ))}
      </ul>
    </section>
  );
};

const Row = (props: {
  readonly difference: ShownDifference;
  readonly words: EntryWords;
  readonly side: Side | undefined;
  readonly choosable: boolean;
  readonly onChoose: (side: Side) => void;
}) => {
  const ui = useUiText();
  const t = useText(workbookTexts);
  const { difference, words, side, choosable } = props;
  const { name, detail } = entryName(difference.key, words);
  const value = (from: unknown) => {
    const lines = entryLines(difference.key, from, words);
    return lines.length === 0 ? <span className="ui-soft">{t('workbook.nothing')}</span> : lines.join('\n');
  };
  const offer = (which: Side) => {
    const look = side === which ? 'workbook-side chosen' : 'workbook-side';
    const place = which === 'workbook' && <span className="ui-soft">{difference.place}</span>;
    const content = (
      <span className="workbook-value">{value(which === 'workbook' ? difference.workbook : difference.system)}</span>
    );
    if (!choosable)
      return (
        <div className={look}>
          <b>{t(`workbook.side.${which}`)}</b> {place}
          {content}
        </div>
      );
    return (
      <label className={look}>
        <input type="radio" name={difference.key} checked={side === which} onChange={() => props.onChoose(which)} />{' '}
        <b>{t(`workbook.side.${which}`)}</b> {place}
        {content}
      </label>
    );
  };
  return (
    <li>
      <fieldset>
        <legend>
          <b>{name}</b> {detail !== '' && <span className="ui-soft">{detail}</span>}
        </legend>
        <div className="workbook-sides">
          {offer('workbook')}
          {offer('system')}
        </div>
        {(difference.kind === 'both' || difference.kind === 'system') && (
          <p className="ui-soft workbook-base">
            {t('workbook.side.base')}
            {ui('text.colon')}
            <span className="workbook-value">{value(difference.base)}</span>
          </p>
        )}
      </fieldset>
    </li>
  );
};
