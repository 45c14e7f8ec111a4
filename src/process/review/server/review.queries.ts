import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { factsOf } from '#parties/enterprises/server/supervision-facts.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { shownEvidence } from '#process/declaration/server/evidence/shown-evidence.ts';
import { readSubmission, type Submission } from '#process/declaration/server/read-submission.ts';
import { addWorkingDays, type WorkingCalendar } from '#support/calendar/domain/working-days.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import { changedItems } from '../domain/corrected.ts';
import { openReviewActions, type ReviewState } from '../domain/review.ts';
import type { Workbench } from '../review.contract.ts';
import type { StoredVerdict } from '../verdict-shapes.ts';
import { lastReturnOf, returnOf, type VerdictRow, verdictRowsOf } from './read-examination.ts';
import { historyOf } from './review-history.ts';
import { reviewDueOn } from './review-list.queries.ts';
import { revisionOfReview } from './revision-of-review.ts';
import { sameItems } from './same-items.ts';
import { schemeClasses } from './scheme-classes.ts';
import { visibleBody } from './visibility.ts';

interface Row {
  readonly reviewId: string;
  readonly declarationId: string;
  readonly submissionId: string;
  readonly unitId: string;
  readonly state: ReviewState;
  readonly version: number;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly bodyShort: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly endsOn: PlainDate;
  readonly schemeHash: string;
  readonly dueOn: PlainDate;
  readonly reviewerId: string | null;
  readonly reviewerName: string;
  readonly takenUpAt: Date | null;
  readonly dailySupervision: string;
  readonly sentBackNote: string;
  readonly opinion: string;
  readonly printed: string | null;
  readonly computedClass: string | null;
  readonly proposedClass: string | null;
  readonly departureReason: string;
  readonly asOf: PlainDate | null;
  readonly trace: NonNullable<Workbench['proposal']>['trace'] | null;
  readonly proposedBy: string | null;
  readonly proposedByName: string;
  readonly proposedAt: Date | null;
  readonly signedByName: string;
  readonly signedAt: Date | null;
  readonly batchId: string | null;
  readonly batchNumber: string | null;
}

const readRow = (reader: Reader, { actor }: Context, reviewId: string): Promise<Row | undefined> =>
  reader.row<Row>(sql`
    select r.review_id as "reviewId", r.declaration_id as "declarationId", r.submission_id as "submissionId", r.unit_id as "unitId",
      r.state, r.version, r.body_id as "bodyId", b.name as "bodyName", b.short as "bodyShort", r.campaign_id as "campaignId",
      c.name as "campaignName", c.ends_on as "endsOn", c.scheme_hash as "schemeHash", ${reviewDueOn} as "dueOn",
      r.reviewer_id as "reviewerId", coalesce(a.name, '') as "reviewerName", r.taken_up_at as "takenUpAt",
      r.daily_supervision as "dailySupervision", r.sent_back_note as "sentBackNote", r.opinion, r.printed,
      r.computed_class as "computedClass", r.proposed_class as "proposedClass", r.departure_reason as "departureReason",
      r.as_of as "asOf", r.trace, r.proposed_by as "proposedBy", coalesce(p.name, '') as "proposedByName", r.proposed_at as "proposedAt",
      coalesce(g.name, '') as "signedByName", r.signed_at as "signedAt", bu.batch_id as "batchId", t.number as "batchNumber"
    from reviews r
    join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
    join campaigns c on c.city_id = r.city_id and c.campaign_id = r.campaign_id
    join bodies b on b.city_id = r.city_id and b.body_id = r.body_id
    left join accounts a on a.city_id = r.city_id and a.account_id = r.reviewer_id
    left join accounts p on p.city_id = r.city_id and p.account_id = r.proposed_by
    left join accounts g on g.city_id = r.city_id and g.account_id = r.signed_by
    left join batch_units bu on bu.city_id = r.city_id and bu.review_id = r.review_id
    left join batches t on t.city_id = bu.city_id and t.batch_id = bu.batch_id
    where r.city_id = ${actor.cityId} and r.review_id = ${reviewId} and ${visibleBody(actor, sql`r.body_id`)}`);

const submissionPart = (submission: Submission): Workbench['submission'] => ({
  sequence: submission.sequence,
  receiptNumber: submission.receiptNumber,
  submittedAt: submission.submittedAt.toISOString(),
  submittedByName: submission.submittedByName,
  signer: submission.signer,
  late: submission.late,
  asOf: submission.asOf,
  printed: submission.printed,
  classCode: submission.classCode,
  answers: { ...submission.answers.answers },
  reasons: { ...submission.reasons },
  comments: { ...submission.comments },
  deductions: { ...submission.deductions },
  ...shownEvidence(submission),
});

const proposalPart = (row: Row): Workbench['proposal'] => {
  const { printed, computedClass, proposedClass, asOf, proposedAt, trace } = row;
  if (printed === null || computedClass === null || proposedClass === null || !asOf || !proposedAt) return null;
  return {
    opinion: row.opinion,
    printed,
    computedClass,
    proposedClass,
    departureReason: row.departureReason,
    asOf,
    proposedByName: row.proposedByName,
    proposedAt: proposedAt.toISOString(),
    trace: trace ?? [],
  };
};

const verdictPart = ({
  verdict,
  points,
  met,
  deductions,
  comment,
  revision,
  decidedByName,
  decidedAt,
}: VerdictRow): StoredVerdict => ({
  verdict,
  ...(points === null ? {} : { points }),
  ...(met === null ? {} : { met }),
  ...(deductions === null ? {} : { deductions }),
  comment,
  revision,
  decidedByName,
  decidedAt: decidedAt.toISOString(),
});

const correctionPart = async (
  reader: Reader,
  cityId: number,
  row: Row,
  submission: Submission,
): Promise<Workbench['correction']> => {
  const found = await lastReturnOf(reader, cityId, row.declarationId, row.reviewId);
  if (!found) return null;
  const before = await readSubmission(reader, cityId, found.submissionId);
  const { submissionId: _, returnedAt, items, ...rest } = found;
  return {
    ...rest,
    items: items.map((item) => ({ ...item })),
    returnedAt: returnedAt.toISOString(),
    changedItems: before
      ? [
          ...changedItems(
            before,
            submission,
            await sameItems(reader, cityId, before.editionHash, submission.editionHash),
          ),
        ]
      : [],
  };
};

const roundsOf = async (reader: Reader, cityId: number, declarationId: string): Promise<Workbench['rounds']> => {
  const rows = await reader.rows<{ reviewId: string; sequence: number; state: ReviewState; submittedAt: Date }>(sql`
    select r.review_id as "reviewId", s.sequence, r.state, s.submitted_at as "submittedAt"
    from reviews r join submissions s on s.city_id = r.city_id and s.submission_id = r.submission_id
    where r.city_id = ${cityId} and r.declaration_id = ${declarationId} order by s.sequence`);
  return rows.map((round) => ({ ...round, submittedAt: round.submittedAt.toISOString() }));
};

/** Everything that the workbench shows of one review. */
export const readReview = async (
  reader: Reader,
  reviewId: string,
  context: Context,
  calendar: WorkingCalendar,
): Promise<Result<Workbench, Fault>> => {
  const { actor, today } = context;
  const { cityId } = actor;
  const row = await readRow(reader, context, reviewId);
  const submission = row && (await readSubmission(reader, cityId, row.submissionId));
  if (!row || !submission) return refuse('input.noSuchRecord', 404);
  const scheme = await schemeByHash(reader, cityId, row.schemeHash);
  const { departureRanks, correctionWorkingDays } = scheme.review;
  const correctionDue = addWorkingDays(calendar, today, correctionWorkingDays.value);
  const returned = row.state === 'returned' ? await returnOf(reader, cityId, reviewId) : undefined;
  const verdicts = await verdictRowsOf(reader, cityId, reviewId);
  const { register, form } = submission.registration;
  return ok({
    reviewId,
    declarationId: row.declarationId,
    submissionId: row.submissionId,
    unitId: row.unitId,
    state: row.state,
    version: row.version,
    actions: [...openReviewActions(row, actor)],
    body: { bodyId: row.bodyId, name: row.bodyName, short: row.bodyShort },
    campaign: { campaignId: row.campaignId, name: row.campaignName, endsOn: row.endsOn },
    register: {
      enterpriseName: register.enterpriseName,
      creditCode: register.creditCode,
      unitName: register.unitName,
      industryName: register.industryName,
      affiliationName: register.affiliationName,
      divisionName: register.divisionName,
      supervisingBodyName: register.supervisingBodyName,
    },
    contact: { name: form.contactName ?? '', phone: form.contactPhone ?? '' },
    reviewerName: row.reviewerName,
    takenUpAt: row.takenUpAt?.toISOString() ?? null,
    dueOn: row.dueOn,
    workingDaysLeft: workingDaysLeft(actor.cityId, today, row.dueOn),
    today,
    editionHash: submission.editionHash,
    submission: submissionPart(submission),
    verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict.itemId, verdictPart(verdict)])),
    dailySupervision: row.dailySupervision,
    facts: (await factsOf(reader, cityId, row.unitId)).map(({ recordedAt: _, ...fact }) => fact),
    classes: schemeClasses(scheme),
    bounds: {
      departureRanks: { ...departureRanks },
      correctionWorkingDays: { ...correctionWorkingDays },
      correctionDueOn: correctionDue.ok ? correctionDue.value : null,
    },
    correction: await correctionPart(reader, cityId, row, submission),
    returned: returned
      ? {
          reason: returned.reason,
          items: returned.items.map((item) => ({ ...item })),
          dueOn: returned.dueOn,
          returnedAt: returned.returnedAt.toISOString(),
        }
      : null,
    revision: await revisionOfReview(reader, cityId, row.submissionId),
    sentBackNote: row.sentBackNote,
    proposal: proposalPart(row),
    signature: row.signedAt ? { signedByName: row.signedByName, signedAt: row.signedAt.toISOString() } : null,
    batch: row.batchId && row.batchNumber ? { batchId: row.batchId, number: row.batchNumber } : null,
    rounds: await roundsOf(reader, cityId, row.declarationId),
    history: await historyOf(reader, cityId, reviewId),
  });
};
