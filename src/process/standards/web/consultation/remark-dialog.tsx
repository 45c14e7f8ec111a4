import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { consultationClient } from './consultation-client.ts';
import type { About } from './remark-about.ts';
import { RemarkCards } from './remark-cards.tsx';

/** What somebody has to say of an item, and what became of what they said before. Loaded when it is opened: a sheet has one in every row. */
export const RemarkDialog = ({ editionHash, item, onClose }: About & { readonly onClose: () => void }) => {
  const t = useText(consultationTexts);
  const ui = useUiText();
  const { data } = useRead(consultationClient.ownRemarks, { params: { editionHash } });
  const own = data?.rows.filter(({ itemId }) => itemId === item.id) ?? [];
  const { run } = useCommand(consultationClient.addRemark);
  const form = useForm({
    initial: { remark: '' },
    schema: consultationContract.addRemark.body,
    submit: async (body) => {
      await run({ params: { editionHash, itemId: item.id }, body });
      announce(t('remark.done'));
      onClose();
    },
  });
  return (
    <Dialog title={t('remark.dialog', { clause: item.clause ?? item.id })} shape="wide" onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('remark.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <p>{item.text}</p>
        <p className="ui-soft">{t('remark.intro')}</p>
        {own.length > 0 && (
          <section>
            <h3>{t('remark.own')}</h3>
            <RemarkCards remarks={own} />
          </section>
        )}
        <LongTextField name="remark" label={t('remark.field')} hint={t('remark.hint')} limit={2000} rows={4} required />
      </FormBody>
    </Dialog>
  );
};
