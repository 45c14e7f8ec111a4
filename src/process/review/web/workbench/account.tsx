import { useState } from 'react';
import type { FactDocument } from '#parties/enterprises/domain/fact-document.ts';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useUiText } from '#platform/ui/text/use-text.tsx';
import type { DeductionCounts, TraceStep } from '#process/standards/domain/index.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';

interface Props {
  readonly loaded: LoadedEdition;
  readonly trace: readonly { readonly step: number; readonly rule: string }[];
  readonly deductions?: Readonly<Record<string, DeductionCounts>> | undefined;
  /** What the facts on record rest on, where they name it. */
  readonly documents: readonly FactDocument[];
  /** A sentence above the account. */
  readonly note?: string;
}

/** 为什么: the account of the reviewed class, with the departure as its last step. */
export const AccountButton = ({ loaded, trace, deductions, documents, note }: Props) => {
  const ui = useUiText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {ui('why.title')}
      </Button>
      {open && (
        <Dialog title={ui('why.title')} shape="drawer" onClose={() => setOpen(false)}>
          {note && <p className="ui-soft">{note}</p>}
          <TraceView
            edition={loaded.edition}
            trace={trace as unknown as readonly TraceStep[]}
            editionHash={loaded.hash}
            deductions={deductions}
            documents={documents}
          />
        </Dialog>
      )}
    </>
  );
};
