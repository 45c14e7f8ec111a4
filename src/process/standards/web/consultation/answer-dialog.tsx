import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { type RemarkOutcome, remarkOutcomes } from '../../domain/consultation.ts';
import { consultationClient, type Remark } from './consultation-client.ts';
import { Author } from './states.tsx';

/** 已采用到新版 or 暂不采用, with the reason. */
export const AnswerDialog = ({ remark, onClose }: { readonly remark: Remark; readonly onClose: () => void }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { run } = useCommand(consultationClient.answerRemark);
  const form = useForm<{ before: RemarkOutcome | null; outcome: RemarkOutcome | null; reason: string }>({
    initial: { before: remark.outcome, outcome: remark.outcome, reason: remark.outcomeReason },
    schema: consultationContract.answerRemark.body,
    submit: async ({ before, outcome, reason }) => {
      if (outcome === null) return;
      await run({ params: { remarkId: remark.remarkId }, body: { before, outcome, reason } });
      announce(t('remark.answer.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('remark.answer.title', { clause: remark.clause })} shape="wide" onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('remark.answer.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <p className="ui-soft">{remark.itemText}</p>
        <blockquote className="ui-notice" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
          <b>
            <Author {...remark} />
          </b>
          <br />
          {remark.remark}
        </blockquote>
        <ChoiceField
          name="outcome"
          label={t('remark.answer.field')}
          required
          options={remarkOutcomes.map((value) => ({ value, label: t(`remark.outcome.${value}`) }))}
        />
        <LongTextField
          name="reason"
          label={t('remark.answer.reason')}
          hint={t('remark.answer.reason-hint')}
          limit={1000}
          rows={4}
          required
        />
      </FormBody>
    </Dialog>
  );
};
