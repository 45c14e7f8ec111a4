import { monthsAfter, type PlainDate } from '#lib/plain-date.ts';
import type { Issue } from '#lib/result.ts';
import { type Answer, answerFault, type Edition, type Item, losesPoints } from '#process/standards/domain/index.ts';

/** What is done about the points that an item lost: the measure (整改措施), who answers for it (责任人), until when (期限). Each part may still be open. */
export interface Measure {
  readonly measure: string;
  readonly person: string;
  readonly dueOn: PlainDate | null;
}

/** By item. */
export type Measures = Readonly<Record<string, Measure>>;

export const MOST_MEASURE = 500;
export const MOST_PERSON = 40;
/** A rectification that takes longer than this is a plan of its own and not a measure. */
export const LONGEST_MONTHS = 12;

export const noMeasure: Measure = { measure: '', person: '', dueOn: null };

export const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.measure === b.measure && a.person === b.person && a.dueOn === b.dueOn;

/** Everything that a measure needs is there. */
export const isWhole = ({ measure, person, dueOn }: Measure): boolean =>
  measure.trim() !== '' && person.trim() !== '' && dueOn !== null;

const isPrintable = (text: string): boolean =>
  text.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text.replace(/\n/g, ''));

/** What is wrong with a measure that is to be saved on `today`; a deadline that stood before stays, whatever day it is. */
export const measureFaults = (wanted: Measure, before: Measure, today: PlainDate): readonly Issue[] => {
  const found: Issue[] = [];
  const long = (path: 'measure' | 'person', max: number) => {
    const length = [...wanted[path]].length;
    if (length > max) found.push({ path, code: 'rectification.tooLong', params: { max, length } });
    if (!isPrintable(wanted[path])) found.push({ path, code: 'registration.badCharacter' });
  };
  long('measure', MOST_MEASURE);
  long('person', MOST_PERSON);
  const { dueOn } = wanted;
  if (dueOn !== null && dueOn !== before.dueOn) {
    const last = monthsAfter(today, LONGEST_MONTHS);
    if (dueOn <= today) found.push({ path: 'dueOn', code: 'rectification.dueTooEarly', params: { today } });
    else if (dueOn > last) found.push({ path: 'dueOn', code: 'rectification.dueTooLate', params: { last } });
  }
  return found;
};

/** The items that lost points, in the order of the edition. */
export const lostItems = (edition: Edition, answers: Readonly<Record<string, Answer>>): readonly Item[] =>
  edition.items.filter((item) => {
    const answer = answers[item.id];
    return answer !== undefined && answerFault(item, answer) === undefined && losesPoints(item, answer);
  });

/** Of all measures those of items that lose points and with anything in them: what belongs to a submission. */
export const measuresOf = (edition: Edition, answers: Readonly<Record<string, Answer>>, all: Measures): Measures => {
  const found: [string, Measure][] = [];
  for (const { id } of lostItems(edition, answers)) {
    const { measure, person, dueOn } = (Object.hasOwn(all, id) ? all[id] : undefined) ?? noMeasure;
    if (measure !== '' || person !== '' || dueOn !== null) found.push([id, { measure, person, dueOn }]);
  }
  return Object.fromEntries(found);
};

/** Where a measure stands on `today`. */
export const measureStates = ['missing', 'open', 'late', 'done', 'done-late'] as const;
export type MeasureState = (typeof measureStates)[number];

export const measureState = (
  { dueOn, doneOn, ...rest }: Measure & { readonly doneOn: PlainDate | null },
  today: PlainDate,
): MeasureState => {
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'done-late' : 'done';
  if (!isWhole({ ...rest, dueOn })) return 'missing';
  return dueOn !== null && dueOn < today ? 'late' : 'open';
};
