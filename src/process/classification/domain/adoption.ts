import type { Role } from '#parties/access/domain/roles.ts';

/** A batch of the list: prepared by the city office after the meeting, in force once the leading group has signed it. */
export const adoptionStates = ['prepared', 'signed', 'withdrawn'] as const;
export type AdoptionState = (typeof adoptionStates)[number];

export const adoptionActions = ['withdraw', 'sign'] as const;
export type AdoptionAction = (typeof adoptionActions)[number];

interface Transition {
  readonly from: AdoptionState;
  readonly action: AdoptionAction;
  readonly to: AdoptionState;
  readonly who: readonly Role[];
}

export const adoptionTransitions: readonly Transition[] = [
  { from: 'prepared', action: 'withdraw', to: 'withdrawn', who: ['city-office'] },
  { from: 'prepared', action: 'sign', to: 'signed', who: ['leading-group'] },
];

/** What somebody with these roles may do with a batch now. */
export const openAdoptionActions = (state: AdoptionState, roles: readonly Role[]): AdoptionAction[] =>
  adoptionTransitions
    .filter(({ from, who }) => from === state && who.some((role) => roles.includes(role)))
    .map(({ action }) => action);
