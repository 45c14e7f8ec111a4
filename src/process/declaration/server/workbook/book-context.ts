import type { StoredEdition } from '#process/standards/server/edition-store.ts';
import type { RegistrationField } from '../../domain/registration-fields.ts';
import { registrationFields } from '../../domain/registration-fields.ts';
import type { Entries } from '../../domain/workbook/entries.ts';
import type { FormWords } from '../../domain/workbook/read-registration.ts';
import type { RegisterLine } from '../../domain/workbook/sheets.ts';
import { registrationTexts } from '../../registration.text.ts';

const words: Readonly<Record<string, string>> = registrationTexts['zh-CN'];

/** What a workbook is made from. */
export interface BookContext extends FormWords {
  readonly edition: StoredEdition;
  readonly fields: readonly RegistrationField[];
  /** Null of a blank one, in which the unit is written by hand. */
  readonly declarationId: string | null;
  readonly register: Readonly<Record<RegisterLine, string>>;
  readonly entries: Entries;
  readonly registrationVersion: number;
  readonly sectionVersions: Readonly<Record<string, number>>;
  readonly campaignName: string;
  readonly madeAt: Date;
}

/** The catalogue's words in Chinese: workbooks are official text. */
export const formWords = (key: string): string | undefined => (Object.hasOwn(words, key) ? words[key] : undefined);

/** The fields that a workbook has: all that the form may come to need, since a hazard can be ticked without a line. */
export const bookFields = ({ townshipOpinion }: { readonly townshipOpinion: boolean }): readonly RegistrationField[] =>
  registrationFields.filter(({ group }) => group !== 'township' || townshipOpinion);
