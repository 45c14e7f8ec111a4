import type { Session, SignedIn } from '#parties/people/people.contract.ts';
import { sessionGate } from '#platform/ui/api/session-gate.ts';
import { Button } from '#platform/ui/button.tsx';
import { useRefresh } from '#platform/ui/data.ts';
import { Dialog } from '#platform/ui/dialog.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { shellTexts } from '../shell.text.ts';
import { DemoPersons } from '../sign-in/demo-persons.tsx';
import { SignInForm } from '../sign-in/sign-in-form.tsx';

/**
 * Signing in over the page when the session has ended, so that nothing typed is lost. Somebody else must not send what
 * the first person typed: for another person everything starts afresh.
 */
export const SignInAgain = ({ session }: { readonly session: SignedIn }) => {
  const t = useText(shellTexts);
  const refresh = useRefresh();
  const handleDone = (next: Session) => {
    if (!next.signedIn || next.person.accountId !== session.person.accountId) location.assign('/');
    else {
      sessionGate.signedIn();
      void refresh();
    }
  };
  const handleLeave = () => {
    sessionGate.giveUp();
    location.assign('/');
  };
  return (
    <Dialog title={t('sign-in.again-title')} shape={session.demo ? 'wide' : undefined}>
      <p style={{ marginBottom: 12 }}>{t('sign-in.again-text')}</p>
      {session.demo && <DemoPersons only={session.person.name} onDone={handleDone} />}
      <SignInForm login={session.person.login} onDone={handleDone} />
      <Button look="link" onClick={handleLeave}>
        {t('sign-in.leave')}
      </Button>
    </Dialog>
  );
};
