import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import type { Answer, Answers, DeductionCounts, Edition } from '#process/standards/domain/index.ts';
import {
  answerAfter,
  countsAfter,
  type Verdict,
  type VerdictCode,
  verdictDeductionsFault,
  verdictFault,
  verdictGap,
} from './verdict.ts';

const issue = (itemId: string, code: VerdictCode, full?: number): Issue => ({
  path: `items.${itemId}`,
  code,
  params: { item: itemId, ...(full === undefined ? {} : { full }) },
});

/**
 * The answers that count after an examination: items without a verdict, or agreed to, stay as they were given. Facts and day stay;
 * whoever scores the result replaces them by those of the examination.
 * @param answers of this edition, checked
 * @returns every fault at once at `items.<item id>`: a verdict for an unknown item or for one twice, one that does not fit its
 *   answer, points outside 0…full units or other than its counts leave, an adjustment or refusal without value or reason
 */
export const applyVerdicts = (
  edition: Edition,
  answers: Answers,
  verdicts: readonly Verdict[],
): Result<Answers, Issues> => {
  const items = new Map(edition.items.map((item) => [item.id, item]));
  const faults: Issue[] = [];
  const changed: Record<string, Answer> = {};
  const seen = new Set<string>();
  for (const verdict of verdicts) {
    const { itemId } = verdict;
    const item = items.get(itemId);
    const answer = answers.answers[itemId];
    if (!item || !answer) {
      faults.push(issue(itemId, 'review.itemUnknown'));
      continue;
    }
    const fault = seen.has(itemId)
      ? 'review.itemTwice'
      : (verdictFault(item, answer, verdict) ?? verdictGap(answer, verdict));
    seen.add(itemId);
    const counted = verdictDeductionsFault(item, verdict, edition);
    if (fault) faults.push(issue(itemId, fault, item.full));
    else if (counted) faults.push({ path: `items.${itemId}`, ...counted });
    else changed[itemId] = answerAfter(item, answer, verdict);
  }
  return faults.length > 0 ? issues(faults) : ok({ ...answers, answers: { ...answers.answers, ...changed } });
};

/** The same while verdicts are still being written: what is impossible is left out, what is unfinished counts as far as it goes. */
export const answersSoFar = (edition: Edition, answers: Answers, verdicts: readonly Verdict[]): Answers => {
  const given = new Map(verdicts.map((verdict) => [verdict.itemId, verdict]));
  const changed = edition.items.flatMap((item): [string, Answer][] => {
    const verdict = given.get(item.id);
    const answer = answers.answers[item.id];
    if (!verdict || !answer || verdictFault(item, answer, verdict)) return [];
    return [[item.id, answerAfter(item, answer, verdict)]];
  });
  return { ...answers, answers: { ...answers.answers, ...Object.fromEntries(changed) } };
};

type Counts = Readonly<Record<string, DeductionCounts>>;

/** How the points that count after an examination came about, by item, where they were counted out. */
export const countsAfterVerdicts = (edition: Edition, given: Counts, verdicts: readonly Verdict[]): Counts => {
  const byItem = new Map(verdicts.map((verdict) => [verdict.itemId, verdict]));
  return Object.fromEntries(
    edition.items.flatMap(({ id }) => {
      const counts = countsAfter(Object.hasOwn(given, id) ? given[id] : undefined, byItem.get(id));
      return counts ? [[id, counts] as const] : [];
    }),
  );
};
