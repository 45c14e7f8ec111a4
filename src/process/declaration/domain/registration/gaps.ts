import type { Issue } from '#lib/result.ts';
import type { Registration, RegistrationField } from '../registration-fields.ts';
import { accidentYears } from './accident-years.ts';
import { type FormSetting, isEmpty, shownFields } from './shown-fields.ts';

const MISSING = 'registration.missing';

/** What one field lacks, if it is shown, at its name or at that of the cell. */
const fieldGaps = (field: RegistrationField, form: Registration): readonly Issue[] => {
  const value = form[field.name as keyof Registration];
  if (isEmpty(value)) return field.required ? [{ path: field.name, code: MISSING }] : [];
  if (field.kind !== 'rows') return [];
  const rows = value as readonly Readonly<Record<string, unknown>>[];
  return rows.flatMap((row, at) =>
    field.columns
      .filter(({ name, required }) => required && isEmpty(row[name]))
      .map(({ name }) => ({ path: `${field.name}.${at}.${name}`, code: MISSING })),
  );
};

/**
 * What the form still lacks before it can be handed in, at the field's name (`staffCount`, `certificates.0.issuer`). Fields that this
 * unit does not have are not asked for.
 */
export const registrationGaps = (form: Registration, setting: FormSetting): readonly Issue[] => {
  const found: Issue[] = [];
  for (const field of shownFields(form, setting)) found.push(...fieldGaps(field, form));
  const { certificates, accidents, classWanted, agreement } = form;
  if (certificates?.length && !certificates.some(({ kind }) => kind === 'business-licence'))
    found.push({ path: 'certificates', code: 'registration.businessLicenceMissing' });
  const years = new Set(accidents?.map(({ year }) => year));
  const lacking = accidentYears(setting.campaign.startsOn).filter((year) => !years.has(year));
  if (accidents?.length && lacking.length > 0)
    found.push({ path: 'accidents', code: 'registration.yearMissing', params: { years: lacking.join(', ') } });
  if (classWanted !== undefined && !setting.classes.includes(classWanted))
    found.push({ path: 'classWanted', code: 'registration.notAChoice' });
  if (agreement === false) found.push({ path: 'agreement', code: 'registration.agreementNeeded' });
  return found;
};
