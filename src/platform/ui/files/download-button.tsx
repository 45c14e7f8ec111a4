import { type ReactNode, useState } from 'react';
import { announce } from '../announce.tsx';
import type { Download } from '../api/client.ts';
import { Button } from '../button.tsx';
import { useFaultText, useUiText } from '../text/use-text.tsx';

/** Hands a file to the browser as a download. */
export const saveDownload = ({ blob, filename }: Download): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** Fetches a file and saves it; a refusal is told as a sentence instead of a broken file. */
export const DownloadButton = (props: {
  /** `() => client.rosterWorkbook({ query })` */
  readonly fetch: () => Promise<Download>;
  readonly small?: boolean;
  readonly look?: 'primary' | 'link';
  readonly children?: ReactNode;
}) => {
  const t = useUiText();
  const faults = useFaultText();
  const [pending, setPending] = useState(false);
  const handleClick = async () => {
    setPending(true);
    try {
      saveDownload(await props.fetch());
    } catch (error) {
      announce(faults.fault(error), { wrong: true });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button small={props.small ?? true} look={props.look} pending={pending} onClick={() => void handleClick()}>
      {props.children ?? t('action.export')}
    </Button>
  );
};
