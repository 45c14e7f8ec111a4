import type { Page } from '#parties/access/pages.ts';
import type { SignedIn } from '#parties/people/people.contract.ts';
import { peopleClient } from '#parties/people/web/session.tsx';
import { Link } from '#platform/ui/address.tsx';
import { Button, LinkButton } from '#platform/ui/button.tsx';
import { Menu } from '#platform/ui/menu.tsx';
import { forgetOffline } from '#platform/ui/offline/offline.ts';
import { useLanguage } from '#platform/ui/text/language.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';
import { NavigationLinks } from './navigation.tsx';

/** Campaign, body, person, language, help. */
export const TopBar = ({ session, pages }: { readonly session: SignedIn; readonly pages: readonly Page[] }) => {
  const t = useText(shellTexts);
  const { person, campaign } = session;
  return (
    <header className="shell-top">
      <div className="shell-burger">
        <Menu label={t('nav.menu')}>
          <NavigationLinks session={session} pages={pages} />
        </Menu>
      </div>
      <Link href="/" className="shell-name">
        {t('product.name')}
      </Link>
      <span className="shell-campaign" title={campaign?.name}>
        {campaign?.name ?? t('top.no-campaign')}
      </span>
      <span className="ui-spread" />
      <span className="shell-body">{person.bodyName ?? person.enterpriseName ?? session.city.name}</span>
      <PersonMenu session={session} />
      <LanguageButton />
      <HelpMenu />
    </header>
  );
};

/** Ends the session and starts from the beginning, so that nothing of the person stays in memory. */
export const useLeave = (): (() => Promise<void>) => async () => {
  // Not by `useCommand`: the page must not learn that the session has ended before it is gone.
  await peopleClient.signOut();
  await forgetOffline();
  location.assign('/');
};

const PersonMenu = ({ session }: { readonly session: SignedIn }) => {
  const t = useText(shellTexts);
  const leave = useLeave();
  return (
    <Menu label={session.person.name} align="right">
      <LinkButton href="/password" look="text" small>
        {t('top.password')}
      </LinkButton>
      <Button look="text" small onClick={() => void leave()}>
        {t(session.demo ? 'account.switch' : 'top.sign-out')}
      </Button>
    </Menu>
  );
};

export const LanguageButton = () => {
  const t = useText(shellTexts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  return (
    <Button look="text" small lang={other} onClick={() => setLanguage(other)}>
      {t('top.language')}
    </Button>
  );
};

const HelpMenu = () => {
  const t = useText(shellTexts);
  const showKeys = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }));
  return (
    <Menu label={t('top.help')} align="right">
      <Button look="text" small onClick={showKeys}>
        {t('top.keys')}
      </Button>
      <a className="ui-button text small" href="/public" target="_blank" rel="noreferrer">
        {t('top.public-site')}
      </a>
    </Menu>
  );
};
