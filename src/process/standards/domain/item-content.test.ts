import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallItem } from '../testing/small-edition.ts';
import { CONTENT_FIELDS, itemContent } from './item-content.ts';

const halves = { unitsPerPoint: 2 };

it('an item keeps its content where only its place or its scope changes', () => {
  const item = smallItem('a', { text: '设置主要负责人', clause: '1.1' });
  const elsewhere = { ...item, id: 'z', clause: '9.9', element: '9', scope: 'general' as const };
  expect(itemContent(elsewhere, halves)).toBe(itemContent(item, halves));
});

it('every member that an answer rests on is part of the content', () => {
  const item = smallItem('a');
  for (const field of CONTENT_FIELDS) {
    expect(itemContent({ ...item, [field]: '改过' }, halves), field).not.toBe(itemContent(item, halves));
  }
});

it('the same units are other content where another number of them makes a point', () => {
  expect(itemContent(smallItem('a'), { unitsPerPoint: 1 })).not.toBe(itemContent(smallItem('a'), halves));
});

it('content does not depend on the order of members', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      for (const item of edition.items) {
        const turned = Object.fromEntries(Object.entries(item).toReversed()) as unknown as typeof item;
        expect(itemContent(turned, edition)).toBe(itemContent(item, edition));
      }
    }),
  );
});
