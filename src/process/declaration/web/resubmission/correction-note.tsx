import { useId, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { resubmissionTexts } from '../../resubmission.text.ts';
import { resubmissionClient } from './changes-client.ts';

const MOST = 2000;

/** 补正说明: what the enterprise says to its correction; asked for where something that was pointed out stays as it was. */
export const CorrectionNote = (props: { readonly declarationId: string; readonly note: string }) => {
  const t = useText(resubmissionTexts);
  const faults = useFaultText();
  const save = useCommand(resubmissionClient.saveCorrectionNote);
  const field = useId();
  const [note, setNote] = useState(props.note);
  const [wrong, setWrong] = useState<string | null>(null);
  const handleSave = () =>
    save.run({ params: { declarationId: props.declarationId }, body: { note } }).then(
      () => {
        setWrong(null);
        announce(t('resubmission.note.saved'));
      },
      (error: unknown) => setWrong(faults.fault(error)),
    );
  return (
    <div>
      <label htmlFor={field}>
        <b>{t('resubmission.note')}</b> <span className="ui-soft">{t('resubmission.note.hint')}</span>
      </label>
      <textarea
        id={field}
        className="ui-input"
        rows={3}
        maxLength={MOST}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onBlur={() => note !== props.note && void handleSave()}
      />
      <p className="ui-row">
        <Button small pending={save.pending} disabled={note === props.note} onClick={() => void handleSave()}>
          {t('resubmission.note.save')}
        </Button>
        {wrong && <span className="ui-wrong">{wrong}</span>}
      </p>
    </div>
  );
};
