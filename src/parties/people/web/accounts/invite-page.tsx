import { useState, useSyncExternalStore } from 'react';
import { accessTexts } from '#parties/access/access.text.ts';
import type { Role } from '#parties/access/domain/roles.ts';
import { organisationsContract } from '#parties/organisations/organisations.contract.ts';
import { useGo } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { useCommand, useRead } from '#platform/ui/data.ts';
import { ChoiceField } from '#platform/ui/form/choice-field.tsx';
import { Field } from '#platform/ui/form/field.tsx';
import { TextField } from '#platform/ui/form/fields.tsx';
import { FormPage, FormSection } from '#platform/ui/form/form-page.tsx';
import { type Form, useForm } from '#platform/ui/form/store.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { accountsTexts } from '../../accounts.text.ts';
import { bodyFits, invitedRoles } from '../../domain/role-rule.ts';
import { peopleTitles } from '../titles.text.ts';
import { accountsClient } from './accounts-client.ts';
import { CodeDialog, type NewCode } from './code-dialog.tsx';

type Bodies = ResultOf<typeof organisationsContract.bodies>['rows'];
interface Values {
  readonly name: string;
  readonly login: string;
  readonly phone: string;
  readonly roles: string;
  readonly bodyId: string | null;
  readonly industries: readonly string[];
}

const organisations = createClient(organisationsContract);

/** 邀请人员: makes an account and shows its code once. */
export const InvitePage = () => (
  <Answered read={useRead(organisations.bodies)}>{({ rows }) => <Invite bodies={rows} />}</Answered>
);

const Invite = ({ bodies }: { readonly bodies: Bodies }) => {
  const t = useText(accountsTexts);
  const titles = useText(peopleTitles);
  const access = useText(accessTexts);
  const go = useGo();
  const [code, setCode] = useState<NewCode | null>(null);
  const { run } = useCommand(accountsClient.inviteOfficer);
  const form = useForm<Values>({
    initial: { name: '', login: '', phone: '', roles: '', bodyId: null, industries: [] },
    submit: async ({ roles: role, bodyId, industries, ...person }) => {
      const wanted = invitedRoles.filter((one) => one === role);
      const isExpert = role === 'expert';
      setCode(
        await run({
          body: {
            ...person,
            roles: wanted,
            bodyId: isExpert ? null : bodyId,
            industries: isExpert ? [...industries] : [],
          },
        }),
      );
    },
  });
  return (
    <>
      <FormPage
        form={form as Form}
        title={t('accounts.inviteTitle')}
        crumbs={[{ label: titles('accounts'), href: '/accounts' }]}
        submitLabel={t('accounts.submitInvite')}
      >
        <FormSection title={t('accounts.person')}>
          <TextField name="name" label={t('accounts.name')} required autoFocus />
          <TextField name="login" label={t('accounts.login')} hint={t('accounts.loginHint')} required />
          <TextField name="phone" label={t('accounts.phone')} type="tel" />
        </FormSection>
        <FormSection title={t('accounts.role')} note={t('accounts.roleHint')}>
          <ChoiceField
            name="roles"
            label={t('accounts.role')}
            options={invitedRoles.map((value) => ({ value, label: access(`role.${value}`) }))}
            required
          />
          <OfRole form={form} bodies={bodies} />
        </FormSection>
      </FormPage>
      {code && <CodeDialog code={code} onClose={() => go('/accounts', { replace: true })} />}
    </>
  );
};

/** What belongs to the chosen role: a body that has it, or the industries of an expert. */
const OfRole = ({ form, bodies }: { readonly form: Form<Values>; readonly bodies: Bodies }) => {
  const t = useText(accountsTexts);
  const role = useSyncExternalStore(form.subscribe, () => form.values().roles) as Role | '';
  if (role === '') return null;
  if (role === 'expert') return <Industries bodies={bodies} />;
  const options = bodies
    .filter((body) => bodyFits(role, body.kind))
    .map((body) => ({ value: body.bodyId, label: body.short, also: body.name }));
  return (
    <ChoiceField
      key={role}
      name="bodyId"
      label={t('accounts.body')}
      hint={t('accounts.bodyHint')}
      options={options}
      required
    />
  );
};

/** The industries that the city's divisions are in charge of, by name. */
const Industries = ({ bodies }: { readonly bodies: Bodies }) => {
  const t = useText(accountsTexts);
  const industries = new Map(bodies.flatMap((body) => body.industries.map(({ code, name }) => [code, name] as const)));
  return (
    <Field
      name="industries"
      label={t('accounts.industries')}
      hint={t('accounts.industriesHint')}
      required
      group
      width="full"
    >
      {({ value, set, control: { id, ...control } }) => {
        const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
        return (
          <div className="ui-choices">
            {[...industries].map(([code, name], index) => (
              <label key={code} className="ui-choice">
                <input
                  {...control}
                  id={index === 0 ? id : undefined}
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={(event) =>
                    set(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                  }
                />
                {name}
              </label>
            ))}
          </div>
        );
      }}
    </Field>
  );
};
