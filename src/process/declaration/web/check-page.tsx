import { plainDate } from '#lib/plain-date.ts';
import { Link, useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { CheckField, TextField } from '#platform/ui/form/fields.tsx';
import { FormBody } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { Loading } from '#platform/ui/loading.tsx';
import { Notice } from '#platform/ui/marks.tsx';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { ANSWERS_FORMAT, type Score, score } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import { TraceView } from '#process/standards/web/trace-view.tsx';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { declarationTexts } from '../declaration.text.ts';
import { givenAnswers, givenDeductions } from '../domain/completeness.ts';
import { declarationClient, declarationHref, receiptHref, useDeclaration } from './declaration-client.ts';
import { MissingList } from './missing-list.tsx';
import { declarationTitles } from './page-titles.text.ts';
import { RegistrationFacts } from './registration-facts.tsx';
import { RouteTo } from './route-why.tsx';
import { ScoreTable } from './score-table.tsx';
import { documentsOf, factsOf, useProgress } from './use-progress.ts';
import { useUnsent } from './use-unsent.ts';
import './declaration.css';

/** 检查并报送: everything once more, what is missing with links, then the promise and the button. */
export const CheckPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => <WithEdition declaration={declaration} />}
    </Answered>
  );
};

const WithEdition = ({ declaration }: { readonly declaration: Declaration }) => {
  const { loaded } = useEdition(declaration.editionHash);
  return loaded ? <Check declaration={declaration} loaded={loaded} /> : <Loading />;
};

interface Props {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
}

const Check = ({ declaration, loaded }: Props) => {
  const t = useText(declarationTexts);
  const titles = useText(declarationTitles);
  const { edition, plan, hash } = loaded;
  const { completeness, drafts } = useProgress(declaration, loaded);
  const href = declarationHref(declaration.declarationId);
  const unsent = useUnsent(declaration.declarationId);
  const answers = givenAnswers(drafts);
  const scored = completeness.complete
    ? score(
        plan,
        {
          format: ANSWERS_FORMAT,
          edition: hash,
          asOf: plainDate(declaration.today),
          answers,
          facts: factsOf(declaration),
        },
        { trace: true },
      )
    : undefined;
  const editable = declaration.actions.includes('submit');
  return (
    <div className="ui-page check-page">
      <PageHead
        title={t('declaration.check.title')}
        crumbs={[
          { label: titles('list'), href: '/declarations' },
          { label: declaration.register.unitName, href: href.record },
        ]}
      />
      {unsent > 0 && <Notice wrong>{t('declaration.check.unsent', { count: unsent })}</Notice>}
      {!editable && <Notice>{t('declaration.sheet.read-only')}</Notice>}
      {editable && !completeness.complete && (
        <MissingList declaration={declaration} edition={edition} completeness={completeness} drafts={drafts} />
      )}
      {scored && !scored.ok && <Notice wrong>{t('declaration.live.nothing')}</Notice>}
      {editable && scored?.ok && unsent === 0 && (
        <Commitment declaration={declaration} loaded={loaded} scored={scored.value} />
      )}
      <section className="ui-panel">
        <h2>{t('declaration.check.answers')}</h2>
        <ScoreTable edition={edition} answers={answers} />
        {scored?.ok && (
          <div className="check-trace">
            <TraceView
              edition={edition}
              trace={scored.value.trace}
              editionHash={hash}
              deductions={givenDeductions(drafts)}
              documents={documentsOf(declaration)}
            />
          </div>
        )}
      </section>
      <section className="ui-panel">
        <h2 className="ui-row">
          <span className="ui-spread">{t('declaration.check.registration')}</span>
          {editable && <Link href={href.registration}>{t('declaration.check.edit')}</Link>}
        </h2>
        <RegistrationFacts registration={declaration.registration} register={declaration.register} />
      </section>
      <section className="ui-panel">
        <h2>{t('declaration.check.evidence', { count: declaration.evidence.length })}</h2>
        <EvidenceList declaration={declaration} loaded={loaded} />
      </section>
    </div>
  );
};

const EvidenceList = ({ declaration, loaded }: Props) => {
  const t = useText(declarationTexts);
  if (declaration.evidence.length === 0) return <p className="check-text">{t('declaration.check.evidence.none')}</p>;
  const clause = (id: string) => loaded.edition.items.find((item) => item.id === id)?.clause ?? id;
  return (
    <ul className="check-text">
      {declaration.evidence.map((file) => (
        <li key={file.evidenceId} className="ui-row">
          <span className="ui-soft">{clause(file.itemId)}</span>
          <a
            href={`/api/declarations/${declaration.declarationId}/evidence/${file.evidenceId}`}
            target="_blank"
            rel="noreferrer"
          >
            {file.fileName}
          </a>
        </li>
      ))}
    </ul>
  );
};

interface Promised {
  readonly signer: string;
  readonly truthful: boolean;
}

/** The truth commitment, the signer, and what exactly happens on pressing the button. */
const Commitment = ({ declaration, loaded, scored }: Props & { readonly scored: Score }) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const go = useGo();
  const command = useCommand(declarationClient.submit);
  const { declarationId, deadline, route } = declaration;
  const form = useForm<Promised>({
    initial: { signer: String(declaration.registration.legalRepresentative ?? ''), truthful: false },
    submit: async (body) => {
      const done = await command.run({
        params: { declarationId },
        body: { ...body, baseVersion: declaration.version },
      });
      announce(t('declaration.receipt.announce', { number: done.receiptNumber }));
      go(receiptHref(done.submissionId));
    },
  });
  const params = { total: loaded.edition.items.length, files: declaration.evidence.length, score: scored.printed };
  const closed = deadline.timeliness === 'closed' || deadline.timeliness === 'too-early';
  return (
    <section className="ui-panel">
      <h2>{t('declaration.check.submit')}</h2>
      <div className="check-text">
        <p>
          <b>{t('declaration.check.complete')}</b>
        </p>
        <ul className="check-consequences">
          <li>
            {t('declaration.route')}
            {ui('text.colon')}
            <RouteTo declaration={declaration} />
          </li>
          <li>
            {scored.class === null
              ? t('declaration.check.submit.refused', params)
              : t('declaration.check.submit.second', { ...params, class: className(loaded.edition, scored.class) })}
          </li>
          <li>{t('declaration.check.submit.third')}</li>
        </ul>
        {deadline.timeliness === 'late' && (
          <Notice wrong>{t('declaration.check.submit.late', { dueOn: deadline.dueOn })}</Notice>
        )}
        {deadline.timeliness === 'closed' && (
          <Notice wrong>{t('declaration.check.submit.closed', { closesOn: deadline.closesOn })}</Notice>
        )}
        {deadline.timeliness === 'too-early' && (
          <Notice>{t('declaration.check.submit.early', { opensOn: deadline.opensOn })}</Notice>
        )}
        {!closed && route !== null && (
          <FormBody form={form as never} submitLabel={t('declaration.check.submit')}>
            <TextField name="signer" label={t('declaration.check.signer')} required />
            <CheckField name="truthful" label={t('declaration.check.promise')} />
          </FormBody>
        )}
      </div>
    </section>
  );
};
