import { expect, it } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { sumsByElement } from './element-sums.ts';

const edition = smallEdition({
  elements: [
    { id: '1', parent: null, title: '一' },
    { id: '1.1', parent: '1' },
    { id: '2', parent: null, title: '二' },
  ],
  items: [
    smallItem('a', { element: '1.1' }),
    smallItem('b', { element: '1.1', scoring: 'met', na: 'forbidden' }),
    smallItem('c', { element: '2' }),
    smallItem('d', { element: '2' }),
  ],
});

it('sums points by first-level element: not applicable apart, unanswered and unfit answers earning nothing', () => {
  const { rows, total } = sumsByElement(edition, { a: { points: 4 }, b: { na: '无' }, c: { na: '没有外包' } });
  expect(rows).toEqual([
    { elementId: '1', title: '一', items: 2, answered: 1, full: 20, na: 0, earned: 4 },
    { elementId: '2', title: '二', items: 2, answered: 1, full: 20, na: 10, earned: 0 },
  ]);
  expect(total).toEqual({ items: 4, answered: 2, full: 40, na: 10, earned: 4 });
});
