import type { CheckRule } from './check-input.ts';

/** Below this a reason says that it does not apply and not why. */
const LEAST_CHARACTERS = 8;

const charactersOf = (reason: string): number => reason.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Reasons for “not applicable” say why. */
export const naReasons: CheckRule = {
  code: 'naReasons',
  level: 'warning',
  find: ({ edition, drafts }) =>
    edition.items.flatMap(({ id }) => {
      const answer = drafts[id]?.answer;
      if (!answer || !('na' in answer) || answer.na.trim() === '') return [];
      return charactersOf(answer.na) < LEAST_CHARACTERS
        ? [{ path: `items.${id}`, code: 'checks.naReasonShort', params: { least: LEAST_CHARACTERS } }]
        : [];
    }),
};
