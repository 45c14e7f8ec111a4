import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeByHash } from '#process/campaign/server/scheme-store.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { allFromStored } from '../../domain/draft-answers.ts';
import { type DeclaredContent, submissionDifference } from '../../domain/resubmission/submission-difference.ts';
import type { Changes } from '../../resubmission.contract.ts';
import { loadDeclaration } from '../load-declaration.ts';
import { readSubmission, type Submission } from '../read-submission.ts';
import { type AssignedDeclarations, submissionVisibleTo } from '../visibility.ts';
import { submittedContent, workingContent } from './declared-content.ts';

interface Compared {
  readonly before: Submission | undefined;
  readonly after: DeclaredContent;
  readonly editionHash: string;
  readonly itemIds: readonly string[];
  readonly note: string;
}

const changesOf = ({ before, after, editionHash, itemIds, note }: Compared): Changes => {
  const difference = before && submissionDifference(submittedContent(before), after, itemIds);
  return {
    since: before
      ? {
          submissionId: before.submissionId,
          sequence: before.sequence,
          submittedAt: before.submittedAt.toISOString(),
        }
      : null,
    editionHash,
    editionHashBefore: before?.editionHash ?? null,
    note,
    items: (difference?.items ?? []).map((item) => ({
      ...item,
      changed: [...item.changed],
      before: shownSide(item.before),
      after: shownSide(item.after),
    })),
    fields: (difference?.fields ?? []).map((field) => ({ ...field })),
    report: [...(difference?.report ?? [])],
  };
};

type Side = NonNullable<ReturnType<typeof submissionDifference>>['items'][number]['before'];
const shownSide = ({ files, deductions, ...side }: Side) => ({
  ...side,
  deductions: deductions && { ...deductions },
  files: [...files],
});

/** The working copy against its last submission, for its own enterprise. */
export const workingChanges = async (
  reader: Reader,
  declarationId: string,
  { actor }: Context,
): Promise<Result<Changes, Fault>> => {
  const { cityId } = actor;
  const found = await loadDeclaration(reader, cityId, actor.enterpriseId, declarationId);
  if (!found) return refuse('input.noSuchRecord', 404);
  const last = await reader.row<{ id: string }>(sql`select submission_id as id from submissions
    where city_id = ${cityId} and declaration_id = ${declarationId} order by sequence desc limit 1`);
  const before = last && (await readSubmission(reader, cityId, last.id));
  const { edition } = await editionByHash(reader, cityId, found.editionHash);
  const drafts = allFromStored(Object.values(found.sections).map(({ stored }) => stored));
  return ok(
    changesOf({
      before,
      after: workingContent(found, drafts, edition, await schemeByHash(reader, cityId, found.schemeHash)),
      editionHash: found.editionHash,
      itemIds: edition.items.map(({ id }) => id),
      note: found.correctionNote,
    }),
  );
};

/** A submission against the one before it, for those who may read it. */
export const submissionChanges = async (
  reader: Reader,
  submissionId: string,
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<Changes, Fault>> => {
  const { cityId } = actor;
  const row = await reader.row<{ note: string; before: string | null }>(sql`
    select s.correction_note as note, (select p.submission_id from submissions p where p.city_id = s.city_id
      and p.declaration_id = s.declaration_id and p.sequence = s.sequence - 1) as before
    from submissions s join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
    where s.city_id = ${cityId} and s.submission_id = ${submissionId} and ${submissionVisibleTo(actor, assigned)}`);
  const after = row && (await readSubmission(reader, cityId, submissionId));
  if (!row || !after) return refuse('input.noSuchRecord', 404);
  const before = row.before === null ? undefined : await readSubmission(reader, cityId, row.before);
  const { edition } = await editionByHash(reader, cityId, after.editionHash);
  return ok(
    changesOf({
      before,
      after: submittedContent(after),
      editionHash: after.editionHash,
      itemIds: edition.items.map(({ id }) => id),
      note: row.note,
    }),
  );
};
