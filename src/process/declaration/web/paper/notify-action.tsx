import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { lacksText, paperClient } from './paper-client.ts';

/** Tells the enterprise what its paper lacks (补正通知). */
export const NotifyAction = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const ui = useUiText();
  const notify = useCommand(paperClient.notifyLacks);
  return (
    <ConfirmAction
      label={t('paper.notice.send')}
      reason="optional"
      consequences={[
        t('paper.notice.send.first', { lacks: lacksText(paper.lacks, t, ui('text.comma')) }),
        t('paper.notice.send.second'),
        ...(paper.notice ? [t('paper.notice.send.third')] : []),
      ]}
      onConfirm={async (note) => {
        const { number } = await notify.run({ params: { submissionId: paper.submissionId }, body: { note } });
        announce(t('paper.notice.sent', { number }));
      }}
    />
  );
};
