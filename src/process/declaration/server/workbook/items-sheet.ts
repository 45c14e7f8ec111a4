import { exactPoints, type Item } from '#process/standards/domain/index.ts';
import { type FormCell, type FormRule, type FormSheet, rangeOf } from '#support/documents/xlsx/write-form.ts';
import { MOST_COMMENT, MOST_REASON } from '../../domain/draft-answers.ts';
import { type Measure, MOST_MEASURE, MOST_PERSON } from '../../domain/rectification/measure.ts';
import { type ItemEntry, itemKey, measureKey } from '../../domain/workbook/entries.ts';
import { ITEMS_SHEET, type ItemColumn, itemColumns, KINDS, VERDICTS } from '../../domain/workbook/sheets.ts';
import type { BookContext } from './book-context.ts';
import { heading } from './form-sheets.ts';

const ORDER = Object.keys(itemColumns) as readonly ItemColumn[];
const columnAt = (column: ItemColumn): number => ORDER.indexOf(column);
const letterOf = (column: ItemColumn): string => String.fromCharCode(65 + columnAt(column));

const WIDTHS: Readonly<Record<ItemColumn, number>> = {
  id: 11,
  element: 18,
  clause: 9,
  text: 46,
  deduction: 40,
  full: 7,
  kind: 9,
  verdict: 10,
  points: 9,
  counts: 13,
  na: 22,
  reason: 26,
  comment: 24,
  measure: 28,
  person: 13,
  dueOn: 13,
  earned: 8,
};

/** Row of the first item; the three above it are title, note and headings. */
const FIRST_ROW = 4;

/** The rules of an item with their numbers, as 扣分计次 refers to them. */
const deductionText = ({ deduction, deductions }: Item, points: (units: number) => string): string => {
  const rules = (deductions ?? []).map((rule, at) => {
    const taken = 'all' in rule ? '扣全部分' : `${rule.per ? `每${rule.per}` : ''}扣 ${points(rule.units)} 分`;
    return `${at + 1}. ${rule.text}（${taken}）`;
  });
  return [deduction ?? '', ...rules].filter((line) => line !== '').join('\n');
};

/** What 计分 comes to by what stands in 评定 and 得分; the system's own score counts. */
const earnedOf = (item: Item, entry: ItemEntry | null): number => {
  const answer = entry?.answer ?? null;
  if (!answer || 'na' in answer) return 0;
  if ('points' in answer) return answer.points;
  return answer.met ? item.full : 0;
};

const verdictOf = (answer: ItemEntry['answer']): string | null => {
  if (answer === null || 'points' in answer) return null;
  return 'na' in answer ? VERDICTS.na : answer.met ? VERDICTS.met : VERDICTS.unmet;
};

const countsText = (counts: ItemEntry['counts']): string =>
  Object.entries(counts ?? {})
    .map(([position, count]) => `${Number(position) + 1}×${count}`)
    .join(' ');

/** 评估表: one item a row, in the order of the edition. */
export const itemsSheet = (context: BookContext): FormSheet => {
  const { edition } = context.edition;
  const elements = new Map(edition.elements.map((one) => [one.id, one.title ?? one.id]));
  const points = (units: number): string => exactPoints(units, edition.unitsPerPoint);
  const number = (units: number): number => units / edition.unitsPerPoint;
  const rules: FormRule[] = [];
  const rows = edition.items.map((item, at): FormCell[] => {
    const row = FIRST_ROW + at;
    const entry = (context.entries[itemKey(item.id)] ?? null) as ItemEntry | null;
    const measure = (context.entries[measureKey(item.id)] ?? null) as Measure | null;
    const answer = entry?.answer ?? null;
    const cells: Record<ItemColumn, FormCell> = {
      id: { look: 'soft', value: item.id },
      element: { look: 'label', value: elements.get(item.element) ?? '' },
      clause: { look: 'label', value: item.clause ?? '' },
      text: { look: 'label', value: item.text ?? '' },
      deduction: { look: 'soft', value: deductionText(item, points) },
      full: { look: 'figure', value: number(item.full) },
      kind: { look: 'label', value: KINDS[item.kind] },
      verdict: { look: hasVerdict(item) ? 'textInput' : 'closed', value: verdictOf(answer) },
      points: {
        look: item.scoring === 'points' ? 'numberInput' : 'closed',
        value: answer && 'points' in answer ? number(answer.points) : null,
      },
      counts: { look: item.deductions?.length ? 'textInput' : 'closed', value: countsText(entry?.counts ?? null) },
      na: { look: item.na === 'allowed' ? 'textInput' : 'closed', value: answer && 'na' in answer ? answer.na : '' },
      reason: { look: 'textInput', value: entry?.reason ?? '' },
      comment: { look: 'textInput', value: entry?.comment ?? '' },
      measure: { look: 'textInput', value: measure?.measure ?? '' },
      person: { look: 'textInput', value: measure?.person ?? '' },
      dueOn: { look: 'dayInput', value: measure?.dueOn ?? '' },
      earned: { look: 'figure', formula: earnedFormula(item, row), value: number(earnedOf(item, entry)) },
    };
    rules.push(...rulesOf(item, row, points, number));
    return ORDER.map((column) => cells[column]);
  });
  const last = FIRST_ROW + rows.length - 1;
  rules.push(...columnRules(last));
  return {
    name: ITEMS_SHEET,
    widths: ORDER.map((column) => WIDTHS[column]),
    rows: [
      [{ look: 'title', value: context.edition.title }],
      [
        {
          look: 'note',
          value:
            '按是否符合评定的条款在“评定”中选取，按得分评定的条款在“得分”中填数；不参评的选“不参评”并写明理由。有扣分的写明“扣分原因”。' +
            '“扣分计次”可填“规则号×次数”，如“1×2 3×1”，得分由次数算出，可不另填。“条款编号”一列请勿改动；计分以系统计算为准。',
        },
      ],
      ORDER.map((column) => heading(itemColumns[column])),
      ...rows,
    ],
    merges: [
      [0, 0, 0, ORDER.length - 1],
      [1, 0, 1, ORDER.length - 1],
    ],
    rules,
    freeze: { rows: 3, columns: 4 },
    repeatedRow: 3,
    footer: context.register.unitName,
  };
};

const hasVerdict = ({ scoring, na }: Item): boolean => scoring === 'met' || na === 'allowed';

const earnedFormula = ({ scoring }: Item, row: number): string =>
  scoring === 'met'
    ? `IF(${letterOf('verdict')}${row}="${VERDICTS.met}",${letterOf('full')}${row},0)`
    : `IF(AND(${letterOf('verdict')}${row}<>"${VERDICTS.na}",ISNUMBER(${letterOf('points')}${row})),${letterOf('points')}${row},0)`;

const rulesOf = (
  item: Item,
  row: number,
  points: (units: number) => string,
  number: (units: number) => number,
): readonly FormRule[] => {
  const found: FormRule[] = [];
  const evidence = item.evidence ? `佐证：${item.evidence}` : '';
  if (hasVerdict(item))
    found.push({
      range: rangeOf(columnAt('verdict'), row),
      list: [
        ...(item.scoring === 'met' ? [VERDICTS.met, VERDICTS.unmet] : []),
        ...(item.na === 'allowed' ? [VERDICTS.na] : []),
      ],
      hint: {
        title: item.clause ?? item.id,
        text: [item.naWhen ? `可不参评：${item.naWhen}` : '', evidence].join(' ').trim() || ' ',
      },
      refusal: '请从下拉列表中选取。',
    });
  if (item.scoring === 'points')
    found.push({
      range: rangeOf(columnAt('points'), row),
      number: { from: 0, to: number(item.full), whole: points(1) === '1' },
      hint: { title: `${item.clause ?? item.id}：0 至 ${points(item.full)} 分`, text: evidence || ' ' },
      refusal: `请填 0 至 ${points(item.full)} 的得分，每 ${points(1)} 分一档。`,
    });
  return found;
};

const columnRules = (last: number): readonly FormRule[] => {
  const longest = (column: ItemColumn, most: number): FormRule => ({
    range: rangeOf(columnAt(column), FIRST_ROW, last),
    longest: most,
    refusal: `最多 ${most} 个字。`,
  });
  return [
    longest('na', MOST_REASON),
    longest('reason', MOST_REASON),
    longest('comment', MOST_COMMENT),
    longest('measure', MOST_MEASURE),
    longest('person', MOST_PERSON),
    { range: rangeOf(columnAt('dueOn'), FIRST_ROW, last), day: true, refusal: '请填日期，如 2026-03-15。' },
  ];
};

/** Places that 汇总 adds up. */
export const itemsRange = (column: ItemColumn, first: number, last: number): string =>
  `${ITEMS_SHEET}!$${letterOf(column)}$${first}:$${letterOf(column)}$${last}`;
export const firstItemRow = FIRST_ROW;
