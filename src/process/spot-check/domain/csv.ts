import { type Issue, type Issues, issues, ok, type Params, type Result } from '#lib/result.ts';
import { decodeUtf8 } from '#lib/utf8.ts';
import type { CsvCode, PoolCode, StrataCode } from './fault-codes.ts';

/** A record and the line on which it begins, counted from 1. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * Reads the strict CSV of the draw (RFC 4180, UTF-8, LF or CRLF, one leading byte-order mark dropped, final line end optional): the first
 * record must be `header`, every record as long as it, every value free of surrounding white space and control characters.
 * @param input the file's bytes, or its text if it never was a file
 * @returns the records below the header, or the first fault with its line
 */
export const parseCsv = (input: Uint8Array | string, header: readonly string[]): Result<CsvRecord[], Issues> => {
  const text = toText(input);
  if (!text.ok) return text;
  const records = splitRecords(text.value.startsWith('\uFEFF') ? text.value.slice(1) : text.value);
  if (!records.ok) return records;
  const [first, ...rest] = records.value;
  if (!first || first.fields.length !== header.length || first.fields.some((field, at) => field !== header[at])) {
    return fault(1, 'draw.csv.headerWrong', { expected: header.join(',') });
  }
  for (const { fields, line } of rest) {
    if (fields.length !== header.length) {
      return fault(line, 'draw.csv.fieldCount', { expected: header.length, found: fields.length });
    }
    for (const [at, value] of fields.entries()) {
      const code = valueFault(value);
      if (code) return fault(line, code, { column: header[at]! });
    }
  }
  return ok(rest);
};

const fault = (line: number, code: CsvCode, params: Params = {}) => issues([lineIssue(line, code, params)]);

/** A fault on a line of a file. */
export const lineIssue = (line: number, code: CsvCode | PoolCode | StrataCode, params: Params = {}): Issue => ({
  path: `line ${line}`,
  code,
  params: { ...params, line },
});

const toText = (input: Uint8Array | string): Result<string, Issues> => {
  if (typeof input === 'string') {
    if (input.isWellFormed()) return ok(input);
    const lone = input.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
    return fault(input.slice(0, lone).split('\n').length, 'draw.csv.notUtf8');
  }
  const text = decodeUtf8(input);
  if (text.ok) return text;
  const newlines = input.subarray(0, text.error.offset).filter((byte) => byte === 0x0a).length;
  return fault(newlines + 1, 'draw.csv.notUtf8');
};

/** Why a value may not stand in a pool; white space is what ECMAScript's `trim` takes off. */
export const valueFault = (value: string): CsvCode | undefined => {
  if (value === '') return 'draw.csv.valueEmpty';
  if (/[\u0000-\u001f\u007f]/.test(value)) return 'draw.csv.valueControl';
  return value.trim() === value ? undefined : 'draw.csv.valuePadded';
};

const splitRecords = (text: string): Result<CsvRecord[], Issues> => {
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const begins = line;
    const fields: string[] = [];
    for (let ended = false; !ended; ) {
      const field = text[at] === '"' ? quotedField(text, at, line) : plainField(text, at, line);
      if (!field.ok) return field;
      fields.push(field.value.value);
      line += field.value.newlines;
      at = field.value.end;
      if (text[at] === ',') at += 1;
      else ended = true;
    }
    const end = lineEnd(text, at);
    if (end === 0 && at < text.length) {
      return fault(line, text[at] === '\r' ? 'draw.csv.loneCarriageReturn' : 'draw.csv.strayQuote');
    }
    if (fields.length === 1 && fields[0] === '' && text[at - 1] !== '"') return fault(begins, 'draw.csv.blankLine');
    records.push({ fields, line: begins });
    at += end;
    line += 1;
  }
  return ok(records);
};

interface Field {
  readonly value: string;
  /** Where the character after the field stands. */
  readonly end: number;
  readonly newlines: number;
}

const lineEnd = (text: string, at: number): 0 | 1 | 2 => {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
};

const plainField = (text: string, from: number, line: number): Result<Field, Issues> => {
  let end = from;
  while (end < text.length && !',\r\n"'.includes(text[end]!)) end += 1;
  return text[end] === '"'
    ? fault(line, 'draw.csv.strayQuote')
    : ok({ value: text.slice(from, end), end, newlines: 0 });
};

const quotedField = (text: string, from: number, line: number): Result<Field, Issues> => {
  let close = text.indexOf('"', from + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return fault(line, 'draw.csv.openQuote');
  const value = text.slice(from + 1, close).replaceAll('""', '"');
  return ok({ value, end: close + 1, newlines: value.split('\n').length - 1 });
};

/** Writes records as `parseCsv` reads them: LF, quotes only where they are needed. */
export const formatCsv = (records: readonly (readonly string[])[]): string =>
  records.map((fields) => `${fields.map(quoted).join(',')}\n`).join('');

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
