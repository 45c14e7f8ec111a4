import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { factDocumentsOf } from '#parties/enterprises/server/supervision-facts.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { declarationContract } from '../declaration.contract.ts';
import { type SubmissionRow, submissionFrom, submissionRow } from './read-submission.ts';
import { type AssignedDeclarations, submissionVisibleTo } from './visibility.ts';

type Answer = AnswerOf<typeof declarationContract.submission>;

interface Seen {
  readonly campaignName: string;
  readonly receivingBodyName: string;
  readonly current: boolean;
  readonly fromHash: string | null;
  readonly fromTitle: string;
  readonly fromAt: Date;
  readonly toHash: string;
  readonly toTitle: string;
  readonly toAt: Date;
  readonly reason: string;
}

/** A submission as it was handed in, for those who may see it. */
export const showSubmission = async (
  reader: Reader,
  submissionId: string,
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<Answer, Fault>> => {
  const { cityId } = actor;
  const [[seen], [row]] = await reader.together<[Seen, SubmissionRow]>(
    sql`
    select c.name as "campaignName", coalesce(b.name, s.receiving_body_id) as "receivingBodyName",
      d.current_submission_id is not distinct from s.submission_id as current, v.from_hash as "fromHash", f.title as "fromTitle",
      f.published_at as "fromAt", v.to_hash as "toHash", t.title as "toTitle", t.published_at as "toAt", v.reason
    from submissions s
    join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
    join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
    left join bodies b on b.city_id = s.city_id and b.body_id = s.receiving_body_id
    left join edition_revisions v on v.city_id = s.city_id and v.revision_id = s.revision_id
    left join editions f on f.city_id = v.city_id and f.edition_hash = v.from_hash
    left join editions t on t.city_id = v.city_id and t.edition_hash = v.to_hash
    where s.city_id = ${cityId} and s.submission_id = ${submissionId} and ${submissionVisibleTo(actor, assigned)}`,
    submissionRow(cityId, submissionId),
  );
  if (!seen || !row) return refuse('input.noSuchRecord', 404);
  const found = await submissionFrom(reader, cityId, row);
  const {
    answers,
    reasons,
    comments,
    deductions,
    registration,
    evidence,
    campaignId: _,
    unitId: __,
    submittedBy,
    traceDigest: ___,
    report,
    rectification,
    ...rest
  } = found;
  return ok({
    ...rest,
    signedBy: { accountId: submittedBy, name: rest.signer },
    campaignName: seen.campaignName,
    receivingBodyName: seen.receivingBodyName,
    current: seen.current,
    revision: revisionIn(seen),
    register: registration.register,
    registration: { ...registration.form },
    answers: { ...answers.answers },
    reasons: { ...reasons },
    comments: { ...comments },
    deductions: { ...deductions },
    hasReport: report !== null,
    rectification: { ...rectification },
    facts: answers.facts.map((fact) => ({ ...fact })),
    documents: await factDocumentsOf(reader, cityId, found.unitId),
    evidence: evidence.map((one) => ({ ...one, uploadedAt: one.uploadedAt.toISOString() })),
    submittedAt: found.submittedAt.toISOString(),
  });
};

const revisionIn = ({ fromHash, fromTitle, fromAt, toHash, toTitle, toAt, reason }: Seen): Answer['revision'] =>
  fromHash === null
    ? null
    : {
        from: { hash: fromHash, title: fromTitle, publishedOn: dayOf(fromAt) },
        to: { hash: toHash, title: toTitle, publishedOn: dayOf(toAt) },
        reason,
      };
