import { describe, expect, it } from 'vitest';
import { pageNumbers } from './paging.tsx';

describe('the page numbers offered', () => {
  it('are all of a few', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(2, 3)).toEqual([1, 2, 3]);
  });

  it('are the ends and what lies around the current one, gaps as 0', () => {
    expect(pageNumbers(1, 10)).toEqual([1, 2, 0, 10]);
    expect(pageNumbers(5, 10)).toEqual([1, 0, 4, 5, 6, 0, 10]);
    expect(pageNumbers(10, 10)).toEqual([1, 0, 9, 10]);
  });
});
