import type { Edition } from './edition.ts';
import type { EditionCode, PublishingCode } from './fault-codes.ts';
import { exactPoints } from './points-text.ts';
import { isCount, type Reading } from './reading.ts';

/** Optional members are what nobody has looked at before: of some of them the form is a fault as well. */
export type PublishingReading = Reading<PublishingCode | EditionCode>;

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** What an item is called in a fault: its clause, or its id where it has none. */
export const nameOfItem = ({ clause, id }: { readonly clause?: unknown; readonly id: string }): string =>
  isText(clause) ? clause : id;

/** Units as points in a fault. */
export const pointsIn = (edition: Edition, units: number): string =>
  isCount(units) && isCount(edition.unitsPerPoint) && edition.unitsPerPoint > 0
    ? exactPoints(units, edition.unitsPerPoint)
    : String(units);
