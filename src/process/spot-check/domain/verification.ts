import type { Role } from '#parties/access/domain/roles.ts';

/**
 * 核定 of one unit by experts on site, because it was drawn or because an objection was upheld. `to-assign` also after experts withdrew
 * and too few are left.
 */
export const verificationStates = ['to-assign', 'assigned', 'submitted', 'confirmed'] as const;
export type VerificationState = (typeof verificationStates)[number];

export const verificationCauses = ['drawn', 'objection'] as const;
export type VerificationCause = (typeof verificationCauses)[number];

export const verificationActions = ['assign', 'recuse', 'examine', 'submit', 'send-back', 'confirm'] as const;
export type VerificationAction = (typeof verificationActions)[number];

interface Transition {
  readonly from: VerificationState;
  readonly action: VerificationAction;
  readonly to: VerificationState;
  readonly who: readonly Role[];
  /** `one`: an expert assigned to it; `lead`: the one among them who answers for the result. */
  readonly expert?: 'one' | 'lead';
}

/** The course of a verification. A recusal leads back to `to-assign` only if too few experts or no lead are left. */
export const verificationTransitions: readonly Transition[] = [
  { from: 'to-assign', action: 'assign', to: 'assigned', who: ['city-office'] },
  { from: 'assigned', action: 'assign', to: 'assigned', who: ['city-office'] },
  { from: 'to-assign', action: 'recuse', to: 'to-assign', who: ['expert'], expert: 'one' },
  { from: 'assigned', action: 'recuse', to: 'to-assign', who: ['expert'], expert: 'one' },
  { from: 'to-assign', action: 'examine', to: 'to-assign', who: ['expert'], expert: 'one' },
  { from: 'assigned', action: 'examine', to: 'assigned', who: ['expert'], expert: 'one' },
  { from: 'assigned', action: 'submit', to: 'submitted', who: ['expert'], expert: 'lead' },
  { from: 'submitted', action: 'send-back', to: 'assigned', who: ['city-office'] },
  { from: 'submitted', action: 'confirm', to: 'confirmed', who: ['city-office'] },
];

/** The part a person has in a verification: none, expert, or the lead of the experts. */
export type Part = 'none' | 'expert' | 'lead';

/** What this person may do with a verification now. */
export const openVerificationActions = (
  state: VerificationState,
  roles: readonly Role[],
  part: Part,
): readonly VerificationAction[] =>
  verificationTransitions
    .filter(
      (row) =>
        row.from === state &&
        row.who.some((role) => roles.includes(role)) &&
        (row.expert === undefined || (row.expert === 'one' ? part !== 'none' : part === 'lead')),
    )
    .map((row) => row.action);

/** The states in which an action is possible, for the refusal that says so. */
export const statesFor = (action: VerificationAction): readonly VerificationState[] =>
  verificationTransitions.filter((row) => row.action === action).map((row) => row.from);
