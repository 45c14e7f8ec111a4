import type { GivenBook } from './given-book.ts';
import { FORM_SHEET, ITEMS_SHEET } from './sheets.ts';

/** Workbooks of this program that are taken for the declaration's. */
export type OtherBook = 'roster' | 'standard' | 'calendar' | 'report' | 'unknown';

const sheetNames = (book: GivenBook): ReadonlySet<string> =>
  new Set(book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name.trim()));

const heads = (book: GivenBook, ...headings: readonly string[]): boolean =>
  book.sheets.some(({ rows }) =>
    rows.slice(0, 20).some(({ cells }) => {
      const values = new Set(Object.values(cells).map(({ value }) => value.replace(/\s/g, '')));
      return headings.every((heading) => values.has(heading));
    }),
  );

/** What a workbook is that has no fingerprint of ours; `declaration`: ours by its sheets, the fingerprint is lost. */
export const diagnose = (book: GivenBook): OtherBook | 'declaration' => {
  const names = sheetNames(book);
  if (names.has(FORM_SHEET) && names.has(ITEMS_SHEET)) return 'declaration';
  if (names.has('条款') && names.has('要素') && names.has('类别')) return 'standard';
  if (names.has('名册') || heads(book, '统一社会信用代码', '评估单元')) return 'roster';
  if (names.has('批量导入结果')) return 'report';
  if (heads(book, '日期', '名称', '类型') || names.has('工作日历')) return 'calendar';
  return 'unknown';
};
