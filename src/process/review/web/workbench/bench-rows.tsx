import { useMemo } from 'react';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Workbench } from '../../review.contract.ts';
import { ItemRow } from './item-row.tsx';
import type { WorkSection } from './sections.ts';
import type { Examination } from './use-examination.ts';

interface Props {
  readonly review: Workbench;
  readonly loaded: LoadedEdition;
  readonly examination: Examination;
  readonly section: WorkSection;
  readonly title: string;
  readonly disabled: boolean;
  readonly onActive: (itemId: string) => void;
}

const NO_FILES: Workbench['submission']['evidence'] = [];

/** The rows of one section, under the titles of their elements. */
export const BenchRows = ({ review, loaded, examination, section, title, disabled, onActive }: Props) => {
  const { submission, correction, declarationId } = review;
  const filesOf = useMemo(() => {
    const found = new Map<string, Workbench['submission']['evidence']>();
    for (const file of submission.evidence) found.set(file.itemId, [...(found.get(file.itemId) ?? []), file]);
    return found;
  }, [submission.evidence]);
  const corrected = useMemo(
    () => new Map(correction?.items.map(({ itemId, comment }) => [itemId, comment])),
    [correction],
  );
  const changed = useMemo(() => new Set(correction?.changedItems), [correction]);
  return section.groups.map((group) => (
    <section key={group.id} className="work-section">
      <h2>{group.title ?? title}</h2>
      {group.items.map((item) => {
        const answer = submission.answers[item.id];
        return (
          answer && (
            <ItemRow
              key={item.id}
              edition={loaded.edition}
              editionHash={loaded.hash}
              item={item}
              answer={answer}
              counts={submission.deductions[item.id]}
              reason={submission.reasons[item.id] ?? ''}
              remark={submission.comments[item.id] ?? ''}
              files={filesOf.get(item.id) ?? NO_FILES}
              declarationId={declarationId}
              place={submission.place}
              store={examination.store}
              disabled={disabled}
              corrected={corrected.get(item.id)}
              changed={changed.has(item.id)}
              refused={examination.state.refused.get(item.id)}
              change={examination.change}
              settle={examination.settle}
              onActive={onActive}
            />
          )
        );
      })}
    </section>
  ));
};
