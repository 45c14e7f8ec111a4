import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import type { Edition } from './edition.ts';
import type { DepartureCode } from './fault-codes.ts';
import type { Score } from './score.ts';
import type { DepartureStep, TraceStep } from './trace.ts';

/** What a person proposes instead of the computed class (偏离计算类别). */
export interface Departure {
  readonly person: string;
  readonly reason: string;
  /** Code of the class proposed. */
  readonly to: string;
  /** Most ranks away from the computed class, either way; from the scheme. */
  readonly mostRanks: number;
}

type Computed = Pick<Score, 'class' | 'trace'>;

/**
 * The most favourable rank that lifts no effect of the standard: with points lost to a zeroed element or a step down in force, the
 * computed rank itself; else the least favourable of the caps in force.
 */
const bestRank = (edition: Edition, trace: readonly TraceStep[], computed: number): number =>
  trace.reduce((best, step) => {
    if (step.rule === 'cap') return Math.max(best, rankIn(edition, step.inputs.cap) ?? computed);
    const binds = (step.rule === 'zero' && step.before > 0) || (step.rule === 'down' && step.inputs.by > 0);
    return binds ? Math.max(best, computed) : best;
  }, 1);

const rankIn = ({ classes }: Edition, code: string): number | undefined =>
  classes.find((member) => member.code === code)?.rank;

/**
 * The classes that may be proposed, the computed one among them. Only ranked classes can be departed from and to: a status follows
 * from a fact on record, and what is not accepted has no class.
 */
export const departableClasses = (edition: Edition, scored: Computed, mostRanks: number): string[] => {
  if (scored.class === null) return [];
  const rank = rankIn(edition, scored.class);
  if (rank === undefined) return [scored.class];
  const best = bestRank(edition, scored.trace, rank);
  return edition.classes
    .filter((one) => one.rank !== undefined && one.rank >= best && Math.abs(one.rank - rank) <= mostRanks)
    .map(({ code }) => code);
};

const faultOf = (edition: Edition, scored: Computed, { to, mostRanks }: Departure): DepartureCode | undefined => {
  if (scored.class === null) return 'departure.notAccepted';
  const target = edition.classes.find(({ code }) => code === to);
  if (!target) return 'departure.classUnknown';
  if (departableClasses(edition, scored, mostRanks).includes(to)) return undefined;
  const from = rankIn(edition, scored.class);
  if (target.rank === undefined || from === undefined) return 'departure.fromStatus';
  return Math.abs(target.rank - from) > mostRanks ? 'departure.tooFar' : 'departure.liftsEffect';
};

/**
 * The class that a person proposes, as the last step of the account. The score stays as computed; proposing the computed class is no
 * departure and changes nothing.
 * @param scored with its trace
 * @returns issues at `to` and `reason`
 */
export const withDeparture = (edition: Edition, scored: Score, departure: Departure): Result<Score, Issues> => {
  const { person, to, mostRanks } = departure;
  const reason = departure.reason.trim();
  const from = scored.class;
  const code = faultOf(edition, scored, departure);
  const faults: Issue[] = code ? [{ path: 'to', code, params: { most: mostRanks } }] : [];
  if (from !== null && to !== from && reason === '')
    faults.push({ path: 'reason', code: 'departure.reasonMissing' satisfies DepartureCode });
  if (faults.length > 0 || from === null) return issues(faults);
  if (to === from) return ok(scored);
  const rank = rankIn(edition, from) ?? 1;
  const best = edition.classes.find((one) => one.rank === bestRank(edition, scored.trace, rank))?.code ?? from;
  const step: DepartureStep = {
    step: 11,
    rule: 'departure',
    inputs: { person, reason, from, to, bound: { mostRanks, best } },
    before: from,
    after: to,
  };
  return ok({ ...scored, class: to, trace: [...scored.trace, step] });
};
