import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { spotCheckTexts } from '../spot-check.text.ts';

/** Over plain http the browser has no clipboard of its own: the old way by a selected field still works there. */
const copy = async (text: string): Promise<boolean> => {
  if (navigator.clipboard)
    return navigator.clipboard
      .writeText(text)
      .then(() => true)
      .catch(() => false);
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
};

/** Puts a text into the clipboard. `label` names it for people who do not see where the button stands. */
export const CopyButton = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const t = useText(spotCheckTexts);
  const handleClick = async () => {
    const done = await copy(text);
    announce(t(done ? 'draw.copied' : 'draw.copy-failed'), { wrong: !done });
  };
  return (
    <Button look="link" aria-label={`${t('draw.copy')} ${label}`} onClick={() => void handleClick()}>
      {t('draw.copy')}
    </Button>
  );
};
