import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { paperClient, printHref } from './paper-client.ts';

/** Makes the print where there is none yet, and opens it. */
export const PrintAction = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const faults = useFaultText();
  const prepare = useCommand(paperClient.preparePack);
  const { submissionId, pack, copies } = paper;
  const href = printHref(submissionId).pack;
  const handlePrint = async () => {
    // Opened now, by the click: a window opened later would count as unasked for.
    const shown = pack ? null : window.open('', '_blank');
    try {
      if (pack) {
        window.open(href, '_blank', 'noopener');
        return;
      }
      const made = await prepare.run({ params: { submissionId }, body: { address: location.origin } });
      announce(t('paper.print.made', { copies: made.copies, pages: made.pages }));
      if (shown) shown.location.href = href;
    } catch (error) {
      shown?.close();
      announce(faults.fault(error), { wrong: true });
    }
  };
  return (
    <Button look="primary" pending={prepare.pending} onClick={() => void handlePrint()}>
      {prepare.pending
        ? t('paper.print.making')
        : pack
          ? t('paper.print.again')
          : t('paper.print', { copies: copies.length })}
    </Button>
  );
};
