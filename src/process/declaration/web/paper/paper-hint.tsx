import { Link } from '#platform/ui/address.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { Deadline } from '#platform/ui/time/time.tsx';
import { paperTexts } from '../../paper.text.ts';
import { lacksText, paperHref, usePaper } from './paper-client.ts';

/** On the page of a declaration that was submitted: what is to be done about its paper, until it is complete. */
export const PaperHint = ({ submissionId }: { readonly submissionId: string }) => {
  const t = useText(paperTexts);
  const ui = useUiText();
  const paper = usePaper(submissionId).data;
  if (!paper || paper.state === 'complete' || paper.wanted === null) return null;
  const { notice, dueOn, workingDaysLeft, wanted } = paper;
  return (
    <Notice wrong={notice !== null}>
      <b>{t(notice ? 'paper.next.complete' : 'paper.next.hand')}</b>{' '}
      {dueOn && <Deadline on={dueOn} workingDaysLeft={workingDaysLeft} />}{' '}
      {notice && lacksText(notice.lacks, t, ui('text.comma'))}{' '}
      <Link href={paperHref(wanted.submissionId)}>{t('paper.open')}</Link>
    </Notice>
  );
};
