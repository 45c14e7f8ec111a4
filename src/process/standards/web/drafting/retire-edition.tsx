import { useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { LongTextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { draftingClient } from './drafting-client.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';

interface Props {
  readonly edition: { readonly hash: string; readonly title: string };
  readonly industryName: string;
}

/** Takes an edition out of force without a new one in its place. */
export const RetireEdition = (props: Props) => {
  const t = useText(draftingTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger" small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('drafting.retire')}
      </Button>
      {open && <RetireDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};

const RetireDialog = ({ edition, industryName, onClose }: Props & { readonly onClose: () => void }) => {
  const t = useText(draftingTexts);
  const command = useCommand(draftingClient.retireEdition);
  const form = useForm({
    initial: { reason: '', confirmation: '' },
    schema: draftingClient.retireEdition.endpoint.body,
    submit: async (body) => {
      await command.run({ params: { editionHash: edition.hash }, body });
      announce(t('drafting.retire.done', { title: edition.title }));
      onClose();
    },
  });
  return (
    <Dialog title={t('drafting.retire.title', { title: edition.title })} onClose={onClose}>
      <ul className="drafting-consequences">
        <li>{t('drafting.retire.first', { industry: industryName })}</li>
        <li>{t('drafting.retire.second')}</li>
        <li>{t('drafting.retire.third')}</li>
      </ul>
      <FormBody form={form as never} submitLabel={t('drafting.retire')}>
        <LongTextField name="reason" label={t('drafting.retire.reason')} rows={2} limit={500} required />
        <TypedConfirmation expected={edition.title} />
      </FormBody>
    </Dialog>
  );
};
