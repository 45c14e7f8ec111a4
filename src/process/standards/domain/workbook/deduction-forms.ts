import { exactPoints, unitsOfPoints } from '../points-text.ts';
import { isCount, isObject, own } from '../reading.ts';
import type { CellForm } from './workbook-codes.ts';

/** Every kind of deduction rule in words, one to a line. */
export const RULE_WORDS = ['缺少护栏：每处扣 2 分', '没有检查记录：扣 1 分', '未建立制度：扣完'] as const;

const written = (rule: unknown, unitsPerPoint: number): string => {
  if (!isObject(rule)) return '';
  const [text, units, per, all] = ['text', 'units', 'per', 'all'].map((name) => own(rule, name));
  if (typeof text !== 'string') return '';
  if (all === true) return `${text}：扣完`;
  if (!isCount(units)) return '';
  return `${text}：${typeof per === 'string' ? `每${per}` : ''}扣 ${exactPoints(units, unitsPerPoint)} 分`;
};

// The last colon parts reason and consequence, so that a reason may have colons of its own.
const ALL = /^(.+)：扣完$/u;
const SOME = /^(.+)：(?:每([^：]+?))?扣 ?([\d./]+) ?分$/u;

/** Deduction rules, one to a line. */
export const deductions: CellForm = {
  write: (value, unitsPerPoint) =>
    Array.isArray(value) ? value.map((rule) => written(rule, unitsPerPoint)).join('\n') : '',
  read: (cell, { fault, unitsPerPoint }) => {
    const list: unknown[] = [];
    let whole = unitsPerPoint !== undefined;
    for (const line of cell.value.split(/\r?\n/u)) {
      if (line.trim() === '') continue;
      const [, all] = ALL.exec(line) ?? [];
      const [, text, per, points = ''] = SOME.exec(line) ?? [];
      if (all !== undefined) list.push({ text: all, all: true });
      else {
        const units = text === undefined ? undefined : unitsOfPoints(points, unitsPerPoint ?? 1);
        if (isCount(units)) list.push({ text, units, ...(per === undefined ? {} : { per }) });
        else if (units === undefined)
          fault('workbook.ruleUnknown', { given: line.slice(0, 60), forms: RULE_WORDS.join('、') });
        else if (unitsPerPoint !== undefined) fault('workbook.pointsNotWhole', { given: points, units: unitsPerPoint });
        whole &&= isCount(units);
      }
    }
    return whole ? list : undefined;
  },
};
