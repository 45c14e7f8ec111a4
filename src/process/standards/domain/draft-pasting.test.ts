import { describe, expect, it } from 'vitest';
import { cellsOf, type Draft, guessColumns, openDraft, readPasted, withPasted } from './draft-editing.ts';

const draft: Draft = openDraft(
  {
    unitsPerPoint: 2,
    elements: [
      { id: 'e1', parent: null, clause: '1', title: '证照' },
      { id: 'e2', parent: null, clause: '2', title: '边坡' },
    ],
    items: [
      { id: 'i1', element: 'e1', clause: '1.1', text: '证照齐全', full: 10, kind: 'scored' },
      { id: 'i2', element: 'e1', clause: '1.2', text: '图纸齐全', full: 10, kind: 'scored' },
    ],
  },
  () => 'x',
).draft;

const paste = (text: string, fields?: readonly (string | null)[]) => {
  const cells = cellsOf(text);
  const guess = guessColumns(cells);
  let made = 0;
  return readPasted(draft, cells, fields ?? guess.fields, {
    element: 'e1',
    newId: () => `new${++made}`,
    skip: guess.hasHeadings && !fields ? 1 : 0,
  });
};

describe('the cells of a pasted text', () => {
  it('are parted by tabs and lines; quotes hold line breaks, tabs and doubled quotes', () => {
    expect(cellsOf('a\tb\r\n"c\nd"\t"say ""x"""\n\n')).toEqual([
      ['a', 'b'],
      ['c\nd', 'say "x"'],
    ]);
    expect(cellsOf('')).toEqual([]);
  });

  it('keep a quotation mark that is only a word', () => {
    expect(cellsOf('"三同时"制度\tb')).toEqual([['"三同时"制度', 'b']]);
  });
});

describe('the columns', () => {
  it('are known by their headings, whatever the order', () => {
    expect(guessColumns(cellsOf('分值\t要求\t别的\n5\t甲\t乙'))).toEqual({
      hasHeadings: true,
      fields: ['full', 'text', null],
    });
  });

  it('have the usual order where there are no headings', () => {
    expect(guessColumns([['1.1', '甲', '5', '一般项', '', '', '', '', '多']])).toEqual({
      hasHeadings: false,
      fields: ['clause', 'text', 'full', 'kind', 'deduction', 'method', 'evidence', 'basis', null],
    });
  });
});

describe('pasted rows', () => {
  it('become items of the element at hand, with what such an item usually is', () => {
    const { rows, faults } = paste('条款号\t要求\t分值\t类型\n1.3\t台账齐全\t2.5\t一般项\n1.4\t不越界开采\t10\t否决项');
    expect(faults).toEqual([]);
    expect(rows.map(({ item }) => item)).toMatchObject([
      { id: 'new1', element: 'e1', clause: '1.3', full: 5, kind: 'scored', scoring: 'points', na: 'allowed' },
      { id: 'new2', element: 'e1', clause: '1.4', full: 20, kind: 'veto', scoring: 'met', na: 'forbidden' },
    ]);
  });

  it('change the item whose id they have, in the pasted columns only', () => {
    const { rows } = paste('编号\t分值\ni2\t8');
    expect(rows).toHaveLength(1);
    expect(withPasted(draft, rows, null).items[1]).toEqual({ ...draft.items[1], full: 16 });
  });

  it('go to the element that they name by number or title', () => {
    const { rows } = paste('要素编号\t要求\n2\t甲\n边坡\t乙');
    const next = withPasted(draft, rows, null);
    expect(next.items.filter(({ element }) => element === 'e2').map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  it('go behind the item at hand', () => {
    const { rows } = paste('条款号\t要求\n1.x\t甲\n1.y\t乙');
    expect(withPasted(draft, rows, 'i1').items.map(({ id }) => id)).toEqual(['i1', 'new1', 'new2', 'i2']);
  });

  it('name every cell that does not read', () => {
    const { faults } = paste('要求\t分值\t类型\t要素编号\t扣分规则\n甲\t２．５\t必须项\t9.9\t缺一处\n\t1\t一般项\t1\t');
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, 1, 'workbook.numberFullWidth'],
      [1, 2, 'workbook.choiceUnknown'],
      [1, 3, 'paste.elementUnknown'],
      [1, 4, 'workbook.ruleUnknown'],
      [2, 0, 'workbook.required'],
    ]);
  });

  it('do not take one id for two items', () => {
    const { faults } = paste('编号\t要求\nn\t甲\nn\t乙');
    expect(faults).toEqual([{ row: 2, column: 0, code: 'paste.idTwice', params: { id: 'n' } }]);
  });
});
