import { Fragment } from 'react';
import { navGroups, type Page } from '#parties/access/pages.ts';
import type { SignedIn } from '#parties/people/people.contract.ts';
import { Link } from '#platform/ui/address.tsx';
import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { useLanguage } from '#platform/ui/text/language.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { homeContract } from '#process/reporting/home.contract.ts';
import { shellTexts } from '../shell.text.ts';

const { home } = createClient(homeContract);

/** The counts and lists of 今天要办, asked for again every minute. */
export const useHome = () => useRead(home, {}, { refetchSeconds: 60 });

export const maySee = (page: Page, session: SignedIn): boolean =>
  typeof page.roles === 'string' || page.roles.some((role) => session.person.roles.includes(role));

/** The pages of the process, as far as the person's roles reach into it, with what waits in each. */
export const Navigation = (props: { readonly session: SignedIn; readonly pages: readonly Page[] }) => {
  const t = useText(shellTexts);
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      <NavigationLinks {...props} />
    </nav>
  );
};

export const NavigationLinks = ({
  session,
  pages,
}: {
  readonly session: SignedIn;
  readonly pages: readonly Page[];
}) => {
  const t = useText(shellTexts);
  const { language } = useLanguage();
  const counts = useHome().data?.counts ?? {};
  return (
    <ul>
      {navGroups.map((group) => {
        const shown = pages
          .filter((page) => page.nav?.group === group && maySee(page, session))
          .sort((a, b) => (a.nav?.order ?? 0) - (b.nav?.order ?? 0));
        return (
          <Fragment key={group}>
            {shown.length > 1 && <li className="group">{t(`nav.${group}`)}</li>}
            {shown.map((page) => {
              const count = page.nav?.countKey === undefined ? 0 : (counts[page.nav.countKey] ?? 0);
              return (
                <li key={page.path} className={shown.length > 1 ? 'within' : undefined}>
                  <Link href={page.path}>
                    <span>{page.title[language]}</span>
                    {count > 0 && <b title={t('nav.waiting', { count })}>{count}</b>}
                  </Link>
                </li>
              );
            })}
          </Fragment>
        );
      })}
    </ul>
  );
};
