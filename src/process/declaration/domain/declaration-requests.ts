import type { PlainDate } from '#lib/plain-date.ts';
import type { DeclarationState } from './states.ts';

/** 延期, 不列入评估: what an enterprise may ask the body that expects its declaration. */
export const requestKinds = ['extension', 'not-assessed'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** `ended`: the unit was not assessed for a time and was taken in again. */
export const requestStates = ['pending', 'granted', 'refused', 'withdrawn', 'ended'] as const;
export type RequestState = (typeof requestStates)[number];

export const requestActionNames = ['grant', 'refuse', 'withdraw', 'reinstate'] as const;
export type RequestAction = (typeof requestActionNames)[number];

export interface RequestTransition {
  readonly from: RequestState;
  readonly action: RequestAction;
  readonly to: RequestState;
  /** `body`: the body that receives or expects the declaration, or the city office. */
  readonly who: 'enterprise' | 'body';
  readonly kind?: RequestKind;
}

export const requestTransitions: readonly RequestTransition[] = [
  { from: 'pending', action: 'grant', to: 'granted', who: 'body' },
  { from: 'pending', action: 'refuse', to: 'refused', who: 'body' },
  { from: 'pending', action: 'withdraw', to: 'withdrawn', who: 'enterprise' },
  { from: 'granted', action: 'reinstate', to: 'ended', who: 'body', kind: 'not-assessed' },
];

export const requestTransition = (
  from: RequestState,
  action: RequestAction,
  kind: RequestKind,
): RequestTransition | undefined =>
  requestTransitions.find(
    (row) => row.from === from && row.action === action && (row.kind === undefined || row.kind === kind),
  );

/** What one side may do with a request now. */
export const requestActions = (
  state: RequestState,
  kind: RequestKind,
  who: RequestTransition['who'],
): readonly RequestAction[] =>
  requestTransitions
    .filter((row) => row.from === state && row.who === who && (row.kind === undefined || row.kind === kind))
    .map(({ action }) => action);

/** Only what has not been handed in can be put off or taken out. */
const open: readonly DeclarationState[] = ['not-started', 'draft', 'returned'];
export const takesRequests = (state: DeclarationState): boolean => open.includes(state);

/** How far a term may be put off, and how often in a campaign. */
export interface ExtensionRule {
  readonly workingDays: number;
  readonly times: number;
}

export interface ExtensionInput {
  readonly wantedUntil: PlainDate;
  /** The last day on time as it stands. */
  readonly dueOn: PlainDate;
  /** The latest day that the rule allows, counted from the last day of the phase or the correction. */
  readonly latest: PlainDate;
  readonly today: PlainDate;
  readonly grantedBefore: number;
  readonly rule: ExtensionRule;
}

/** Why an extension cannot be asked for or granted, as code and what it speaks of; null if it can. */
export const extensionFault = ({
  wantedUntil,
  dueOn,
  latest,
  today,
  grantedBefore,
  rule,
}: ExtensionInput): { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | null => {
  if (grantedBefore >= rule.times) return { code: 'requests.noMoreExtensions', params: { times: rule.times } };
  if (wantedUntil <= dueOn) return { code: 'requests.notLater', params: { dueOn } };
  if (wantedUntil < today) return { code: 'requests.inThePast', params: { today } };
  if (wantedUntil > latest) return { code: 'requests.tooLong', params: { latest, workingDays: rule.workingDays } };
  return null;
};
