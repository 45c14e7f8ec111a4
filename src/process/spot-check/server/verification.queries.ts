import { dayOf } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { factsOf } from '#parties/enterprises/server/supervision-facts.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { shownEvidence } from '#process/declaration/server/evidence/shown-evidence.ts';
import { readSubmission } from '#process/declaration/server/read-submission.ts';
import type { VerdictKind } from '#process/review/domain/verdict.ts';
import { schemeClasses } from '#process/review/server/scheme-classes.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { openVerificationActions, type Part } from '../domain/verification.ts';
import type { VerificationRecord } from '../verification.contract.ts';
import { fromVerifications, type LineRow, lineColumns, lineOf } from './verification-list.queries.ts';
import { reviewedRecord, verdictsOf, visibleTo } from './verification-record.ts';

interface WholeRow extends LineRow {
  readonly declarationId: string;
  readonly unitId: string;
  readonly reviewId: string;
  readonly submissionId: string;
  readonly causeReason: string;
  readonly sentBackNote: string;
  readonly conclusion: string;
  readonly assignedAt: Date | null;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly reviewTrace: VerificationRecord['reviewTrace'];
  readonly verifiedTrace: VerificationRecord['verifiedTrace'];
  readonly part: Part;
}

const reviewComments = async (reader: Reader, cityId: number, reviewId: string) => {
  const rows = await reader.rows<{ itemId: string; verdict: VerdictKind; comment: string }>(sql`
    select item_id as "itemId", verdict, comment from review_verdicts where city_id = ${cityId} and review_id = ${reviewId}`);
  return Object.fromEntries(rows.map(({ itemId, ...rest }) => [itemId, rest]));
};

const recusalsOf = async (reader: Reader, cityId: number, verificationId: string) => {
  const rows = await reader.rows<{ name: string; reason: string; at: Date }>(sql`
    select a.name, x.recusal_reason as reason, x.recused_at as at from verification_experts x
    join accounts a on a.city_id = x.city_id and a.account_id = x.account_id
    where x.city_id = ${cityId} and x.verification_id = ${verificationId} and x.recused_at is not null order by x.recused_at`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
};

/** What happened to a verification, the newest first, as the audit log has it; saving on site is left out. */
const historyOf = async (reader: Reader, cityId: number, verificationId: string) => {
  const rows = await reader.rows<{
    entryId: string;
    at: Date;
    command: string;
    who: string;
    payload: string | null;
  }>(sql`
    select e.entry_id as "entryId", e.occurred_at as at, e.command, e.actor_name as who, p.payload
    from audit_entries e left join audit_payloads p on p.city_id = e.city_id and p.entry_id = e.entry_id
    where e.city_id = ${cityId} and e.subject_type = 'verification' and e.subject_id = ${verificationId}
      and e.command not like 'spot-check.save-%' order by e.occurred_at desc, e.entry_id desc`);
  return rows.map(({ payload, at, ...row }) => {
    const { note, reason } = (payload === null ? {} : JSON.parse(payload)) as Record<string, unknown>;
    const found = [note, reason].find((text) => typeof text === 'string');
    return { ...row, at: at.toISOString(), note: typeof found === 'string' ? found : '' };
  });
};

export const verificationById = async (
  reader: Reader,
  { actor, today }: Context,
  verificationId: string,
): Promise<Result<VerificationRecord, Fault>> => {
  const { cityId } = actor;
  const row = await reader.row<WholeRow>(sql`
    select ${lineColumns}, v.declaration_id as "declarationId", v.unit_id as "unitId", v.review_id as "reviewId", r.submission_id as "submissionId",
      v.cause_reason as "causeReason", v.sent_back_note as "sentBackNote", v.conclusion, v.assigned_at as "assignedAt",
      e.contact_name as "contactName", e.contact_phone as "contactPhone", r.trace as "reviewTrace", v.trace as "verifiedTrace",
      coalesce((select case when m.lead then 'lead' else 'expert' end from verification_experts m where m.city_id = v.city_id
        and m.verification_id = v.verification_id and m.account_id = ${actor.accountId} and m.recused_at is null), 'none') as part
    ${fromVerifications} where v.city_id = ${cityId} and v.verification_id = ${verificationId} and ${visibleTo(actor)}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const submission = await readSubmission(reader, cityId, row.submissionId);
  if (!submission) throw new Error(`verification ${verificationId} lacks its submission`);
  const { scheme, ...line } = await lineOf(reader, cityId, row);
  const { edition } = await editionByHash(reader, cityId, row.editionHash);
  const asked = new Set(edition.gates.map(({ fact }) => fact));
  const facts = (await factsOf(reader, cityId, row.unitId)).filter(({ fact }) => asked.has(fact));
  const stored = await verdictsOf(reader, cityId, verificationId);
  const reviewed = await reviewedRecord(reader, cityId, row.reviewId);
  const { form } = submission.registration;
  return ok({
    ...line,
    campaignId: row.campaignId,
    declarationId: row.declarationId,
    submissionId: row.submissionId,
    unitId: row.unitId,
    editionHash: row.editionHash,
    actions: [...openVerificationActions(row.state, actor.roles, row.part)],
    mine: row.part !== 'none',
    lead: row.part === 'lead',
    causeReason: row.causeReason,
    sentBackNote: row.sentBackNote,
    conclusion: row.conclusion,
    assignedOn: row.assignedAt ? dayOf(row.assignedAt) : null,
    today,
    expertsPerUnit: { ...scheme.spotCheck.expertsPerUnit },
    contact: {
      name: String(form.contactName ?? row.contactName),
      phone: String(form.contactPhone ?? row.contactPhone),
    },
    classes: schemeClasses(scheme),
    selfAnswers: { ...submission.answers.answers },
    selfReasons: { ...submission.reasons },
    selfComments: { ...submission.comments },
    selfDeductions: { ...submission.deductions },
    ...shownEvidence(submission),
    reviewedAnswers: { ...reviewed.answers.answers },
    reviewedDeductions: { ...reviewed.deductions },
    reviewComments: await reviewComments(reader, cityId, row.reviewId),
    reviewTrace: row.reviewTrace ?? [],
    facts: facts.map(({ factId: _, recordedByName: __, recordedAt: ___, ...fact }) => fact),
    verdicts: Object.fromEntries(
      stored.map(({ itemId, decidedBy: _, decidedAt, ...verdict }) => [
        itemId,
        { ...verdict, decidedAt: decidedAt.toISOString() },
      ]),
    ),
    verifiedTrace: row.verifiedTrace,
    recused: await recusalsOf(reader, cityId, verificationId),
    history: await historyOf(reader, cityId, verificationId),
  });
};
