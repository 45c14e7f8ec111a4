import { exactPoints, unitsOfPoints } from '../points-text.ts';
import { isCount } from '../reading.ts';
import type { CellForm, CellReading, GivenCell } from './workbook-codes.ts';

/** A number, if its full-width signs were none; words with a comma are no number at all. */
const FULL_WIDTH = /^[-+]?[\d.,/]*[０-９．，－＋／][\d.,/０-９．，／]*$/u;

/** What is wrong with a text that should be a number. */
const numberFault = (text: string, { fault }: CellReading): undefined => {
  const given = text.slice(0, 40);
  if (FULL_WIDTH.test(text))
    return fault('workbook.numberFullWidth', { given, meant: text.normalize('NFKC').slice(0, 40) });
  if (/^\d+[,，]\d+$/u.test(text)) return fault('workbook.numberComma', { given, meant: given.replace(/[,，]/u, '.') });
  return fault('workbook.numberWrong', { given });
};

/** A whole number of 0 or more; a number cell with decimal places may show zeros after the point. */
export const count: CellForm = {
  numeric: true,
  write: (value) => (isCount(value) ? String(value) : ''),
  read: (cell, reading) => {
    const text = cell.value.trim();
    const [, digits] = /^(0|[1-9]\d*)(?:\.0+)?$/.exec(text) ?? [];
    const number = Number(digits);
    return isCount(number) ? number : numberFault(text, reading);
  },
};

/** Points, kept as units. */
export const points: CellForm = {
  numeric: true,
  write: (value, unitsPerPoint) => (isCount(value) ? exactPoints(value, unitsPerPoint) : ''),
  read: (cell: GivenCell, reading: CellReading) => {
    const text = cell.value.trim();
    const { unitsPerPoint } = reading;
    const units = unitsOfPoints(text, unitsPerPoint ?? 1);
    if (units === undefined) return numberFault(text, reading);
    // Whether a part of a point is a whole unit cannot be said without knowing what a unit is.
    if (unitsPerPoint === undefined) return undefined;
    return units ?? reading.fault('workbook.pointsNotWhole', { given: text, units: unitsPerPoint });
  },
};

/** A decimal that is kept as it is written, `90` or `74.95`. */
export const decimal: CellForm = {
  numeric: true,
  write: (value) => (typeof value === 'string' ? value : ''),
  read: (cell, reading) => {
    const text = cell.value.trim();
    return /^(0|[1-9]\d*)(\.\d+)?$/.test(text) ? text : numberFault(text, reading);
  },
};
