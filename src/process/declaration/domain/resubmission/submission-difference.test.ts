import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionGaps } from './correction-gaps.ts';
import { type DeclaredContent, isEmptyDifference, submissionDifference } from './submission-difference.ts';

const empty: DeclaredContent = {
  answers: {},
  reasons: {},
  comments: {},
  deductions: {},
  evidence: [],
  registration: {},
  rectification: {},
  report: {},
};
const submitted: DeclaredContent = {
  ...empty,
  answers: { a: { points: 4 }, b: { met: true }, c: { na: '无此设施' } },
  reasons: { a: '两处护栏缺失' },
  comments: { b: '见附件' },
  evidence: [{ itemId: 'b', fileName: '证照.pdf', digest: 'd1' }],
  registration: { staffCount: 120, address: '东区某路 1 号' },
  report: { overview: '一、概况' },
};
const ids = ['a', 'b', 'c'];
const between = (after: Partial<DeclaredContent>) => submissionDifference(submitted, { ...submitted, ...after }, ids);

describe('the difference between two states of a declaration', () => {
  it('is empty between a state and itself, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.integer({ min: 0, max: 9 })),
        fc.dictionary(fc.string(), fc.string()),
        (points, texts) => {
          const state: DeclaredContent = {
            ...empty,
            answers: Object.fromEntries(Object.entries(points).map(([id, value]) => [id, { points: value }])),
            comments: texts,
            registration: texts,
          };
          const again = structuredClone(state);
          expect(isEmptyDifference(submissionDifference(state, again, Object.keys(points)))).toBe(true);
        },
      ),
    );
  });

  it('names an item with both answers and what of it is different, in the order of the edition', () => {
    const { items } = between({
      answers: { ...submitted.answers, c: { met: false }, a: { points: 2 } },
      reasons: { a: '三处护栏缺失' },
    });
    expect(items.map(({ itemId, changed }) => [itemId, changed])).toEqual([
      ['a', ['answer', 'reason']],
      ['c', ['answer']],
    ]);
    expect(items[0]?.before).toMatchObject({ answer: { points: 4 }, reason: '两处护栏缺失' });
    expect(items[0]?.after).toMatchObject({ answer: { points: 2 }, reason: '三处护栏缺失' });
  });

  it('sees a file that came, went or was replaced, and not one that only has another name', () => {
    const with_ = (...evidence: DeclaredContent['evidence']) => between({ evidence }).items.map(({ itemId }) => itemId);
    expect(with_({ itemId: 'b', fileName: '新名.pdf', digest: 'd1' })).toEqual([]);
    expect(with_({ itemId: 'b', fileName: '证照.pdf', digest: 'd2' })).toEqual(['b']);
    expect(with_()).toEqual(['b']);
    expect(with_(...submitted.evidence, { itemId: 'c', fileName: '说明.pdf', digest: 'd3' })).toEqual(['c']);
  });

  it('takes a blank field for a blank one, however it is written', () => {
    expect(between({ registration: { ...submitted.registration, groupName: '', certificates: [] } }).fields).toEqual(
      [],
    );
    expect(between({ registration: { staffCount: 121, address: '东区某路 1 号' } }).fields).toEqual([
      { name: 'staffCount', before: 120, after: 121 },
    ]);
    expect(between({ registration: { staffCount: 120 } }).fields).toEqual([
      { name: 'address', before: '东区某路 1 号', after: null },
    ]);
  });

  it('takes choices ticked again in another order for the same', () => {
    const with_ = (...specialHazards: string[]) => ({ registration: { ...submitted.registration, specialHazards } });
    const difference = (after: string[]) =>
      submissionDifference({ ...submitted, ...with_('dust', 'space') }, { ...submitted, ...with_(...after) }, ids)
        .fields;
    expect(difference(['space', 'dust'])).toEqual([]);
    expect(difference(['space', 'lift'])).toHaveLength(1);
  });

  it('names the sections of the report that read otherwise', () => {
    expect(between({ report: { overview: '一、概况（更正）' } }).report).toEqual(['overview']);
  });
});

describe('handing a returned declaration in again', () => {
  const returned = [{ itemId: 'a' }, { itemId: 'b' }];

  it('is refused if nothing at all was changed, whatever the note says', () => {
    expect(correctionGaps(between({}), returned, '已改')).toEqual([
      { path: 'correction', code: 'declaration.nothingChanged' },
    ]);
  });

  it('asks for a note on each item that was to be corrected and stands as it was', () => {
    const difference = between({ answers: { ...submitted.answers, a: { points: 1 } } });
    expect(correctionGaps(difference, returned, '  ')).toEqual([
      { path: 'items.b', code: 'declaration.returnedItemUntouched', params: { item: 'b' } },
    ]);
    expect(correctionGaps(difference, returned, 'b 项经核对无误，附件已说明')).toEqual([]);
  });

  it('takes a new file or a new reason for a correction', () => {
    const difference = between({
      reasons: { a: '补充说明' },
      evidence: [...submitted.evidence, { itemId: 'b', fileName: '照片.jpg', digest: 'd9' }],
    });
    expect(correctionGaps(difference, returned, '')).toEqual([]);
  });
});
