import { monthsBefore, type PlainDate } from '#lib/plain-date.ts';

/**
 * The last day on which a class holds: the day of signing is not counted, and a period of months ends on the corresponding day,
 * or on the last day of a month that has none (Civil Code, articles 201 and 202).
 */
export const validUntil = (from: PlainDate, months: number): PlainDate => monthsBefore(from, -months);
