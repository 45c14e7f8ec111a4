import { useState } from 'react';
import { type ApiFault, issuesOf, refusalCode } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { Answer, Edition, Item } from '#process/standards/domain/index.ts';
import { reviewTexts } from '../../review.text.ts';
import { verdictWords } from './answer-words.ts';
import type { VerdictSaving } from './use-verdict-saving.ts';
import type { Draft } from './verdict-store.ts';

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly answer: Answer;
  readonly draft: Draft;
  readonly refused: ApiFault;
  readonly settle: VerdictSaving<never>['settle'];
  /** Code of the refusal where somebody else changed the verdict, and what taking theirs is called. */
  readonly changed: { readonly code: string; readonly theirs: string };
}

/** Why a verdict was not saved; if somebody else changed it, the choice between the two. */
export const VerdictFault = ({ edition, item, answer, draft, refused, settle, changed }: Props) => {
  const t = useText(reviewTexts);
  const faults = useFaultText();
  const [pending, setPending] = useState(false);
  const handle = (take: 'mine' | 'theirs') => async () => {
    setPending(true);
    await settle(item.id, take).finally(() => setPending(false));
  };
  const issues = issuesOf(refused);
  return (
    <Notice wrong>
      <p>{issues.length > 0 ? issues.map((issue) => faults.issue(issue)).join(' ') : faults.fault(refused)}</p>
      {refusalCode(refused) === changed.code && (
        <div className="ui-row">
          <Button small pending={pending} onClick={() => void handle('mine')()}>
            {t('review.verdict.mine', { value: verdictWords(item, answer, draft, edition, t) })}
          </Button>
          <Button small pending={pending} onClick={() => void handle('theirs')()}>
            {changed.theirs}
          </Button>
        </div>
      )}
    </Notice>
  );
};
