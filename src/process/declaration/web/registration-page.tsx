import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { ApiFault, refusalCode } from '#platform/ui/api/faults.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { FormPage, FormSection } from '#platform/ui/form/form-page.tsx';
import { fieldId, useForm } from '#platform/ui/form/store.ts';
import { Notice } from '#platform/ui/marks.tsx';
import { Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import type { Declaration } from '../declaration.contract.ts';
import { readRegistration } from '../domain/registration.ts';
import {
  type FieldName,
  type RegistrationField,
  registrationFields,
  registrationGroups,
} from '../domain/registration-fields.ts';
import { registrationTexts } from '../registration.text.ts';
import { type CertificatesByPlace, CertificatesFields, certificateList } from './certificates-fields.tsx';
import { declarationClient, declarationHref, useDeclaration } from './declaration-client.ts';
import { declarationTitles } from './page-titles.text.ts';
import { RegistrationInput } from './registration-field.tsx';
import './declaration.css';

/** 企业安全生产评估登记表. */
export const RegistrationPage = () => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>{(declaration) => <Form declaration={declaration} />}</Answered>
  );
};

type Values = { readonly registration: Readonly<Record<string, unknown>> };

/** Null takes a value back; an entry that was never made is left out. */
const toSend = ({ registration }: Values) => ({
  ...registration,
  certificates: certificateList((registration.certificates ?? {}) as CertificatesByPlace),
});

const initialOf = ({ registration: { certificates, ...rest } }: Declaration): Values => ({
  registration: { ...rest, certificates: Object.fromEntries((certificates ?? []).map((one, at) => [String(at), one])) },
});

/** Fields that somebody else changed and this person did not. */
const theirChanges = (base: Values, mine: Values, theirs: Values): readonly (readonly [string, unknown])[] => {
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const names = new Set([...Object.keys(base.registration), ...Object.keys(theirs.registration)]);
  return [...names].flatMap((name) => {
    const before = base.registration[name];
    const now = theirs.registration[name];
    return same(mine.registration[name], before) && !same(now, before) ? [[name, now ?? null] as const] : [];
  });
};

const Form = ({ declaration }: { readonly declaration: Declaration }) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const titles = useText(declarationTitles);
  const go = useGo();
  const { declarationId } = declaration;
  const href = declarationHref(declarationId);
  const command = useCommand(declarationClient.saveRegistration);
  const editable = declaration.actions.includes('save');
  // What the form started from: a later answer of the server must not pass as known to the person.
  const [base, setBase] = useState(() => ({
    version: declaration.registrationVersion,
    values: initialOf(declaration),
  }));
  const [merged, setMerged] = useState(false);
  const form = useForm<Values>({
    initial: base.values,
    submit: async (values) => {
      const given = toSend(values);
      const read = readRegistration(given);
      if (!read.ok) {
        const issues = read.error.issues.map((issue) => ({ ...issue, path: `registration.${issue.path}` }));
        throw new ApiFault(422, { kind: 'issues', issues }, null);
      }
      try {
        await command.run({
          params: { declarationId },
          body: { baseVersion: base.version, registration: given as never },
        });
      } catch (error) {
        if (refusalCode(error) === 'platform.stale') {
          const now = await declarationClient.declaration({ params: { declarationId } });
          for (const [name, value] of theirChanges(base.values, values, initialOf(now)))
            form.set(`registration.${name}`, value);
          setBase({ version: now.registrationVersion, values: initialOf(now) });
          setMerged(true);
        }
        throw error;
      }
      announce(t('registration.saved'));
      // After the form counts as saved, so that leaving is not asked about.
      setTimeout(() => go(href.record));
    },
  });
  useFieldOfAddress();
  return (
    <FormPage
      form={form as never}
      title={t('registration.title')}
      crumbs={[
        { label: titles('list'), href: '/declarations' },
        { label: declaration.register.unitName, href: href.record },
      ]}
      intro={
        <>
          <p className="ui-soft">{t('registration.intro')}</p>
          {merged && <Notice>{t('registration.merged')}</Notice>}
        </>
      }
      saves
      submitLabel={ui('action.save')}
      beside={<LinkButton href={href.record}>{ui('action.back')}</LinkButton>}
    >
      <Register declaration={declaration} />
      {registrationGroups.map((group) => (
        <FormSection
          key={group}
          title={t(`registration.group.${group}`)}
          note={group === 'certificates' ? t('registration.certificate.note') : undefined}
        >
          {group === 'certificates' ? (
            <CertificatesFields disabled={!editable} />
          ) : (
            fieldsOf(group).map((field) => <RegistrationInput key={field.name} field={field} disabled={!editable} />)
          )}
        </FormSection>
      ))}
    </FormPage>
  );
};

const fieldsOf = (group: string): readonly (RegistrationField & { readonly name: FieldName })[] =>
  registrationFields.filter((field) => field.group === group);

/** Goes to the field that the address names: where something was missing. */
const useFieldOfAddress = () => {
  const { field } = useSearch({ strict: false }) as { readonly field?: string };
  useEffect(() => {
    if (field === undefined) return;
    const control = document.getElementById(fieldId(field));
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }, [field]);
};

const Register = ({ declaration: { register } }: { readonly declaration: Declaration }) => {
  const t = useText(registrationTexts);
  return (
    <section className="ui-panel">
      <h2>{t('registration.register')}</h2>
      <Facts
        facts={[
          { label: t('registration.register.enterpriseName'), value: register.enterpriseName },
          { label: t('registration.register.creditCode'), value: register.creditCode },
          { label: t('registration.register.unitName'), value: register.unitName },
          { label: t('registration.register.industry'), value: register.industryName },
          { label: t('registration.register.affiliation'), value: register.affiliationName },
          { label: t('registration.register.division'), value: register.divisionName },
          { label: t('registration.register.supervisingBody'), value: register.supervisingBodyName },
          { label: '', value: <span className="ui-soft">{t('registration.register.note')}</span>, wide: true },
        ]}
      />
    </section>
  );
};
