import type { Role } from '#parties/access/domain/roles.ts';

export type DraftState = 'drafting' | 'published' | 'discarded';
export type DraftAction = 'save' | 'discard' | 'publish';

interface Transition {
  readonly from: DraftState;
  readonly action: DraftAction;
  readonly to: DraftState;
  readonly who: readonly Role[];
  /** `second`: not the one who edited it last. */
  readonly person?: 'second';
}

/** The life of a draft. Taking a workbook over is saving. */
export const draftTransitions: readonly Transition[] = [
  { from: 'drafting', action: 'save', to: 'drafting', who: ['city-office'] },
  { from: 'drafting', action: 'discard', to: 'discarded', who: ['city-office'] },
  { from: 'drafting', action: 'publish', to: 'published', who: ['leading-group'], person: 'second' },
];

/** Whether somebody with these roles may do this to a draft in this state. */
export const mayDo = (action: DraftAction, state: DraftState, roles: readonly Role[]): boolean =>
  draftTransitions.some(
    (one) => one.action === action && one.from === state && one.who.some((role) => roles.includes(role)),
  );
