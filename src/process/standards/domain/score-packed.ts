import { fromDayNumber } from '#lib/plain-date.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { refuse } from '#lib/result.ts';
import type { Fact } from './answers.ts';
import type { Plan } from './compile.ts';
import { evaluate, NOT_APPLICABLE, type Outcome } from './evaluate.ts';
import { readHead, unitFault } from './pack.ts';
import { PACKED_NOT_APPLICABLE, readUint16, UNITS_AT } from './pack-layout.ts';
import { countedDates } from './score.ts';

/** Score and class of packed answers without unpacking them, for runs over many; equal to `score` without a trace. */
export const scorePacked = (plan: Plan, hashHex: string, bytes: Uint8Array): Result<Outcome, Refusal> => {
  const head = readHead(plan.edition, hashHex, bytes);
  if (!head.ok) return head;
  const { mostUnit, unitWorth, naAllowed } = plan;
  const given = new Float64Array(mostUnit.length);
  for (let position = 0, at = UNITS_AT; position < given.length; position += 1, at += 2) {
    const unit = readUint16(bytes, at);
    const fits = unit === PACKED_NOT_APPLICABLE ? naAllowed[position] === 1 : unit <= mostUnit[position]!;
    if (!fits) {
      const item = plan.items[position]!;
      return refuse(unitFault(item, unit)!, 422, { item: item.id });
    }
    given[position] = unit === PACKED_NOT_APPLICABLE ? NOT_APPLICABLE : unit * unitWorth[position]!;
  }
  const { asOfDays, facts } = head.value;
  const counts = countsOf(plan, asOfDays, facts);
  return evaluate(plan, given, counts, null);
};

/** Facts that count for each gate; most packs hold none. */
const countsOf = (plan: Plan, asOfDays: number, facts: readonly Fact[]): ArrayLike<number> => {
  if (facts.length === 0) return plan.noFacts;
  const asOf = fromDayNumber(asOfDays);
  return plan.gates.map((gate) => countedDates(gate, asOf, facts).length);
};
