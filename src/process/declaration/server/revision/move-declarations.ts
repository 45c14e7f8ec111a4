import { type Fault, ok, type Result } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { DomainEvent, Outcome } from '#platform/command.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { EditionReplaced } from '#process/campaign/campaign.events.ts';
import type { RevisionOutcome } from '#process/campaign/domain/revision.ts';
import { editionByHash, type StoredEdition } from '#process/standards/server/edition-store.ts';
import type { DeclarationResubmitted, DeclarationReturnedByRevision } from '../../declaration.events.ts';
import { type CarriedDraft, carryDraft, keptWhole } from '../../domain/carry-draft.ts';
import { revisionReason } from '../../domain/revision-reason.ts';
import { transition } from '../../domain/states.ts';
import { reopenForCorrection } from '../reopen-for-correction.ts';
import { loadUndecided, type Undecided } from './load-undecided.ts';
import { moveWorkingCopy } from './move-working-copy.ts';
import { resubmit } from './resubmit.ts';

type Moved = Outcome<null> & { readonly command: string };
type Editions = readonly [StoredEdition, StoredEdition];

/** The campaign took another edition: every undecided declaration of the industry follows it, and what became of each is written down. */
export const moveDeclarations = async (
  tx: Tx,
  event: DomainEvent,
  context: Context,
): Promise<Result<readonly Moved[], Fault>> => {
  const replaced = event as EditionReplaced;
  const { cityId } = context.actor;
  const editions: Editions = [
    await editionByHash(tx, cityId, replaced.fromHash),
    await editionByHash(tx, cityId, replaced.toHash),
  ];
  const moved: Moved[] = [];
  for (const declaration of await loadUndecided(tx, cityId, replaced)) {
    const done = await move(tx, context, replaced, editions, declaration);
    if (!done.ok) return done;
    moved.push(done.value);
  }
  tx.later(sql`insert into edition_revision_units (city_id, revision_id, declaration_id, unit_id, state_before, outcome)
    select city_id, ${replaced.revisionId}, declaration_id, unit_id, state, 'decided' from declarations
    where city_id = ${cityId} and campaign_id = ${replaced.campaignId} and unit_id = any(${[...replaced.decided]}::uuid[])`);
  return ok(moved);
};

const move = async (
  tx: Tx,
  context: Context,
  replaced: EditionReplaced,
  editions: Editions,
  declaration: Undecided,
): Promise<Result<Moved, Fault>> => {
  const { actor, now, today } = context;
  const { declarationId, state, currentSubmissionId, returnedItems } = declaration;
  const draft = carryDraft(...editions, declaration.sections);
  const evidence = moveWorkingCopy(tx, context, declaration, draft);
  // Nobody whose day is still to come gets less time for the new edition than was promised.
  const extends_ =
    state !== 'submitted' &&
    declaration.dueOn >= today &&
    declaration.dueOn < replaced.dueOn &&
    asks(declaration, draft);
  const dueOn = extends_ ? replaced.dueOn : declaration.dueOn;
  tx.later(sql`update declarations set edition_hash = ${replaced.toHash}, version = version + 1, changed_at = ${now},
      returned_due_on = ${extends_ ? dueOn : sql`returned_due_on`},
      returned_items = ${returnedItems ? json(successorsOf(returnedItems, draft)) : null}::jsonb
      ${fromSignature(declaration, revisionReason(editions[1].title, replaced.reason), now)}
    where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
  const outcome = outcomeOf(declaration, draft);
  const done = {
    command: 'declaration.move-to-edition',
    done: null,
    subject: { type: 'declaration', id: declarationId },
  };
  const record = {
    revision: replaced.revisionId,
    from: replaced.fromHash,
    to: replaced.toHash,
    stateBefore: state,
    outcome,
    ...draft.report,
  };
  if (outcome === 'resubmitted') {
    const again = await resubmit(tx, context, replaced, editions, declaration, evidence);
    if (!again.ok) return again;
    const { submissionId, insert, receipt, printed, classCode, contentDigest } = again.value;
    tx.later(insert);
    tx.later(
      sql`update declarations set current_submission_id = ${submissionId} where city_id = ${actor.cityId} and declaration_id = ${declarationId}`,
    );
    report(tx, actor.cityId, replaced, declaration, draft, { outcome, submissionId, dueOn: null });
    const event: DeclarationResubmitted = {
      type: 'declaration.resubmitted',
      declarationId,
      submissionBefore: currentSubmissionId ?? '',
      submissionId,
      editionHash: replaced.toHash,
      revisionId: replaced.revisionId,
    };
    return ok({
      ...done,
      record: { ...record, submissionId, receipt, printed, class: classCode, contentDigest },
      events: [event],
    });
  }
  if (outcome === 'returned') {
    const reason = revisionReason(editions[1].title, replaced.reason);
    const reopened = await reopenForCorrection(tx, context, {
      declarationId,
      dueOn: replaced.dueOn,
      reason,
      items: [],
    });
    if (!reopened.ok) return reopened;
    report(tx, actor.cityId, replaced, declaration, draft, { outcome, submissionId: null, dueOn: replaced.dueOn });
    const event: DeclarationReturnedByRevision = {
      type: 'declaration.returned-by-revision',
      declarationId,
      submissionId: currentSubmissionId ?? '',
      reason,
      dueOn: replaced.dueOn,
    };
    return ok({ ...done, record: { ...record, dueOn: replaced.dueOn }, events: [event] });
  }
  report(tx, actor.cityId, replaced, declaration, draft, { outcome, submissionId: null, dueOn });
  return ok({ ...done, record: { ...record, dueOn } });
};

/** Nobody signs what was handed over under the edition before: it goes back, and says why. */
const fromSignature = ({ state, handedOverIn }: Undecided, remark: string, now: Date): Sql => {
  const step = transition(state, 'reopen', handedOverIn);
  if (!step) return sql``;
  const unsigned = { by: 'revision', name: '', remark, at: now.toISOString() };
  return sql`, state = ${step.to}, handed_over_by = null, handed_over_by_name = null, handed_over_at = null, handed_over_from = null,
    unsigned = ${json(unsigned)}::jsonb`;
};

/** Whether the revision gives the enterprise something to do that it had not to do before. */
const asks = ({ state }: Undecided, { report: { toConfirm, fresh } }: CarriedDraft): boolean =>
  state === 'not-started' || toConfirm.length + fresh.length > 0;

const outcomeOf = ({ state }: Undecided, { report: found }: CarriedDraft): RevisionOutcome => {
  if (state === 'not-started') return 'switched';
  if (state !== 'submitted') return 'carried';
  return keptWhole(found) ? 'resubmitted' : 'returned';
};

/** What a reviewer had sent back to be corrected, under the ids of the new edition. */
const successorsOf = (items: NonNullable<Undecided['returnedItems']>, { successors }: CarriedDraft) =>
  items.flatMap(({ itemId, comment }) => {
    const now = successors.get(itemId);
    return now === undefined ? [] : [{ itemId: now, comment }];
  });

const report = (
  tx: Tx,
  cityId: number,
  { revisionId }: EditionReplaced,
  { declarationId, unitId, state, reviewState, currentSubmissionId }: Undecided,
  { report: { kept, unanswered, ...items } }: CarriedDraft,
  end: { readonly outcome: RevisionOutcome; readonly submissionId: string | null; readonly dueOn: string | null },
): void =>
  tx.later(sql`insert into edition_revision_units (city_id, revision_id, declaration_id, unit_id, state_before, review_before, outcome, kept,
      to_confirm, fresh, unanswered, dropped, report, submission_before, submission_after, due_on)
    values (${cityId}, ${revisionId}, ${declarationId}, ${unitId}, ${state}, ${reviewState}, ${end.outcome}, ${kept}, ${items.toConfirm.length},
      ${items.fresh.length}, ${unanswered}, ${items.dropped.length}, ${json(items)}::jsonb, ${currentSubmissionId}, ${end.submissionId}, ${end.dueOn})`);
