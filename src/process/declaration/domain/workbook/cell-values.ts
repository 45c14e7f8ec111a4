import { fromDayNumber, isPlainDate } from '#lib/plain-date.ts';
import type { Kind } from '../registration-fields.ts';
import type { Findings, GivenCell } from './given-book.ts';
import { type Choice, NO, YES } from './sheets.ts';

/** What cells are read with. */
export interface CellReading {
  readonly findings: Findings;
  readonly epoch1904: boolean;
}

export const isBlank = (cell: GivenCell | undefined): boolean =>
  cell === undefined || (cell.formula === undefined && cell.value.trim() === '');

const FOREIGN = /\||\[[^\]]*\]|\b(?:WEBSERVICE|HYPERLINK|CALL|REGISTER\.ID|RTD|IMPORTXML)\s*\(/i;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/u;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Cells that hold nothing readable: broken formulas, formulas of other files, characters that nobody sees. False if there is a fault. */
export const isReadable = (cell: GivenCell, path: string, { findings }: CellReading): boolean => {
  const { value, formula, kind } = cell;
  const fail = (code: string, params?: Readonly<Record<string, string>>) => {
    findings.error(path, code, params);
    return false;
  };
  if (formula !== undefined && FOREIGN.test(formula))
    return fail('declarationWorkbook.foreignFormula', { formula: formula.slice(0, 40) });
  if (kind === 'error') return fail('declarationWorkbook.errorValue', { given: value.slice(0, 20) });
  if (formula !== undefined && value.trim() === '') return fail('declarationWorkbook.formulaWithoutValue');
  if (!value.isWellFormed() || CONTROL.test(value)) return fail('registration.badCharacter');
  if (DIRECTION.test(value)) return fail('declarationWorkbook.directionMark');
  if (formula !== undefined) findings.notice(path, 'declarationWorkbook.formulaRead', { value: value.slice(0, 40) });
  return true;
};

/** Text as people meant it: lines end in LF, blanks at both ends and marks without width are gone. */
export const textOf = ({ value }: GivenCell): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();

/** Digits of full width become plain ones; a number that a format rounds or groups is taken as it is stored. */
export const numberText = (cell: GivenCell): string => {
  if (cell.kind === 'number' && cell.number !== undefined) return String(Number(cell.number.toPrecision(15)));
  return textOf(cell).normalize('NFKC').trim();
};

const DAYS_FROM_1970 = { 1900: 25_569, 1904: 24_107 } as const;
const FIRST_SERIAL = 18_264;
const LAST_SERIAL = 73_050;

/** A day, however it was typed: as a date, as its serial number, as `2026/3/5`, `2026.3.5`, `2026年3月5日` or `20260305`. */
export const dayText = (cell: GivenCell, epoch1904: boolean): string => {
  const text = textOf(cell).normalize('NFKC');
  const serial = cell.kind === 'number' ? cell.number : undefined;
  if (cell.kind === 'date') return text.slice(0, 10);
  const shift = epoch1904 ? DAYS_FROM_1970[1904] : DAYS_FROM_1970[1900];
  const days = (serial ?? 0) - shift;
  if (serial !== undefined && Number.isInteger(serial) && days >= FIRST_SERIAL - 25_569 && days <= LAST_SERIAL - 25_569)
    return fromDayNumber(days);
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.replace(/\s/g, '')) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!parts) return text;
  const [, year = '', month = '', day = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(written) ? written : text;
};

const YES_WORDS = [YES, '有', '√', 'TRUE', '1', 'Y'];
const NO_WORDS = [NO, '无', '×', 'FALSE', '0', 'N'];

/** The choice that a cell names by its label. */
export const choiceOf = (
  cell: GivenCell,
  choices: readonly Choice[],
  path: string,
  { findings }: CellReading,
): string | undefined => {
  const text = textOf(cell);
  const found = choices.find(({ label }) => label === text);
  if (found) return found.code;
  const listed = choices.map(({ label }) => label).join('、');
  return findings.error(path, 'declarationWorkbook.choiceUnknown', { given: text.slice(0, 40), choices: listed });
};

/**
 * What a filled cell says for a field of this kind, as the form's own rules take it: they check it afterwards. Undefined if it does not
 * read, which is found then. @param choices of a field that has some
 */
export const valueOfKind = (
  kind: Kind,
  cell: GivenCell,
  choices: readonly Choice[],
  path: string,
  reading: CellReading,
): unknown => {
  if (!isReadable(cell, path, reading)) return undefined;
  const { findings, epoch1904 } = reading;
  switch (kind.kind) {
    case 'count':
    case 'money':
    case 'decimal':
      if (cell.kind === 'date') return findings.error(path, 'declarationWorkbook.dateForNumber', { given: cell.value });
      return numberText(cell);
    case 'day':
      return dayText(cell, epoch1904);
    case 'yesNo': {
      const word = textOf(cell).normalize('NFKC').toUpperCase();
      if (YES_WORDS.includes(word)) return true;
      if (NO_WORDS.includes(word)) return false;
      return findings.error(path, 'declarationWorkbook.choiceUnknown', {
        given: textOf(cell).slice(0, 40),
        choices: `${YES}、${NO}`,
      });
    }
    case 'choice':
    case 'class':
      return choiceOf(cell, choices, path, reading);
    case 'choices':
      throw new Error('a field of several choices has a row for each');
    case 'phone':
    case 'email':
    case 'industryClass':
    case 'text': {
      if (cell.kind === 'number' && Math.abs(cell.number ?? 0) >= 1e15)
        return findings.error(path, 'declarationWorkbook.digitsLost', { given: cell.value });
      const text = textOf(cell);
      return kind.kind === 'text' ? text : text.normalize('NFKC');
    }
  }
};
