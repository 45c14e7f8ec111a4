import type { Role } from '#parties/access/domain/roles.ts';
import type { Decider } from './fields.ts';

export const registerChangeStates = ['pending', 'approved', 'refused', 'withdrawn'] as const;
export type RegisterChangeState = (typeof registerChangeStates)[number];

export const registerChangeActions = ['remark', 'approve', 'refuse', 'withdraw'] as const;
export type RegisterChangeAction = (typeof registerChangeActions)[number];

interface Transition {
  readonly from: RegisterChangeState;
  readonly action: RegisterChangeAction;
  readonly to: RegisterChangeState;
  readonly who: readonly Role[];
  /** `decider`: of the body that decides, and not the person who asked; `concerned`: of a body that is asked; `asker`: who asked, or its enterprise. */
  readonly part: 'decider' | 'concerned' | 'asker';
}

/** The course of a request; the server enforces it, pages show what of it is open. */
export const registerChangeTransitions: readonly Transition[] = [
  { from: 'pending', action: 'remark', to: 'pending', who: ['reviewer', 'sign-off'], part: 'concerned' },
  {
    from: 'pending',
    action: 'approve',
    to: 'approved',
    who: ['reviewer', 'sign-off', 'city-office'],
    part: 'decider',
  },
  { from: 'pending', action: 'refuse', to: 'refused', who: ['reviewer', 'sign-off', 'city-office'], part: 'decider' },
  {
    from: 'pending',
    action: 'withdraw',
    to: 'withdrawn',
    who: ['enterprise', 'enterprise-manager', 'reviewer', 'city-office'],
    part: 'asker',
  },
];

/** Who a person is, as far as requests ask. */
export interface Standing {
  readonly accountId: string | null;
  readonly roles: readonly Role[];
  readonly bodyId: string | null;
  readonly enterpriseId: string | null;
}

/** What of a request decides about a person's part in it. */
export interface Held {
  readonly state: RegisterChangeState;
  readonly decider: Decider;
  readonly bodyId: string;
  readonly concerned: readonly string[];
  /** Bodies that have remarked. */
  readonly remarked: readonly string[];
  readonly enterpriseId: string;
  readonly origin: 'enterprise' | 'officer' | 'correction';
  readonly requestedBy: string | null;
}

const decides = (held: Held, { roles, bodyId, accountId }: Standing): boolean =>
  accountId !== held.requestedBy &&
  (held.decider === 'city-office'
    ? roles.includes('city-office')
    : bodyId === held.bodyId && roles.some((role) => role === 'reviewer' || role === 'sign-off'));

const hasPart = (part: Transition['part'], held: Held, standing: Standing): boolean => {
  const { accountId, bodyId, enterpriseId } = standing;
  if (part === 'decider') return decides(held, standing);
  if (part === 'concerned')
    return bodyId !== null && held.concerned.includes(bodyId) && !held.remarked.includes(bodyId);
  return held.origin === 'enterprise' ? enterpriseId === held.enterpriseId : accountId === held.requestedBy;
};

/** What this person may do with the request now. Whoever asked decides nothing. */
export const openRegisterChangeActions = (held: Held, standing: Standing): readonly RegisterChangeAction[] =>
  registerChangeTransitions
    .filter(
      (row) =>
        row.from === held.state &&
        row.who.some((role) => standing.roles.includes(role)) &&
        hasPart(row.part, held, standing),
    )
    .map(({ action }) => action);
