import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { Answer, DeductionCounts, Edition } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { givenAnswers, givenDeductions, givenReasons } from '../../domain/completeness.ts';
import { allFromStored } from '../../domain/draft-answers.ts';
import { type Measures, measureState, noMeasure } from '../../domain/rectification/measure.ts';
import { lostLines } from '../../domain/report/tables.ts';
import { sectionsOf } from '../../domain/sections.ts';
import { transition } from '../../domain/states.ts';
import type { rectificationContract } from '../../rectification.contract.ts';
import { loadDeclaration } from '../load-declaration.ts';
import { readSubmission } from '../read-submission.ts';
import { type AssignedDeclarations, submissionVisibleTo } from '../visibility.ts';

type List = AnswerOf<typeof rectificationContract.rectification>;

/** What became of the measures, by item; the same for everybody who may see them. */
interface Progress {
  readonly itemId: string;
  readonly version: number;
  readonly doneOn: PlainDate | null;
  readonly doneNote: string;
  readonly doneByName: string;
  readonly proofName: string | null;
  readonly proofMediaType: string | null;
  readonly proofSizeBytes: number | null;
}

interface Lost {
  readonly edition: Edition;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly deductions: Readonly<Record<string, DeductionCounts>>;
  readonly measures: Measures;
}

const progressOf = (cityId: number, declarationId: string): Sql => sql`
  select item_id as "itemId", version, done_on as "doneOn", done_note as "doneNote", done_by_name as "doneByName",
    proof_name as "proofName", proof_media_type as "proofMediaType", proof_size_bytes as "proofSizeBytes"
  from rectifications where city_id = ${cityId} and declaration_id = ${declarationId}`;

const rowsOf = (
  { edition, answers, reasons, deductions, measures }: Lost,
  progress: readonly Progress[],
  today: PlainDate,
) => {
  const elements = new Map(sectionsOf(edition).flatMap(({ top, items }) => items.map(({ id }) => [id, top.title])));
  const byItem = new Map(progress.map((one) => [one.itemId, one]));
  return lostLines(edition, answers, deductions).map(({ item, lost }): List['rows'][number] => {
    const { measure, person, dueOn } = measures[item.id] ?? noMeasure;
    const done = byItem.get(item.id);
    const doneOn = done?.doneOn ?? null;
    return {
      itemId: item.id,
      clause: item.clause ?? item.id,
      element: elements.get(item.id) ?? '',
      text: item.text ?? '',
      lost: pointsText(lost, edition),
      reason: reasons[item.id] ?? '',
      measure,
      person,
      dueOn,
      version: done?.version ?? 0,
      state: measureState({ measure, person, dueOn, doneOn }, today),
      doneOn,
      doneNote: done?.doneNote ?? '',
      doneByName: done?.doneByName ?? '',
      proof:
        done?.proofName && done.proofMediaType
          ? { fileName: done.proofName, mediaType: done.proofMediaType, sizeBytes: done.proofSizeBytes ?? 0 }
          : null,
    };
  });
};

/** The latest submission of the declaration that the actor may read. */
const visibleSubmission = (cityId: number, declarationId: string, visible: Sql): Sql => sql`
  select s.submission_id as "submissionId" from submissions s
  join declarations d on d.city_id = s.city_id and d.declaration_id = s.declaration_id
  where s.city_id = ${cityId} and s.declaration_id = ${declarationId} and ${visible}
  order by s.sequence desc limit 1`;

/** The list: of the enterprise’s own working copy, else of what was handed in. */
export const readRectification = async (
  reader: Reader,
  declarationId: string,
  { actor, today }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<List, Fault>> => {
  const { cityId } = actor;
  const isOwn = hasRole(actor, ...enterpriseRoles);
  const own = isOwn ? await loadDeclaration(reader, cityId, actor.enterpriseId, declarationId) : undefined;
  if (own) {
    const { edition } = await editionByHash(reader, cityId, own.editionHash);
    const drafts = allFromStored(Object.values(own.sections).map((section) => section.stored));
    const lost: Lost = {
      edition,
      answers: givenAnswers(drafts),
      reasons: givenReasons(edition.items, drafts),
      deductions: givenDeductions(drafts),
      measures: own.measures,
    };
    const writes = hasRole(actor, 'enterprise');
    const progress = await reader.rows<Progress>(progressOf(cityId, declarationId));
    const rows = rowsOf(lost, progress, today);
    const listed = new Set(rows.map(({ itemId }) => itemId));
    const kept = progress.flatMap(({ itemId, version }) => {
      const measure = own.measures[itemId];
      return measure && !listed.has(itemId) ? [[itemId, { ...measure, version }] as const] : [];
    });
    return ok({
      declarationId,
      unitName: own.unitName,
      enterpriseName: own.enterpriseName,
      rows,
      kept: Object.fromEntries(kept),
      editable: writes && transition(own.state, 'save') !== undefined,
      marks: writes,
      today,
    });
  }
  if (isOwn) return refuse('input.noSuchRecord', 404);
  const seen = await reader.row<{ submissionId: string }>(
    visibleSubmission(cityId, declarationId, submissionVisibleTo(actor, assigned)),
  );
  const submission = seen && (await readSubmission(reader, cityId, seen.submissionId));
  if (!submission) return refuse('input.noSuchRecord', 404);
  const { edition } = await editionByHash(reader, cityId, submission.editionHash);
  const { register } = submission.registration;
  const lost: Lost = {
    edition,
    answers: submission.answers.answers,
    reasons: submission.reasons,
    deductions: submission.deductions,
    measures: submission.rectification,
  };
  return ok({
    declarationId,
    unitName: register.unitName,
    enterpriseName: register.enterpriseName,
    rows: rowsOf(lost, await reader.rows<Progress>(progressOf(cityId, declarationId)), today),
    kept: {},
    editable: false,
    marks: false,
    today,
  });
};

/** Pictures and PDF are shown, other files saved. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** The file of a measure: for the own enterprise, and once submitted for those who handle the declaration. */
export const proofFile = async (
  reader: Reader,
  files: BlobStore,
  { declarationId, itemId }: { readonly declarationId: string; readonly itemId: string },
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileAnswer, Fault>> => {
  const ownCopy = hasRole(actor, ...enterpriseRoles) ? sql`d.enterprise_id = ${actor.enterpriseId}` : sql`false`;
  const found = await reader.row<{ digest: string; name: string; mediaType: string }>(sql`
    select m.proof_digest as digest, m.proof_name as name, m.proof_media_type as "mediaType"
    from rectifications m join declarations d on d.city_id = m.city_id and d.declaration_id = m.declaration_id
    where m.city_id = ${actor.cityId} and m.declaration_id = ${declarationId} and m.item_id = ${itemId} and m.proof_digest is not null
      and (${ownCopy} or exists (select 1 from submissions s where s.city_id = d.city_id and s.declaration_id = d.declaration_id
        and ${submissionVisibleTo(actor, assigned)}))`);
  const blob = found && (await files.openBlob(found.digest));
  if (!found) return refuse('input.noSuchRecord', 404);
  if (!blob) throw new Error(`the proof of ${declarationId} ${itemId} is missing from the file store`);
  return ok({ type: found.mediaType, name: found.name, body: blob.stream, inline: SHOWN.includes(found.mediaType) });
};
