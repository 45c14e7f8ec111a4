import { describe, expect, it } from 'vitest';
import { smallAnswers, smallEdition } from '#process/standards/testing/small-edition.ts';
import { changedItems, type Submitted } from './corrected.ts';

const edition = smallEdition();
const submitted = (change: Partial<Submitted> = {}): Submitted => ({
  answers: smallAnswers(edition, { a: 8, b: { na: '无此设施' } }),
  reasons: { a: '缺记录' },
  comments: { a: '已整改' },
  deductions: { a: { 0: 2 } },
  evidence: [{ itemId: 'a', digest: 'd1' }],
  ...change,
});

describe('a corrected submission', () => {
  it('has no changed items if nothing was changed', () => {
    expect(changedItems(submitted(), submitted())).toEqual([]);
  });

  it('names items with another answer, reason, comment or file', () => {
    const answers = smallAnswers(edition, { a: 8, b: { na: '未使用' } });
    expect(changedItems(submitted(), submitted({ answers }))).toEqual(['b']);
    expect(changedItems(submitted(), submitted({ comments: {} }))).toEqual(['a']);
    expect(changedItems(submitted(), submitted({ reasons: { a: '缺两处记录' } }))).toEqual(['a']);
    expect(changedItems(submitted(), submitted({ deductions: { a: { 1: 1 } } }))).toEqual(['a']);
    const evidence = [...submitted().evidence, { itemId: 'b', digest: 'd2' }];
    expect(changedItems(submitted(), submitted({ evidence }))).toEqual(['b']);
    expect(changedItems(submitted(), submitted({ evidence: [{ itemId: 'a', digest: 'd2' }] }))).toEqual(['a']);
  });

  it('is new as a whole under another edition', () => {
    const answers = { ...submitted().answers, edition: 'f'.repeat(64) };
    expect(changedItems(submitted(), submitted({ answers }))).toEqual(['a', 'b']);
  });
});
