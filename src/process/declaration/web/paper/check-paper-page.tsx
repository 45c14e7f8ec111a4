import { type FormEvent, useState } from 'react';
import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { useSession } from '#parties/people/web/session.tsx';
import type { Translate } from '#platform/text.ts';
import { Link, useGo, usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { ApiFault } from '#platform/ui/api/faults.ts';
import { Button } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import { readPaperCode } from '../../domain/paper/paper-code.ts';
import { type PaperKey, paperTexts } from '../../paper.text.ts';
import { CheckedRecord } from './checked-record.tsx';
import { CodeScanner } from './code-scanner.tsx';
import { checkHref, paperClient } from './paper-client.ts';
import { paperTitles } from './paper-titles.text.ts';
import './paper.css';

const READERS: readonly string[] = [...enterpriseRoles, ...officers, 'expert', 'auditor'];

/** 核验: what the code on a page means, for everybody; the frozen page and key figures for those who may see the record. */
export const CheckPaperPage = () => {
  const t = useText(paperTexts);
  const titles = useText(paperTitles);
  const { paperCode } = usePathParams<'paperCode'>();
  const session = useSession().data;
  const signedIn = session?.signedIn ? session.person.roles.some((role) => READERS.includes(role)) : false;
  return (
    <div className={session?.signedIn ? 'ui-page paper-check' : 'ui-page paper-check alone'}>
      <PageHead title={titles('check')} />
      <section className="ui-panel ui-screen">
        <p className="ui-soft">{t('paper.check.intro')}</p>
        <CodeForm key={paperCode ?? ''} code={paperCode ?? ''} />
      </section>
      {paperCode !== undefined && (signedIn ? <ForReader code={paperCode} /> : <ForEverybody code={paperCode} />)}
    </div>
  );
};

const CodeForm = ({ code }: { readonly code: string }) => {
  const t = useText(paperTexts);
  const go = useGo();
  const [typed, setTyped] = useState(code);
  const [wrong, setWrong] = useState<string | null>(null);
  const open = (given: string) => {
    const read = readPaperCode(given);
    const [issue] = read.ok ? [] : read.error.issues;
    // Worded here: without an account the catalogues of the server's codes are not loaded.
    setWrong(issue ? t(issue.code as PaperKey, issue.params) : null);
    if (read.ok) go(checkHref(read.value.code));
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    open(typed);
  };
  return (
    <>
      <form className="ui-row" onSubmit={handleSubmit}>
        <label htmlFor="check-code">{t('paper.check.code')}</label>
        <input
          id="check-code"
          className="ui-input paper-code"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={wrong !== null}
          aria-describedby="check-code-hint"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit" look="primary">
          {t('paper.check.go')}
        </Button>
        <span id="check-code-hint" className="ui-soft">
          {t('paper.check.code.hint')}
        </span>
      </form>
      {wrong !== null && (
        <p className="ui-wrong" role="alert">
          {wrong}
        </p>
      )}
      <CodeScanner onRead={open} />
    </>
  );
};

/** What this slice says itself to a refusal of the public check. */
const saidOf = ({ fault }: ApiFault, t: Translate<PaperKey>): string | null => {
  if (fault.kind === 'refusal') return fault.code === 'paper.unknown' ? t('paper.unknown') : null;
  const [issue] = fault.issues;
  return issue?.code.startsWith('paper.') ? t(issue.code as PaperKey, issue.params) : null;
};

/** Whoever may not see the record is told what everybody is told. */
const ForReader = ({ code }: { readonly code: string }) => {
  const read = useRead(paperClient.check, { params: { paperCode: code } });
  if (read.error instanceof ApiFault && read.error.status === 404) return <ForEverybody code={code} />;
  return <Answered read={read}>{(check) => <CheckedRecord key={code} code={code} check={check} />}</Answered>;
};

const ForEverybody = ({ code }: { readonly code: string }) => {
  const t = useText(paperTexts);
  const faults = useFaultText();
  const session = useSession().data;
  const read = useRead(paperClient.publicCheck, { params: { anyPaperCode: code } });
  if (read.error instanceof ApiFault)
    return (
      <Notice wrong>
        <p>{saidOf(read.error, t) ?? faults.fault(read.error)}</p>
      </Notice>
    );
  return (
    <Answered read={read}>
      {(found) => (
        <section className="ui-panel">
          <h2>{t('paper.check.genuine')}</h2>
          <p>{t('paper.check.genuine.text', found)}</p>
          <p>
            <b>{t(`paper.standing.${found.state}`)}</b>
          </p>
          <p className="ui-soft">{t('paper.check.limit')}</p>
          <p className="ui-soft">
            {t('paper.check.public')} {!session?.signedIn && <Link href="/">{t('paper.check.sign-in')}</Link>}
          </p>
        </section>
      )}
    </Answered>
  );
};
