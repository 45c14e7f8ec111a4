import { isPlainDate } from '#lib/plain-date.ts';
import { type Fact, Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullDay } from '#platform/ui/time/format.ts';
import type { Declaration } from '../declaration.contract.ts';
import { type RegistrationField, registrationFields, registrationGroups } from '../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../registration.text.ts';

type T = ReturnType<typeof useText<RegistrationKey>>;

type Ui = ReturnType<typeof useUiText>;

const dayText = (value: unknown, ui: Ui): string =>
  typeof value === 'string' && isPlainDate(value) ? formatFullDay(value, ui) : String(value ?? '');

const shown = (field: RegistrationField, value: unknown, t: T, ui: Ui): string => {
  if (value === undefined || value === null || value === '') return '';
  const option = (one: unknown) => t(`registration.option.${field.name}.${String(one)}` as RegistrationKey);
  switch (field.kind) {
    case 'count':
    case 'money':
      return `${String(value)} ${t(`registration.unit.${field.unit}`)}`;
    case 'yesNo':
      return t(value === true ? 'registration.yes' : 'registration.no');
    case 'choice':
      return option(value);
    case 'choices':
      return (value as readonly unknown[]).map(option).join(ui('text.comma'));
    case 'day':
      return dayText(value, ui);
    default:
      return String(value);
  }
};

/** The registration form for reading, in the order of the paper; blank fields say that they are blank. */
export const RegistrationFacts = (props: Pick<Declaration, 'registration' | 'register'>) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const { registration, register } = props;
  const fields: readonly RegistrationField[] = registrationFields;
  const factsOf = (group: string): readonly Fact[] =>
    fields
      .filter((field) => field.group === group)
      .map((field) => ({
        label: t(`registration.field.${field.name}` as RegistrationKey),
        value: shown(field, registration[field.name], t, ui),
        wide: field.kind === 'choices' || (field.kind === 'text' && field.max > 100),
      }));
  const certificates: readonly Fact[] = (registration.certificates ?? []).map((one) => ({
    label: one.kind ? t(`registration.certificate.${one.kind}`) : t('registration.certificate.other'),
    value: [
      one.number,
      one.issuer,
      `${dayText(one.from, ui)}–${one.to ? dayText(one.to, ui) : t('registration.certificate.no-end')}`,
    ]
      .filter(Boolean)
      .join(ui('text.comma')),
    wide: true,
  }));
  return (
    <div className="registration-facts">
      <h3>{t('registration.register')}</h3>
      <Facts
        facts={[
          { label: t('registration.register.enterpriseName'), value: register.enterpriseName },
          { label: t('registration.register.creditCode'), value: register.creditCode },
          { label: t('registration.register.unitName'), value: register.unitName },
          { label: t('registration.register.industry'), value: register.industryName },
          { label: t('registration.register.affiliation'), value: register.affiliationName },
          { label: t('registration.register.division'), value: register.divisionName },
          { label: t('registration.register.supervisingBody'), value: register.supervisingBodyName },
        ]}
      />
      {registrationGroups.map((group) => (
        <div key={group} className="ui-keep">
          <h3>{t(`registration.group.${group}`)}</h3>
          <Facts facts={group === 'certificates' ? certificates : factsOf(group)} />
        </div>
      ))}
    </div>
  );
};
