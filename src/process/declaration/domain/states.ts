/** Where a declaration stands. */
export const declarationStates = ['not-started', 'draft', 'to-sign', 'submitted', 'returned', 'not-assessed'] as const;
export type DeclarationState = (typeof declarationStates)[number];

/** As lists are asked for; `unsubmitted`: never sent, whether begun or not. */
export const declarationStateFilters = [...declarationStates, 'unsubmitted'] as const;
export type DeclarationStateFilter = (typeof declarationStateFilters)[number];

/** The states that a filter lets through. */
export const statesOf = (filter: DeclarationStateFilter): readonly DeclarationState[] =>
  filter === 'unsubmitted' ? ['not-started', 'draft', 'to-sign'] : [filter];

export type DeclarationAction =
  | 'start'
  | 'save'
  | 'hand-over'
  | 'call-back'
  | 'send-back'
  | 'reopen'
  | 'submit'
  | 'withdraw'
  | 'return'
  | 'take-out'
  | 'reinstate'
  | 'reinstate-unstarted';

/**
 * `review`: the receiving body, through its preliminary review; `body`: the same, or the city office, on a request; `revision`: a 标准修订
 * that is carried out.
 */
export type Mover = 'enterprise' | 'enterprise-manager' | 'review' | 'body' | 'revision';

export interface Transition {
  readonly from: DeclarationState;
  readonly action: DeclarationAction;
  readonly to: DeclarationState;
  readonly who: Mover | readonly Mover[];
  readonly until?: 'review-begins';
  /** `other`: not who handed it over; `only`: who has the enterprise's only active account. */
  readonly person?: 'other' | 'only';
  /** Of a declaration that waits for its signature: the state in which it was handed over, and to which it goes back. */
  readonly handedOverIn?: DeclarationState;
}

/** The course of a declaration; the server enforces it, pages show what of it is open. */
export const transitions: readonly Transition[] = [
  { from: 'not-started', action: 'start', to: 'draft', who: 'enterprise' },
  { from: 'draft', action: 'save', to: 'draft', who: 'enterprise' },
  { from: 'draft', action: 'submit', to: 'submitted', who: 'enterprise-manager', person: 'only' },
  { from: 'draft', action: 'hand-over', to: 'to-sign', who: 'enterprise' },
  { from: 'to-sign', action: 'submit', to: 'submitted', who: 'enterprise-manager', person: 'other' },
  { from: 'to-sign', action: 'call-back', to: 'draft', who: 'enterprise', handedOverIn: 'draft' },
  { from: 'to-sign', action: 'call-back', to: 'returned', who: 'enterprise', handedOverIn: 'returned' },
  { from: 'to-sign', action: 'send-back', to: 'draft', who: 'enterprise-manager', handedOverIn: 'draft' },
  { from: 'to-sign', action: 'send-back', to: 'returned', who: 'enterprise-manager', handedOverIn: 'returned' },
  { from: 'to-sign', action: 'reopen', to: 'draft', who: 'revision', handedOverIn: 'draft' },
  { from: 'to-sign', action: 'reopen', to: 'returned', who: 'revision', handedOverIn: 'returned' },
  {
    from: 'submitted',
    action: 'withdraw',
    to: 'draft',
    who: ['enterprise', 'enterprise-manager'],
    until: 'review-begins',
  },
  { from: 'submitted', action: 'return', to: 'returned', who: 'review' },
  { from: 'returned', action: 'save', to: 'returned', who: 'enterprise' },
  { from: 'returned', action: 'submit', to: 'submitted', who: 'enterprise-manager', person: 'only' },
  { from: 'returned', action: 'hand-over', to: 'to-sign', who: 'enterprise' },
  // 不列入评估: stopped, under construction, closed or out of scope, with proof.
  { from: 'not-started', action: 'take-out', to: 'not-assessed', who: 'body' },
  { from: 'draft', action: 'take-out', to: 'not-assessed', who: 'body' },
  { from: 'to-sign', action: 'take-out', to: 'not-assessed', who: 'body' },
  { from: 'returned', action: 'take-out', to: 'not-assessed', who: 'body' },
  { from: 'not-assessed', action: 'reinstate', to: 'draft', who: 'body' },
  { from: 'not-assessed', action: 'reinstate-unstarted', to: 'not-started', who: 'body' },
];

/** @param handedOverIn where the declaration waits for its signature, the state in which it was handed over */
export const transition = (
  from: DeclarationState,
  action: DeclarationAction,
  handedOverIn: DeclarationState | null = null,
): Transition | undefined =>
  transitions.find(
    (row) =>
      row.from === from &&
      row.action === action &&
      (row.handedOverIn === undefined || row.handedOverIn === (handedOverIn ?? 'draft')),
  );

/** Who asks, as far as the course of a declaration depends on it. */
export interface Person {
  readonly roles: readonly string[];
  readonly isOnlyAccount: boolean;
  readonly handedItOver: boolean;
}

/** Whether this very person may take a step that the role allows. */
export const mayTake = ({ person }: Transition, { isOnlyAccount, handedItOver }: Person): boolean =>
  isOnlyAccount || (person === 'only' ? false : person === 'other' ? !handedItOver : true);

/** What this person of the enterprise may do now; a single person hands nothing over. */
export const openActions = (
  state: DeclarationState,
  reviewBegun: boolean,
  person: Person,
): readonly DeclarationAction[] => [
  ...new Set(
    transitions
      .filter(
        (row) =>
          row.from === state &&
          [row.who].flat().some((who) => person.roles.includes(who)) &&
          !(row.until === 'review-begins' && reviewBegun) &&
          !(row.action === 'hand-over' && person.isOnlyAccount) &&
          mayTake(row, person),
      )
      .map(({ action }) => action),
  ),
];
