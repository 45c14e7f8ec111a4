import { dayOf } from '#lib/plain-date.ts';
import { ok, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import { factsOf } from '#parties/enterprises/server/supervision-facts.ts';
import { compressed } from '#platform/db/compressed.ts';
import { json, sql } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { countsAfterVerdicts } from '#process/review/domain/apply-verdicts.ts';
import { factsThatCount } from '#process/review/domain/reviewed-score.ts';
import { packAnswers, score } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { verifiedAnswers } from '../domain/verification-gaps.ts';
import { verificationContract } from '../verification.contract.ts';
import { lockFor, reviewedRecord, verdictsOf } from './verification-record.ts';

/**
 * 确认核定结果: score and class follow from the verified answers and the daily supervision on record today; the class is settled
 * with its full account. Answers that lead to no class are not settled.
 */
export const confirmVerification = command(verificationContract.confirmVerification, {
  name: 'spot-check.confirm-verification',
  run: async (tx, { params: { verificationId }, body }, { actor, now, today }) => {
    const { cityId } = actor;
    const found = await lockFor(tx, actor, verificationId, 'confirm', body.baseVersion);
    if (!found.ok) return found;
    const { campaignId, reviewId, declarationId, unitId, editionHash, visitedOn, conclusion, assignedAt } = found.value;
    const { edition, plan } = await editionByHash(tx, cityId, editionHash);
    const verdicts = await verdictsOf(tx, cityId, verificationId);
    const assignedOn = assignedAt ? dayOf(assignedAt) : today;
    const reviewed = await reviewedRecord(tx, cityId, reviewId);
    const whole = verifiedAnswers(edition, reviewed.answers, verdicts, { visitedOn, conclusion }, assignedOn, today);
    if (!whole.ok) return whole;
    const facts = factsThatCount(edition, await factsOf(tx, cityId, unitId), today);
    const answers = { ...whole.value, asOf: today, facts };
    const scored = score(plan, answers, { trace: true });
    if (!scored.ok) return scored;
    const { normalised, printed, trace, class: classCode } = scored.value;
    if (classCode === null) return refuse('spot-check.notAccepted', 409);

    const comments = Object.fromEntries(verdicts.map(({ itemId, comment }) => [itemId, comment]));
    const deductions = countsAfterVerdicts(edition, reviewed.deductions, verdicts);
    const { bytes, texts } = packAnswers(edition, editionHash, answers, comments, deductions);
    const version = found.value.version + 1;
    tx.later(sql`update verifications set state = 'confirmed', version = ${version}, as_of = ${today}, pack = ${bytes}, texts = ${compressed(texts)},
        numerator = ${normalised.num}, denominator = ${normalised.den}, printed = ${printed}, class_code = ${classCode}, trace = ${json(trace)}::jsonb,
        confirmed_by = ${actor.accountId}, confirmed_at = ${now}
      where city_id = ${cityId} and verification_id = ${verificationId}`);
    const settledId = newId();
    tx.later(sql`update settled_classes set superseded_at = ${now}
      where city_id = ${cityId} and campaign_id = ${campaignId} and unit_id = ${unitId} and superseded_at is null`);
    tx.later(sql`insert into settled_classes (city_id, settled_id, campaign_id, unit_id, declaration_id, review_id, basis, verification_id, class_code,
        edition_hash, numerator, denominator, printed, trace, settled_by, settled_at)
      values (${cityId}, ${settledId}, ${campaignId}, ${unitId}, ${declarationId}, ${reviewId}, 'verified', ${verificationId}, ${classCode},
        ${editionHash}, ${normalised.num}, ${normalised.den}, ${printed}, ${json(trace)}::jsonb, ${actor.accountId}, ${now})`);
    return ok({
      done: { version, printed, classCode, settledId },
      subject: { type: 'verification', id: verificationId },
      record: {
        state: 'confirmed',
        settledId,
        basis: 'verified',
        edition: editionHash,
        printed,
        class: classCode,
        asOf: today,
      },
    });
  },
});
