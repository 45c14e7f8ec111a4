import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { copyText } from '#platform/ui/copy-text.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { spotCheckTexts } from '../spot-check.text.ts';

/** Puts a text into the clipboard. `label` names it for people who do not see where the button stands. */
export const CopyButton = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const t = useText(spotCheckTexts);
  const handleClick = async () => {
    const done = await copyText(text);
    announce(t(done ? 'draw.copied' : 'draw.copy-failed'), { wrong: !done });
  };
  return (
    <Button look="link" aria-label={`${t('draw.copy')} ${label}`} onClick={() => void handleClick()}>
      {t('draw.copy')}
    </Button>
  );
};
