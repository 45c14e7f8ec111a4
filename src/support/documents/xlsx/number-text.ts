import type { CellKind } from './workbook.ts';

/** Built-in number formats that have no code in the file (ECMA-376 part 1, 18.8.30, with the Chinese ones from 27 on). */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  48: '##0.0E+0',
  49: '@',
};
const DATE_IDS: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Excel's own limit; the patterns below are not meant for longer ones. */
const LONGEST_CODE = 255;

/** The code of a number format by its id, given the codes that the file defines itself. */
export const formatCode = (id: number, own: ReadonlyMap<number, string>): string => {
  const code = own.get(id) ?? BUILT_IN[id];
  if (code !== undefined) return code;
  return DATE_IDS.some(([from, to]) => id >= from && id <= to) ? 'yyyy-mm-dd' : 'General';
};

/** A stored number as text, and whether its format makes it a date. `epoch1904`: days count from 1904-01-01. */
export const numberText = (value: number, code: string, epoch1904: boolean): { value: string; kind: CellKind } => {
  if (code === 'General' || code.length > LONGEST_CODE) return { value: generalText(value), kind: 'number' };
  const section = sectionFor(value, code);
  if (isDateFormat(section) && value >= 0 && value < 2_958_466) {
    return { value: dateText(value, epoch1904), kind: 'date' };
  }
  const literals = tokens(section);
  const pattern = literals.map((token) => (token.literal ? '' : token.text)).join('');
  if (!/[0#?]/.test(pattern)) {
    const words = /General|@/i.test(pattern) ? '' : assemble(literals, '');
    return { value: words || generalText(value), kind: 'number' };
  }
  // A section of its own for negative numbers also says how their sign looks.
  const digits = patternText(splitSections(code).length > 1 ? Math.abs(value) : value, pattern);
  return { value: assemble(literals, digits), kind: 'number' };
};

const sectionFor = (value: number, code: string): string => {
  const sections = splitSections(code);
  const [positive = 'General', negative = positive, zero = positive] = sections;
  if (value < 0) return negative;
  return value === 0 ? zero : positive;
};

/** Semicolons inside quotes part nothing. */
const splitSections = (code: string): string[] => code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);

interface Token {
  readonly literal: boolean;
  readonly text: string;
}

const tokens = (section: string): Token[] => {
  const list: Token[] = [];
  const parts = /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|([0#?.,/%]|E[+-]|e[+-]|General|@)|(.)/gsu;
  for (const [, quoted, escaped, currency, digit, other] of section.matchAll(parts)) {
    if (digit !== undefined) list.push({ literal: false, text: digit });
    else list.push({ literal: true, text: quoted ?? escaped ?? currency ?? other ?? '' });
  }
  return list;
};

const isDateFormat = (section: string): boolean =>
  !/General/i.test(section) &&
  /[ymdhs]|上午|下午/i.test(
    section.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*]./giu, '').replace(/E[+-]/g, ''),
  ) &&
  !/\[(h+|m+|s+)\]/i.test(section);

/** The formatted number takes the place of the first digit sign, literals keep theirs. */
const assemble = (list: readonly Token[], digits: string): string => {
  let placed = false;
  return list
    .map((token) => {
      if (token.literal) return token.text;
      if (placed) return '';
      placed = true;
      return digits;
    })
    .join('')
    .trim();
};

const patternText = (value: number, pattern: string): string => {
  const percent = pattern.includes('%');
  const [whole = '', fraction = ''] = pattern.replace(/%/g, '').split(/E[+-]/i)[0]!.split('.');
  const decimals = fraction.replace(/[^0#?]/g, '').length;
  const required = fraction.replace(/[^0]/g, '').length;
  if (/E[+-]/i.test(pattern)) return scientific(value, decimals);
  if (pattern.includes('/')) return generalText(value);
  const scaled = roundDecimal(percent ? value * 100 : value, decimals);
  const [digits = '0', tail = ''] = scaled.replace('-', '').split('.');
  const padded = digits.padStart(whole.replace(/[^0]/g, '').length, '0');
  const grouped = /[0#?],[0#?]/.test(whole) ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const kept = tail.slice(0, required) + tail.slice(required).replace(/0+$/, '');
  const sign = Number(scaled) < 0 ? '-' : '';
  return `${sign}${grouped}${kept ? `.${kept}` : ''}${percent ? '%' : ''}`;
};

/** Rounds half away from zero on the 15 digits that a spreadsheet keeps, so that 1.005 becomes 1.01. */
const roundDecimal = (value: number, decimals: number): string => {
  const exact = Number(value.toPrecision(15));
  if (Math.abs(exact) >= 1e21) return exact.toPrecision(15);
  const shifted = Number(`${exact}e${decimals}`);
  if (!Number.isFinite(shifted) || Math.abs(shifted) >= 1e21) return exact.toFixed(decimals);
  const rounded = Math.sign(shifted) * Math.round(Math.abs(shifted));
  return Number(`${rounded}e-${decimals}`).toFixed(decimals);
};

/** No format: plain digits while none can have been lost, else as the sheet shows it. */
const generalText = (value: number): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) return scientific(value, 5, true);
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? Number(value.toPrecision(15)).toFixed(20).replace(/0+$/, '') : text;
};

const scientific = (value: number, decimals: number, shorten = false): string => {
  const [mantissa = '0', exponent = '+0'] = value.toExponential(decimals).split('e');
  const digits = shorten && mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return `${digits}E${exponent.charAt(0)}${exponent.slice(1).padStart(2, '0')}`;
};

const DAY = 86_400_000;

/** The 1900 system believes in 29 February 1900, so days up to then are one off (ECMA-376 part 1, 18.17.4.1). */
const dateText = (serial: number, epoch1904: boolean): string => {
  const minutes = Math.round((serial % 1) * 1440);
  const time = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const days = Math.floor(serial) + (minutes === 1440 ? 1 : 0);
  if (days === 0 && !epoch1904) return time;
  const since1970 = epoch1904 ? days - 24_107 : days - (days < 60 ? 25_568 : 25_569);
  const date = new Date(since1970 * DAY).toISOString().slice(0, 10);
  return time === '00:00' ? date : `${date} ${time}`;
};
