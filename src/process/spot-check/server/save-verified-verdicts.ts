import type { z } from 'zod';
import { type Issue, issues, ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import { type Verdict, verdictDeductionsFault, verdictFault } from '#process/review/domain/verdict.ts';
import type { verdictInput } from '#process/review/verdict-shapes.ts';
import { type Answers, type Edition, sameCounts, tidyCounts } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { verificationContract } from '../verification.contract.ts';
import { lockFor, reviewedAnswers, type StoredVerdict, verdictsOf } from './verification-record.ts';

const faultsOf = (edition: Edition, answers: Answers, verdicts: readonly Verdict[]): readonly Issue[] => {
  const items = new Map(edition.items.map((item) => [item.id, item]));
  return verdicts.flatMap((verdict): Issue[] => {
    const item = items.get(verdict.itemId);
    const answer = answers.answers[verdict.itemId];
    const path = `items.${verdict.itemId}`;
    if (!item || !answer) return [{ path, code: 'review.itemUnknown', params: { item: verdict.itemId } }];
    if (!verdict.comment.isWellFormed() || verdict.comment.includes('\u0000'))
      return [{ path, code: 'registration.badCharacter' }];
    const code = verdictFault(item, answer, verdict);
    if (code) return [{ path, code, params: { item: item.id, full: item.full } }];
    const counted = verdictDeductionsFault(item, verdict, edition);
    return counted ? [{ path, ...counted }] : [];
  });
};

const same = (stored: StoredVerdict | undefined, wanted: Verdict | null): boolean => {
  if (!stored || !wanted) return !stored && !wanted;
  return (
    stored.verdict === wanted.verdict &&
    stored.points === wanted.points &&
    stored.met === wanted.met &&
    sameCounts(stored.deductions, wanted.deductions) &&
    stored.comment === wanted.comment
  );
};

/** Saves what the experts found; two of them may write at once, and neither overwrites the other unseen. */
export const saveVerifiedVerdicts = command(verificationContract.saveVerifiedVerdicts, {
  name: 'spot-check.save-verdicts',
  run: async (tx, { params: { verificationId }, body }, { actor, now }) => {
    const { cityId } = actor;
    const found = await lockFor(tx, actor, verificationId, 'examine');
    if (!found.ok) return found;
    const { edition } = await editionByHash(tx, cityId, found.value.editionHash);
    const reviewed = await reviewedAnswers(tx, cityId, found.value.reviewId);
    const wanted = Object.entries(body.items).map(([itemId, input]) => ({
      itemId,
      base: input.base,
      verdict: input.verdict === null ? null : ({ ...verdictOf(input), itemId } as Verdict),
    }));
    const faults = faultsOf(
      edition,
      reviewed,
      wanted.flatMap(({ verdict }) => (verdict ? [verdict] : [])),
    );
    if (faults.length > 0) return issues(faults);
    const stored = new Map((await verdictsOf(tx, cityId, verificationId)).map((one) => [one.itemId, one]));
    const changes = wanted.filter(({ itemId, verdict }) => !same(stored.get(itemId), verdict));
    const lost = changes.filter(({ itemId, base }) => {
      const before = stored.get(itemId);
      return before !== undefined && before.revision !== base && before.decidedBy !== actor.accountId;
    });
    if (lost.length > 0)
      return refuse('spot-check.verdictsChanged', 409, {
        count: lost.length,
        items: lost.map(({ itemId }) => itemId).join(', '),
      });

    const written = changes.flatMap(({ itemId, verdict }) =>
      verdict ? [{ ...verdict, revision: (stored.get(itemId)?.revision ?? 0) + 1 }] : [],
    );
    const removed = changes.filter(({ verdict }) => !verdict).map(({ itemId }) => itemId);
    if (removed.length > 0)
      tx.later(sql`delete from verification_verdicts
        where city_id = ${cityId} and verification_id = ${verificationId} and item_id = any(${removed}::text[])`);
    if (written.length > 0)
      tx.later(sql`insert into verification_verdicts (city_id, verification_id, item_id, verdict, points, met, deductions, comment, revision, decided_by, decided_at)
        select ${cityId}, ${verificationId}, w."itemId", w.verdict, w.points, w.met, w.deductions, w.comment, w.revision, ${actor.accountId}, ${now}
        from jsonb_to_recordset(${json(written)}::jsonb) as w ("itemId" text, verdict text, points int, met boolean, deductions jsonb, comment text, revision int)
        on conflict (city_id, verification_id, item_id) do update set verdict = excluded.verdict, points = excluded.points, met = excluded.met,
          deductions = excluded.deductions, comment = excluded.comment, revision = excluded.revision, decided_by = excluded.decided_by, decided_at = excluded.decided_at`);
    const version = found.value.version + (changes.length > 0 ? 1 : 0);
    if (changes.length > 0)
      tx.later(
        sql`update verifications set version = ${version} where city_id = ${cityId} and verification_id = ${verificationId}`,
      );
    const revisions = new Map(written.map(({ itemId, revision }) => [itemId, revision]));
    return ok({
      done: {
        version,
        revisions: Object.fromEntries(
          wanted.flatMap(({ itemId, verdict }) =>
            verdict ? [[itemId, revisions.get(itemId) ?? stored.get(itemId)?.revision ?? 1]] : [],
          ),
        ),
      },
      subject: { type: 'verification', id: verificationId },
      record: { items: Object.fromEntries(changes.map(({ itemId, verdict }) => [itemId, verdict])) },
    });
  },
});

type VerdictInput = z.infer<typeof verdictInput>;

const verdictOf = ({ base: _, deductions, ...rest }: VerdictInput): Omit<VerdictInput, 'base'> => {
  const counts = tidyCounts(deductions);
  return counts ? { ...rest, deductions: counts } : rest;
};
