import { plainDate } from '#lib/plain-date.ts';
import { type Answer, type Edition, packAnswers } from '#process/standards/domain/index.ts';

/** Where the units of a pack begin, and the unit of an item that does not apply (`docs/formats.md`). */
export const UNITS_AT = 44;
export const NOT_APPLICABLE = 0xffff;

/** A simple generator, so that every run measures the same answers. */
export const numbers = (seed = 20_090_819): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/**
 * Prepares packs of answers as people give them: full points on four items of five (nearly all of the mandatory and veto ones), some
 * points on the rest, one optional item in forty not applicable.
 * @returns a function that fills the next pack into memory used again
 */
export const packsOf = (edition: Edition, hash: string): (() => Uint8Array) => {
  const full = Object.fromEntries(
    edition.items.map(({ id, scoring, full }): [string, Answer] => [
      id,
      scoring === 'met' ? { met: true } : { points: full },
    ]),
  );
  const day = plainDate('2026-09-15');
  const answers = { format: 'anping-answers-v1', edition: hash, asOf: day, answers: full, facts: [] } as const;
  const { bytes } = packAnswers(edition, hash, answers);
  const most = edition.items.map(({ scoring, full }) => (scoring === 'met' ? 1 : full));
  const whole = edition.items.map(({ kind }) => (kind === 'scored' ? 0.8 : 0.98));
  const optional = edition.items.map(({ na }) => na === 'allowed');
  const next = numbers();
  return () => {
    for (let position = 0; position < most.length; position += 1) {
      const chance = next();
      let unit = most[position]!;
      if (optional[position]! && chance > 0.975) unit = NOT_APPLICABLE;
      else if (chance > whole[position]!) unit = Math.floor(next() * unit);
      bytes[UNITS_AT + 2 * position] = unit & 0xff;
      bytes[UNITS_AT + 2 * position + 1] = unit >> 8;
    }
    return bytes;
  };
};
