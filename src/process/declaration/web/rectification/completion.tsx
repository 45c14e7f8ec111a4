import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { DayField, LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import type { RectificationRow } from '../../rectification.contract.ts';
import { rectificationTexts } from '../../rectification.text.ts';
import { rectificationClient } from './rectification-client.ts';

const limits = { endings: evidenceLimits.endings, maxBytes: evidenceLimits.limitBytes };

interface Props {
  readonly declarationId: string;
  readonly row: RectificationRow;
  readonly today: string;
}

/** Enters that a measure was carried out, or takes it back. */
export const Completion = ({ declarationId, row, today }: Props) => {
  const t = useText(rectificationTexts);
  const faults = useFaultText();
  const [open, setOpen] = useState(false);
  const reopen = useCommand(rectificationClient.reopenMeasure);
  const params = { declarationId, itemId: row.itemId };
  if (row.measure === '') return null;
  if (row.doneOn !== null)
    return (
      <Button
        look="link"
        pending={reopen.pending}
        onClick={() =>
          void reopen.run({ params }).then(
            () => announce(t('rectification.reopened')),
            (error: unknown) => announce(faults.fault(error), { wrong: true }),
          )
        }
      >
        {t('rectification.reopen')}
      </Button>
    );
  return (
    <>
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('rectification.complete')}
      </Button>
      {open && (
        <Dialog title={`${row.clause} ${t('rectification.complete.title')}`} onClose={() => setOpen(false)}>
          <Form declarationId={declarationId} row={row} today={today} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
};

interface Entered {
  readonly doneOn: string;
  readonly note: string;
}

const Form = ({ declarationId, row, today, onDone }: Props & { readonly onDone: () => void }) => {
  const ui = useUiText();
  const t = useText(rectificationTexts);
  const complete = useCommand(rectificationClient.completeMeasure);
  const attach = useCommand(rectificationClient.attachProof);
  const params = { declarationId, itemId: row.itemId };
  const form = useForm<Entered>({
    initial: { doneOn: today, note: '' },
    submit: async (body) => {
      await complete.run({ params, body });
      announce(t('rectification.completed'));
      onDone();
    },
  });
  return (
    <>
      <p>{row.measure}</p>
      <FormBody form={form} submitLabel={t('rectification.complete.save')}>
        <DayField name="doneOn" label={t('rectification.complete.on')} max={today} required />
        <LongTextField name="note" label={t('rectification.complete.note')} />
        <div>
          {t('rectification.proof')}
          {ui('text.colon')}
          {row.proof?.fileName}
          <FileUpload
            limits={limits}
            label={t('rectification.proof.add')}
            upload={(file, call) => attach.run({ params, body: formWith(file) }, call)}
          />
        </div>
      </FormBody>
    </>
  );
};
