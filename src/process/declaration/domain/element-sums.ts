import { type Answer, answerFault, type Edition } from '#process/standards/domain/index.ts';
import { sectionsOf } from './sections.ts';

/** Sums of one element, in units of the edition, before any effect: as on the summary sheet (得分汇总表) of a self-assessment report. */
export interface ElementSums {
  readonly items: number;
  readonly answered: number;
  readonly full: number;
  readonly na: number;
  readonly earned: number;
}

const nothing: ElementSums = { items: 0, answered: 0, full: 0, na: 0, earned: 0 };
const plus = (a: ElementSums, b: ElementSums): ElementSums => ({
  items: a.items + b.items,
  answered: a.answered + b.answered,
  full: a.full + b.full,
  na: a.na + b.na,
  earned: a.earned + b.earned,
});

/** Per first-level element and in all; an item without an answer earns nothing. */
export const sumsByElement = (
  edition: Edition,
  answers: Readonly<Record<string, Answer>>,
): {
  readonly rows: readonly (ElementSums & { readonly elementId: string; readonly title: string })[];
  readonly total: ElementSums;
} => {
  const tops = new Map<string, ElementSums & { elementId: string; title: string }>();
  for (const { top, items } of sectionsOf(edition)) {
    for (const item of items) {
      const answer = answers[item.id];
      const given = answer !== undefined && answerFault(item, answer) === undefined ? answer : undefined;
      const sums: ElementSums = {
        items: 1,
        answered: given ? 1 : 0,
        full: item.full,
        na: given && 'na' in given ? item.full : 0,
        earned: given ? earnedOf(given, item.full) : 0,
      };
      tops.set(top.id, { elementId: top.id, title: top.title, ...plus(tops.get(top.id) ?? nothing, sums) });
    }
  }
  const rows = [...tops.values()];
  return { rows, total: rows.reduce<ElementSums>(plus, nothing) };
};

const earnedOf = (answer: Answer, full: number): number => {
  if ('points' in answer) return answer.points;
  return 'met' in answer && answer.met ? full : 0;
};
