import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { signingTexts } from '../../signing.text.ts';
import { signingClient } from './signing-client.ts';

/** 撤回送签. */
export const CallBack = ({ declarationId }: { readonly declarationId: string }) => {
  const t = useText(signingTexts);
  const { run } = useCommand(signingClient.callBack);
  return (
    <ConfirmAction
      label={t('signing.call-back')}
      consequences={[t('signing.call-back.first'), t('signing.call-back.second')]}
      onConfirm={async () => {
        await run({ params: { declarationId } });
        announce(t('signing.called-back'));
      }}
    />
  );
};
