import { useState } from 'react';
import type { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { sheetRow } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { EvidenceLinks } from '#process/declaration/web/evidence/evidence-links.tsx';
import { ShownMeasure } from '#process/declaration/web/rectification/shown-measure.tsx';
import { reviewTexts } from '#process/review/review.text.ts';
import { answerWords } from '#process/review/web/workbench/answer-words.ts';
import { useDraft } from '#process/review/web/workbench/use-verdict-saving.ts';
import { VerdictControl } from '#process/review/web/workbench/verdict-control.tsx';
import { VerdictFault } from '#process/review/web/workbench/verdict-fault.tsx';
import type { VerdictStore } from '#process/review/web/workbench/verdict-store.ts';
import {
  type Answer,
  type DeductionCounts,
  type Edition,
  type Item,
  sameCounts,
} from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { ItemRemark } from '#process/standards/web/consultation/item-remark.tsx';
import { DeductionDetail } from '#process/standards/web/deduction-detail.tsx';
import { ItemDetails, ItemKind } from '#process/standards/web/item-parts.tsx';
import type { Place } from '#support/files/domain/picture-facts.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import type { VerificationRecord } from '../../verification.contract.ts';
import type { Findings } from './use-findings.ts';

interface Props {
  readonly edition: Edition;
  readonly editionHash: string;
  readonly item: Item;
  readonly self: Answer;
  readonly reviewed: Answer;
  /** How the points were counted out, where they were. */
  readonly selfCounts: DeductionCounts | undefined;
  readonly reviewedCounts: DeductionCounts | undefined;
  readonly selfReason: string;
  readonly selfComment: string;
  readonly reviewComment: string;
  readonly files: VerificationRecord['evidence'];
  readonly declarationId: string;
  /** Where the unit lies, for the distance of photographs. */
  readonly place: Place | null;
  readonly store: VerdictStore;
  readonly disabled: boolean;
  readonly refused: ApiFault | undefined;
  readonly change: Findings['change'];
  readonly settle: Findings['settle'];
  readonly onActive: (itemId: string) => void;
}

/** One item on site: requirement, what was declared and what the review made of it, and what is found. */
export const ItemRow = sheetRow((props: Props) => {
  const t = useText(spotCheckTexts);
  const words = useText(reviewTexts);
  const { edition, item, self, reviewed, store, disabled, refused } = props;
  const draft = useDraft(store, item.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus inside makes it the row that the keys act on
    <div
      className={draft.verdict === null ? 'ui-sheet-row site-item open' : 'ui-sheet-row site-item'}
      data-sheet-row={item.id}
      tabIndex={-1}
      onFocus={() => props.onActive(item.id)}
    >
      <span className="site-clause">{item.clause ?? item.id}</span>
      <p>
        <ItemKind kind={item.kind} /> {item.text}
      </p>
      <dl className="site-answers">
        <dt>{t('sheet.self')}</dt>
        <dd>{answerWords(self, edition, words)}</dd>
        <dt>{t('sheet.reviewed')}</dt>
        <dd>
          <b>{answerWords(reviewed, edition, words)}</b>
        </dd>
        <dd className="ui-soft">{t('sheet.full', { full: pointsText(item.full, edition) })}</dd>
      </dl>
      <div className="wide site-below">
        <Counted {...props} />
        {'na' in self && <p>{t('sheet.na-reason', { reason: self.na })}</p>}
        {props.selfReason !== '' && <p>{t('sheet.self-reason', { reason: props.selfReason })}</p>}
        {props.selfComment !== '' && <p>{t('sheet.self-comment', { comment: props.selfComment })}</p>}
        {props.reviewComment !== '' && <p>{t('sheet.review-comment', { comment: props.reviewComment })}</p>}
        <ShownMeasure declarationId={props.declarationId} itemId={item.id} />
        <Links {...props} />
        <VerdictControl
          edition={edition}
          item={item}
          answer={reviewed}
          given={props.reviewedCounts}
          draft={draft}
          disabled={disabled}
          change={props.change}
        />
        {refused && (
          <VerdictFault
            {...props}
            answer={reviewed}
            refused={refused}
            draft={draft}
            changed={{ code: 'spot-check.verdictsChanged', theirs: t('sheet.theirs') }}
          />
        )}
      </div>
    </div>
  );
});

/** 扣分明细 of the enterprise, and of the review where it came to something else. */
const Counted = ({ edition, item, selfCounts, reviewedCounts }: Props) => {
  const t = useText(spotCheckTexts);
  if (sameCounts(selfCounts, reviewedCounts))
    return <DeductionDetail edition={edition} item={item} counts={reviewedCounts} />;
  return (
    <>
      <DeductionDetail edition={edition} item={item} counts={selfCounts} label={t('sheet.self-counts')} />
      <DeductionDetail edition={edition} item={item} counts={reviewedCounts} label={t('sheet.reviewed-counts')} />
    </>
  );
};

const Links = ({ edition, editionHash, item, files, declarationId, place }: Props) => {
  const t = useText(spotCheckTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="ui-row site-links">
        {files.length > 0 && <EvidenceLinks declarationId={declarationId} files={files} place={place} />}
        {files.length === 0 && <span className="ui-soft">{t('sheet.evidence.none')}</span>}
        <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('sheet.details')}
        </Button>
        <ItemRemark editionHash={editionHash} item={item} />
      </div>
      {open && <ItemDetails edition={edition} item={item} />}
    </>
  );
};
