import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { useToday } from '#platform/ui/time/time.tsx';
import type { Paper } from '../../paper.contract.ts';
import { paperTexts } from '../../paper.text.ts';
import { ArrivalFields, type ArrivalWay } from './arrival-fields.tsx';
import { CopyTicks, type TickedCopy } from './copy-ticks.tsx';
import { lacksText, paperClient } from './paper-client.ts';

/** Registers copies whose code cannot be read; it is noted that they were checked by eye. */
export const RegisterAction = ({ paper }: { readonly paper: Paper }) => {
  const t = useText(paperTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('paper.desk.by-hand')}
      </Button>
      {open && <ByEye paper={paper} onClose={() => setOpen(false)} />}
    </>
  );
};

const ByEye = ({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) => {
  const t = useText(paperTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const register = useCommand(paperClient.registerCopies);
  const [arrivedOn, setArrivedOn] = useState<string>(useToday());
  const [way, setWay] = useState<ArrivalWay>('by-hand');
  const open = paper.copies.filter(({ arrival }) => !(arrival?.signed && arrival.sealed));
  const [copies, setCopies] = useState<readonly TickedCopy[]>(
    open.map(({ copy }) => ({ copy, came: false, signed: false, sealed: false })),
  );
  const came = copies.filter((one) => one.came);
  const handleRegister = async () => {
    try {
      const { lacks, receiptNumber } = await register.run({
        params: { submissionId: paper.submissionId },
        body: { copies: came.map(({ copy, signed, sealed }) => ({ copy, signed, sealed })), arrivedOn, way, note: '' },
      });
      const unit = paper.unitName;
      announce(
        receiptNumber
          ? t('paper.desk.registered.whole', { unit, number: receiptNumber })
          : t('paper.desk.registered', { unit, lacks: lacksText(lacks, t, ui('text.comma')) }),
      );
      onClose();
    } catch {
      // Shown below: it stays until the entry is mended.
    }
  };
  return (
    <Dialog title={t('paper.desk.by-hand')} onClose={onClose}>
      <p className="ui-soft">
        {t('paper.desk.by-hand.hint')} {t('paper.digest')} <code className="paper-code">{paper.shortDigest}</code>
      </p>
      <CopyTicks copies={copies} keeperOf={(copy) => paper.copies[copy - 1]?.keeper ?? ''} onChange={setCopies} />
      <ArrivalFields arrivedOn={arrivedOn} way={way} onDay={setArrivedOn} onWay={setWay} />
      {register.error !== undefined && <p className="ui-wrong">{faults.fault(register.error)}</p>}
      <p className="ui-row">
        <span className="ui-spread" />
        <Button onClick={onClose}>{ui('action.cancel')}</Button>
        <Button
          look="primary"
          pending={register.pending}
          disabled={came.length === 0}
          onClick={() => void handleRegister()}
        >
          {t('paper.desk.register', { count: came.length })}
        </Button>
      </p>
    </Dialog>
  );
};
