import { lazy, Suspense } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import { declarationTexts } from '../../declaration.text.ts';
import type { EarlierAnswer } from '../../domain/draft-answers.ts';
import { sheetTexts } from '../../sheet.text.ts';
import { answerText } from '../sheet/answer-text.ts';
import { confirmed } from './confirmed.ts';

const RevisedItem = lazy(async () => ({ default: (await import('../revision/revised-item.tsx')).RevisedItem }));

interface Props {
  readonly edition: Edition;
  readonly item: Item;
  readonly was: EarlierAnswer;
  readonly disabled: boolean;
  readonly onConfirm: (patch: ReturnType<typeof confirmed>) => void;
}

/** 上年度，待确认: the answer of last time or of before a revision, which counts once a person lets it stand. */
export const LastTimeItem = (props: Props) => {
  const t = useText(sheetTexts);
  const words = useText(declarationTexts);
  const { edition, was, disabled, onConfirm } = props;
  const { last } = was;
  if (!last?.same)
    return (
      <>
        {last && <LastMark />}
        <Suspense fallback={<Loading />}>
          <RevisedItem {...props} onConfirm={(answer) => onConfirm(confirmed({ ...was, answer }))} />
        </Suspense>
      </>
    );
  const answer = answerText(was.answer, edition, words);
  return (
    <div className="last-time">
      <LastMark />
      <span>{t('sheet.last.given', { campaign: last.campaign, answer })}</span>
      {last.reason && <span>{t('sheet.last.reason', { reason: last.reason })}</span>}
      {last.comment && <span>{t('sheet.last.comment', { comment: last.comment })}</span>}
      <Button small data-confirm disabled={disabled} onClick={() => onConfirm(confirmed(was))}>
        {t('sheet.last.confirm', { answer })}
      </Button>
    </div>
  );
};

const LastMark = () => {
  const t = useText(sheetTexts);
  return <b className="last-time-mark">{t('sheet.last.mark')}</b>;
};
