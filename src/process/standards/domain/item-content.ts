import canonicalize from 'canonicalize';
import type { Edition, Item } from './edition.ts';

/** What an answer to an item rests on; not its place: id, clause, element and scope may change without making the answer doubtful. */
export const CONTENT_FIELDS = [
  'text',
  'full',
  'kind',
  'scoring',
  'na',
  'naWhen',
  'onFail',
  'deduction',
  'deductions',
  'method',
  'evidence',
  'basis',
] as const satisfies readonly (keyof Item)[];

export type ContentField = (typeof CONTENT_FIELDS)[number];

/**
 * What a person who answers an item relies on, as canonical JSON (RFC 8785): equal texts, equal content, also across editions. Points
 * are in units, so how many make a point belongs to it: 10 units are 5 points in one edition and 10 in another.
 */
export const itemContent = (item: Item, { unitsPerPoint }: Pick<Edition, 'unitsPerPoint'>): string => {
  const members = CONTENT_FIELDS.flatMap((field) => (item[field] === undefined ? [] : [[field, item[field]] as const]));
  const text = canonicalize({ ...Object.fromEntries(members), unitsPerPoint });
  if (text === undefined) throw new TypeError('an item is an object');
  return text;
};
