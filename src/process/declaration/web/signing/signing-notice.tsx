import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullInstant } from '#platform/ui/time/format.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { signingTexts } from '../../signing.text.ts';

/** That it waits for its signature, or why it came back unsigned; nothing otherwise. */
export const SigningNotice = ({ declaration: { signing } }: { readonly declaration: Declaration }) => {
  const t = useText(signingTexts);
  const ui = useUiText();
  const { handedOver, unsigned } = signing;
  if (handedOver) {
    const at = formatFullInstant(handedOver.at, ui);
    const signers = signing.signers.map(({ name }) => name).join(ui('text.comma'));
    return <Notice>{t('signing.waiting', { name: handedOver.name, at, signers })}</Notice>;
  }
  if (!unsigned) return null;
  const { by, name, remark } = unsigned;
  return <Notice wrong>{t(`signing.unsigned.${by}`, { name, remark })}</Notice>;
};
