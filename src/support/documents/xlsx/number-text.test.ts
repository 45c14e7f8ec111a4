import { describe, expect, it } from 'vitest';
import { formatCode, numberText } from './number-text.ts';

const textOf = (value: number, code = 'General') => numberText(value, code, false).value;

describe('a number in a cell', () => {
  it.each([
    [0, '0'],
    [42, '42'],
    [-1.5, '-1.5'],
    [0.1 + 0.2, '0.3'],
    [13_800_138_000, '13800138000'],
    [123_456_789_012_345, '123456789012345'],
    [0.0000001, '0.0000001'],
  ])('%d without a format shows its digits', (value, text) => {
    expect(numberText(value, 'General', false)).toEqual({ value: text, kind: 'number' });
  });

  it('from 1E+15 on shows that digits may be lost, as the sheet does', () => {
    expect(textOf(915_104_000_000_000_000)).toBe('9.15104E+17');
    expect(textOf(1e15)).toBe('1E+15');
  });

  it.each([
    ['0', 915_104_000_000_000_000, '915104000000000000'],
    ['000000', 510_4, '005104'],
    ['0.00', 2.5, '2.50'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -0.001, '0.00'],
    ['0.##', 2.5, '2.5'],
    ['0.##', 2, '2'],
    ['#,##0', 1_234_567, '1,234,567'],
    ['#,##0.00', -1_234.5, '-1,234.50'],
    ['0%', 0.255, '26%'],
    ['0.0%', 0.255, '25.5%'],
    ['0.00E+00', 12_345, '1.23E+04'],
    ['0"人"', 12, '12人'],
    ['"第"0"号"', 3, '第3号'],
    ['"¥"#,##0.00', 1234, '¥1,234.00'],
    ['[$¥-804]#,##0', 1234, '¥1,234'],
    ['#,##0;(#,##0)', -5, '(5)'],
    ['#,##0_);[Red]\\-#,##0', -5, '-5'],
    ['0;-0;"无"', 0, '无'],
    ['0;;@', 0, '0'],
    ['"a;b"0', 1, 'a;b1'],
    ['@', 915, '915'],
    ['0'.repeat(300), 915, '915'],
  ])('in format %s of %d reads %s', (code, value, text) => {
    expect(numberText(value, code, false)).toEqual({ value: text, kind: 'number' });
  });
});

describe('a date in a cell', () => {
  it.each([
    ['yyyy-mm-dd', 46_086, '2026-03-05'],
    ['yyyy"年"m"月"d"日"', 46_086, '2026-03-05'],
    ['[$-804]yyyy\\-mm\\-dd;@', 46_086, '2026-03-05'],
    ['m/d/yy h:mm', 46_086.604_166_666_7, '2026-03-05 14:30'],
    ['h:mm', 0.604_166_666_7, '14:30'],
    ['yyyy-mm-dd', 46_086.999_999, '2026-03-06'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 59, '1900-02-28'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
  ])('in format %s of %d reads %s', (code, value, text) => {
    expect(numberText(value, code, false)).toEqual({ value: text, kind: 'date' });
  });

  it('counts from 1904 where the workbook says so', () => {
    expect(numberText(44_624, 'yyyy-mm-dd', true)).toEqual({ value: '2026-03-05', kind: 'date' });
  });

  it('is not seen in colours, literals or elapsed hours', () => {
    for (const code of ['[Red]0', '0" days"', '[h]:mm', '0.0E+0', 'General']) {
      expect(numberText(5, code, false).kind).toBe('number');
    }
  });
});

describe('a built-in format', () => {
  it('is a date for the ids that Chinese Excel uses', () => {
    for (const id of [14, 22, 31, 57]) expect(formatCode(id, new Map())).toBe('yyyy-mm-dd');
  });

  it('gives way to a definition in the file, and is General when unknown', () => {
    expect(formatCode(14, new Map([[14, '0.0']]))).toBe('0.0');
    expect(formatCode(199, new Map())).toBe('General');
  });
});
