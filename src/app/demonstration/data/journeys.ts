import type { MadeEnterprise, MadeUnit } from './enterprises.ts';
import { type MadeFact, makeFacts } from './facts.ts';
import { dealer, randomOf } from './random.ts';

/** How far a unit has come on the day on which the demonstration begins, in the order of the process. */
export const goals = [
  'not-started',
  'draft-begun',
  'draft-complete',
  'submitted',
  'reviewing',
  'returned',
  'resubmitted',
  'proposed',
  'sent-back',
  'signed',
  'sent',
  'received',
  'pool-frozen',
  'drawn-lately',
  'settled',
  'in-notice',
  'cleared',
  'adopted',
] as const;
export type Goal = (typeof goals)[number];

/** Out of 100 units. */
const shares: Readonly<Record<Goal, number>> = {
  'not-started': 4,
  'draft-begun': 6,
  'draft-complete': 2,
  submitted: 7,
  reviewing: 5,
  returned: 4,
  resubmitted: 2,
  proposed: 4,
  'sent-back': 1,
  signed: 4,
  sent: 5,
  received: 5,
  'pool-frozen': 7,
  'drawn-lately': 9,
  settled: 4,
  'in-notice': 15,
  cleared: 4,
  adopted: 12,
};

/** The industry whose standard was revised in mid-campaign, and the one for which that is ordered: no unit of theirs is bound by a digest then. */
export const REVISED = 'fireworks';
export const TO_BE_REVISED = 'coal-mine';

/** How far their units come, over and over again: with their body at most, or decided before it was ordered. */
const roundsOf: Readonly<Record<string, readonly Goal[]>> = {
  [REVISED]: [
    'submitted',
    'adopted',
    'reviewing',
    'draft-complete',
    'signed',
    'adopted',
    'draft-begun',
    'proposed',
    'returned',
    'submitted',
    'not-started',
    'adopted',
  ],
  [TO_BE_REVISED]: [
    'draft-begun',
    'submitted',
    'sent-back',
    'returned',
    'signed',
    'not-started',
    'reviewing',
    'draft-complete',
    'resubmitted',
    'proposed',
    'submitted',
    'signed',
  ],
};

export interface Journey {
  readonly key: string;
  readonly enterprise: MadeEnterprise;
  readonly unit: MadeUnit;
  readonly goal: Goal;
  readonly facts: readonly MadeFact[];
}

/** Whether a unit that gets as far as `goal` has passed `stage`. */
export const reaches = (goal: Goal, stage: Goal): boolean => goals.indexOf(goal) >= goals.indexOf(stage);

const goalsInTurn = (round: readonly Goal[]): (() => Goal) => {
  let turn = 0;
  return () => round[turn++ % round.length]!;
};

/** Every unit of the city with how far it gets; goals are dealt evenly, so that a small city has all of them. */
export const makeJourneys = (seed: string, enterprises: readonly MadeEnterprise[]): readonly Journey[] => {
  const goalOf = dealer(
    goals.map((value) => ({ value, weight: shares[value] })),
    randomOf(seed, 'goals'),
  );
  const inTurn = new Map(Object.entries(roundsOf).map(([industry, round]) => [industry, goalsInTurn(round)]));
  return enterprises.flatMap((enterprise) =>
    enterprise.units.map((unit, at) => {
      const key = `${enterprise.number}.${at + 1}`;
      return {
        key,
        enterprise,
        unit,
        goal: (inTurn.get(unit.industry) ?? goalOf)(),
        facts: makeFacts(unit.industry, unit.quality, randomOf(seed, 'facts', key)),
      };
    }),
  );
};
