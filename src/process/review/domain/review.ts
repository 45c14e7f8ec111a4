import type { Role } from '#parties/access/domain/roles.ts';

/**
 * 初审 of one submission by the body that received it. `withdrawn`: the enterprise took the submission back before anybody had
 * begun; `returned`: it goes on with the corrected submission as a review of its own, this one stays readable; `replaced`: the same, where
 * the system froze the submission anew because of a 标准修订 and nothing was asked of the enterprise.
 */
export const reviewStates = [
  'pending',
  'reviewing',
  'proposed',
  'signed',
  'transmitted',
  'returned',
  'withdrawn',
  'replaced',
] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Several states at once, as lists are asked for: with the reviewers; with the body; past the second person. */
export const reviewStateGroups = {
  'in-hand': ['pending', 'reviewing'],
  open: ['pending', 'reviewing', 'proposed', 'signed'],
  'signed-off': ['signed', 'transmitted'],
} as const satisfies Readonly<Record<string, readonly ReviewState[]>>;
export type ReviewStateGroup = keyof typeof reviewStateGroups;
export const reviewStateFilters = [...reviewStates, 'in-hand', 'open', 'signed-off'] as const;
export type ReviewStateFilter = (typeof reviewStateFilters)[number];

/** The states that a filter lets through. */
export const statesOf = (filter: ReviewStateFilter): readonly ReviewState[] =>
  filter in reviewStateGroups ? reviewStateGroups[filter as ReviewStateGroup] : [filter as ReviewState];

export const reviewActions = [
  'take-up',
  'take-over',
  'examine',
  'propose',
  'return',
  'sign-off',
  'send-back',
  'transmit',
] as const;
export type ReviewAction = (typeof reviewActions)[number];

interface Transition {
  readonly from: ReviewState;
  readonly action: ReviewAction;
  readonly to: ReviewState;
  readonly who: readonly Role[];
  /**
   * Which person of the body: `holder` took the review up, `other` is a reviewer who did not, `second` is not the one who
   * proposed (审签人须为另一人).
   */
  readonly person?: 'holder' | 'other' | 'second';
}

/** The course of a review; the server enforces it, pages show what of it is open. Withdrawing is the declaration's. */
export const reviewTransitions: readonly Transition[] = [
  { from: 'pending', action: 'take-up', to: 'reviewing', who: ['reviewer'] },
  { from: 'reviewing', action: 'take-over', to: 'reviewing', who: ['reviewer'], person: 'other' },
  { from: 'reviewing', action: 'examine', to: 'reviewing', who: ['reviewer'], person: 'holder' },
  { from: 'reviewing', action: 'propose', to: 'proposed', who: ['reviewer'], person: 'holder' },
  { from: 'reviewing', action: 'return', to: 'returned', who: ['reviewer'], person: 'holder' },
  { from: 'proposed', action: 'sign-off', to: 'signed', who: ['sign-off'], person: 'second' },
  { from: 'proposed', action: 'send-back', to: 'reviewing', who: ['sign-off'], person: 'second' },
  { from: 'signed', action: 'transmit', to: 'transmitted', who: ['reviewer', 'sign-off'] },
];

export const reviewTransition = (from: ReviewState, action: ReviewAction): Transition | undefined =>
  reviewTransitions.find((row) => row.from === from && row.action === action);

/** Who a person is to a review. */
export interface Standing {
  readonly accountId: string | null;
  readonly bodyId: string | null;
  readonly roles: readonly Role[];
}

/** What of a review decides about a person's part in it. */
export interface Held {
  readonly state: ReviewState;
  readonly bodyId: string;
  readonly reviewerId: string | null;
  readonly proposedBy: string | null;
}

const isRightPerson = (person: Transition['person'], { accountId }: Standing, held: Held): boolean => {
  if (person === 'holder') return held.reviewerId === accountId;
  if (person === 'other') return held.reviewerId !== accountId;
  return person === 'second' ? held.proposedBy !== accountId : true;
};

/** What this person may do with the review now. */
export const openReviewActions = (held: Held, standing: Standing): readonly ReviewAction[] =>
  standing.bodyId !== held.bodyId
    ? []
    : reviewTransitions
        .filter(
          (row) =>
            row.from === held.state &&
            row.who.some((role) => standing.roles.includes(role)) &&
            isRightPerson(row.person, standing, held),
        )
        .map((row) => row.action);
