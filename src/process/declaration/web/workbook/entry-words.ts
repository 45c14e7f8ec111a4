import type { Translate } from '#platform/text.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Measure } from '../../domain/rectification/measure.ts';
import { fieldOf, type Kind } from '../../domain/registration-fields.ts';
import { type ItemEntry, partOf } from '../../domain/workbook/entries.ts';
import { isRowsField, writtenColumns } from '../../domain/workbook/sheets.ts';
import { type RegistrationKey, registrationTexts } from '../../registration.text.ts';
import type { WorkbookKey } from '../../workbook.text.ts';

export interface EntryWords {
  readonly t: Translate<WorkbookKey>;
  readonly form: Translate<RegistrationKey>;
  /** 符合, 不符合. */
  readonly verdict: (met: boolean) => string;
  readonly loaded: LoadedEdition;
}

const formKey = (key: string): key is RegistrationKey => Object.hasOwn(registrationTexts['zh-CN'], key);
const worded = ({ form }: EntryWords, key: string, fallback: string): string => (formKey(key) ? form(key) : fallback);

/** What an entry is called: the field, or the item by clause and text. */
export const entryName = (key: string, words: EntryWords): { readonly name: string; readonly detail: string } => {
  const place = partOf(key);
  if (!place) return { name: key, detail: '' };
  if (place.part === 'registration')
    return { name: worded(words, `registration.field.${place.name}`, place.name), detail: '' };
  const item = words.loaded.edition.items.find(({ id }) => id === place.name);
  const name = item?.clause ?? place.name;
  return {
    name: place.part === 'measures' ? words.t('workbook.part.measures', { item: name }) : name,
    detail: item?.text ?? '',
  };
};

const valueText = (kind: Kind, key: string, value: unknown, words: EntryWords): string => {
  if (value === undefined || value === null) return '';
  if (kind.kind === 'yesNo') return words.t(value === true ? 'workbook.value.yes' : 'workbook.value.no');
  const option = (code: string) => worded(words, `registration.option.${key}.${code}`, code);
  if (Array.isArray(value)) return value.map((one) => option(String(one))).join('、');
  const text = kind.kind === 'choice' ? option(String(value)) : String(value);
  const unit = 'unit' in kind ? worded(words, `registration.unit.${kind.unit}`, '') : '';
  return unit === '' ? text : `${text} ${unit}`;
};

const itemLines = ({ answer, reason, comment, counts }: ItemEntry, words: EntryWords): readonly string[] => {
  const { t, verdict, loaded } = words;
  const lines: string[] = [];
  if (answer && 'na' in answer) lines.push(t('workbook.value.na', { text: answer.na }));
  else if (answer && 'met' in answer) lines.push(verdict(answer.met));
  else if (answer) lines.push(t('workbook.value.points', { points: pointsText(answer.points, loaded.edition) }));
  if (counts)
    lines.push(
      t('workbook.value.counts', {
        text: Object.entries(counts)
          .map(([position, count]) => `${Number(position) + 1}×${count}`)
          .join(' '),
      }),
    );
  if (reason !== '') lines.push(t('workbook.value.reason', { text: reason }));
  if (comment !== '') lines.push(t('workbook.value.comment', { text: comment }));
  return lines;
};

/** What an entry says, a line each; none where it says nothing. */
export const entryLines = (key: string, value: unknown, words: EntryWords): readonly string[] => {
  const place = partOf(key);
  if (!place || value === null || value === undefined) return [];
  if (place.part === 'items') return itemLines(value as ItemEntry, words);
  if (place.part === 'measures') {
    const { measure, person, dueOn } = value as Measure;
    return [words.t('workbook.value.measure', { measure, person, dueOn: dueOn ?? '' })];
  }
  const field = fieldOf(place.name);
  if (!field) return [String(value)];
  if (!isRowsField(field)) return [valueText(field, field.name, value, words)];
  return (value as readonly Readonly<Record<string, unknown>>[]).map((row) =>
    writtenColumns(field)
      .map((column) => valueText(column, `${field.name}.${column.name}`, row[column.name], words))
      .filter((text) => text !== '')
      .join('，'),
  );
};
