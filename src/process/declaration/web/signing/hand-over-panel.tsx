import { useGo } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { ConfirmAction } from '#platform/ui/confirm-action.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../../declaration.contract.ts';
import { signingTexts } from '../../signing.text.ts';
import { declarationHref } from '../declaration-client.ts';
import { signingClient } from './signing-client.ts';
import './signing.css';

/** 送签: to whom it goes and what follows; for a manager who is not of the staff, what to wait for. */
export const HandOverPanel = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(signingTexts);
  const ui = useUiText();
  const go = useGo();
  const { run } = useCommand(signingClient.handOver);
  const { declarationId, version, actions, signing } = declaration;
  const others = signing.signers.filter(({ isSelf }) => !isSelf);
  if (!actions.includes('hand-over')) return <Notice>{t('signing.waits-staff')}</Notice>;
  if (others.length === 0) return <Notice wrong>{t('signing.hand-over.nobody')}</Notice>;
  const names = others.map(({ name }) => name).join(ui('text.comma'));
  return (
    <>
      <p>{t('signing.hand-over.text')}</p>
      {signing.signers.length > others.length && <p>{t('signing.hand-over.other')}</p>}
      <p className="check-act">
        <ConfirmAction
          primary
          label={t('signing.hand-over')}
          consequences={[t('signing.hand-over.to', { names }), t('signing.hand-over.text')]}
          onConfirm={async () => {
            await run({ params: { declarationId }, body: { baseVersion: version } });
            announce(t('signing.handed-over'));
            go(declarationHref(declarationId).record);
          }}
        />
      </p>
    </>
  );
};
