import type { DeclarationState } from '../states.ts';

/** A submission as one of a line of versions. */
export interface Version {
  readonly submissionId: string;
  readonly sequence: number;
  readonly receiptNumber: string;
  /** Frozen anew by the system because of a 标准修订: nobody signed it. */
  readonly byRevision: boolean;
}

export interface Line {
  readonly state: DeclarationState;
  readonly currentSubmissionId: string | null;
  readonly versions: readonly Version[];
}

/**
 * What became of a version. `current`: in force; `returned`: given back, no corrected one has come yet; `set-aside`: the unit is not assessed
 * any more; `withdrawn`: taken back, nothing has come instead; `superseded`: another one came after it.
 */
export const standings = ['current', 'returned', 'set-aside', 'withdrawn', 'superseded'] as const;

export interface Standing {
  readonly state: (typeof standings)[number];
  /** What came directly after it, and how. */
  readonly successor: (Version & { readonly how: 'revision' | 'resubmission' }) | null;
  /** The newest version there is, if it is another one. */
  readonly newest: Version | null;
}

export const standingOf = ({ state, currentSubmissionId, versions }: Line, submissionId: string): Standing => {
  const own = versions.find((one) => one.submissionId === submissionId);
  const later = versions
    .filter(({ sequence }) => own !== undefined && sequence > own.sequence)
    .toSorted((one, other) => one.sequence - other.sequence);
  const [successor] = later;
  if (successor)
    return {
      state: 'superseded',
      successor: { ...successor, how: successor.byRevision ? 'revision' : 'resubmission' },
      newest: later.at(-1) ?? null,
    };
  return { state: lastState(state, currentSubmissionId === submissionId), successor: null, newest: null };
};

const lastState = (state: DeclarationState, isCurrent: boolean): Standing['state'] => {
  if (state === 'not-assessed') return 'set-aside';
  if (!isCurrent) return 'withdrawn';
  return state === 'submitted' ? 'current' : 'returned';
};

/**
 * The version whose paper is asked for: the last one that a person signed, up to the one in force. What the system froze anew asks nothing
 * of the enterprise, neither answers nor paper. Null while nothing is in force or it was given back.
 */
export const paperVersion = ({ state, currentSubmissionId, versions }: Line): Version | null => {
  const current = versions.find(({ submissionId }) => submissionId === currentSubmissionId);
  if (state !== 'submitted' || !current) return null;
  return versions.reduce<Version | null>(
    (found, one) =>
      !one.byRevision && one.sequence <= current.sequence && one.sequence > (found?.sequence ?? 0) ? one : found,
    null,
  );
};
