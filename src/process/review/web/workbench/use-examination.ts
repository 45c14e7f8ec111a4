import { useCallback, useRef, useState } from 'react';
import { useSignedIn } from '#parties/people/web/session.tsx';
import type { Workbench } from '../../review.contract.ts';
import { reviewClient } from '../review-client.ts';
import { useVerdictSaving, type VerdictSaving } from './use-verdict-saving.ts';

const SUPERVISION = '*supervision';

export interface Examination
  extends Pick<VerdictSaving<string>, 'store' | 'state' | 'retry' | 'change' | 'changeAll' | 'settle'> {
  readonly supervision: string;
  readonly setSupervision: (text: string) => void;
  /** Version of the review after the last save. */
  readonly version: () => number;
}

/** The verdicts of a review and its account of the daily supervision, with their saving. */
export const useExamination = (review: Workbench): Examination => {
  const { person } = useSignedIn();
  const { reviewId } = review;
  const params = { reviewId };
  const savedText = useRef(review.dailySupervision);
  const saving = useVerdictSaving<string>({
    queueName: `review.${person.login}.${reviewId}`,
    verdicts: review.verdicts,
    version: review.version,
    itemIds: Object.keys(review.submission.answers),
    saveItems: (items, key) => reviewClient.saveVerdicts({ params, body: { items: { ...items } } }, { key }),
    saveExtra: async (text, key) => {
      const body = { before: savedText.current, text };
      const { version } = await reviewClient.saveDailySupervision({ params, body }, { key });
      savedText.current = text.trim();
      return version;
    },
    reread: useCallback(async () => (await reviewClient.review({ params: { reviewId } })).verdicts, [reviewId]),
  });
  const { putExtra } = saving;
  const [supervision, setText] = useState(() => saving.waitingExtra(SUPERVISION) ?? review.dailySupervision);
  const setSupervision = useCallback(
    (text: string) => {
      setText(text);
      putExtra(SUPERVISION, text);
    },
    [putExtra],
  );
  return { ...saving, supervision, setSupervision, version: saving.currentVersion };
};
