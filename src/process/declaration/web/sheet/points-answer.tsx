import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { deductionsTexts } from '#process/standards/deductions.text.ts';
import { type DeductionCounts, type Edition, type Item, isCountable } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { DeductionCounter } from '#process/standards/web/deduction-counter.tsx';
import type { DraftItem } from '../../domain/draft-answers.ts';
import { PointsInput } from './points-input.tsx';

/** Whether the points of an item are counted out by its deduction rules or entered as such. */
export interface PointsMode {
  readonly counts: boolean;
  readonly toggle: (() => void) | undefined;
}

const NOTHING: DeductionCounts = {};
const pointsOf = ({ answer }: DraftItem) => (answer !== null && 'points' in answer ? answer.points : null);

/** Counting is the rule where it is possible; points that were entered as such stay so until the person turns to counting. */
export const usePointsMode = (item: Item, draft: DraftItem): PointsMode => {
  const [chosen, choose] = useState<'count' | 'enter' | null>(null);
  if (!isCountable(item)) return { counts: false, toggle: undefined };
  const points = pointsOf(draft);
  const entered = points !== null && points < item.full && !draft.deductions;
  const counts = chosen === null ? !entered : chosen === 'count';
  return { counts, toggle: () => choose(counts ? 'enter' : 'count') };
};

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly draft: DraftItem;
  readonly disabled: boolean;
  /** In units; null takes the answer back. */
  readonly onChange: (points: number | null, counts?: DeductionCounts) => void;
}

/** 得分: what counting leaves, or a field to enter it; with the way to the other. */
export const PointsAnswer = (props: Props & { readonly label: string; readonly mode: PointsMode }) => {
  const t = useText(deductionsTexts);
  const { edition, item, draft, label, mode, disabled, onChange } = props;
  const points = pointsOf(draft);
  const toggle = mode.toggle && !disabled && (
    <Button look="link" onClick={mode.toggle}>
      {t(mode.counts ? 'deductions.enter' : 'deductions.count-out')}
    </Button>
  );
  if (!mode.counts)
    return (
      <>
        <PointsInput
          label={label}
          points={points}
          full={item.full}
          unitsPerPoint={edition.unitsPerPoint}
          disabled={disabled}
          onChange={(next) => onChange(next)}
        />
        {toggle}
      </>
    );
  return (
    <span className="points">
      <output aria-label={label} className={points === null ? 'points-left ui-soft' : 'points-left'}>
        {points === null ? t('deductions.left.open') : t('deductions.left', { left: pointsText(points, edition) })}
      </output>
      {!disabled && (
        <Button small look="text" onClick={() => onChange(item.full)} aria-pressed={points === item.full}>
          {t('deductions.none')}
        </Button>
      )}
      {toggle}
    </span>
  );
};

/** The rules to count, below the requirement. */
export const PointsRules = ({ edition, item, draft, disabled, onChange }: Props) => (
  <DeductionCounter
    edition={edition}
    item={item}
    counts={draft.deductions ?? NOTHING}
    disabled={disabled}
    onChange={(counts, left) => onChange(left, counts)}
  />
);
