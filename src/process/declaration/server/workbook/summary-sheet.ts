import type { FormCell, FormSheet } from '#support/documents/xlsx/write-form.ts';
import { sectionsOf } from '../../domain/sections.ts';
import { type ItemEntry, itemKey } from '../../domain/workbook/entries.ts';
import { SUMMARY_SHEET, VERDICTS } from '../../domain/workbook/sheets.ts';
import type { BookContext } from './book-context.ts';
import { heading, label } from './form-sheets.ts';
import { firstItemRow, itemsRange } from './items-sheet.ts';

const HEADINGS = ['要素', '条款数', '满分', '不参评分', '应得分', '计分', '扣分', '得分率（%）'] as const;

interface Sums {
  readonly items: number;
  readonly full: number;
  readonly na: number;
  readonly earned: number;
}

const rate = (earned: number, of: number): number | null => (of === 0 ? null : Math.round((earned / of) * 1000) / 10);

/** 汇总: computed by the spreadsheet as people fill the items in. */
export const summarySheet = (context: BookContext): FormSheet => {
  const { edition } = context.edition;
  const rowOf = new Map(edition.items.map(({ id }, at) => [id, firstItemRow + at]));
  const sums = sectionsOf(edition).map(({ title, items }) => {
    const rows = items.map(({ id }) => rowOf.get(id) ?? 0);
    const found = { items: items.length, full: 0, na: 0, earned: 0 };
    for (const item of items) {
      const answer = ((context.entries[itemKey(item.id)] ?? null) as ItemEntry | null)?.answer ?? null;
      found.full += item.full / edition.unitsPerPoint;
      if (!answer) continue;
      if ('na' in answer) found.na += item.full / edition.unitsPerPoint;
      else if ('points' in answer) found.earned += answer.points / edition.unitsPerPoint;
      else if (answer.met) found.earned += item.full / edition.unitsPerPoint;
    }
    return { title, rows, ...found };
  });
  const body = sums.map(({ title, rows, ...own }, at): FormCell[] => {
    const row = 4 + at;
    const stretches = runsOf(rows);
    const add = (column: 'full' | 'earned') =>
      stretches.map(([first, last]) => `SUM(${itemsRange(column, first, last)})`).join('+');
    const na = stretches
      .map(
        ([first, last]) =>
          `SUMIF(${itemsRange('verdict', first, last)},"${VERDICTS.na}",${itemsRange('full', first, last)})`,
      )
      .join('+');
    return figures(label(title), own, [add('full'), na, `C${row}-D${row}`, add('earned')], row);
  });
  const total = sums.reduce<Sums>(
    (all, one) => ({
      items: all.items + one.items,
      full: all.full + one.full,
      na: all.na + one.na,
      earned: all.earned + one.earned,
    }),
    { items: 0, full: 0, na: 0, earned: 0 },
  );
  const end = 3 + sums.length;
  const column = (letter: string) => `SUM(${letter}4:${letter}${end})`;
  const totals = figures(
    { look: 'group', value: '合计' },
    total,
    [column('C'), column('D'), column('E'), column('F')],
    end + 1,
  );
  return {
    name: SUMMARY_SHEET,
    widths: [34, 10, 10, 12, 10, 10, 10, 14],
    rows: [
      [{ look: 'title', value: '自评结果汇总' }],
      [
        {
          look: 'note',
          value: '由填写内容随时算出，供核对；门槛、必备项和否决项的后果未计入，得分和类别以系统计算为准。',
        },
      ],
      HEADINGS.map(heading),
      ...body,
      totals,
    ],
    merges: [
      [0, 0, 0, 7],
      [1, 0, 1, 7],
    ],
    freeze: { rows: 3, columns: 1 },
    repeatedRow: 3,
    footer: context.register.unitName,
  };
};

/** Stretches of rows that follow each other. */
const runsOf = (rows: readonly number[]): readonly (readonly [first: number, last: number])[] => {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const current = runs.at(-1);
    if (current && current[1] === row - 1) current[1] = row;
    else runs.push([row, row]);
  }
  return runs;
};

const figures = (
  name: FormCell,
  { items, full, na, earned }: Sums,
  formulas: readonly [full: string, na: string, of: string, earned: string],
  row: number,
): FormCell[] => [
  name,
  { look: 'figure', value: items },
  { look: 'figure', formula: formulas[0], value: full },
  { look: 'figure', formula: formulas[1], value: na },
  { look: 'figure', formula: formulas[2], value: full - na },
  { look: 'figure', formula: formulas[3], value: earned },
  { look: 'figure', formula: `E${row}-F${row}`, value: full - na - earned },
  { look: 'figure', formula: `IF(E${row}=0,"",ROUND(F${row}/E${row}*100,1))`, value: rate(earned, full - na) ?? '' },
];
