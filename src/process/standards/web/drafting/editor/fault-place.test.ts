import { describe, expect, it } from 'vitest';
import { openDraft } from '../../../domain/draft-editing.ts';
import { editionFaults } from '../../../domain/edition-faults.ts';
import { smallEdition, smallItem } from '../../../testing/small-edition.ts';
import { bookOf, placedFaults, placeOf } from './fault-place.ts';

const draft = openDraft(
  { ...smallEdition({ items: [smallItem('a'), smallItem('b', { kind: 'veto' })] }) },
  () => 'x',
).draft;

describe('the place of a fault', () => {
  it('is the member and its field, however deep the fault lies', () => {
    expect(placeOf(draft, 'items[1].onFail[0].cap')).toEqual({ list: 'items', id: 'b', field: 'onFail' });
    expect(placeOf(draft, 'elements[0].floor.effects')).toEqual({ list: 'elements', id: '1', field: 'floor' });
    expect(placeOf(draft, 'classes[2].from')).toEqual({ list: 'classes', id: '2', field: 'from' });
    expect(placeOf(draft, 'items[1]')).toEqual({ list: 'items', id: 'b', field: '' });
  });

  it('is the head, or a list as such', () => {
    expect(placeOf(draft, 'title')).toEqual({ list: 'head', id: '', field: 'title' });
    expect(placeOf(draft, '')).toEqual({ list: 'head', id: '', field: '' });
    expect(placeOf(draft, 'classes')).toEqual({ list: 'classes', id: '', field: '' });
  });
});

describe('the book of faults', () => {
  it('finds those of a field and those of a member, and keeps lists that did not change', () => {
    const book = bookOf(placedFaults(draft, editionFaults(draft)));
    expect(book.at('items', 'b', 'onFail').map(({ issue }) => issue.code)).toEqual(['edition.effectsMissing']);
    expect(book.at('items', 'b').length).toBeGreaterThan(3);
    expect(book.at('items', 'nobody')).toEqual([]);
    const again = bookOf(placedFaults(draft, editionFaults({ ...draft, title: '标准' })), book);
    expect(again.at('items', 'b')).toBe(book.at('items', 'b'));
    expect(again.at('head', '', 'title')).toEqual([]);
  });
});
