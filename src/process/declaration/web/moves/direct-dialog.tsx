import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useCodeText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { movesContract } from '../../moves.contract.ts';
import { movesTexts } from '../../moves.text.ts';
import { movesClient } from './moves-client.ts';

type Moves = ResultOf<typeof movesContract.declarationMoves>;

/** 指定改报, with reason and basis. */
export const Direct = ({ moves }: { readonly moves: Moves }) => {
  const t = useText(movesTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t('move.direct')}
      </Button>
      {open && <DirectDialog moves={moves} onClose={() => setOpen(false)} />}
    </>
  );
};

const DirectDialog = ({ moves, onClose }: { readonly moves: Moves; readonly onClose: () => void }) => {
  const t = useText(movesTexts);
  const ui = useUiText();
  const code = useCodeText();
  const { run } = useCommand(movesClient.directDeclaration);
  const { declarationId, holder, stage } = moves;
  const form = useForm({
    initial: { fromBodyId: holder.bodyId, bodyId: '', reason: '', basis: '' },
    schema: movesContract.directDeclaration.body,
    submit: async (body) => {
      await run({ params: { declarationId }, body });
      announce(t('move.direct.done'));
      onClose();
    },
  });
  const effect = code(`move.direct.${stage === 'waiting' || stage === 'in-review' ? stage : 'in-hand'}`);
  return (
    <Dialog title={t('move.direct')} onClose={onClose}>
      <ul>
        <li>{t('move.direct.first')}</li>
        <li>{effect}</li>
      </ul>
      <FormBody
        form={form}
        submitLabel={t('move.direct.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <ChoiceField
          name="bodyId"
          label={t('move.direct.body')}
          options={moves.bodies
            .filter(({ bodyId }) => bodyId !== holder.bodyId)
            .map(({ bodyId, name }) => ({ value: bodyId, label: name }))}
          required
        />
        <LongTextField name="reason" label={t('move.direct.reason')} limit={500} rows={2} required />
        <TextField
          name="basis"
          label={t('move.direct.basis')}
          hint={t('move.direct.basisHint')}
          width="full"
          required
        />
      </FormBody>
    </Dialog>
  );
};

/** 撤销指定: the rule decides again. */
export const TakeBack = ({ moves }: { readonly moves: Moves }) => {
  const t = useText(movesTexts);
  const { run } = useCommand(movesClient.takeBackDirection);
  const { declarationId, holder, route } = moves;
  return (
    <ConfirmAction
      label={t('move.take-back')}
      danger
      reason="required"
      consequences={[
        t('move.take-back.first', { body: route?.directed?.byRuleName ?? '' }),
        t('move.take-back.second'),
      ]}
      onConfirm={async (reason) => {
        await run({ params: { declarationId }, body: { fromBodyId: holder.bodyId, reason } });
        announce(t('move.take-back.done'));
      }}
    />
  );
};
