/** Where a declaration stands. */
export const declarationStates = ['not-started', 'draft', 'submitted', 'returned'] as const;
export type DeclarationState = (typeof declarationStates)[number];

/** As lists are asked for; `unsubmitted`: never sent, whether begun or not. */
export const declarationStateFilters = [...declarationStates, 'unsubmitted'] as const;
export type DeclarationStateFilter = (typeof declarationStateFilters)[number];

/** The states that a filter lets through. */
export const statesOf = (filter: DeclarationStateFilter): readonly DeclarationState[] =>
  filter === 'unsubmitted' ? ['not-started', 'draft'] : [filter];

export type DeclarationAction = 'start' | 'save' | 'submit' | 'withdraw' | 'return';

export interface Transition {
  readonly from: DeclarationState;
  readonly action: DeclarationAction;
  readonly to: DeclarationState;
  /** `review`: the receiving body, through its preliminary review. */
  readonly who: 'enterprise' | 'review';
  readonly until?: 'review-begins';
}

/** The course of a declaration; the server enforces it, pages show what of it is open. */
export const transitions: readonly Transition[] = [
  { from: 'not-started', action: 'start', to: 'draft', who: 'enterprise' },
  { from: 'draft', action: 'save', to: 'draft', who: 'enterprise' },
  { from: 'draft', action: 'submit', to: 'submitted', who: 'enterprise' },
  { from: 'submitted', action: 'withdraw', to: 'draft', who: 'enterprise', until: 'review-begins' },
  { from: 'submitted', action: 'return', to: 'returned', who: 'review' },
  { from: 'returned', action: 'save', to: 'returned', who: 'enterprise' },
  { from: 'returned', action: 'submit', to: 'submitted', who: 'enterprise' },
];

export const transition = (from: DeclarationState, action: DeclarationAction): Transition | undefined =>
  transitions.find((row) => row.from === from && row.action === action);

/** What the enterprise may do now. */
export const openActions = (state: DeclarationState, reviewBegun: boolean): readonly DeclarationAction[] =>
  transitions
    .filter((row) => row.from === state && row.who === 'enterprise' && !(row.until === 'review-begins' && reviewBegun))
    .map((row) => row.action);
