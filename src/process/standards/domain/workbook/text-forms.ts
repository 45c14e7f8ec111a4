import type { CellForm } from './workbook-codes.ts';

/** Prose, kept to the last space; lines end in LF. */
export const prose: CellForm = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: ({ value }) => value.replace(/\r\n?/g, '\n'),
};

/** A number of a clause, an id, a code: a spreadsheet that took it for a number or a date has spoilt it. */
export const code: CellForm = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: ({ value, kind }, { fault }) => {
    const text = value.trim();
    if (kind === 'date' || (kind === 'number' && !/^\d+$/.test(text)))
      return fault('workbook.codeAsNumber', { given: text });
    return text;
  },
};

/** A day; a date cell reads as `2026-01-31`. */
export const day: CellForm = {
  write: (value) => (typeof value === 'string' ? value : ''),
  read: ({ value }) => value.trim(),
};

/** One of a few values, each with its word. */
export const choice = (words: Readonly<Record<string, string>>): CellForm => ({
  choices: Object.values(words),
  write: (value) => (typeof value === 'string' && Object.hasOwn(words, value) ? (words[value] ?? '') : ''),
  read: (cell, { fault }) => {
    const text = cell.value.trim();
    const found = Object.entries(words).find(([, word]) => word === text);
    if (found) return found[0];
    return fault('workbook.choiceUnknown', { given: text.slice(0, 40), choices: Object.values(words).join('、') });
  },
});
