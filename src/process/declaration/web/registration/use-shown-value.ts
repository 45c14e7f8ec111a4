import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { className } from '#process/standards/edition-words.ts';
import { useEdition } from '#process/standards/web/use-edition.ts';
import { fieldOf } from '../../domain/registration-fields.ts';
import { registrationTexts } from '../../registration.text.ts';
import { shownValue } from '../registration-facts.tsx';

/** The value of any field as people read it; a table as its rows, one after the other. */
export const useShownValue = (editionHash: string): ((name: string, value: unknown) => string) => {
  const t = useText(registrationTexts);
  const ui = useUiText();
  const { loaded } = useEdition(editionHash);
  const classes = (code: string) => (loaded ? className(loaded.edition, code) : code);
  return (name, value) => {
    const field = fieldOf(name);
    if (!field) return '';
    if (field.kind !== 'rows') return shownValue(field, name, value, t, ui, classes);
    const rows = Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [];
    return rows
      .map((row) =>
        field.columns
          .filter((column) => column.name !== 'file')
          .map((column) => shownValue(column, `${name}.${column.name}`, row[column.name], t, ui, classes))
          .filter(Boolean)
          .join(' '),
      )
      .join(t('registration.separator'));
  };
};
