import { LinkButton } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { signingTexts } from '../../signing.text.ts';
import { CallBack } from './call-back.tsx';
import { signHref } from './signing-client.ts';

/** What can be done with a declaration that waits for its signature. */
export const SigningActions = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(signingTexts);
  const { declarationId, actions, state } = declaration;
  if (state !== 'to-sign') return null;
  return (
    <>
      {actions.includes('call-back') && <CallBack declarationId={declarationId} />}
      <LinkButton look={actions.includes('submit') ? 'primary' : undefined} href={signHref(declarationId)}>
        {t('signing.page.open')}
      </LinkButton>
    </>
  );
};
