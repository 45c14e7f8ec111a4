import { isPlainDate, writtenDay } from '#lib/plain-date.ts';
import { type FieldName, fieldOf, type Kind, type Registration } from '../../domain/registration-fields.ts';
import { registrationTexts } from '../../registration.text.ts';

const words: Readonly<Record<string, string>> = registrationTexts['zh-CN'];

/** The name of a field of the registration form, as the paper has it. */
export const fieldLabel = (name: FieldName): string => words[`registration.field.${name}`] ?? name;

/** What a value of a field or a column says; options stand under `name`. */
export const scalarText = (kind: Kind, name: string, value: unknown): string => {
  const option = (one: unknown) => words[`registration.option.${name}.${String(one)}`] ?? String(one);
  switch (kind.kind) {
    case 'count':
    case 'money':
    case 'decimal':
      return `${String(value)} ${words[`registration.unit.${kind.unit}`] ?? ''}`.trim();
    case 'yesNo':
      return words[value === true ? 'registration.yes' : 'registration.no'] ?? '';
    case 'choice':
      return option(value);
    case 'choices':
      return Array.isArray(value) ? value.map(option).join('、') : '';
    case 'day':
      return typeof value === 'string' && isPlainDate(value) ? writtenDay(value) : String(value);
    default:
      return String(value);
  }
};

/** What a field holds, as official documents write it; empty if nothing is filled in. */
export const fieldText = (form: Registration, name: FieldName): string => {
  const field = fieldOf(name);
  const value: unknown = form[name];
  if (!field || field.kind === 'rows' || value === undefined || value === null || value === '') return '';
  return scalarText(field, name, value);
};
