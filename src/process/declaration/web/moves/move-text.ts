import type { HistoryEntry } from '#platform/ui/record/history.tsx';
import { useCodeText, useText } from '#platform/ui/text/use-text.tsx';
import type { DeclarationMove } from '../../moves.contract.ts';
import { movesTexts } from '../../moves.text.ts';

/** What a move did, in words; without a word for the rule its names alone. */
export const useMoveText = () => {
  const code = useCodeText();
  return ({ rule, edition, from, to, dropped }: DeclarationMove): string => {
    const did = code(`move.did.${rule}`, { from: from.name, to: to.name }) ?? `${from.name} → ${to.name}`;
    const standard = edition === 'same' ? undefined : code(`move.edition.${edition}`, { dropped });
    return standard === undefined ? did : `${did}；${standard}`;
  };
};

/** Moves as entries of the course of a declaration. */
export const useMoveHistory = () => {
  const t = useText(movesTexts);
  const text = useMoveText();
  return (moves: readonly DeclarationMove[]): readonly HistoryEntry[] =>
    moves.map((move) => ({
      id: move.moveId,
      at: move.at,
      what: t(`move.cause.${move.cause}`),
      who: text(move),
      note: move.reason,
    }));
};
