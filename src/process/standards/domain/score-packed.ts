import { fromDayNumber } from '#lib/plain-date.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { refuse } from '#lib/result.ts';
import type { Account } from './account.ts';
import type { Fact } from './answers.ts';
import type { Plan } from './compile.ts';
import { evaluate, NOT_APPLICABLE, type Outcome } from './evaluate.ts';
import { isDay, readHead, unitFault } from './pack.ts';
import {
  AS_OF_AT,
  COUNT_AT,
  PACKED_NOT_APPLICABLE,
  packedHead,
  readInt32,
  readUint16,
  UNITS_AT,
} from './pack-layout.ts';
import { countedDates } from './score.ts';

/**
 * Score and class of the pack that lies in `bytes` at `from` up to `to`; all of them if neither is given.
 * @returns the refusal of `unpackAnswers` if the pack is damaged, or that of `score`
 */
export type PackedScorer = (
  bytes: Uint8Array,
  from?: number,
  to?: number,
  account?: Account | null,
) => Result<Outcome, Refusal>;

/**
 * Prepares scoring many packs of one edition without unpacking them; equal to `score`. Memory is taken once and used for every pack, so
 * one call ends before the next begins.
 */
export const packedScorer = (plan: Plan, hashHex: string): PackedScorer => {
  const { mostUnit, naAllowed, full, metPositions } = plan;
  const count = full.length;
  const head = packedHead(hashHex);
  const usualLength = UNITS_AT + 2 * count + 2;
  // Whole numbers of 32 bits are half the work, and larger points are possible only in name.
  const given = plan.fullSum < 2 ** 31 ? new Int32Array(count) : new Float64Array(count);

  const namesThisEdition = (bytes: Uint8Array, from: number): boolean => {
    for (let index = 0; index < head.length; index += 1) if (bytes[from + index] !== head[index]) return false;
    return readInt32(bytes, from + COUNT_AT) === count;
  };
  const hasNoFacts = (bytes: Uint8Array, from: number, to: number): boolean =>
    to - from === usualLength &&
    namesThisEdition(bytes, from) &&
    readUint16(bytes, to - 2) === 0 &&
    isDay(readInt32(bytes, from + AS_OF_AT));

  return (bytes, from = 0, to = bytes.length, account = null) => {
    let counts: ArrayLike<number> = plan.noFacts;
    if (!hasNoFacts(bytes, from, to)) {
      const read = readHead(plan.edition, hashHex, bytes.subarray(from, to));
      if (!read.ok) return read;
      counts = countsOf(plan, read.value.asOfDays, read.value.facts);
    }
    let earned = 0;
    let notApplicable = 0;
    for (let position = 0, at = from + UNITS_AT; position < count; position += 1, at += 2) {
      const unit = bytes[at]! | (bytes[at + 1]! << 8);
      if (unit <= mostUnit[position]!) {
        earned += unit;
        given[position] = unit;
      } else if (unit === PACKED_NOT_APPLICABLE && naAllowed[position] === 1) {
        notApplicable += full[position]!;
        given[position] = NOT_APPLICABLE;
      } else {
        const item = plan.items[position]!;
        return refuse(unitFault(item, unit)!, 422, { item: item.id });
      }
    }
    for (let index = 0; index < metPositions.length; index += 1) {
      const position = metPositions[index]!;
      if (given[position] !== 1) continue;
      earned += full[position]! - 1;
      given[position] = full[position]!;
    }
    return evaluate(plan, given, counts, account, { earned, notApplicable });
  };
};

/** Facts that count for each gate; most packs hold none. */
const countsOf = (plan: Plan, asOfDays: number, facts: readonly Fact[]): ArrayLike<number> => {
  if (facts.length === 0) return plan.noFacts;
  const asOf = fromDayNumber(asOfDays);
  return plan.gates.map((gate) => countedDates(gate, asOf, facts).length);
};
