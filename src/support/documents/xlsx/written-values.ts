import { dayNumber, type PlainDate } from '#lib/plain-date.ts';

const LONGEST_TEXT = 32_767;
const DAYS_FROM_1900_TO_1970 = 25_569;

/** A day as a sheet of the 1900 system counts it. */
export const serialOf = (day: PlainDate): number => dayNumber(day) + DAYS_FROM_1900_TO_1970;

/** What looks like an escaped character (`_x0041_`) is escaped itself, as ECMA-376 part 1, 22.4.2.4 wants it. */
export const textOf = (text: string): string => {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  return short.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
};

/** @throws RangeError on a sheet name that Excel does not accept */
export const checkName = (name: string): void => {
  if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw new RangeError(`not a name for a sheet: ${name}`);
  }
};
