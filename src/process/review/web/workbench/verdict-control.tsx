import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { LateText } from '#process/declaration/web/sheet/late-text.tsx';
import { PointsInput } from '#process/declaration/web/sheet/points-input.tsx';
import {
  type Answer,
  type DeductionCounts,
  type Edition,
  type Item,
  isCountable,
  sameCounts,
} from '#process/standards/domain/index.ts';
import { DeductionCounter } from '#process/standards/web/deduction-counter.tsx';
import { DeductionDetail } from '#process/standards/web/deduction-detail.tsx';
import { type VerdictKind, verdictGap, verdictKinds } from '../../domain/verdict.ts';
import { reviewTexts } from '../../review.text.ts';
import { answerWords, verdictWords } from './answer-words.ts';
import type { Examination } from './use-examination.ts';
import type { Draft } from './verdict-store.ts';
import './verdict-control.css';

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly answer: Answer;
  /** How the points of the answer were counted out, if they were. */
  readonly given: DeductionCounts | undefined;
  readonly draft: Draft;
  readonly disabled: boolean;
  readonly change: Examination['change'];
}

const NOTHING: DeductionCounts = {};

/** Whether a verdict can be given to this answer. */
export const isPossible = (kind: VerdictKind, answer: Answer): boolean => {
  if (kind === 'adjust') return !('na' in answer);
  return kind === 'agree' || 'na' in answer;
};

/** What choosing a verdict puts down at once: an item that is met or not can only be adjusted to the other. */
export const chosen = (kind: VerdictKind, item: Item, answer: Answer, comment: string): Omit<Draft, 'revision'> => {
  if (kind === 'adjust' && 'met' in answer) return { verdict: kind, met: !answer.met, comment };
  if (kind === 'refuse-na')
    return { verdict: kind, comment, ...(item.scoring === 'met' ? { met: false } : { points: 0 }) };
  return { verdict: kind, comment };
};

/** 1 同意, 2 调整, 3 不认可不参评; the value that counts and the reason beside them. In words where nothing can be changed. */
export const VerdictControl = (props: Props) => {
  const t = useText(reviewTexts);
  const { edition, item, answer, draft, disabled } = props;
  if (!disabled) return <Choices {...props} />;
  if (draft.verdict === null) return null;
  return (
    <div className="work-verdict">
      <p>
        <b>{verdictWords(item, answer, draft, edition, t)}</b> {draft.comment}
      </p>
      <DeductionDetail edition={edition} item={item} counts={draft.deductions} />
    </div>
  );
};

const Choices = ({ edition, item, answer, given, draft, change }: Props) => {
  const t = useText(reviewTexts);
  const faults = useFaultText();
  const [writing, setWriting] = useState(false);
  const { verdict, points, met, comment } = draft;
  const clause = item.clause ?? item.id;
  const set = (next: Partial<Omit<Draft, 'revision'>>) => {
    const { revision: _, ...now } = draft;
    change(item.id, { ...now, ...next });
  };
  const gap = verdict === null ? undefined : verdictGap(answer, { itemId: item.id, ...draft, verdict });
  const isDeparting = verdict === 'adjust' || verdict === 'refuse-na';
  const isCommented = isDeparting || writing || comment !== '';
  return (
    <div className="work-verdict">
      <fieldset aria-label={t('review.verdict.choices', { clause })}>
        {verdictKinds
          .filter((kind) => isPossible(kind, answer))
          .map((kind) => (
            <label key={kind} className="ui-choice">
              <input
                type="radio"
                name={`verdict-${item.id}`}
                checked={verdict === kind}
                onChange={() => change(item.id, chosen(kind, item, answer, comment))}
              />
              {t(`review.verdict.${kind}`)}
            </label>
          ))}
        {isDeparting && item.scoring === 'points' && (
          <PointsInput
            label={t('review.verdict.points-label', { clause })}
            points={points ?? null}
            full={item.full}
            unitsPerPoint={edition.unitsPerPoint}
            disabled={false}
            onChange={(next) => set({ points: next ?? undefined, deductions: undefined })}
          />
        )}
        {isDeparting && item.scoring === 'met' && <b>→ {answerWords({ met: met ?? false }, edition, t)}</b>}
        {verdict !== null && !isCommented && (
          <Button look="link" onClick={() => setWriting(true)}>
            {t('review.verdict.write')}
          </Button>
        )}
        {verdict !== null && (
          <Button look="link" onClick={() => change(item.id, { verdict: null, comment: '' })}>
            {t('review.verdict.clear')}
          </Button>
        )}
      </fieldset>
      {isDeparting && isCountable(item) && (
        <div>
          <DeductionCounter
            edition={edition}
            item={item}
            counts={draft.deductions ?? (points === undefined ? (given ?? NOTHING) : NOTHING)}
            disabled={false}
            onChange={(counts, left) =>
              // Counted back to what was answered, nothing is adjusted.
              sameCounts(counts, given) && 'points' in answer && answer.points === left
                ? set({ points: undefined, deductions: undefined })
                : set({ points: left, deductions: counts })
            }
          />
        </div>
      )}
      {verdict !== null && isCommented && (
        <LateText
          value={comment}
          label={t('review.verdict.comment')}
          limit={1000}
          disabled={false}
          required={isDeparting}
          onChange={(next) => set({ comment: next })}
        />
      )}
      {gap && <small className="ui-wrong">{faults.issue({ path: item.id, code: gap })}</small>}
    </div>
  );
};
