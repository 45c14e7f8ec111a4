import { type Fault, type Issue, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { readSubmission } from '#process/declaration/server/read-submission.ts';
import { type Answers, type Edition, tidyCounts } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { type Verdict, verdictDeductionsFault, verdictFault } from '../domain/verdict.ts';
import { reviewContract } from '../review.contract.ts';
import { reviewFor } from './lock-review.ts';
import { asVerdict, type VerdictRow, verdictRowsOf } from './read-examination.ts';

/** A verdict as it is to be stored; null takes it back. */
type Wanted = { readonly itemId: string; readonly base: number; readonly verdict: Verdict | null };

const faultsOf = (edition: Edition, answers: Answers, wanted: readonly Wanted[]): readonly Issue[] => {
  const items = new Map(edition.items.map((item) => [item.id, item]));
  return wanted.flatMap(({ itemId, verdict }): Issue[] => {
    const item = items.get(itemId);
    const answer = answers.answers[itemId];
    if (!item || !answer) return [{ path: `items.${itemId}`, code: 'review.itemUnknown', params: { item: itemId } }];
    if (verdict?.comment && (!verdict.comment.isWellFormed() || verdict.comment.includes('\u0000')))
      return [{ path: `items.${itemId}`, code: 'registration.badCharacter' }];
    const code = verdict && verdictFault(item, answer, verdict);
    if (code) return [{ path: `items.${itemId}`, code, params: { item: itemId, full: item.full } }];
    const counted = verdict && verdictDeductionsFault(item, verdict, edition);
    return counted ? [{ path: `items.${itemId}`, ...counted }] : [];
  });
};

const same = (stored: VerdictRow | undefined, wanted: Verdict | null): boolean =>
  JSON.stringify(stored ? asVerdict(stored) : null) === JSON.stringify(wanted && { ...asVerdict(filled(wanted)) });

const filled = ({ itemId, verdict, points, met, deductions, comment }: Verdict) => ({
  itemId,
  verdict,
  points: points ?? null,
  met: met ?? null,
  deductions: deductions ?? null,
  comment,
});

/** What really changes; refused if one of them was changed elsewhere since the page last saw it. */
const changesOf = (stored: readonly VerdictRow[], wanted: readonly Wanted[]): Result<readonly Wanted[], Fault> => {
  const now = new Map(stored.map((row) => [row.itemId, row]));
  const changed = wanted.filter(({ itemId, verdict }) => !same(now.get(itemId), verdict));
  const lost = changed.filter(({ itemId, base }) => (now.get(itemId)?.revision ?? 0) !== base);
  if (lost.length > 0)
    return refuse('review.verdictsChanged', 409, { items: lost.map(({ itemId }) => itemId).join(' ') });
  return ok(changed);
};

/** Saves verdicts of some items, each against the revision that its change started from. */
export const saveVerdicts = command(reviewContract.saveVerdicts, {
  name: 'review.save-verdicts',
  run: async (tx, { params: { reviewId }, body }, { actor, now }) => {
    const { cityId } = actor;
    const found = await reviewFor(tx, actor, reviewId, 'examine', null);
    if (!found.ok) return found;
    const review = found.value;
    const submission = await readSubmission(tx, cityId, review.submissionId);
    if (!submission) return refuse('input.noSuchRecord', 404);
    const { edition } = await editionByHash(tx, cityId, submission.editionHash);
    const wanted = Object.entries(body.items).map(
      ([itemId, { base, verdict, deductions, comment, ...value }]): Wanted => {
        if (verdict === null) return { itemId, base, verdict };
        const counts = tidyCounts(deductions);
        const given = { itemId, verdict, ...value, ...(counts && { deductions: counts }), comment: comment.trim() };
        return { itemId, base, verdict: asVerdict(filled(given)) };
      },
    );
    const faults = faultsOf(edition, submission.answers, wanted);
    if (faults.length > 0) return issues(faults);
    const stored = await verdictRowsOf(tx, cityId, reviewId);
    const changes = changesOf(stored, wanted);
    if (!changes.ok) return changes;

    const before = new Map(stored.map((row) => [row.itemId, row.revision]));
    const taken = changes.value.filter(({ verdict }) => verdict === null).map(({ itemId }) => itemId);
    const set = changes.value.flatMap(({ itemId, verdict }) =>
      verdict ? [{ ...filled(verdict), revision: (before.get(itemId) ?? 0) + 1 }] : [],
    );
    const version = changes.value.length > 0 ? review.version + 1 : review.version;
    if (taken.length > 0)
      tx.later(
        sql`delete from review_verdicts where city_id = ${cityId} and review_id = ${reviewId} and item_id = any(${taken}::text[])`,
      );
    if (set.length > 0)
      tx.later(sql`insert into review_verdicts (city_id, review_id, item_id, verdict, points, met, deductions, comment, revision, decided_by, decided_at)
        select ${cityId}, ${reviewId}, v."itemId", v.verdict, v.points, v.met, v.deductions, v.comment, v.revision, ${actor.accountId}, ${now}
        from jsonb_to_recordset(${json(set)}::jsonb) as v ("itemId" text, verdict text, points int, met boolean, deductions jsonb, comment text, revision int)
        on conflict (city_id, review_id, item_id) do update set verdict = excluded.verdict, points = excluded.points, met = excluded.met,
          deductions = excluded.deductions, comment = excluded.comment, revision = excluded.revision, decided_by = excluded.decided_by, decided_at = excluded.decided_at`);
    if (changes.value.length > 0)
      tx.later(sql`update reviews set version = ${version} where city_id = ${cityId} and review_id = ${reviewId}`);
    const revisions = Object.fromEntries([
      ...wanted.map(({ itemId }) => [itemId, before.get(itemId) ?? 0]),
      ...taken.map((itemId) => [itemId, 0]),
      ...set.map(({ itemId, revision }) => [itemId, revision]),
    ]);
    return ok({
      done: { version, revisions },
      subject: { type: 'review', id: reviewId },
      record: { verdicts: Object.fromEntries(changes.value.map(({ itemId, verdict }) => [itemId, verdict])) },
    });
  },
});
