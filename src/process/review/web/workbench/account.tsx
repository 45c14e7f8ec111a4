import { useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { DepartureStep } from '../../domain/departure.ts';
import { reviewTexts } from '../../review.text.ts';

interface Props {
  readonly loaded: LoadedEdition;
  readonly trace: readonly { readonly step: number; readonly rule: string }[];
  /** A sentence above the account. */
  readonly note?: string;
}

/** 为什么: the account of the reviewed class, with the departure as its last step. */
export const AccountButton = ({ loaded, trace, note }: Props) => {
  const t = useText(reviewTexts);
  const ui = useUiText();
  const [open, setOpen] = useState(false);
  const steps = trace.filter(({ rule }) => rule !== 'departure') as unknown as readonly TraceStep[];
  const departure = trace.find(({ rule }) => rule === 'departure') as DepartureStep | undefined;
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ui('why.title')}
      </Button>
      {open && (
        <Dialog title={ui('why.title')} shape="drawer" onClose={() => setOpen(false)}>
          {note && <p className="ui-soft">{note}</p>}
          {departure && (
            <p className="work-departure">
              {t('review.proposal.departure-step', {
                person: departure.inputs.person,
                from: className(loaded.edition, departure.before),
                to: className(loaded.edition, departure.after),
                reason: departure.inputs.reason,
              })}
            </p>
          )}
          <TraceView edition={loaded.edition} trace={steps} editionHash={loaded.hash} />
        </Dialog>
      )}
    </>
  );
};
