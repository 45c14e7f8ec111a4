import { describe, expect, it } from 'vitest';
import { readNumber, valueAt, withValueAt } from './path.ts';

describe('values by path', () => {
  it('are read and written below the top', () => {
    const before = { registration: { name: '甲', staff: 1 }, other: { a: 1 } };
    const after = withValueAt(before, 'registration.staff', 2);
    expect(valueAt(after, 'registration.staff')).toBe(2);
    expect(valueAt(after, 'registration.name')).toBe('甲');
    expect(before.registration.staff).toBe(1);
    expect(after.other).toBe(before.other);
  });

  it('are undefined where nothing is, and made where nothing was', () => {
    expect(valueAt({}, 'a.b')).toBeUndefined();
    expect(withValueAt({}, 'a.b', 1)).toEqual({ a: { b: 1 } });
  });
});

describe('the text of a number field', () => {
  it.each([
    ['12', 12],
    [' 12.5 ', 12.5],
    ['-3', -3],
    ['', null],
    ['１２', '１２'],
    ['12人', '12人'],
    ['1e5', '1e5'],
    ['1,000', '1,000'],
  ])('%j is read as %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
