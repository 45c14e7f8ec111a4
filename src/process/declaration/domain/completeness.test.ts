import { expect, it } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { isAnsweredWhole } from './completeness.ts';

const edition = smallEdition({ items: [smallItem('a'), smallItem('b', { scoring: 'met', na: 'forbidden' })] });

it('calls a sheet answered whole only when each item has an answer that fits it', () => {
  expect(isAnsweredWhole(edition, { a: { points: 4 }, b: { met: false } })).toBe(true);
  expect(isAnsweredWhole(edition, { a: { points: 4 } })).toBe(false);
  expect(isAnsweredWhole(edition, { a: { points: 4 }, b: { na: '没有' } })).toBe(false);
  expect(isAnsweredWhole(edition, {})).toBe(false);
});
