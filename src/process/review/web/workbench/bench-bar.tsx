import { Button } from '#platform/ui/button.tsx';
import { SavedMark } from '#platform/ui/sheet/saved-mark.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import { criticalItems } from '../../domain/examination.ts';
import type { Workbench } from '../../review.contract.ts';
import { reviewTexts } from '../../review.text.ts';
import { itemsOf, type WorkSection } from './sections.ts';
import type { Examination } from './use-examination.ts';
import type { Drafts } from './verdict-store.ts';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly drafts: Drafts;
  readonly examination: Examination;
  readonly section: WorkSection | undefined;
  readonly disabled: boolean;
  readonly next: { readonly id: string; readonly title: string } | undefined;
  readonly onSection: (id: string) => void;
  readonly onItem: (itemId: string) => void;
}

/** What is saved and the way on: agree to the rest, the next item that must be examined, the next section. */
export const BenchBar = (props: Props) => {
  const t = useText(reviewTexts);
  const { loaded, drafts, examination, section, disabled, next } = props;
  const isOpen = (id: string) => (drafts[id]?.verdict ?? null) === null;
  const critical = criticalItems(loaded.edition).find(({ id }) => isOpen(id));
  // Mandatory and veto items are examined one by one.
  const rest = section ? itemsOf(section).filter(({ id, kind }) => kind === 'scored' && isOpen(id)) : [];
  const handleRest = () =>
    examination.changeAll(Object.fromEntries(rest.map(({ id }) => [id, { verdict: 'agree', comment: '' }])));
  return (
    <>
      {!disabled && <SavedMark state={examination.state} onRetry={examination.retry} />}
      {!disabled && <span className="ui-soft">{t('review.verdict.keys')}</span>}
      <span className="ui-spread" />
      {!disabled && rest.length > 0 && (
        <Button onClick={handleRest}>{t('review.bar.agree-rest', { count: rest.length })}</Button>
      )}
      {!disabled && critical && <Button onClick={() => props.onItem(critical.id)}>{t('review.bar.next-open')}</Button>}
      {next && (
        <Button onClick={() => props.onSection(next.id)}>{t('review.bar.next-section', { title: next.title })}</Button>
      )}
    </>
  );
};
