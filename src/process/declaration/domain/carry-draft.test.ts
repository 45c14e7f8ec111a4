import { describe, expect, it } from 'vitest';
import { smallEdition, smallItem } from '#process/standards/testing/small-edition.ts';
import { carryDraft, keptWhole } from './carry-draft.ts';
import { fromStored, patchSection, type StoredItems } from './draft-answers.ts';

const edition = (...items: Parameters<typeof smallItem>[]) =>
  smallEdition({ items: items.map(([id, change]) => smallItem(id, change)) });
const draft = (stored: StoredItems, version = 3) => ({ '1': { version, stored } });
const first = {
  hash: 'h1',
  edition: edition(['a', { text: '甲' }], ['b', { text: '乙' }], ['c', { text: '丙' }], ['d', { text: '丁' }]),
};
const second = {
  hash: 'h2',
  // a as it was, b changed, c under another id, d gone, e new.
  edition: edition(['a', { text: '甲' }], ['b', { text: '乙二' }], ['x', { text: '丙' }], ['e', { text: '戊' }]),
};
const answered: StoredItems = {
  a: { points: 8, comment: '见台账', v: 1 },
  b: { points: 6, comment: '已整改', v: 2 },
  c: { na: '无此设施', v: 2 },
  d: { points: 1, comment: '旧', v: 3 },
};

describe('a working copy moves to another edition', () => {
  it('with what stands, what is to be confirmed, what is new and what is gone', () => {
    const { sections, report, version } = carryDraft(first, second, draft(answered));
    expect(version).toBe(4);
    expect(sections['1']).toEqual({
      a: { points: 8, comment: '见台账', v: 4 },
      b: { comment: '已整改', v: 4, was: { edition: 'h1', item: 'b', answer: { points: 6 } } },
      x: { na: '无此设施', v: 4 },
      e: { v: 4 },
    });
    expect(report).toEqual({
      kept: 2,
      unanswered: 0,
      moved: [['c', 'x']],
      toConfirm: ['b'],
      fresh: ['e'],
      dropped: [{ item: 'd', answer: { points: 1 }, comment: '旧' }],
    });
    expect(keptWhole(report)).toBe(false);
  });

  it('with the counts behind an answer that stands, and without those behind one that is to be confirmed', () => {
    const deductions = [{ text: '缺护栏', units: 1, per: '处' }];
    const before = { hash: 'h1', edition: edition(['a', { deductions }], ['b', { text: '乙', deductions }]) };
    const after = { hash: 'h2', edition: edition(['x', { deductions }], ['b', { text: '乙二', deductions }]) };
    const counted = (id: string): StoredItems => ({ [id]: { points: 8, deductions: { 0: 2 }, v: 1 } });
    expect(carryDraft(before, after, draft({ ...counted('a'), ...counted('b') })).sections['1']).toEqual({
      x: { points: 8, deductions: { 0: 2 }, v: 4 },
      b: { v: 4, was: { edition: 'h1', item: 'b', answer: { points: 8 } } },
    });
  });

  it('whole where the items only stand elsewhere', () => {
    const only = { hash: 'h3', edition: edition(['x', { text: '丙' }], ['a', { text: '甲' }]) };
    expect(keptWhole(carryDraft(first, only, draft(answered)).report)).toBe(true);
  });

  it('so that an answer typed against the old text meets a conflict instead of standing for the new one', () => {
    const { sections, version } = carryDraft(first, second, draft(answered));
    const before = { stored: sections['1']!, version };
    for (const id of ['b', 'e']) {
      const saved = patchSection(second.edition.items, before, 3, {
        [id]: { answer: { points: 2 }, reason: '', comment: '' },
      });
      expect(saved).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    }
  });

  it('and an answer that waits to be confirmed is none until it is given', () => {
    const { sections, version } = carryDraft(first, second, draft(answered));
    expect(fromStored(sections['1']!).b).toMatchObject({ answer: null, was: { answer: { points: 6 } } });
    const before = { stored: sections['1']!, version };
    const commented = patchSection(second.edition.items, before, version, {
      b: { answer: null, reason: '', comment: '待核' },
    });
    if (!commented.ok) throw new Error('refused');
    expect(commented.value.stored.b).toMatchObject({ comment: '待核', was: { answer: { points: 6 } } });
    const confirmed = patchSection(second.edition.items, commented.value, version + 1, {
      b: { answer: { points: 6 }, reason: '', comment: '待核' },
    });
    if (!confirmed.ok) throw new Error('refused');
    expect(fromStored(confirmed.value.stored).b).toMatchObject({ answer: { points: 6 } });
  });

  it('twice, and what was not confirmed in between still is to be, by the answer first given', () => {
    const once = carryDraft(first, second, draft(answered));
    const third = { hash: 'h3', edition: edition(['a', { text: '甲' }], ['b', { text: '乙二' }]) };
    const again = carryDraft(second, third, { '1': { version: once.version, stored: once.sections['1']! } });
    expect(again.report.toConfirm).toEqual(['b']);
    expect(again.sections['1']?.b?.was).toEqual({ edition: 'h1', item: 'b', answer: { points: 6 } });
    const gone = { hash: 'h4', edition: edition(['a', { text: '甲' }]) };
    const dropped = carryDraft(second, gone, { '1': { version: once.version, stored: once.sections['1']! } });
    expect(dropped.report.dropped.map(({ item }) => item)).toEqual(['b', 'x']);
  });

  it('leaves an item alone that nobody had touched and that says the same', () => {
    const { sections, report } = carryDraft(first, second, draft({}));
    expect(Object.keys(sections['1'] ?? {})).toEqual(['b', 'x', 'e']);
    expect(report).toMatchObject({ kept: 0, unanswered: 3, fresh: ['e'], toConfirm: [] });
  });
});
