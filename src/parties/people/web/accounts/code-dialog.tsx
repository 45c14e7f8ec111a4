import { dayOf } from '#lib/plain-date.ts';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { accountsContract } from '../../accounts.contract.ts';
import { accountsTexts } from '../../accounts.text.ts';
import './code-slip.css';

export type NewCode = ResultOf<typeof accountsContract.inviteOfficer>;

/** A one-time code, shown once, with a slip to print. It can only be closed by saying that it was handed over. */
export const CodeDialog = ({ code, onClose }: { readonly code: NewCode; readonly onClose: () => void }) => {
  const t = useText(accountsTexts);
  const address = `${location.origin}/activate`;
  return (
    <Dialog title={t('accounts.codeTitle')}>
      <div className="code-slip">
        <b>{t('accounts.codeFor', { name: code.name, login: code.login })}</b>
        <output className="code-slip-code">{code.code}</output>
        <span>{t('accounts.codeUntil', { day: dayOf(new Date(code.expiresAt)) })}</span>
        <span>{t('accounts.codeHow', { address })}</span>
      </div>
      <Notice>{t('accounts.codeOnce')}</Notice>
      <footer>
        <Button onClick={() => window.print()}>{t('accounts.codePrint')}</Button>
        <Button look="primary" onClick={onClose}>
          {t('accounts.codeDone')}
        </Button>
      </footer>
    </Dialog>
  );
};
