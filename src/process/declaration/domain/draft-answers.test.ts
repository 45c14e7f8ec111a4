import { describe, expect, it } from 'vitest';
import { smallItem } from '#process/standards/testing/small-edition.ts';
import { fromStored, type ItemPatch, patchSection, type StoredItems } from './draft-answers.ts';

const items = [smallItem('a'), smallItem('b', { scoring: 'met' }), smallItem('c', { na: 'forbidden' })];
const points = (value: number, comment = ''): ItemPatch => ({ answer: { points: value }, reason: '', comment });
const kept = (stored: StoredItems, version: number) => ({ stored, version });
const empty = kept({}, 0);

describe('a save', () => {
  it('changes what it names, raises the version once and marks what it changed with it', () => {
    const saved = patchSection(items, kept({ a: { points: 1, v: 1 } }, 1), 1, {
      b: { answer: { met: true }, reason: '', comment: '' },
      c: points(4, '见附件'),
    });
    expect(saved).toEqual({
      ok: true,
      value: {
        version: 2,
        stored: { a: { points: 1, v: 1 }, b: { met: true, v: 2 }, c: { points: 4, comment: '见附件', v: 2 } },
        changed: { b: { answer: { met: true }, reason: '', comment: '' }, c: points(4, '见附件') },
      },
    });
  });

  it('of what is there already changes nothing, not even the version', () => {
    const stored: StoredItems = { a: { points: 1, v: 3 } };
    expect(
      patchSection(items, kept(stored, 3), 0, { a: points(1), b: { answer: null, reason: '', comment: '' } }),
    ).toEqual({
      ok: true,
      value: { stored, version: 3, changed: {} },
    });
  });

  it('may take an answer back and keep its comment', () => {
    const saved = patchSection(items, kept({ a: { points: 1, v: 1 } }, 1), 1, {
      a: { answer: null, reason: '', comment: '再核' },
    });
    expect(saved).toMatchObject({ ok: true, value: { stored: { a: { comment: '再核', v: 2 } } } });
  });

  it('may mark an item as not applicable before its reason is written', () => {
    const saved = patchSection(items, empty, 0, { a: { answer: { na: '' }, reason: '', comment: '' } });
    expect(saved).toMatchObject({ ok: true, value: { stored: { a: { na: '', v: 1 } } } });
  });
});

describe('a save of points that were counted out', () => {
  const counting = [
    smallItem('a', {
      full: 10,
      deductions: [
        { text: '缺护栏', units: 4, per: '处' },
        { text: '没有记录', units: 3 },
      ],
    }),
  ];
  const counted = (value: number, deductions: Record<string, number>): ItemPatch => ({ ...points(value), deductions });

  it('keeps the counts beside them, without zeros, and gives them back', () => {
    const saved = patchSection(counting, empty, 0, { a: counted(6, { 0: 1, 1: 0 }) });
    expect(saved).toMatchObject({ ok: true, value: { stored: { a: { points: 6, deductions: { 0: 1 }, v: 1 } } } });
    expect(saved.ok && fromStored(saved.value.stored)).toEqual({
      a: { answer: { points: 6 }, reason: '', comment: '', deductions: { 0: 1 }, v: 1 },
    });
  });

  it('is a change even if the points stay, and forgets the counts when points are entered as such', () => {
    const stored: StoredItems = { a: { points: 0, deductions: { 0: 3 }, v: 1 } };
    const other = patchSection(counting, kept(stored, 1), 1, { a: counted(0, { 0: 3, 1: 1 }) });
    expect(other).toMatchObject({ ok: true, value: { version: 2, stored: { a: { deductions: { 0: 3, 1: 1 } } } } });
    const same = patchSection(counting, kept(stored, 1), 1, { a: counted(0, { 1: 0, 0: 3 }) });
    expect(same).toMatchObject({ ok: true, value: { version: 1, changed: {} } });
    const direct = patchSection(counting, kept(stored, 1), 1, { a: points(0) });
    expect(direct).toMatchObject({ ok: true, value: { stored: { a: { points: 0, v: 2 } } } });
    expect(direct.ok && direct.value.stored.a).not.toHaveProperty('deductions');
  });

  it.each([
    ['other points than the counts leave', counted(7, { 0: 1 }), 'deductions.pointsDiffer'],
    ['twice what is so or not', counted(4, { 1: 2 }), 'deductions.countsOnce'],
    [
      'counts without an answer',
      { answer: null, reason: '', comment: '', deductions: { 0: 1 } },
      'deductions.withoutPoints',
    ],
    [
      'counts of what is not applicable',
      { answer: { na: '' }, reason: '', comment: '', deductions: { 0: 1 } },
      'deductions.withoutPoints',
    ],
  ])('is refused at its item with %s', (_, patch, code) => {
    expect(patchSection(counting, empty, 0, { a: patch }, { unitsPerPoint: 2 })).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'items.a', code }] },
    });
  });
});

describe('a save is refused', () => {
  it('whole, if an item was changed after its base to something else', () => {
    const stored: StoredItems = { a: { points: 5, v: 2 }, b: { met: true, v: 1 } };
    const refused = patchSection(items, kept(stored, 2), 1, {
      a: points(6),
      b: { answer: { met: false }, reason: '', comment: '' },
    });
    expect(refused).toEqual({
      ok: false,
      error: { kind: 'conflict', version: 2, items: { a: { answer: { points: 5 }, reason: '', comment: '', v: 2 } } },
    });
  });

  it.each([
    ['points above full', 'a', points(11), 'answers.pointsOutOfRange'],
    ['half units', 'a', points(1.5), 'answers.pointsNotInteger'],
    ['points on an item that is met or not', 'b', points(1), 'answers.pointsOnMetItem'],
    [
      'not applicable where that is forbidden',
      'c',
      { answer: { na: '无' }, reason: '', comment: '' },
      'answers.naForbidden',
    ],
    ['a comment that is too long', 'a', points(1, '长'.repeat(1001)), 'declaration.commentTooLong'],
    [
      'a reason that is too long',
      'a',
      { answer: { na: '长'.repeat(501) }, reason: '', comment: '' },
      'declaration.reasonTooLong',
    ],
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
    a: { answer: { points: 0 }, reason: '', comment: '', v: 1 },
    b: { answer: { met: false }, reason: '', comment: '注', v: 2 },
    c: { answer: null, reason: '', comment: '', v: 3 },
  });
});
