import { useCallback, useMemo, useState } from 'react';
import { useKeys } from '#platform/ui/keys.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { SectionNav, SheetFrame, useSheetKeys } from '#platform/ui/sheet/sheet-frame.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { verdictKinds } from '../../domain/verdict.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { reviewTitles } from '../page-titles.text.ts';
import { ReviewStateText } from '../review-marks.tsx';
import { BenchActions } from './bench-actions.tsx';
import { BenchBar } from './bench-bar.tsx';
import { BenchNotices } from './bench-notices.tsx';
import { BenchRows } from './bench-rows.tsx';
import { NextLine } from './next-line.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { itemsOf, type NamedSection, workSections } from './sections.ts';
import { SidePanel } from './side-panel.tsx';
import { useExamination } from './use-examination.ts';
import { useResult } from './use-result.ts';
import { useDrafts } from './use-verdict-saving.ts';
import { chosen, isPossible } from './verdict-control.tsx';
import './workbench.css';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
}

/** The bench: sections at the left, items in the middle, at the right what they come to and daily supervision. */
export const Bench = ({ review, loaded }: Props) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const titles = useText(reviewTitles);
  const { edition } = loaded;
  const { answers } = review.submission;
  const examination = useExamination(review);
  const { store, state, change } = examination;
  const drafts = useDrafts(store);
  const result = useResult(review, loaded, drafts);
  const sections = useMemo(() => workSections(edition, review), [edition, review]);
  const [current, setCurrent] = useState(sections[0]?.id ?? '');
  const at = Math.max(
    0,
    sections.findIndex(({ id }) => id === current),
  );
  const section = sections[at];
  const disabled = !review.actions.includes('examine');

  const show = useCallback((id: string) => {
    setCurrent(id);
    window.scrollTo({ top: 0 });
  }, []);
  const goTo = (itemId: string) => {
    const here = section && itemsOf(section).some(({ id }) => id === itemId);
    if (!here) setCurrent(sections.find((one) => itemsOf(one).some(({ id }) => id === itemId))?.id ?? current);
    // After the section has been rendered.
    requestAnimationFrame(() => {
      const row = document.querySelector<HTMLElement>(`[data-sheet-row="${CSS.escape(itemId)}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  };
  const choose = (itemId: string, digit: number) => {
    const kind = verdictKinds[digit - 1];
    const item = edition.items.find(({ id }) => id === itemId);
    const answer = answers[itemId];
    if (disabled || !kind || !item || !answer || !isPossible(kind, answer)) return;
    change(itemId, chosen(kind, item, answer, store.get(itemId).comment));
    if (kind !== 'agree')
      focusInside(itemId, kind === 'adjust' && item.scoring === 'points' ? 'input[type="text"]' : 'textarea');
  };
  const next = sections[at + 1];
  const ids = useMemo(() => (section ? itemsOf(section).map(({ id }) => id) : []), [section]);
  const keys = useSheetKeys({ ids, onChoose: choose, onEnd: () => next && show(next.id) });
  useKeys([{ key: 's', ctrl: true, help: ui('keys.save'), run: examination.retry }]);

  const titleOf = ({ id, title }: { readonly id: string; readonly title: string | null }) =>
    title ?? t(`review.sections.${id as NamedSection}`);
  return (
    <div className="ui-page work">
      <PageHead
        title={review.register.unitName}
        beside={
          <>
            <span className="ui-soft">{review.register.enterpriseName}</span>
            <ReviewStateText state={review.state} />
            {!disabled && <SavedMark state={state} onRetry={examination.retry} />}
          </>
        }
        crumbs={[{ label: titles('list'), href: '/reviews' }]}
        actions={<BenchActions {...{ review, loaded, result, examination }} onItem={goTo} />}
      />
      <NextLine review={review} />
      <BenchNotices review={review} examination={examination} />
      {review.state !== 'reviewing' && <ProposalPanel review={review} loaded={loaded} result={result} />}
      <div className="work-columns">
        <SheetFrame
          nav={
            <SectionNav
              current={section?.id ?? ''}
              onSelect={show}
              sections={sections.map((one) => {
                const items = itemsOf(one);
                return {
                  id: one.id,
                  title: titleOf(one),
                  done: items.filter(({ id }) => (drafts[id]?.verdict ?? null) !== null).length,
                  total: items.length,
                  faults: items.filter(({ id }) => state.refused.has(id) || result.progress.unfinished.includes(id))
                    .length,
                };
              })}
            />
          }
          bar={
            <BenchBar
              {...{ review, loaded, drafts, examination, disabled, section }}
              next={next && { id: next.id, title: titleOf(next) }}
              onSection={show}
              onItem={goTo}
            />
          }
        >
          {section && (
            <BenchRows
              {...{ review, loaded, examination, section, disabled }}
              title={titleOf(section)}
              onActive={keys.activate}
            />
          )}
        </SheetFrame>
        <SidePanel {...{ review, loaded, result, examination, disabled }} />
      </div>
    </div>
  );
};

/** What is to be written after choosing: the points of an adjustment, else the reason. */
const focusInside = (itemId: string, field: string): void => {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-sheet-row="${CSS.escape(itemId)}"]`);
    row?.querySelector<HTMLElement>(`.work-verdict ${field}`)?.focus();
  });
};
