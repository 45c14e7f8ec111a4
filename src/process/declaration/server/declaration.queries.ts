import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import type { declarationContract } from '../declaration.contract.ts';
import { deadlineOf, timeliness } from '../domain/deadline.ts';
import { fromStored } from '../domain/draft-answers.ts';
import { gateFacts } from '../domain/gate-facts.ts';
import type { FormSetting } from '../domain/registration/shown-fields.ts';
import { reportCompleteness } from '../domain/report/sections.ts';
import { revisionReason } from '../domain/revision-reason.ts';
import { openActions } from '../domain/states.ts';
import { formSetting } from './form-setting.ts';
import { type LoadedDeclaration, loadDeclaration } from './load-declaration.ts';
import { moveLines } from './moves/move-lines.ts';
import { shownRouteOf } from './moves/shown-route.ts';
import { registerEntry, routeOf } from './register-entry.ts';
import { revisionOfDeclaration } from './revision/declaration-revision.queries.ts';
import { personOf } from './signing/signatures.ts';
import { signingOf } from './signing/signing-answer.ts';

const NOT_DIRECTED = { direction: undefined };

type Answer = AnswerOf<typeof declarationContract.declaration>;

interface SubmissionLine {
  readonly submissionId: string;
  readonly sequence: number;
  readonly submittedAt: Date;
  readonly receiptNumber: string;
  readonly receivingBodyName: string;
  readonly printed: string;
  readonly classCode: string | null;
  readonly late: boolean;
  readonly signer: string;
  readonly handedOverByName: string | null;
  readonly byRevision: boolean;
}

/** The working copy of a declaration of the actor's enterprise; to everybody else there is none. */
export const readDeclaration = async (
  reader: Reader,
  declarationId: string,
  { actor, today }: Context,
): Promise<Result<Answer, Fault>> => {
  const { cityId } = actor;
  const found = await loadDeclaration(reader, cityId, actor.enterpriseId, declarationId);
  if (!found) return refuse('input.noSuchRecord', 404);
  const { edition } = await editionByHash(reader, cityId, found.editionHash);
  const scheme = await schemeByHash(reader, cityId, found.schemeHash);
  const submissions = await reader.rows<SubmissionLine>(sql`
    select s.submission_id as "submissionId", s.sequence, s.submitted_at as "submittedAt", s.receipt_number as "receiptNumber",
      coalesce(b.name, s.receiving_body_id) as "receivingBodyName", s.printed, s.class_code as "classCode", s.late,
      s.signer, s.handed_over_by_name as "handedOverByName", s.revision_id is not null as "byRevision"
    from submissions s left join bodies b on b.city_id = s.city_id and b.body_id = s.receiving_body_id
    where s.city_id = ${cityId} and s.declaration_id = ${declarationId} order by s.sequence desc`);
  const bodies = await reader.rows<{ bodyId: string; name: string }>(
    sql`select body_id as "bodyId", name from bodies where city_id = ${cityId}`,
  );
  const bodyName = (id: string) => bodies.find((one) => one.bodyId === id)?.name ?? id;

  const revision = await revisionOfDeclaration(reader, cityId, declarationId);
  const route = routeOf(found, scheme);
  const register = registerEntry(found, scheme);
  const { direction } = found.directedBodyId ? await moveLines(reader, cityId, declarationId) : NOT_DIRECTED;
  const heldBy = found.state === 'submitted' ? found.receivingBodyId : null;
  const bodyId = route.ok ? route.value.body : found.supervisingBodyId;
  const deadline = deadlineOf({
    phase: found.phase,
    bodyId,
    industry: found.industry,
    campaign: { startsOn: found.startsOn, endsOn: found.endsOn },
    reviewEndsOn: found.reviewEndsOn,
    correctionDueOn: found.returnedDueOn,
    afterTerm: scheme.lateness?.afterTerm.value,
  });
  return ok({
    declarationId,
    campaign: { id: found.campaignId, name: found.campaignName },
    state: found.state,
    version: found.version,
    register,
    registration: { ...found.registration },
    registrationVersion: found.registrationVersion,
    registrationSources: { ...found.registrationSources },
    formSetting: shownSetting(formSetting(found, scheme)),
    editionHash: found.editionHash,
    sections: Object.fromEntries(
      Object.entries(found.sections).map(([id, { version, stored }]) => [id, { version, items: fromStored(stored) }]),
    ),
    evidence: found.evidence.map(({ digest: _, ...one }) => ({
      ...one,
      uploadedAt: new Date(one.uploadedAt).toISOString(),
    })),
    report: reportCompleteness(found.report).map((one) => ({ ...one })),
    rectification: { ...found.measures },
    facts: gateFacts(edition, found.facts, today),
    route: route.ok ? shownRouteOf(route.value, scheme, { register, bodyName }, direction, heldBy) : null,
    routeGaps: route.ok ? [] : route.error.issues.map((issue) => ({ ...issue, params: { ...issue.params } })),
    deadline: {
      ...deadline,
      timeliness: timeliness(deadline, today),
      workingDaysLeft: workingDaysLeft(actor.cityId, today, deadline.dueOn),
    },
    returned: returnedOf(found, revision),
    revision,
    submissions: submissions.map((line) => ({ ...line, submittedAt: line.submittedAt.toISOString() })),
    currentSubmissionId: found.currentSubmissionId,
    reviewBegun: found.reviewBegun,
    signing: signingOf(found, actor),
    actions: [...openActions(found.state, found.reviewBegun, personOf(found, actor))],
    today,
  });
};

const shownSetting = ({ classes, campaign, ...setting }: FormSetting): Answer['formSetting'] => ({
  ...setting,
  classes: [...classes],
  campaign: { ...campaign },
});

/** What the declaration was returned with, while it is open. */
const returnedOf = (
  { returnedReason, returnedDueOn, returnedItems, state }: LoadedDeclaration,
  revision: Answer['revision'],
): Answer['returned'] =>
  returnedReason === null || returnedDueOn === null || state === 'submitted'
    ? null
    : {
        reason: returnedReason,
        byRevision: revision !== null && returnedReason === revisionReason(revision.to.title, revision.reason),
        dueOn: returnedDueOn,
        items: [...(returnedItems ?? [])],
      };
