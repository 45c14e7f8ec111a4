import type { Translate } from '#platform/text.ts';
import type { Answer, Edition, Item } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { answerAfter } from '../../domain/verdict.ts';
import type { ReviewKey } from '../../review.text.ts';
import type { Draft } from './verdict-store.ts';

type T = Translate<ReviewKey>;

/** An answer in words: 符合, 不参评, points. */
export const answerWords = (answer: Answer, edition: Edition, t: T): string => {
  if ('na' in answer) return t('review.verdict.na');
  if ('met' in answer) return t(answer.met ? 'review.verdict.met' : 'review.verdict.unmet');
  return t('review.verdict.points', { points: pointsText(answer.points, edition) });
};

/** A verdict in words, with what counts after it. */
export const verdictWords = (item: Item, answer: Answer, draft: Draft, edition: Edition, t: T): string => {
  if (draft.verdict === null) return t('review.verdict.none');
  const after = answerAfter(item, answer, { itemId: item.id, ...draft, verdict: draft.verdict });
  return `${t(`review.verdict.${draft.verdict}`)} ${answerWords(after, edition, t)}`;
};
