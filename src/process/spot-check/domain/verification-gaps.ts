import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import { applyVerdicts } from '#process/review/domain/apply-verdicts.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import type { Answers, Edition } from '#process/standards/domain/index.ts';

/** What the experts put on record beside the items. Days are `YYYY-MM-DD`. */
export interface VisitRecord {
  readonly visitedOn: string | null;
  readonly conclusion: string;
}

export type VerificationGapCode =
  | 'spot-check.notExamined'
  | 'spot-check.visitMissing'
  | 'spot-check.visitInFuture'
  | 'spot-check.visitBeforeAssignment'
  | 'spot-check.conclusionMissing';

/** A day of the visit that cannot be: later than today, or before the experts were named. */
export const visitFault = (visitedOn: string | null, assignedOn: string, today: string): Issue | undefined => {
  if (visitedOn === null) return undefined;
  if (visitedOn > today) return { path: 'visitedOn', code: 'spot-check.visitInFuture', params: { today } };
  return visitedOn < assignedOn
    ? { path: 'visitedOn', code: 'spot-check.visitBeforeAssignment', params: { assignedOn } }
    : undefined;
};

/**
 * The verified answers, if the result is complete: every mandatory and veto item seen on site with a verdict of its own, no verdict
 * unfinished, day and conclusion of the visit on record. Items without a verdict stay as the preliminary review left them.
 * @param reviewed effective answers of the preliminary review
 * @returns every gap at once, at `items.<item id>`, `visitedOn`, `conclusion`
 */
export const verifiedAnswers = (
  edition: Edition,
  reviewed: Answers,
  verdicts: readonly Verdict[],
  visit: VisitRecord,
  assignedOn: string,
  today: string,
): Result<Answers, Issues> => {
  const given = new Set(verdicts.map(({ itemId }) => itemId));
  const applied = applyVerdicts(edition, reviewed, verdicts);
  const wrongDay = visitFault(visit.visitedOn, assignedOn, today);
  const gaps: Issue[] = [
    ...edition.items
      .filter(({ id, kind }) => kind !== 'scored' && !given.has(id))
      .map(({ id, clause }) => ({
        path: `items.${id}`,
        code: 'spot-check.notExamined',
        params: { item: id, clause: clause ?? id },
      })),
    ...(applied.ok ? [] : applied.error.issues),
    ...(visit.visitedOn === null ? [{ path: 'visitedOn', code: 'spot-check.visitMissing' }] : []),
    ...(wrongDay ? [wrongDay] : []),
    ...(visit.conclusion.trim() === '' ? [{ path: 'conclusion', code: 'spot-check.conclusionMissing' }] : []),
  ];
  return gaps.length === 0 && applied.ok ? ok(applied.value) : issues(gaps);
};
