import { useState } from 'react';
import type { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { sheetRow } from '#platform/ui/sheet/sheet-frame.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { countedText } from '#process/standards/deduction-words.ts';
import { deductionsTexts } from '#process/standards/deductions.text.ts';
import {
  type Answer,
  type DeductionCounts,
  type Edition,
  type Item,
  losesPoints,
} from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { ItemRemark } from '#process/standards/web/consultation/item-remark.tsx';
import { ItemDetails, ItemKind } from '#process/standards/web/item-parts.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { lacksReason } from '../../domain/completeness.ts';
import { type ItemPatch, MOST_COMMENT, MOST_REASON } from '../../domain/draft-answers.ts';
import { ItemMeasure } from '../rectification/item-measure.tsx';
import { RevisedItem } from '../revision/revised-item.tsx';
import { answerText } from './answer-text.ts';
import { countedReason, DeductionReason } from './deduction-reason.tsx';
import type { DraftStore } from './draft-store.ts';
import { ItemEvidence } from './item-evidence.tsx';
import { LateText } from './late-text.tsx';
import { PointsAnswer, PointsRules, usePointsMode } from './points-answer.tsx';
import { type Sheet, theirValues, useDraftItem } from './use-sheet.ts';

interface Props {
  readonly edition: Edition;
  readonly editionHash: string;
  readonly item: Item;
  readonly store: DraftStore;
  readonly declarationId: string;
  readonly files: Declaration['evidence'];
  readonly disabled: boolean;
  /** What the reviewer wrote when returning it; undefined if this item was not returned. */
  readonly returned: string | undefined;
  /** New by the last revision of the standard. */
  readonly fresh: boolean;
  readonly refused: ApiFault | undefined;
  readonly change: Sheet['change'];
  readonly settle: Sheet['settle'];
  readonly onActive: (itemId: string) => void;
}

/** The answers that the digits choose, in the order in which they stand in the row. */
export const choicesOf = (item: Item): readonly Answer[] => [
  ...(item.scoring === 'met' ? [{ met: true }, { met: false }] : [{ points: item.full }, { points: 0 }]),
  ...(item.na === 'allowed' ? [{ na: '' }] : []),
];

/** One item: requirement, answer, comment, evidence; and what the standard says about it, on demand. */
export const ItemRow = sheetRow((props: Props) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const words = useText(deductionsTexts);
  const faults = useFaultText();
  const { edition, item, store, disabled, change, refused } = props;
  const draft = useDraftItem(store, item.id);
  const { answer, reason, comment, deductions } = draft;
  const na = answer !== null && 'na' in answer;
  const set = (next: Answer | null) => change(item.id, { answer: next, reason, comment });
  const setPoints = (points: number | null, counts?: DeductionCounts) =>
    change(item.id, {
      answer: points === null ? null : { points },
      reason: counts ? followed(counts) : reason,
      comment,
      ...(counts && { deductions: counts }),
    });
  const sentence = (counts: DeductionCounts | undefined) => countedReason(edition, item, counts, words);
  /** A sentence that nobody touched goes with the counts that it was made of. */
  const followed = (counts: DeductionCounts) =>
    reason === '' || reason === sentence(deductions) ? sentence(counts) : reason;
  const mode = usePointsMode(item, draft);
  const theirs = theirValues(refused)[item.id];
  const valueText = (value: Pick<ItemPatch, 'answer' | 'reason' | 'deductions'>) =>
    [answerText(value.answer, edition, t), countedText(edition, item, value.deductions, words), value.reason]
      .filter((part) => part !== '')
      .join(ui('text.colon'));
  const label = `${item.clause ?? item.id} ${t('declaration.sheet.points')}`;
  const complete = answer !== null && !(na && answer.na.trim() === '') && !lacksReason(item, draft);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus inside makes it the row that the keys act on
    <div
      className={complete ? 'ui-sheet-row item' : 'ui-sheet-row item open'}
      data-sheet-row={item.id}
      tabIndex={-1}
      onFocus={() => props.onActive(item.id)}
    >
      <span className="item-clause">{item.clause ?? item.id}</span>
      <div className="item-text">
        <p>
          <ItemKind kind={item.kind} /> {item.text}{' '}
          <span className="ui-soft ui-nowrap">
            {t('declaration.sheet.points.of', { full: pointsText(item.full, edition) }).replace('/ ', '')}
          </span>
        </p>
        {props.returned !== undefined && (
          <Notice wrong>{t('declaration.sheet.returned', { comment: props.returned })}</Notice>
        )}
      </div>
      <fieldset className="item-answer" aria-label={label} disabled={disabled}>
        {item.scoring === 'met' ? (
          ([true, false] as const).map((value) => (
            <label key={String(value)} className="ui-choice">
              <input
                type="radio"
                name={`answer-${item.id}`}
                checked={answer !== null && 'met' in answer && answer.met === value}
                onChange={() => set({ met: value })}
              />
              {t(value ? 'declaration.sheet.met' : 'declaration.sheet.unmet')}
            </label>
          ))
        ) : (
          <PointsAnswer
            edition={edition}
            item={item}
            label={label}
            draft={draft}
            mode={mode}
            disabled={disabled || na}
            onChange={setPoints}
          />
        )}
        {item.na === 'allowed' && (
          <label className="ui-choice">
            <input
              type={item.scoring === 'met' ? 'radio' : 'checkbox'}
              name={item.scoring === 'met' ? `answer-${item.id}` : undefined}
              checked={na}
              onChange={(event) => set(event.target.checked ? { na: '' } : null)}
            />
            {t('declaration.sheet.na')}
          </label>
        )}
      </fieldset>
      <div className="wide item-below">
        {props.fresh && answer === null && <p className="ui-soft">{t('declaration.revision.fresh')}</p>}
        {draft.was !== undefined && answer === null && (
          <RevisedItem edition={edition} item={item} was={draft.was} disabled={disabled} onConfirm={set} />
        )}
        {mode.counts && !na && (
          <PointsRules edition={edition} item={item} draft={draft} disabled={disabled} onChange={setPoints} />
        )}
        {answer !== null && losesPoints(item, answer) && (
          <DeductionReason
            reason={reason}
            offered={sentence(deductions)}
            disabled={disabled}
            onChange={(next) => {
              const { answer: now, comment: said, deductions: counts } = store.get(item.id);
              change(item.id, { answer: now, reason: next, comment: said, ...(counts && { deductions: counts }) });
            }}
          />
        )}
        {answer !== null && losesPoints(item, answer) && (
          <ItemMeasure itemId={item.id} clause={item.clause ?? item.id} />
        )}
        {na && (
          <LateText
            value={answer.na}
            label={t('declaration.sheet.reason')}
            limit={MOST_REASON}
            disabled={disabled}
            required
            onChange={(reason) => set({ na: reason })}
          />
        )}
        {na && answer.na.trim() === '' && <small className="ui-wrong">{t('declaration.sheet.reason.missing')}</small>}
        {theirs !== undefined && (
          <Notice wrong>
            <p>
              {t('declaration.sheet.conflict', {
                current: valueText(theirs),
                mine: valueText({ answer, reason, deductions }),
              })}
            </p>
            <div className="ui-row">
              <Button small onClick={() => props.settle(item.id, 'theirs')}>
                {t('declaration.sheet.conflict.theirs')}
              </Button>
              <Button small onClick={() => props.settle(item.id, 'mine')}>
                {t('declaration.sheet.conflict.mine')}
              </Button>
            </div>
          </Notice>
        )}
        {refused !== undefined && theirs === undefined && (
          <Notice wrong>
            {refused.fault.kind === 'issues'
              ? refused.fault.issues.map((issue) => faults.issue(issue)).join(' ')
              : faults.fault(refused)}
          </Notice>
        )}
        <Below
          {...props}
          comment={comment}
          onComment={(next) => {
            const { answer: now, reason: why, deductions: counts } = store.get(item.id);
            change(item.id, { answer: now, reason: why, comment: next, ...(counts && { deductions: counts }) });
          }}
        />
      </div>
    </div>
  );
});

const Below = (props: Props & { readonly comment: string; readonly onComment: (comment: string) => void }) => {
  const t = useText(declarationTexts);
  const { edition, item, files, disabled, declarationId } = props;
  const [open, setOpen] = useState(false);
  const [writing, setWriting] = useState(false);
  return (
    <>
      {(props.comment !== '' || writing) && (
        <LateText
          value={props.comment}
          label={t('declaration.sheet.comment')}
          placeholder={t('declaration.sheet.comment.placeholder')}
          limit={MOST_COMMENT}
          disabled={disabled}
          onChange={props.onComment}
        />
      )}
      <div className="ui-row item-links">
        {props.comment === '' && !writing && !disabled && (
          <Button look="link" onClick={() => setWriting(true)}>
            {t('declaration.sheet.comment')}
          </Button>
        )}
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('declaration.sheet.more')}
        </Button>
        <ItemRemark editionHash={props.editionHash} item={item} only="wide" />
        <ItemEvidence declarationId={declarationId} itemId={item.id} files={files} disabled={disabled} />
      </div>
      {open && (
        <>
          <ItemDetails edition={edition} item={item} />
          <ItemRemark editionHash={props.editionHash} item={item} only="narrow" />
        </>
      )}
    </>
  );
};
