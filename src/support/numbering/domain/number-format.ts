/** A document number (发文字号): issuing body's abbreviation with kind, year, running number within both. */
export interface DocumentNumber {
  readonly prefix: string;
  readonly year: number;
  readonly seq: number;
}

/**
 * `攀应急评公示〔2026〕3号`: full year in tortoise-shell brackets, running number without leading zeros and without 第
 * (GB/T 9704-2012, 7.2.5).
 * @throws RangeError if the prefix is empty, the year has not four digits or the running number is below 1
 */
export const formatDocumentNumber = ({ prefix, year, seq }: DocumentNumber): string => {
  if (prefix === '') throw new RangeError('a document number needs a prefix');
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`not a year: ${year}`);
  if (!Number.isInteger(seq) || seq < 1) throw new RangeError(`not a running number: ${seq}`);
  return `${prefix}〔${year}〕${seq}号`;
};

const PATTERN = /^(.+)〔(\d{4})〕([1-9]\d*)号$/u;

/** The parts of a number as `formatDocumentNumber` writes it, `undefined` for anything else. */
export const parseDocumentNumber = (text: string): DocumentNumber | undefined => {
  const [, prefix, year, seq] = PATTERN.exec(text) ?? [];
  return prefix === undefined ? undefined : { prefix, year: Number(year), seq: Number(seq) };
};
