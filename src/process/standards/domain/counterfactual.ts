import { monthsAfter, type PlainDate } from '#lib/plain-date.ts';
import { ok, type Refusal, type Result } from '#lib/result.ts';
import type { Answers, Fact } from './answers.ts';
import { type ChangeSearch, type Smallest, smallestSets } from './change-search.ts';
import { type ClassLine, classLines } from './class-lines.ts';
import type { Plan, PlannedFloor } from './compile.ts';
import type { Effect, FailEffect } from './edition.ts';
import { evaluate, NOT_APPLICABLE, type Outcome } from './evaluate.ts';
import { countedDates, unitsOf } from './score.ts';
import type { TraceStep } from './trace.ts';
import { writtenAccount } from './written-account.ts';

/** One answer moved, in units (a met item: 0 or its full points), or one fact that no longer counts, as from the day it `lapses`. */
export type Change =
  | { readonly item: string; readonly before: number; readonly after: number }
  | { readonly fact: string; readonly date: PlainDate; readonly lapses: PlainDate };

/** Changes that together alter the class, each no larger than it must be given the others, and the class they lead to. */
export interface ChangeSet {
  readonly changes: readonly Change[];
  /** Null if not accepted. */
  readonly class: string | null;
}

/**
 * `sets`: the sets of the smallest size, all of them unless there are `more`. `beyond`: more changes than are searched, no fewer than
 * `atLeast`. `never`: no change of answers and facts does it.
 */
export type Nearest =
  | { readonly found: 'sets'; readonly size: number; readonly sets: readonly ChangeSet[]; readonly more: boolean }
  | { readonly found: 'beyond'; readonly atLeast: number }
  | { readonly found: 'never' };

/** What would alter a class. */
export interface Counterfactual {
  readonly class: string | null;
  readonly scoreClass: string;
  /** How far the score is from the line of each ranked class, the most favourable first. */
  readonly lines: readonly ClassLine[];
  readonly better: Nearest;
  readonly worse: Nearest;
}

const LARGEST = 3;
const MOST = 100;

/**
 * The smallest sets of changes that lift the class, and those that worsen it; exact up to three changes. What is not applicable stays so.
 * For the better an answer may rise and a fact may fall out of its gates' windows; for the worse an answer may fall. Statuses count as
 * less favourable than every ranked class, and not being accepted as less favourable than those.
 *
 * Only few of the possible changes need trying: two of them that bring the same effects and lie under the same floors and zeroed elements
 * differ in points alone, so that the larger does all that the smaller does.
 * @param answers checked by `parseAnswers` against the plan's edition
 */
export const counterfactual = (plan: Plan, answers: Answers, most = MOST): Result<Counterfactual, Refusal> => {
  const given = Float64Array.from(plan.items, (item) => unitsOf(item, answers.answers[item.id]!));
  const counts = plan.gates.map((gate) => countedDates(gate, answers.asOf, answers.facts).length);
  const trace: TraceStep[] = [];
  const outcome = evaluate(plan, given, counts, writtenAccount(plan, trace));
  if (!outcome.ok) return outcome;
  const { earned, full, notApplicable, scoreClass, class: decided } = outcome.value;
  const broken = new Set(trace.flatMap((step) => (step.rule === 'floor.broken' ? [step.inputs.floor] : [])));
  const standing: Standing = { plan, answers, given, counts, broken, now: favour(plan, outcome.value) };
  return ok({
    class: decided,
    scoreClass,
    lines: classLines(plan, { earned, applicable: full - notApplicable }),
    better: nearest(standing, upwards(standing), most),
    worse: nearest(standing, downwards(standing), most),
  });
};

interface Standing {
  readonly plan: Plan;
  readonly answers: Answers;
  readonly given: Float64Array;
  readonly counts: readonly number[];
  /** Elements below their floor. */
  readonly broken: ReadonlySet<string>;
  /** From `favour`. */
  readonly now: number;
}

/** A change at its largest. */
type Move =
  | { readonly position: number; readonly aim: number }
  | { readonly fact: Fact; readonly gates: readonly number[] };

interface Direction {
  readonly groups: readonly (readonly Move[])[];
  readonly atLeast: number;
  readonly altered: (favour: number) => boolean;
}

/** The more favourable, the smaller: a rank; one more than the last for a status, two more if not accepted. */
const favour = ({ rankOf, ranked }: Plan, { class: code }: Pick<Outcome, 'class'>): number =>
  code === null ? ranked.length + 2 : (rankOf.get(code) ?? ranked.length + 1);

/** Tries changes out on one copy of the answers and counts. */
const probe = ({ plan, given, counts }: Standing) => {
  const trial = Float64Array.from(given);
  const trialCounts = [...counts];
  const apply = (moves: readonly Move[], by: 1 | 0) => {
    for (const move of moves) {
      if ('position' in move) trial[move.position] = by === 1 ? move.aim : given[move.position]!;
      else for (const gate of move.gates) trialCounts[gate]! += by === 1 ? -1 : 1;
    }
  };
  return (moves: readonly Move[]): Outcome => {
    apply(moves, 1);
    const outcome = evaluate(plan, trial, trialCounts, null);
    apply(moves, 0);
    if (!outcome.ok) throw new Error('changes leave applicable what was applicable');
    return outcome.value;
  };
};

const nearest = (standing: Standing, direction: Direction, most: number): Nearest => {
  const { plan } = standing;
  const outcomeOf = probe(standing);
  const holds = (moves: readonly Move[]) => direction.altered(favour(plan, outcomeOf(moves)));
  const search: ChangeSearch<Move> = { ...direction, holds };
  const found: Smallest<Move> = smallestSets(search, { largest: LARGEST, most });
  if (found.found !== 'sets') return found;
  const sets = found.sets.map((moves) => {
    const least = leastMoves(standing, moves, holds);
    return { changes: least.map((move) => changeOf(standing, move)), class: outcomeOf(least).class };
  });
  return { ...found, sets };
};

/** One change after the other made as small as it can be with the rest as they are. */
const leastMoves = (
  { plan, given }: Standing,
  moves: readonly Move[],
  holds: (moves: readonly Move[]) => boolean,
): readonly Move[] =>
  moves.reduce<readonly Move[]>((current, move, index) => {
    if (!('position' in move) || plan.items[move.position]!.scoring === 'met') return current;
    const { position, aim } = move;
    const way = Math.sign(aim - given[position]!);
    const moved = (by: number) => current.with(index, { position, aim: given[position]! + way * by });
    let [tooLittle, enough] = [0, Math.abs(aim - given[position]!)];
    while (enough - tooLittle > 1) {
      const middle = Math.floor((tooLittle + enough) / 2);
      if (holds(moved(middle))) enough = middle;
      else tooLittle = middle;
    }
    return moved(enough);
  }, moves);

const changeOf = ({ plan, given }: Standing, move: Move): Change => {
  if ('position' in move)
    return { item: plan.items[move.position]!.id, before: given[move.position]!, after: move.aim };
  const { fact, date } = move.fact;
  const days = move.gates.map((gate) => monthsAfter(date, plan.gates[gate]!.months));
  return { fact, date, lapses: days.toSorted().at(-1)! };
};

/** What may lift the class: lost points made good, and facts that let a gate hold. */
const upwards = (standing: Standing): Direction => {
  const { plan, answers, given, counts, broken, now } = standing;
  const { items, ranked, rankOf } = plan;
  const isRanked = now <= ranked.length;
  const matters = (effect: FailEffect): boolean => {
    if ('refuse' in effect) return true;
    if (!isRanked) return false;
    if ('cap' in effect) return rankOf.get(effect.cap)! >= now;
    return 'zero' in effect || effect.down > 0;
  };
  const fails = (position: number) => given[position] !== NOT_APPLICABLE && given[position]! < items[position]!.full;
  const holding = plan.gates.flatMap(({ atLeast }, gate) => (counts[gate]! >= atLeast ? [gate] : []));
  const inForce = [
    ...plan.critical.filter(fails).flatMap((position) => items[position]!.onFail),
    ...holding.flatMap((gate) => plan.gates[gate]!.effects),
  ];
  const floors = plan.floors.filter(({ element, effects }) => broken.has(element) && effects.some(matters));
  const keyOf = contexts(plan, inForce, floors, matters);
  const lost: Weighted[] = items.flatMap((item, position) =>
    fails(position)
      ? [
          {
            key: keyOf(position, item.kind === 'scored' ? [] : item.onFail),
            weight: item.full - given[position]!,
            move: { position, aim: item.full },
          },
        ]
      : [],
  );
  const facts: Weighted[] = answers.facts.flatMap((fact) => {
    const gates = holding.filter((gate) => countedDates(plan.gates[gate]!, answers.asOf, [fact]).length > 0);
    return gates.length > 0 ? [{ key: `gates ${gates.join()}`, weight: 0, move: { fact, gates } }] : [];
  });
  return {
    groups: grouped([...facts, ...lost]),
    atLeast: isRanked ? changesToReach(standing, now - 1) : 1,
    altered: (favour) => favour < now,
  };
};

/** At least so many answers must rise for the score alone to reach a rank, with every effect gone. */
const changesToReach = ({ plan, given }: Standing, rank: number): number => {
  if (rank < 1) return 1;
  const gains: number[] = [];
  let [earned, applicable] = [0, 0];
  given.forEach((units, position) => {
    if (units === NOT_APPLICABLE) return;
    earned += units;
    applicable += plan.full[position]!;
    gains.push(plan.full[position]! - units);
  });
  let { missing } = classLines(plan, { earned, applicable })[rank - 1]!;
  gains.sort((a, b) => b - a);
  let changes = 0;
  while (missing > 0 && changes < gains.length) {
    missing -= gains[changes]!;
    changes += 1;
  }
  return Math.max(1, changes);
};

/** What may worsen the class: points lost. */
const downwards = (standing: Standing): Direction => {
  const { plan, given, broken, now } = standing;
  const { items, ranked, rankOf } = plan;
  const matters = (effect: FailEffect): boolean => {
    if ('refuse' in effect) return true;
    if (now >= ranked.length) return false;
    if ('cap' in effect) return rankOf.get(effect.cap)! > now;
    return 'zero' in effect || effect.down > 0;
  };
  const passes = (position: number) => given[position]! > 0 && given[position] === items[position]!.full;
  // Elements zeroed now stay so; those that an item may still zero tell its neighbours apart.
  const inForce = [
    ...plan.critical.flatMap((position) => items[position]!.onFail),
    ...plan.gates.flatMap(({ effects }) => effects),
  ];
  const floors = plan.floors.filter(({ element, effects }) => !broken.has(element) && effects.some(matters));
  const keyOf = contexts(plan, inForce, floors, matters);
  const atStake: Weighted[] = items.flatMap(({ kind, onFail }, position) =>
    given[position]! > 0
      ? [
          {
            key: keyOf(position, kind !== 'scored' && passes(position) ? onFail : []),
            weight: given[position]!,
            move: { position, aim: 0 },
          },
        ]
      : [],
  );
  return { groups: grouped(atStake), atLeast: 1, altered: (favour) => favour > now };
};

/** What tells one change from another beyond its points: its effects, and the floors and zeroed elements that it lies under. */
const contexts = (
  plan: Plan,
  effects: readonly Effect[],
  floors: readonly PlannedFloor[],
  matters: (effect: FailEffect) => boolean,
): ((position: number, own: readonly FailEffect[]) => string) => {
  const zeroed = [...new Set(effects.flatMap((effect) => ('zero' in effect ? [effect.zero] : [])))];
  const over = plan.items.map((): string[] => []);
  for (const id of zeroed) for (const position of plan.itemsUnder.get(id)!) over[position]!.push(`zero ${id}`);
  for (const { element, positions } of floors)
    for (const position of positions) over[position]!.push(`floor ${element}`);
  return (position, own) => JSON.stringify([own.filter(matters), over[position]]);
};

interface Weighted {
  readonly key: string;
  readonly weight: number;
  readonly move: Move;
}

/** Changes of one kind together, the largest first. */
const grouped = (all: readonly Weighted[]): Move[][] =>
  [...Map.groupBy(all, ({ key }) => key).values()].map((group) =>
    group.toSorted((a, b) => b.weight - a.weight).map(({ move }) => move),
  );
