import type { Role } from '#parties/access/domain/roles.ts';

/** `frozen`: pool and parameters are published and can no longer change; `drawn`: the seed was taken, the result stands. */
export const drawStates = ['frozen', 'drawn'] as const;
export type DrawState = (typeof drawStates)[number];
export type DrawAction = 'take-seed';

export const drawTransitions = [
  { from: 'frozen', action: 'take-seed', to: 'drawn', who: ['city-office'] },
] as const satisfies readonly { from: DrawState; action: DrawAction; to: DrawState; who: readonly Role[] }[];

/** What may be done with a draw now by somebody with these roles. */
export const openDrawActions = (state: DrawState, roles: readonly Role[]): readonly DrawAction[] =>
  drawTransitions
    .filter((row) => row.from === state && row.who.some((role) => roles.includes(role)))
    .map((row) => row.action);
