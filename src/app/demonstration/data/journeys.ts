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

export interface Journey {
  readonly key: string;
  readonly enterprise: MadeEnterprise;
  readonly unit: MadeUnit;
  readonly goal: Goal;
  readonly facts: readonly MadeFact[];
}

/** Whether a unit that gets as far as `goal` has passed `stage`. */
export const reaches = (goal: Goal, stage: Goal): boolean => goals.indexOf(goal) >= goals.indexOf(stage);

/** Every unit of the city with how far it gets; goals are dealt evenly, so that a small city has all of them. */
export const makeJourneys = (seed: string, enterprises: readonly MadeEnterprise[]): readonly Journey[] => {
  const goalOf = dealer(
    goals.map((value) => ({ value, weight: shares[value] })),
    randomOf(seed, 'goals'),
  );
  return enterprises.flatMap((enterprise) =>
    enterprise.units.map((unit, at) => {
      const key = `${enterprise.number}.${at + 1}`;
      return {
        key,
        enterprise,
        unit,
        goal: goalOf(),
        facts: makeFacts(unit.industry, unit.quality, randomOf(seed, 'facts', key)),
      };
    }),
  );
};
