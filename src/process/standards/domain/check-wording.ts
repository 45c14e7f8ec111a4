import type { Edition } from './edition.ts';
import { isText, nameOfItem, type PublishingReading } from './publishing-reading.ts';

const MOST_QUOTED = 16;

const beginningOf = (text: string): string => {
  const signs = [...text.trim()];
  return signs.length > MOST_QUOTED ? `${signs.slice(0, MOST_QUOTED).join('')}…` : signs.join('');
};

/** Clause numbers name one clause each, and no two items are taken off or checked by the very same words. */
export const checkWording = (read: PublishingReading, { elements, items }: Edition): void => {
  const clauses = new Map<string, string>();
  const clause = (value: unknown, path: string, name: string): void => {
    if (!isText(value)) return;
    const number = value.trim();
    const other = clauses.get(number);
    if (other === undefined) clauses.set(number, name);
    else read.fault(path, 'edition.clauseRepeated', { clause: number, other });
  };
  elements.forEach((element, index) => {
    clause(element.clause, `elements[${index}].clause`, isText(element.title) ? element.title : element.id);
  });
  items.forEach((item, index) => {
    // Its number would say nothing here: the other one has the same.
    clause(item.clause, `items[${index}].clause`, isText(item.text) ? beginningOf(item.text) : item.id);
  });
  for (const field of ['deduction', 'method'] as const) {
    const texts = new Map<string, string>();
    items.forEach((item, index) => {
      const value = item[field];
      if (!isText(value)) return;
      const text = value.replace(/\s+/gu, '');
      const other = texts.get(text);
      if (other === undefined) texts.set(text, nameOfItem(item));
      else read.fault(`items[${index}].${field}`, 'edition.textShared', { other });
    });
  }
};
