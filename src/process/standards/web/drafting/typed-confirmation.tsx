import { TextField } from '#platform/ui/form/fields.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { draftingTexts } from '../../drafting.text.ts';

/** The title of the edition, to be typed by hand before what cannot be taken back. */
export const TypedConfirmation = ({ expected }: { readonly expected: string }) => {
  const t = useText(draftingTexts);
  return (
    <TextField
      name="confirmation"
      label={t('drafting.confirmation')}
      hint={t('drafting.confirmation.hint', { expected })}
      required
      width="full"
    />
  );
};
