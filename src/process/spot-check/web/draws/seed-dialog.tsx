import { z } from 'zod';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { CheckField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { seedFault } from '../../domain/seed.ts';
import { drawContract } from '../../draw.contract.ts';
import { spotCheckTexts } from '../../spot-check.text.ts';
import { drawClient } from '../spot-check-client.ts';
import type { Draw } from './sample.ts';

const names = (text: string): string[] =>
  text
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const { source, witnesses } = drawContract.takeSeed.body.shape;
const schema = z.object({
  seed: z.string().superRefine((seed, context) => {
    const code = seedFault(seed);
    if (code) context.addIssue({ code: 'custom', message: code });
  }),
  source,
  witnesses: z
    .string()
    .superRefine((text, context) => {
      if (names(text).length === 0) context.addIssue({ code: 'custom', message: 'spot-check.witnessMissing' });
    })
    .transform(names)
    .pipe(witnesses),
  checked: z.literal(true, 'input.mustAgree'),
});

/** Seed, source and witnesses, with the promise that they were compared; then the draw, once. */
export const SeedDialog = ({ draw, onClose }: { readonly draw: Draw; readonly onClose: () => void }) => {
  const t = useText(spotCheckTexts);
  const ui = useUiText();
  const take = useCommand(drawClient.takeSeed);
  const form = useForm({
    initial: { seed: '', source: '', witnesses: '', checked: false },
    schema,
    submit: async (values) => {
      const { drawn } = await take.run({
        params: { drawId: draw.drawId },
        body: { seed: values.seed, source: values.source, witnesses: names(values.witnesses) },
      });
      announce(t('seed.done', { count: drawn }));
      onClose();
    },
  });
  return (
    <Dialog title={t('seed.title', { number: draw.number })} shape="wide" onClose={onClose}>
      <p className="seed-intro">{t('seed.intro')}</p>
      <FormBody
        form={form}
        submitLabel={t('seed.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <div className="ui-form-fields">
          <TextField name="seed" label={t('seed.seed')} hint={t('seed.seed.hint')} width="full" required autoFocus />
          <TextField name="source" label={t('seed.source')} hint={t('seed.source.hint')} width="full" required />
          <TextField
            name="witnesses"
            label={t('seed.witnesses')}
            hint={t('seed.witnesses.hint')}
            width="full"
            required
          />
          <CheckField name="checked" label={t('seed.check')} required />
        </div>
      </FormBody>
    </Dialog>
  );
};
