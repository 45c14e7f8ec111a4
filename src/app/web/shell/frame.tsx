import { Outlet, useLocation, useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import type { Page } from '#parties/access/pages.ts';
import type { Session, SignedIn } from '#parties/people/people.contract.ts';
import { SignedInProvider, useSession } from '#parties/people/web/session.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { sessionGate } from '#platform/ui/api/session-gate.ts';
import { ErrorPage } from '#platform/ui/error-page.tsx';
import { KeyHelp } from '#platform/ui/key-help.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { TodayProvider } from '#platform/ui/time/time.tsx';
import { shellTexts } from '../shell.text.ts';
import { maySee, Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

// Whoever is at work already needs none of these.
const SignInPage = lazy(async () => ({ default: (await import('../sign-in/sign-in-page.tsx')).SignInPage }));
const SignInAgain = lazy(async () => ({ default: (await import('./sign-in-again.tsx')).SignInAgain }));
const DemoBanner = lazy(async () => ({ default: (await import('./demo-banner.tsx')).DemoBanner }));
const PasswordPage = lazy(async () => ({ default: (await import('../sign-in/password-page.tsx')).PasswordPage }));

/** The page that the address names; undefined for an unknown address. */
const usePage = (pages: readonly Page[]): Page | undefined => {
  const matches = useMatchRoute();
  useLocation();
  return pages.find((page) => matches({ to: page.path }) !== false);
};

/** Decides what surrounds the page: signing in, the forced change of password, or the shell. */
export const Frame = ({ pages }: { readonly pages: readonly Page[] }) => (
  <Answered read={useSession()}>{(session) => <For session={session} pages={pages} />}</Answered>
);

/**
 * The page belongs to the person who opened it until it is left: where the session has ended or another has begun in this browser, the
 * page stays and asks to sign in again, so that nothing typed is lost or passes for somebody else's.
 */
const useOwnSession = (now: Session): Session => {
  const own = useRef<SignedIn | null>(null);
  const same = now.signedIn && (own.current === null || own.current.person.accountId === now.person.accountId);
  if (same) own.current = now;
  const lost = !same && own.current !== null;
  useEffect(() => {
    if (lost) void sessionGate.wait();
  }, [lost]);
  return own.current ?? now;
};

const For = ({ session: now, pages }: { readonly session: Session; readonly pages: readonly Page[] }) => {
  const session = useOwnSession(now);
  const page = usePage(pages);
  return (
    <TodayProvider day={session.demo?.date ?? null}>
      {session.signedIn ? (
        <SignedInProvider value={session}>
          <Signed session={session} pages={pages} page={page} />
        </SignedInProvider>
      ) : page?.roles === 'public' ? (
        <Content />
      ) : (
        <Suspense fallback={<Loading />}>
          <SignInPage session={session} />
        </Suspense>
      )}
    </TodayProvider>
  );
};

const Content = () => (
  <Suspense fallback={<Loading />}>
    <Outlet />
  </Suspense>
);

/** Whoever goes on to another page by keyboard or by ear stands at its beginning, unless the page leads to a place of its own. */
const useFocusOnContent = () => {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const { activeElement } = document;
    // What was pressed to come here goes with the page that it stands on; a field or row of the new page keeps the focus.
    const pressed = activeElement?.matches('a, button') && !activeElement.closest('dialog[open]');
    if (!pressed && activeElement !== document.body) return;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
};

const Signed = (props: { readonly session: SignedIn; readonly pages: readonly Page[]; readonly page?: Page }) => {
  const t = useText(shellTexts);
  const { session, page } = props;
  const content = useFocusOnContent();
  const lost = useSyncExternalStore(sessionGate.subscribe, sessionGate.isWaiting);
  if (session.mustChangePassword) {
    return (
      <Suspense fallback={<Loading />}>
        <PasswordPage first />
      </Suspense>
    );
  }
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('nav.skip')}
      </a>
      {session.demo && (
        <Suspense>
          <DemoBanner date={session.demo.date} />
        </Suspense>
      )}
      <TopBar session={session} pages={props.pages} />
      <Navigation session={session} pages={props.pages} />
      <main id="content" tabIndex={-1} ref={content}>
        {page !== undefined && !maySee(page, session) ? <ErrorPage error="forbidden" /> : <Content />}
      </main>
      <KeyHelp />
      {lost && (
        <Suspense>
          <SignInAgain session={session} />
        </Suspense>
      )}
    </div>
  );
};
