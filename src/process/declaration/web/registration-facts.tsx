import { isPlainDate } from '#lib/plain-date.ts';
import { type Fact, Facts } from '#platform/ui/record/record-page.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { formatFullDay } from '#platform/ui/time/format.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import type { Declaration } from '../declaration.contract.ts';
import { shownFields, shownGroups } from '../domain/registration/shown-fields.ts';
import { type Kind, type Registration, type RegistrationField, retiredFields } from '../domain/registration-fields.ts';
import { type RegistrationKey, registrationTexts } from '../registration.text.ts';

type T = ReturnType<typeof useText<RegistrationKey>>;
type Ui = ReturnType<typeof useUiText>;
type Class = (code: string) => string;
type Row = Readonly<Record<string, unknown>>;
type RowsField = Extract<RegistrationField, { readonly kind: 'rows' }>;
type Show = (kind: Kind, path: string, value: unknown) => string;

const keyOf = (key: string): RegistrationKey => key as RegistrationKey;

/** Of a field or a column, whose options stand under `path`: the value as people read it. */
export const shownValue = (kind: Kind, path: string, value: unknown, t: T, ui: Ui, classes: Class): string => {
  if (value === undefined || value === null || value === '') return '';
  const option = (one: unknown) => t(keyOf(`registration.option.${path}.${String(one)}`));
  switch (kind.kind) {
    case 'count':
    case 'money':
    case 'decimal':
      return `${String(value)} ${t(`registration.unit.${kind.unit}`)}`;
    case 'yesNo':
      return t(value === true ? 'registration.yes' : 'registration.no');
    case 'choice':
      return option(value);
    case 'choices':
      return (value as readonly unknown[]).map(option).join(ui('text.comma'));
    case 'class':
      return classes(String(value));
    case 'day':
      return typeof value === 'string' && isPlainDate(value) ? formatFullDay(value, ui) : String(value);
    default:
      return String(value);
  }
};

/** A table of the form for reading; columns in which no row has anything are left out. */
const RowsTable = (props: { readonly field: RowsField; readonly rows: readonly Row[]; readonly show: Show }) => {
  const t = useText(registrationTexts);
  const { field, rows, show } = props;
  const columns = field.columns.filter(
    ({ name, kind }) => name !== 'file' && rows.some((row) => row[name] !== undefined || kind === 'yesNo'),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is reached with the arrow keys
    <section className="ui-table-scroll" aria-label={t(keyOf(`registration.field.${field.name}`))} tabIndex={0}>
      <table className="ui-table registration-rows">
        <thead>
          <tr>
            {columns.map(({ name }) => (
              <th key={name}>{t(keyOf(`registration.column.${field.name}.${name}`))}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name and do not move
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.name}>{show(column, `${field.name}.${column.name}`, row[column.name])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

interface Props extends Pick<Declaration, 'registration' | 'register'> {
  readonly edition: Edition;
}

/** The registration form for reading, in the order of the paper; blank fields say that they are blank. */
export const RegistrationFacts = ({ registration, register, edition }: Props) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const form = registration as Registration;
  const setting = { industry: register.industry, townshipOpinion: form.townshipOpinion !== undefined };
  const show: Show = (kind, path, value) => shownValue(kind, path, value, t, ui, (code) => className(edition, code));
  const fields = shownFields(form, setting);
  const factsOf = (group: string): readonly Fact[] =>
    fields.flatMap((field) =>
      field.group !== group || field.kind === 'rows'
        ? []
        : [
            {
              label: t(`registration.field.${field.name}`),
              value: show(field, field.name, registration[field.name]),
              wide: field.kind === 'choices' || (field.kind === 'text' && field.max > 100),
            },
          ],
    );
  const tablesOf = (group: string) =>
    fields.flatMap((field) => {
      const rows = field.kind === 'rows' ? ((registration[field.name] ?? []) as readonly Row[]) : [];
      return field.group === group && field.kind === 'rows' && rows.length > 0 ? [{ field, rows }] : [];
    });
  // Of forms that were handed in before these parts had tables of their own.
  const retired: readonly Fact[] = retiredFields.flatMap((name) =>
    registration[name] === undefined
      ? []
      : [{ label: t(`registration.retired.${name}`), value: String(registration[name]), wide: name === 'teamMembers' }],
  );
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
      {shownGroups(form, setting).map((group) => (
        <div key={group} className="ui-keep">
          <h3>{t(`registration.group.${group}`)}</h3>
          {tablesOf(group).map(({ field, rows }) => (
            <RowsTable key={field.name} field={field} rows={rows} show={show} />
          ))}
          <Facts facts={[...factsOf(group), ...(group === 'record' ? retired : [])]} />
        </div>
      ))}
    </div>
  );
};
