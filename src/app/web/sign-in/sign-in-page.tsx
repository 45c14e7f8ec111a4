import type { Session } from '#parties/people/people.contract.ts';
import { Link } from '#platform/ui/address.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';
import { DemoPersons } from './demo-persons.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Signing in; afterwards the page that the address names opens. A demonstration offers its persons first. */
export const SignInPage = ({ session }: { readonly session: Session }) => {
  const t = useText(shellTexts);
  const refresh = useRefresh();
  const handleDone = () => void refresh();
  return (
    <PlainFrame wide={session.demo !== null} city={session.city.name}>
      {session.demo && (
        <section className="ui-panel sign-in-panel">
          <h2>{t('sign-in.demo-title')}</h2>
          <p className="ui-soft">{t('sign-in.demo-text')}</p>
          <DemoPersons onDone={handleDone} />
        </section>
      )}
      <section className="ui-panel sign-in-panel narrow">
        <h2>{t(session.demo ? 'sign-in.demo-accounts' : 'sign-in.title')}</h2>
        <SignInForm focus={session.demo === null} onDone={handleDone} />
        <p>
          <Link href="/activate">{t('sign-in.activate')}</Link>
        </p>
        <p className="ui-soft">{t('sign-in.forgot')}</p>
        <p>
          <a href="/public">{t('top.public-site')}</a>
        </p>
      </section>
    </PlainFrame>
  );
};
