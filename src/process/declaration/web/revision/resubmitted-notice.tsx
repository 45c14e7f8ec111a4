import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { SubmissionAnswer } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';

/** That the system froze a submission anew, and why; nothing of one that a person handed in. */
export const ResubmittedNotice = ({ submission: { revision } }: { readonly submission: SubmissionAnswer }) => {
  const t = useText(declarationTexts);
  if (revision === null) return null;
  const { from, to, reason } = revision;
  return (
    <Notice>
      {t('declaration.submission.by-revision', { from: from.title, to: to.title, day: to.publishedOn, reason })}
    </Notice>
  );
};
