import { useSignedIn } from '#parties/people/web/session.tsx';
import { announce } from '#platform/ui/announce.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { classificationContract } from '../classification.contract.ts';
import { classificationTexts } from '../classification.text.ts';
import { classificationClient } from './classification-client.ts';

interface Props {
  readonly adoption: ResultOf<typeof classificationContract.adoption>;
  readonly onClose: () => void;
}

/** 签发: the own name typed under what will happen and the digest of what is signed. */
export const SignDialog = ({ adoption, onClose }: Props) => {
  const t = useText(classificationTexts);
  const ui = useUiText();
  const { person } = useSignedIn();
  const { run } = useCommand(classificationClient.signAdoption);
  const { adoptionId, listDigest, title, unitCount } = adoption;
  const form = useForm({
    initial: { name: '', listDigest },
    schema: classificationContract.signAdoption.body,
    submit: async (body) => {
      const { number } = await run({ params: { adoptionId }, body });
      announce(t('adoption.sign.done', { number }));
      onClose();
    },
  });
  return (
    <Dialog title={t('adoption.sign.title', { title })} shape="wide" onClose={onClose}>
      <FormBody
        form={form}
        submitLabel={t('adoption.sign.submit')}
        beside={<Button onClick={onClose}>{ui('action.cancel')}</Button>}
      >
        <ul style={{ display: 'grid', gap: 8 }}>
          <li>{t('adoption.sign.effect-decide', { count: unitCount })}</li>
          <li>{t('adoption.sign.effect-number')}</li>
          <li>{t('adoption.sign.effect-final')}</li>
        </ul>
        <p>
          {t('adoption.record.digest')} <code style={{ overflowWrap: 'anywhere' }}>{listDigest}</code>
        </p>
        <TextField
          name="name"
          label={t('adoption.sign.field-name', { name: person.name })}
          hint={t('adoption.sign.name-hint')}
          required
          autoFocus
        />
      </FormBody>
    </Dialog>
  );
};
