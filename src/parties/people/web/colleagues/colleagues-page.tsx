import { useState } from 'react';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { colleaguesContract } from '../../colleagues.contract.ts';
import { colleaguesTexts } from '../../colleagues.text.ts';
import { CodeDialog, type NewCode } from '../accounts/code-dialog.tsx';
import { ColleagueCard } from './colleague-card.tsx';
import { InviteColleague } from './colleague-dialogs.tsx';
import { colleaguesClient } from './colleagues-client.ts';
import './colleagues.css';

/** 本单位账号: who of the enterprise fills in and who signs. */
export const ColleaguesPage = () => (
  <Answered read={useRead(colleaguesClient.colleagues)}>{(found) => <Colleagues found={found} />}</Answered>
);

const Colleagues = ({ found }: { readonly found: ResultOf<typeof colleaguesContract.colleagues> }) => {
  const t = useText(colleaguesTexts);
  const ui = useUiText();
  const [inviting, setInviting] = useState(false);
  const [code, setCode] = useState<NewCode | null>(null);
  const { rows, mayKeep, nextLogin } = found;
  const inUse = rows.filter(({ state, isSelf }) => isSelf || state === 'active' || state === 'locked');
  const signers = inUse.filter(({ roles }) => roles.includes('enterprise-manager')).map(({ name }) => name);
  return (
    <div className="ui-page colleagues-page">
      <PageHead
        title={t('colleagues.title')}
        actions={
          mayKeep && (
            <Button look="primary" onClick={() => setInviting(true)} aria-haspopup="dialog">
              {t('colleagues.invite')}
            </Button>
          )
        }
      />
      <p>{t('colleagues.intro')}</p>
      <p className="ui-soft">
        {inUse.length === 1
          ? t('colleagues.single')
          : t('colleagues.signers', { names: signers.join(ui('text.comma')) })}
        {!mayKeep && t('colleagues.readOnly')}
      </p>
      <ul className="colleagues">
        {rows.map((row) => (
          <ColleagueCard key={row.accountId} account={row} mayKeep={mayKeep} onCode={setCode} />
        ))}
      </ul>
      {inviting && <InviteColleague nextLogin={nextLogin} onCode={setCode} onClose={() => setInviting(false)} />}
      {code && <CodeDialog code={code} onClose={() => setCode(null)} />}
    </div>
  );
};
