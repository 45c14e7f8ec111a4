import { useState } from 'react';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { useHasRole } from '#parties/people/web/session.tsx';
import { useGo, usePathParams } from '#platform/ui/address.tsx';
import { announce } from '#platform/ui/announce.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import type { ResultOf } from '#platform/ui/api/client.ts';
import { randomId } from '#platform/ui/api/random-id.ts';
import { LinkButton } from '#platform/ui/button.tsx';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { FileUpload, formWith } from '#platform/ui/files/file-upload.tsx';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { Field } from '#platform/ui/form/field.tsx';
import { LongTextField, TextField } from '#platform/ui/form/fields.tsx';
import { FormPage, FormSection } from '#platform/ui/form/form-page.tsx';
import { useForm } from '#platform/ui/form/store.ts';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { fieldOf, type RegisterFieldName, registerFields } from '../../domain/register-change/fields.ts';
import { proofLimits } from '../../domain/register-change/proof-limits.ts';
import type { registerChangeContract } from '../../register-change.contract.ts';
import { registerChangeTexts } from '../../register-change.text.ts';
import { changeHref, registerChangeClient, registerHref } from './client.ts';
import { registerChangeTitles } from './titles.text.ts';

type Register = ResultOf<typeof registerChangeContract.unitRegister>;

/** 申请变更登记信息: only what changes is filled in, with reason and proof. */
export const RequestChangePage = () => {
  const { unitId } = usePathParams<'unitId'>();
  const read = useRead(registerChangeClient.unitRegister, { params: { unitId } });
  return <Answered read={read}>{(register) => <Request register={register} />}</Answered>;
};

const limits = { endings: proofLimits.endings, maxBytes: proofLimits.limitBytes };
const empty = Object.fromEntries(registerFields.map(({ name }) => [name, ''])) as Record<RegisterFieldName, string>;

const Request = ({ register }: { readonly register: Register }) => {
  const t = useText(registerChangeTexts);
  const ui = useUiText();
  const titles = useText(registerChangeTitles);
  const go = useGo();
  const enterprise = useHasRole(...enterpriseRoles);
  const { run } = useCommand(registerChangeClient.requestRegisterChange);
  const { unitId, unitVersion, enterpriseVersion } = register;
  const form = useForm({
    initial: { values: empty, reason: '', proofId: null as string | null },
    submit: async ({ values, ...rest }) => {
      const asked = Object.fromEntries(Object.entries(values).filter(([, value]) => value && value.trim() !== ''));
      const body = { ...rest, values: asked, baseUnitVersion: unitVersion, baseEnterpriseVersion: enterpriseVersion };
      const { changeId } = await run({ params: { unitId }, body });
      announce(t('registerChange.form.submitted'));
      setTimeout(() => go(changeHref(changeId), { replace: true }));
    },
  });
  return (
    <FormPage
      form={form as never}
      title={t(enterprise ? 'registerChange.form.title' : 'registerChange.form.titleOfficer')}
      crumbs={[
        { label: titles('list'), href: '/register-changes' },
        { label: register.unitName, href: registerHref(unitId) },
      ]}
      intro={<p className="ui-soft">{t('registerChange.form.intro')}</p>}
      submitLabel={t('registerChange.form.submit')}
      beside={<LinkButton href={registerHref(unitId)}>{ui('action.cancel')}</LinkButton>}
    >
      <FormSection title={t('registerChange.form.enterprise')}>
        <Inputs register={register} of={(field) => field.of === 'enterprise' && !field.moves} />
      </FormSection>
      <FormSection title={t('registerChange.form.unit')}>
        <Inputs register={register} of={(field) => field.of === 'unit' && !field.moves} />
      </FormSection>
      <FormSection title={t('registerChange.form.routing')} note={t('registerChange.form.routingNote')}>
        <Inputs register={register} of={(field) => field.moves} />
      </FormSection>
      <FormSection title={t('registerChange.form.reason')}>
        <LongTextField
          name="reason"
          label={t('registerChange.form.reason')}
          hint={t('registerChange.form.reasonHint')}
          limit={500}
          rows={2}
          required
        />
        <Proof />
      </FormSection>
    </FormPage>
  );
};

type Fields = (typeof registerFields)[number];

const Inputs = ({ register, of }: { readonly register: Register; readonly of: (field: Fields) => boolean }) => (
  <>
    {registerFields.filter(of).map(({ name }) => (
      <Input key={name} register={register} name={name} />
    ))}
  </>
);

const Input = ({ register, name }: { readonly register: Register; readonly name: RegisterFieldName }) => {
  const t = useText(registerChangeTexts);
  const now = register.values.find(({ field }) => field === name);
  const waiting = now?.pending != null;
  const current = t('registerChange.form.current', { value: now?.text || t('registerChange.form.blank') });
  const props = {
    name: `values.${name}`,
    label: t(`registerChange.field.${name}`),
    hint: waiting ? t('registerChange.form.waiting') : current,
    disabled: waiting,
  };
  if (fieldOf(name).kind !== 'choice')
    return (
      <TextField
        {...props}
        type={name === 'contactPhone' ? 'tel' : 'text'}
        width={name === 'address' ? 'full' : undefined}
      />
    );
  const options = (register.choices[name] ?? []).filter(({ code }) => code !== now?.value);
  return (
    <ChoiceField
      {...props}
      width="full"
      placeholder={t('registerChange.form.keep')}
      options={[
        { value: '', label: t('registerChange.form.keep') },
        ...options.map(({ code, name: label }) => ({ value: code, label })),
      ]}
    />
  );
};

const Proof = () => {
  const t = useText(registerChangeTexts);
  const [sent, setSent] = useState('');
  return (
    <Field
      name="proofId"
      label={t('registerChange.form.proof')}
      hint={t('registerChange.form.proofHint')}
      width="full"
      group
    >
      {({ set }) => (
        <div>
          {sent !== '' && <p>{t('registerChange.form.proofSent', { name: sent })}</p>}
          <FileUpload
            limits={limits}
            label={t('registerChange.form.proofSend')}
            upload={async (file, call) => {
              const { proofId, fileName } = await registerChangeClient.registerChangeProof(
                { body: formWith(file) },
                { ...call, key: randomId() },
              );
              set(proofId);
              setSent(fileName);
            }}
          />
        </div>
      )}
    </Field>
  );
};
