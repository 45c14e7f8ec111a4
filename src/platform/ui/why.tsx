import { useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useUiText } from './text/use-text.tsx';

/** One step of a derivation. `basis`: clause or document number. */
export interface WhyLine {
  readonly text: string;
  readonly value?: string;
  readonly basis?: string;
}

/** 为什么: opens how a computed thing came about. `title` names the thing. */
export const Why = (props: { readonly title: string; readonly lines: readonly WhyLine[] }) => {
  const t = useUiText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="link" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('why.title')}
      </Button>
      {open && (
        <Dialog
          title={t('text.pair', { label: t('why.title'), value: props.title })}
          shape="drawer"
          onClose={() => setOpen(false)}
        >
          <div className="ui-why">
            {props.lines.length === 0 && <p>{t('why.empty')}</p>}
            <ol>
              {props.lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a derivation keep their order
                <li key={index}>
                  <span>{line.text}</span>
                  <b>{line.value}</b>
                  {line.basis && <small>{t('text.pair', { label: t('why.rule'), value: line.basis })}</small>}
                </li>
              ))}
            </ol>
          </div>
        </Dialog>
      )}
    </>
  );
};
