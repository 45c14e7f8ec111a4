import { memo, useState } from 'react';
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
import type { UsualReturn } from '../../usual-returns.contract.ts';
import { LastTimeItem } from '../last-time/last-time-item.tsx';
import { ItemMeasure } from '../rectification/item-measure.tsx';
import { answerText } from './answer-text.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { countedReason, DeductionReason } from './deduction-reason.tsx';
import type { DraftStore } from './draft-store.ts';
import { ItemEvidence } from './item-evidence.tsx';
import { LateText } from './late-text.tsx';
import { PointsAnswer, PointsRules, usePointsMode } from './points-answer.tsx';
import { type Sheet, theirValues, useDraftItem } from './use-sheet.ts';
import { UsualReturnLine } from './usual-return.tsx';

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
  /** How reviewers usually object to it; undefined if they seldom do. */
  readonly usual: UsualReturn | undefined;
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
  const valueText = (value: ItemPatch) =>
    [
      answerText(value.answer, edition, t),
      countedText(edition, item, value.deductions, words),
      value.reason,
      value.comment,
    ]
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
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) event.currentTarget.focus();
      }}
    >
      <span className="item-clause">{item.clause ?? item.id}</span>
      <div className="item-text">
        <p>
          <ItemKind kind={item.kind} /> {item.text}{' '}
          <span className="ui-soft ui-nowrap">
            {t('declaration.sheet.points.of', { full: pointsText(item.full, edition) }).replace('/ ', '')}
          </span>
        </p>
        {props.usual && <UsualReturnLine usual={props.usual} />}
        {props.returned !== undefined && (
          <Notice wrong>{t('declaration.sheet.returned', { comment: props.returned })}</Notice>
        )}
      </div>
      <fieldset
        className="item-answer"
        data-part={mode.counts ? undefined : 'points'}
        aria-label={label}
        disabled={disabled}
      >
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
          <div data-part="confirm">
            <LastTimeItem
              edition={edition}
              item={item}
              was={draft.was}
              disabled={disabled}
              onConfirm={(patch) => change(item.id, patch)}
            />
          </div>
        )}
        {mode.counts && !na && (
          <div data-part="points">
            <PointsRules edition={edition} item={item} draft={draft} disabled={disabled} onChange={setPoints} />
          </div>
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
          <div data-part="reason">
            <LateText
              value={answer.na}
              label={t('declaration.sheet.reason')}
              limit={MOST_REASON}
              disabled={disabled}
              required
              onChange={(reason) => set({ na: reason })}
            />
            {answer.na.trim() === '' && <small className="ui-wrong">{t('declaration.sheet.reason.missing')}</small>}
          </div>
        )}
        {theirs !== undefined && (
          <ConflictNotice
            current={valueText(theirs)}
            mine={valueText({ answer, reason, comment, ...(deductions && { deductions }) })}
            onTake={(take) => props.settle(item.id, take)}
          />
        )}
        {refused !== undefined && theirs === undefined && (
          <Notice wrong>
            {refused.fault.kind === 'issues'
              ? refused.fault.issues.map((issue) => faults.issue(issue)).join(' ')
              : faults.fault(refused)}
          </Notice>
        )}
        <Below
          edition={edition}
          editionHash={props.editionHash}
          item={item}
          store={store}
          declarationId={props.declarationId}
          files={props.files}
          disabled={disabled}
          change={change}
          comment={comment}
        />
      </div>
    </div>
  );
});

type BelowProps = Pick<
  Props,
  'edition' | 'editionHash' | 'item' | 'store' | 'declarationId' | 'files' | 'disabled' | 'change'
> & { readonly comment: string };

/** Remark, evidence and what the standard says: nothing of it changes with an answer. */
const Below = memo((props: BelowProps) => {
  const t = useText(declarationTexts);
  const { edition, item, store, change, files, disabled, declarationId } = props;
  const [open, setOpen] = useState(false);
  const [writing, setWriting] = useState(false);
  return (
    <>
      {(props.comment !== '' || writing) && (
        <div data-part="comment">
          <LateText
            value={props.comment}
            label={t('declaration.sheet.comment')}
            placeholder={t('declaration.sheet.comment.placeholder')}
            limit={MOST_COMMENT}
            disabled={disabled}
            onChange={(next) => {
              const { answer, reason, deductions } = store.get(item.id);
              change(item.id, { answer, reason, comment: next, ...(deductions && { deductions }) });
            }}
          />
        </div>
      )}
      <div className="ui-row item-links">
        {props.comment === '' && !writing && !disabled && (
          <span data-part="comment">
            <Button look="link" onClick={() => setWriting(true)}>
              {t('declaration.sheet.comment')}
            </Button>
          </span>
        )}
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('declaration.sheet.more')}
        </Button>
        <ItemRemark editionHash={props.editionHash} item={item} only="wide" />
        <div data-part="files" className="item-files">
          <ItemEvidence
            declarationId={declarationId}
            itemId={item.id}
            clause={item.clause ?? item.id}
            files={files}
            disabled={disabled}
          />
        </div>
      </div>
      {open && (
        <>
          <ItemDetails edition={edition} item={item} />
          <ItemRemark editionHash={props.editionHash} item={item} only="narrow" />
        </>
      )}
    </>
  );
});
