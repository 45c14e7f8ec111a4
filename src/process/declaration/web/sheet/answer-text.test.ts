import { describe, expect, it } from 'vitest';
import { readPoints } from './answer-text.ts';

describe('points as they are typed, two units to the point', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['4.5', 9],
    [' 5 ', 10],
    ['5.0', 10],
    ['5.5', undefined],
    ['4.25', undefined],
    ['-1', undefined],
    ['５', undefined],
    ['1e1', undefined],
  ])('%j are %j units', (typed, units) => expect(readPoints(typed, 10, 2)).toBe(units));

  it('in thirds of a point are not guessed from decimals', () => {
    expect([readPoints('1', 9, 3), readPoints('0.33', 9, 3)]).toEqual([3, undefined]);
  });
});
