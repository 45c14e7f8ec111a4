import type { Answer } from './answers.ts';
import type { Item } from './edition.ts';

/** What an effect came from. */
export type Cause = { readonly item: string } | { readonly floor: string } | { readonly gate: string };

interface Step<Number, Rule, Inputs, Before, After> {
  /** The step of the order of effects in `docs/formats.md`, 1 to 10; 11 is no effect but a person's departure. */
  readonly step: Number;
  readonly rule: Rule;
  readonly inputs: Inputs;
  readonly before: Before;
  readonly after: After;
}

interface GivenItem {
  readonly item: string;
  readonly element: string;
  readonly kind: Item['kind'];
  readonly full: number;
  readonly given: Answer;
}

export interface Sums {
  readonly full: number;
  readonly notApplicable: number;
  readonly earned: number;
  readonly deducted: number;
}

interface Counted {
  readonly gate: string;
  readonly fact: string;
  readonly after: string;
  readonly until: string;
  readonly dates: readonly string[];
}

interface FloorReading {
  readonly floor: string;
  readonly percent: number;
  readonly earned: number;
  readonly applicable: number;
}

/**
 * One line of the account of how a class came about, in the order of working. `before` and `after` are the value that the rule works on:
 * points, a count, whether something holds, a class. The rules, by step:
 *
 * 1 `item.points`, `item.met`, `item.notApplicable`: what the item earns. `item.holds`, `item.fails`: a mandatory or veto item.
 * 2 `gate.counted`, then `gate.holds` or `gate.doesNotHold`; `zero`: an element loses what its items earned.
 * 3 `sum`. 4 `normalise`. 5 `print`. 6 `scoreClass`.
 * 7 `floor.kept`, `floor.broken`, `floor.notApplicable`; then `down`, one per cause.
 * 8 `cap`, one per cause, also where the class is no better than the cap already.
 * 9 `status`, `status.later` (another gate came first). 10 `refuse`, one per cause.
 * 11 `departure`: the class that a person proposed instead; `score` never writes it.
 */
export type TraceStep =
  | Step<1, 'item.points' | 'item.met', GivenItem, null, number>
  | Step<1, 'item.notApplicable', GivenItem, null, null>
  | Step<1, 'item.holds' | 'item.fails', { item: string; kind: Item['kind']; full: number }, number, boolean>
  | Step<2, 'gate.counted', Counted, null, number>
  | Step<2, 'gate.holds' | 'gate.doesNotHold', { gate: string; atLeast: number }, number, boolean>
  | Step<2, 'zero', { cause: Cause; element: string; items: { item: string; earned: number }[] }, number, 0>
  | Step<3, 'sum', { items: number }, null, Sums>
  | Step<4, 'normalise', { scale: number; applicable: number }, number, { num: number; den: number }>
  | Step<5, 'print', { digits: number }, { num: number; den: number }, string>
  | Step<
      6,
      'scoreClass',
      {
        compare: 'printed' | 'exact';
        value: string | { num: number; den: number };
        classes: { class: string; from: string; reached: boolean }[];
      },
      null,
      string
    >
  | Step<7, 'floor.kept' | 'floor.broken', FloorReading, null, boolean>
  | Step<7, 'floor.notApplicable', FloorReading, null, null>
  | Step<7, 'down', { cause: Cause; by: number }, string, string>
  | Step<8, 'cap', { cause: Cause; cap: string }, string, string>
  | Step<9, 'status' | 'status.later', { cause: Cause; status: string }, string, string>
  | Step<10, 'refuse', { cause: Cause }, string | null, null>
  | DepartureStep;

/** Within which a departure had to stay. */
interface DepartureBound {
  readonly mostRanks: number;
  /** The most favourable class that would have lifted no effect. */
  readonly best: string;
}

export type DepartureStep = Step<
  11,
  'departure',
  {
    readonly person: string;
    readonly reason: string;
    readonly from: string;
    readonly to: string;
    /** Accounts kept before bounds were recorded have none. */
    readonly bound?: DepartureBound;
  },
  string,
  string
>;

export type TraceRule = TraceStep['rule'];
