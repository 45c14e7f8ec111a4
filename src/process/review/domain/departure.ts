import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import type { Edition, TraceStep } from '#process/standards/domain/index.ts';

/** The step by which a person proposes another class than the computed one: the last line of the stored account. */
export interface DepartureStep {
  readonly step: 11;
  readonly rule: 'departure';
  readonly inputs: { readonly person: string; readonly reason: string; readonly from: string; readonly to: string };
  readonly before: string;
  readonly after: string;
}

/** The account of a class that a person proposed. */
export type ProposedTrace = readonly (TraceStep | DepartureStep)[];

const EFFECTS = ['zero', 'down', 'cap', 'status', 'status.later', 'refuse'] as const;

/** Effects of mandatory and veto items, gates and floors in an account: what no departure may lift. */
export const bindingEffects = (trace: readonly { readonly rule: string }[]): number =>
  trace.filter(({ rule }) => (EFFECTS as readonly string[]).includes(rule)).length;

export interface DepartureBounds {
  /** Code of the computed class; null if the assessment is not accepted. */
  readonly computed: string | null;
  /** Most ranks away from the computed class, from the scheme. */
  readonly mostRanks: number;
  /** From `bindingEffects`. */
  readonly effects: number;
}

/**
 * The classes that may be proposed, the computed one among them. Only ranked classes can be departed from and to: a status follows
 * from a fact on record, and what is not accepted has no class. With an effect in force none may be more favourable.
 */
export const proposableClasses = (edition: Edition, { computed, mostRanks, effects }: DepartureBounds): string[] => {
  if (computed === null) return [];
  const rank = edition.classes.find(({ code }) => code === computed)?.rank;
  if (rank === undefined) return [computed];
  return edition.classes
    .filter((one) => {
      if (one.rank === undefined || Math.abs(one.rank - rank) > mostRanks) return false;
      return one.rank >= rank || effects === 0;
    })
    .map(({ code }) => code);
};

export type DepartureCode =
  | 'review.notAccepted'
  | 'review.classUnknown'
  | 'review.departureFromStatus'
  | 'review.departureTooFar'
  | 'review.departureLiftsEffect'
  | 'review.departureReasonMissing';

const departureFault = (edition: Edition, bounds: DepartureBounds, proposed: string): DepartureCode | undefined => {
  if (bounds.computed === null) return 'review.notAccepted';
  const to = edition.classes.find(({ code }) => code === proposed);
  if (!to) return 'review.classUnknown';
  if (proposableClasses(edition, bounds).includes(proposed)) return undefined;
  const from = edition.classes.find(({ code }) => code === bounds.computed);
  if (to.rank === undefined || from?.rank === undefined) return 'review.departureFromStatus';
  return Math.abs(to.rank - from.rank) > bounds.mostRanks ? 'review.departureTooFar' : 'review.departureLiftsEffect';
};

/**
 * Checks a proposal against its bounds; null if it is the computed class, which needs no reason.
 * @returns issues at `proposedClass` and `departureReason`
 */
export const departureOf = (
  edition: Edition,
  bounds: DepartureBounds,
  proposal: { readonly person: string; readonly proposedClass: string; readonly reason: string },
): Result<DepartureStep | null, Issues> => {
  const { person, proposedClass, reason } = proposal;
  const code = departureFault(edition, bounds, proposedClass);
  const faults: Issue[] = code ? [{ path: 'proposedClass', code, params: { most: bounds.mostRanks } }] : [];
  const from = bounds.computed;
  if (from !== null && proposedClass !== from && reason.trim() === '')
    faults.push({ path: 'departureReason', code: 'review.departureReasonMissing' satisfies DepartureCode });
  if (faults.length > 0 || from === null) return issues(faults);
  if (proposedClass === from) return ok(null);
  const inputs = { person, reason: reason.trim(), from, to: proposedClass };
  return ok({ step: 11, rule: 'departure', inputs, before: from, after: proposedClass });
};
