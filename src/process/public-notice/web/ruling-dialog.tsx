import { useSyncExternalStore } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Ruling } from '../domain/notice.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';
import { publicNoticeTexts } from '../public-notice.text.ts';
import { publicNoticeClient } from './public-notice-client.ts';

interface Props {
  readonly objection: ResultOf<typeof publicNoticeContract.objection>;
  readonly onClose: () => void;
}

/** 裁定: whether an objection holds, why, and what will happen. */
export const RulingDialog = ({ objection, onClose }: Props) => {
  const t = useText(publicNoticeTexts);
  const ui = useUiText();
  const { run } = useCommand(publicNoticeClient.rule);
  const form = useForm<{ ruling: Ruling | null; reason: string }>({
    initial: { ruling: null, reason: '' },
    schema: publicNoticeContract.rule.body,
    submit: async ({ ruling, reason }) => {
      if (ruling === null) return;
      await run({ params: { objectionId: objection.objectionId }, body: { ruling, reason } });
      announce(t('objection.rule.done'));
      onClose();
    },
  });
  const ruling = useSyncExternalStore(form.subscribe, () => form.values().ruling);
  return (
    <Dialog title={t('objection.rule.title', { number: objection.number })} shape="wide" onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('objection.rule.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <blockquote className="ui-notice" style={{ margin: 0, whiteSpace: 'pre-wrap' }}>
          {objection.grounds}
        </blockquote>
        <ChoiceField
          name="ruling"
          label={t('objection.rule.field-ruling')}
          required
          options={[
            { value: 'dismissed', label: t('objection.rule.dismiss') },
            { value: 'upheld', label: t('objection.rule.uphold') },
          ]}
        />
        <LongTextField
          name="reason"
          label={t('objection.rule.field-reason')}
          hint={t('objection.rule.reason-hint')}
          limit={2000}
          rows={5}
          required
        />
        {ruling && (
          <Notice>
            <p>{t(ruling === 'upheld' ? 'objection.rule.effect-uphold' : 'objection.rule.effect-dismiss')}</p>
            <p>{t('objection.rule.effect-final')}</p>
          </Notice>
        )}
      </FormBody>
    </Dialog>
  );
};
