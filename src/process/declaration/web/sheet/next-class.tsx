import { memo, useDeferredValue, useMemo } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { counterfactualTexts } from '#process/standards/counterfactual.text.ts';
import { ANSWERS_FORMAT, answerFault, type Counterfactual, counterfactual } from '#process/standards/domain/index.ts';
import { className, pointsText } from '#process/standards/edition-words.ts';
import { standardsTexts } from '#process/standards/standards.text.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { givenAnswers } from '../../domain/completeness.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { factsOf } from '../use-progress.ts';

interface Props {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
  readonly drafts: DraftItems;
}

/** Undefined while an item is open. */
const foundOf = ({ declaration, loaded, drafts }: Props): Counterfactual | undefined => {
  const answers = givenAnswers(drafts);
  const isWhole = loaded.edition.items.every((item) => {
    const answer = answers[item.id];
    return answer !== undefined && answerFault(item, answer) === undefined;
  });
  if (!isWhole) return undefined;
  const asOf = plainDate(declaration.today);
  const whole = { format: ANSWERS_FORMAT, edition: loaded.hash, asOf, answers, facts: factsOf(declaration) } as const;
  const found = counterfactual(loaded.plan, whole, 1);
  return found.ok ? found.value : undefined;
};

/** 离下一类还差什么, in short; worked out after the page has shown what was typed. */
export const NextClass = memo(({ declaration, loaded, drafts }: Props) => {
  const t = useText(counterfactualTexts);
  const standards = useText(standardsTexts);
  const later = useDeferredValue(drafts);
  const found = useMemo(() => foundOf({ declaration, loaded, drafts: later }), [declaration, loaded, later]);
  if (!found || found.better.found === 'never') return null;
  const count = found.better.found === 'sets' ? found.better.size : found.better.atLeast;
  const { edition } = loaded;
  const clauses =
    found.better.found === 'sets' &&
    found.better.sets[0]?.changes
      .flatMap((change) => ('item' in change ? [edition.items.find(({ id }) => id === change.item)?.clause ?? ''] : []))
      .join(standards('trace.separator'));
  const next = found.lines.findLast(({ missing }) => missing > 0);
  return (
    <span className="live-next">
      {t(found.better.found === 'sets' ? 'change.next' : 'change.next.beyond', { count })}
      {clauses && t('change.next.such', { clauses })}
      {next &&
        t('change.next.points', { class: className(edition, next.class), points: pointsText(next.missing, edition) })}
    </span>
  );
});
