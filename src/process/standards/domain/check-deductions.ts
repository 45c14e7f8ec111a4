import type { Edition, Item } from './edition.ts';
import { isText, nameOfItem, type PublishingReading, pointsIn } from './publishing-reading.ts';
import { isCount, isObject, own } from './reading.ts';

/** Rules that are counted out: each with a text and one effect, none takes more than the item has, and none where nothing is counted. */
export const checkDeductions = (read: PublishingReading, item: Item, path: string, edition: Edition): void => {
  const rules: unknown = item.deductions;
  if (rules === undefined) return;
  if (!Array.isArray(rules)) {
    read.fault(`${path}.deductions`, 'edition.notAList');
    return;
  }
  if (item.scoring === 'met' && rules.length > 0) {
    read.fault(`${path}.deductions`, 'edition.deductionsOnMet', { item: nameOfItem(item) });
  }
  rules.forEach((rule: unknown, index) => {
    const at = `${path}.deductions[${index}]`;
    if (!isObject(rule)) {
      read.fault(at, 'edition.notAnObject');
      return;
    }
    const units = own(rule, 'units');
    const all = own(rule, 'all');
    const per = own(rule, 'per');
    const one = units === undefined ? all === true && per === undefined : all === undefined;
    if (!isText(own(rule, 'text')) || !one || (per !== undefined && !isText(per))) {
      read.fault(at, 'edition.deductionNotOne');
    } else if (units !== undefined && (!isCount(units) || units === 0)) {
      read.fault(`${at}.units`, 'edition.deductionNotPositive');
    } else if (isCount(units) && units > item.full) {
      const params = { points: pointsIn(edition, units), full: pointsIn(edition, item.full) };
      read.fault(`${at}.units`, 'edition.deductionTooLarge', params);
    }
  });
};
