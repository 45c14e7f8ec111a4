import { type Answers, type DeductionCounts, sameCounts } from '#process/standards/domain/index.ts';

/** What of a submission says something about one item. */
export interface Submitted {
  readonly answers: Answers;
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly evidence: readonly { readonly itemId: string; readonly digest: string }[];
}

const proofs = ({ evidence }: Submitted): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { itemId, digest } of evidence) found.set(itemId, `${found.get(itemId) ?? ''} ${digest}`);
  return found;
};

/**
 * Items whose answer, counted deductions, reason, comment or evidence is another than in the submission before. Under another edition, `same` says which item of the
 * one before each comes from; those that it does not name count as changed, since they say something else or are new.
 */
export const changedItems = (
  before: Submitted,
  after: Submitted,
  same?: ReadonlyMap<string, string>,
): readonly string[] => {
  const ids = Object.keys(after.answers.answers);
  const sameEdition = before.answers.edition === after.answers.edition;
  const [proofBefore, proofAfter] = [proofs(before), proofs(after)];
  return ids.filter((id) => {
    const was = sameEdition ? id : same?.get(id);
    return (
      was === undefined ||
      JSON.stringify(before.answers.answers[was]) !== JSON.stringify(after.answers.answers[id]) ||
      (before.reasons[was] ?? '') !== (after.reasons[id] ?? '') ||
      (before.comments[was] ?? '') !== (after.comments[id] ?? '') ||
      !sameCounts(before.deductions[was], after.deductions[id]) ||
      proofBefore.get(was) !== proofAfter.get(id)
    );
  });
};
