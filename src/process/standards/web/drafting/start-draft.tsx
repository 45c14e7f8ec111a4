import { useState } from 'react';
import { useGo } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm, useFormStatus } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';
import { draftHref, draftingClient, type Industry } from './drafting-client.ts';

/** Begins a draft: from the edition in force, from a former one, or from nothing. */
export const StartDraft = ({ industry }: { readonly industry: Industry }) => {
  const t = useText(draftingTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('drafting.start')}
      </Button>
      {open && <StartDialog industry={industry} onClose={() => setOpen(false)} />}
    </>
  );
};

const StartDialog = ({ industry, onClose }: { readonly industry: Industry; readonly onClose: () => void }) => {
  const t = useText(draftingTexts);
  const go = useGo();
  const command = useCommand(draftingClient.startDraft);
  const { inForce, former, industryName, drafts } = industry;
  const editions = [...(inForce ? [inForce] : []), ...former];
  const form = useForm({
    initial: {
      from: inForce?.hash ?? 'nothing',
      title: t('drafting.start.title-proposed', { industry: industryName }),
    },
    submit: async ({ from, title }) => {
      const body =
        from === 'nothing'
          ? { from: 'nothing' as const, industry: industry.industry, title }
          : { from: 'edition' as const, editionHash: from };
      const { draftId } = await command.run({ body });
      go(draftHref(draftId));
    },
  });
  useFormStatus(form as never);
  return (
    <Dialog title={t('drafting.start.dialog', { industry: industryName })} onClose={onClose}>
      {drafts.length > 0 && <p className="ui-soft">{t('drafting.start.others', { count: drafts.length })}</p>}
      <FormBody form={form as never} submitLabel={t('drafting.start.submit')}>
        <ChoiceField
          name="from"
          label={t('drafting.start.from')}
          required
          width="full"
          options={[
            ...editions.map((edition) => ({
              value: edition.hash,
              label: t(edition === inForce ? 'drafting.start.in-force' : 'drafting.start.former', {
                title: edition.title,
                issued: edition.issued,
              }),
            })),
            { value: 'nothing', label: t('drafting.start.nothing') },
          ]}
        />
        {form.values().from === 'nothing' && (
          <TextField name="title" label={t('drafting.head.title')} required width="full" />
        )}
      </FormBody>
    </Dialog>
  );
};
