import type { Answers } from '#process/standards/domain/index.ts';

/** What of a submission says something about one item. */
export interface Submitted {
  readonly answers: Answers;
  readonly comments: Readonly<Record<string, string>>;
  readonly evidence: readonly { readonly itemId: string; readonly digest: string }[];
}

const proofs = ({ evidence }: Submitted): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { itemId, digest } of evidence) found.set(itemId, `${found.get(itemId) ?? ''} ${digest}`);
  return found;
};

/** Items whose answer, comment or evidence is another than in the submission before; all of them under another edition. */
export const changedItems = (before: Submitted, after: Submitted): readonly string[] => {
  const ids = Object.keys(after.answers.answers);
  if (before.answers.edition !== after.answers.edition) return ids;
  const [proofBefore, proofAfter] = [proofs(before), proofs(after)];
  return ids.filter(
    (id) =>
      JSON.stringify(before.answers.answers[id]) !== JSON.stringify(after.answers.answers[id]) ||
      (before.comments[id] ?? '') !== (after.comments[id] ?? '') ||
      proofBefore.get(id) !== proofAfter.get(id),
  );
};
