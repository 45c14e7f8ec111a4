import { describe, expect, it } from 'vitest';
import { smallItem } from '#process/standards/testing/small-edition.ts';
import { fromStored, type ItemPatch, patchSection, type StoredItems } from './draft-answers.ts';

const items = [smallItem('a'), smallItem('b', { scoring: 'met' }), smallItem('c', { na: 'forbidden' })];
const points = (value: number, comment = ''): ItemPatch => ({ answer: { points: value }, comment });
const kept = (stored: StoredItems, version: number) => ({ stored, version });
const empty = kept({}, 0);

describe('a save', () => {
  it('changes what it names, raises the version once and marks what it changed with it', () => {
    const saved = patchSection(items, kept({ a: { points: 1, v: 1 } }, 1), 1, {
      b: { answer: { met: true }, comment: '' },
      c: points(4, '见附件'),
    });
    expect(saved).toEqual({
      ok: true,
      value: {
        version: 2,
        stored: { a: { points: 1, v: 1 }, b: { met: true, v: 2 }, c: { points: 4, comment: '见附件', v: 2 } },
        changed: { b: { answer: { met: true }, comment: '' }, c: points(4, '见附件') },
      },
    });
  });

  it('of what is there already changes nothing, not even the version', () => {
    const stored: StoredItems = { a: { points: 1, v: 3 } };
    expect(patchSection(items, kept(stored, 3), 0, { a: points(1), b: { answer: null, comment: '' } })).toEqual({
      ok: true,
      value: { stored, version: 3, changed: {} },
    });
  });

  it('may take an answer back and keep its comment', () => {
    const saved = patchSection(items, kept({ a: { points: 1, v: 1 } }, 1), 1, {
      a: { answer: null, comment: '再核' },
    });
    expect(saved).toMatchObject({ ok: true, value: { stored: { a: { comment: '再核', v: 2 } } } });
  });

  it('may mark an item as not applicable before its reason is written', () => {
    const saved = patchSection(items, empty, 0, { a: { answer: { na: '' }, comment: '' } });
    expect(saved).toMatchObject({ ok: true, value: { stored: { a: { na: '', v: 1 } } } });
  });
});

describe('a save is refused', () => {
  it('whole, if an item was changed after its base to something else', () => {
    const stored: StoredItems = { a: { points: 5, v: 2 }, b: { met: true, v: 1 } };
    const refused = patchSection(items, kept(stored, 2), 1, {
      a: points(6),
      b: { answer: { met: false }, comment: '' },
    });
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'conflict', version: 2, items: { a: { answer: { points: 5 }, comment: '', v: 2 } } },
    });
  });

  it.each([
    ['points above full', 'a', points(11), 'answers.pointsOutOfRange'],
    ['half units', 'a', points(1.5), 'answers.pointsNotInteger'],
    ['points on an item that is met or not', 'b', points(1), 'answers.pointsOnMetItem'],
    ['not applicable where that is forbidden', 'c', { answer: { na: '无' }, comment: '' }, 'answers.naForbidden'],
    ['a comment that is too long', 'a', points(1, '长'.repeat(1001)), 'declaration.commentTooLong'],
    ['a reason that is too long', 'a', { answer: { na: '长'.repeat(501) }, comment: '' }, 'declaration.reasonTooLong'],
    ['an item of another element', 'z', points(1), 'answers.itemUnknown'],
  ])('for %s, at the item', (_, id, patch, code) => {
    expect(patchSection(items, empty, 0, { [id]: patch as ItemPatch })).toMatchObject({
      ok: false,
      error: { kind: 'issues', issues: [{ path: `items.${id}`, code }] },
    });
  });
});

it('what is kept reads back as answers, comments and versions', () => {
  expect(fromStored({ a: { points: 0, v: 1 }, b: { met: false, comment: '注', v: 2 }, c: { v: 3 } })).toEqual({
    a: { answer: { points: 0 }, comment: '', v: 1 },
    b: { answer: { met: false }, comment: '注', v: 2 },
    c: { answer: null, comment: '', v: 3 },
  });
});
