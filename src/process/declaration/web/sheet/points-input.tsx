import { useEffect, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { hasFullWidth } from '#platform/validation.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { readPoints } from './answer-text.ts';

interface Props {
  readonly label: string;
  /** In units; null while unanswered. */
  readonly points: number | null;
  readonly full: number;
  readonly unitsPerPoint: number;
  readonly disabled: boolean;
  readonly onChange: (points: number | null) => void;
}

/** Points as a person writes them. What is no such number stays in the field with a sentence, and is not saved. */
export const PointsInput = ({ label, points, full, unitsPerPoint, disabled, onChange }: Props) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const shown = points === null ? '' : pointsText(points, { unitsPerPoint });
  const [typed, setTyped] = useState(shown);
  const [editing, setEditing] = useState(false);
  useEffect(() => {
    if (!editing) setTyped(shown);
  }, [shown, editing]);
  const read = readPoints(typed, full, unitsPerPoint);
  const fullText = pointsText(full, { unitsPerPoint });
  return (
    <span className="points">
      <input
        className="ui-input ui-number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={read === undefined || undefined}
        disabled={disabled}
        value={typed}
        onFocus={(event) => {
          setEditing(true);
          event.currentTarget.select();
        }}
        onBlur={() => setEditing(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = readPoints(event.target.value, full, unitsPerPoint);
          if (next !== undefined && next !== points) onChange(next);
        }}
      />
      <span className="ui-soft ui-nowrap points-of">{t('declaration.sheet.points.of', { full: fullText })}</span>
      {!disabled && (
        <Button small look="text" onClick={() => onChange(full)} aria-pressed={points === full}>
          {t('declaration.sheet.full')}
        </Button>
      )}
      {read === undefined && (
        <small className="ui-wrong">
          {hasFullWidth(typed)
            ? ui('input.fullWidth')
            : t('declaration.sheet.points.wrong', { full: fullText, step: pointsText(1, { unitsPerPoint }) })}
        </small>
      )}
    </span>
  );
};
