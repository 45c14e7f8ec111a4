import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { copyText } from '#platform/ui/copy-text.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { evidenceTexts } from '../../evidence.text.ts';

/** Copies the digest of a file whole; `name` says of which. */
export const DigestCopy = ({ digest, name }: { readonly digest: string; readonly name: string }) => {
  const t = useText(evidenceTexts);
  const handleClick = async () => {
    const done = await copyText(digest);
    announce(t(done ? 'evidence.copied' : 'evidence.copy-failed'), { wrong: !done });
  };
  return (
    <Button look="link" title={digest} aria-label={`${t('evidence.copy')} ${name}`} onClick={() => void handleClick()}>
      {t('evidence.copy')}
    </Button>
  );
};
