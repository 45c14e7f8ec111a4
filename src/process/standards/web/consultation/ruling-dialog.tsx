import { useSyncExternalStore } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { type Ruling, rulings } from '../../domain/consultation.ts';
import { type Comment, consultationClient } from './consultation-client.ts';
import { Author } from './states.tsx';

/** 采纳 or 不采纳, with the reason. */
export const RulingDialog = ({ comment, onClose }: { readonly comment: Comment; readonly onClose: () => void }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { run } = useCommand(consultationClient.ruleOnComment);
  const form = useForm<{ before: Ruling | null; ruling: Ruling | null; reason: string }>({
    initial: { before: comment.ruling, ruling: comment.ruling, reason: comment.rulingReason },
    schema: consultationContract.ruleOnComment.body,
    submit: async ({ before, ruling, reason }) => {
      if (ruling === null) return;
      await run({ params: { commentId: comment.commentId }, body: { before, ruling, reason } });
      announce(t('consultation.rule.done'));
      onClose();
    },
  });
  const ruling = useSyncExternalStore(form.subscribe, () => form.values().ruling);
  return (
    <Dialog title={t('consultation.rule.title')} shape="wide" onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('consultation.rule.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <blockquote className="ui-notice" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
          <b>
            <Author {...comment} />
          </b>
          <br />
          {comment.comment}
        </blockquote>
        <ChoiceField
          name="ruling"
          label={t('consultation.rule.field')}
          required
          options={rulings.map((value) => ({ value, label: t(`consultation.ruling.${value}`) }))}
        />
        <LongTextField
          name="reason"
          label={t('consultation.rule.reason')}
          hint={t('consultation.rule.reason-hint')}
          limit={1000}
          rows={4}
          required
        />
        {ruling === 'adopted' && <Notice>{t('consultation.rule.adopted-next')}</Notice>}
      </FormBody>
    </Dialog>
  );
};
