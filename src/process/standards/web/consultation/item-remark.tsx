import { useState } from 'react';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
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
import { RemarkCards } from './remark-cards.tsx';

/** The item in question, as far as the control needs it. */
interface About {
  readonly editionHash: string;
  readonly item: { readonly id: string; readonly clause?: string | undefined; readonly text?: string | undefined };
}

/**
 * 对本条有意见: lets everybody who works with an edition remark on an item of it, wherever the item is shown. Renders nothing for those
 * who only look on; asks the server for nothing before it is opened, so that a sheet can have one in every row.
 */
export const ItemRemark = ({
  editionHash,
  item,
  only,
}: About & {
  /** Only on screens of this kind, where the control has two places. */
  readonly only?: 'wide' | 'narrow';
}) => {
  const t = useText(consultationTexts);
  const mayRemark = useHasRole(...enterpriseRoles, 'reviewer', 'sign-off', 'expert');
  const [open, setOpen] = useState(false);
  if (!mayRemark) return null;
  return (
    <>
      <Button
        look="link"
        className={only === undefined ? 'ui-screen' : `ui-screen csl-only-${only}`}
        title={t('remark.action-title')}
        aria-label={t('remark.action-title')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t('remark.action')}
      </Button>
      {open && <RemarkDialog editionHash={editionHash} item={item} onClose={() => setOpen(false)} />}
    </>
  );
};

const RemarkDialog = ({ editionHash, item, onClose }: About & { readonly onClose: () => void }) => {
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
