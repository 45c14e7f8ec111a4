import { type ReactNode, useState } from 'react';
import type { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { sheetRow } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { EvidenceLinks } from '#process/declaration/web/evidence/evidence-links.tsx';
import { ShownMeasure } from '#process/declaration/web/rectification/shown-measure.tsx';
import type { Answer, DeductionCounts, Edition, Item } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { ItemRemark } from '#process/standards/web/consultation/item-remark.tsx';
import { DeductionDetail } from '#process/standards/web/deduction-detail.tsx';
import { ItemDetails, ItemKind } from '#process/standards/web/item-parts.tsx';
import type { Place } from '#support/files/domain/picture-facts.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { answerWords } from './answer-words.ts';
import type { Examination } from './use-examination.ts';
import { useDraft } from './use-verdict-saving.ts';
import { VerdictControl } from './verdict-control.tsx';
import { VerdictFault } from './verdict-fault.tsx';
import type { VerdictStore } from './verdict-store.ts';

type Evidence = Workbench['submission']['evidence'];

interface Props {
  readonly edition: Edition;
  readonly editionHash: string;
  readonly item: Item;
  readonly answer: Answer;
  /** How its points were counted out; undefined where they were entered as such. */
  readonly counts: DeductionCounts | undefined;
  /** Why points are lost; '' where nobody said. */
  readonly reason: string;
  readonly remark: string;
  readonly files: Evidence;
  readonly declarationId: string;
  /** Where the unit lies, for the distance of photographs. */
  readonly place: Place | null;
  readonly store: VerdictStore;
  readonly disabled: boolean;
  /** What was to be corrected last time; undefined if nothing. */
  readonly corrected: string | undefined;
  readonly changed: boolean;
  readonly refused: ApiFault | undefined;
  readonly change: Examination['change'];
  readonly settle: Examination['settle'];
  readonly onActive: (itemId: string) => void;
}

/** One item: requirement, what the enterprise answered and how it proves it, and the verdict. */
export const ItemRow = sheetRow((props: Props) => {
  const t = useText(reviewTexts);
  const { edition, item, answer, remark, store, disabled, refused } = props;
  const draft = useDraft(store, item.id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focus inside makes it the row that the keys act on
    <div
      className={draft.verdict === null ? 'ui-sheet-row work-item open' : 'ui-sheet-row work-item'}
      data-sheet-row={item.id}
      tabIndex={-1}
      onFocus={() => props.onActive(item.id)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.focus()}
    >
      <span className="work-clause">{item.clause ?? item.id}</span>
      <p>
        <ItemKind kind={item.kind} /> {item.text}
      </p>
      <span className="work-self">
        <small className="ui-soft">{t('review.row.self')}</small> <b>{answerWords(answer, edition, t)}</b>{' '}
        <small className="ui-soft">{t('review.row.full', { full: pointsText(item.full, edition) })}</small>
      </span>
      <div className="wide work-below">
        {props.corrected !== undefined && (
          <Notice wrong>{t('review.row.corrected', { comment: props.corrected })}</Notice>
        )}
        {'na' in answer && <p>{t('review.row.reason', { reason: answer.na })}</p>}
        <DeductionDetail edition={edition} item={item} counts={props.counts} />
        {props.reason !== '' && <p>{t('review.row.deduction-reason', { reason: props.reason })}</p>}
        {remark !== '' && <p>{t('review.row.remark', { comment: remark })}</p>}
        <ShownMeasure declarationId={props.declarationId} itemId={item.id} />
        <Links {...props}>
          <VerdictControl
            edition={edition}
            item={item}
            answer={answer}
            given={props.counts}
            draft={draft}
            disabled={disabled}
            change={props.change}
          />
        </Links>
        {refused && (
          <VerdictFault
            {...props}
            refused={refused}
            draft={draft}
            changed={{ code: 'review.verdictsChanged', theirs: t('review.notice.reload') }}
          />
        )}
      </div>
    </div>
  );
});

/** Verdict and evidence side by side, below them what the standard says, on demand. */
const Links = ({
  edition,
  editionHash,
  item,
  files,
  changed,
  declarationId,
  place,
  children,
}: Props & { readonly children: ReactNode }) => {
  const t = useText(reviewTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="work-line">
        {children}
        <div className="ui-row work-links">
          {changed && <span className="work-changed">{t('review.row.changed')}</span>}
          {files.length > 0 && <EvidenceLinks declarationId={declarationId} files={files} place={place} />}
          {files.length === 0 && <span className="ui-soft">{t('review.row.no-evidence')}</span>}
          <Button look="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('review.row.details')}
          </Button>
        </div>
      </div>
      {open && (
        <>
          <ItemDetails edition={edition} item={item} />
          <div className="work-links">
            <ItemRemark editionHash={editionHash} item={item} />
          </div>
        </>
      )}
    </>
  );
};
