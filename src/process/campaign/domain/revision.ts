import type { Role } from '#parties/access/domain/roles.ts';

/**
 * Where the order of a 标准修订 stands. `stopped`: at its moment it could no longer be carried out, and nothing was changed; a new one has
 * to be ordered.
 */
export const revisionStates = ['ordered', 'carried-out', 'cancelled', 'stopped'] as const;
export type RevisionState = (typeof revisionStates)[number];

export type RevisionAction = 'cancel' | 'carry-out' | 'stop';

export const revisionTransitions = [
  { from: 'ordered', action: 'cancel', to: 'cancelled', who: ['city-office'] },
  { from: 'ordered', action: 'carry-out', to: 'carried-out', who: 'system' },
  { from: 'ordered', action: 'stop', to: 'stopped', who: 'system' },
] as const satisfies readonly {
  from: RevisionState;
  action: RevisionAction;
  to: RevisionState;
  who: readonly Role[] | 'system';
}[];

/** What may be done with an order now by somebody with these roles. */
export const openRevisionActions = (state: RevisionState, roles: readonly Role[]): readonly 'cancel'[] =>
  revisionTransitions.flatMap((row) =>
    row.from === state && row.action === 'cancel' && row.who.some((role) => roles.includes(role)) ? [row.action] : [],
  );

/** Why an order was stopped at its moment. */
export const stopCauses = ['bound', 'not-in-force', 'other-edition'] as const;
export type StopCause = (typeof stopCauses)[number];

/** How far a unit has come that is bound by what was published of it, and therefore keeps a revision back. */
export const boundPlaces = ['batch', 'pool', 'verification', 'settled', 'notice'] as const;
export type BoundPlace = (typeof boundPlaces)[number];

/** What became of a unit. */
export const revisionOutcomes = ['switched', 'carried', 'resubmitted', 'returned', 'decided'] as const;
export type RevisionOutcome = (typeof revisionOutcomes)[number];
