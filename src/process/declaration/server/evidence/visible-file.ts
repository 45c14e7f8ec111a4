import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { FileAnswer } from '#platform/http/routes.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type PictureSize, smallPicture } from '#support/files/server/pictures.ts';
import type { evidenceContract } from '../../evidence.contract.ts';
import { type AssignedDeclarations, submissionVisibleTo } from '../visibility.ts';
import { type FileRow, fileColumns, fileFrom } from './receipts.ts';

/** By itself, or as what proves an item. */
type Named = { readonly declarationId: string } & ({ readonly fileId: string } | { readonly evidenceId: string });

/** Office files are saved, pictures and PDF shown; every answer forbids the browser to guess another type. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** What stands where no small picture can be made: a page with a folded corner. */
const NO_PICTURE = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240" viewBox="0 0 320 240"><rect width="320" height="240" fill="#f3f4f6"/><path d="M124 68h52l24 24v80h-76z" fill="#fff" stroke="#9aa1a9" stroke-width="3"/><path d="M176 68v24h24" fill="none" stroke="#9aa1a9" stroke-width="3"/></svg>',
);

/** A while in the reader's own browser: a page of forty small pictures is looked at again and again. */
const KEPT_SECONDS = 600;

/**
 * A file, found by the record that refers to it and never by its digest: the enterprise sees all of its own, others only what belongs to a
 * submission that they may read.
 */
const visibleFile = async (
  reader: Reader,
  named: Named,
  { actor }: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileRow, Fault>> => {
  const own = hasRole(actor, ...enterpriseRoles) ? sql`d.enterprise_id = ${actor.enterpriseId}` : sql`false`;
  const meant =
    'fileId' in named
      ? sql`f.file_id = ${named.fileId}`
      : sql`f.file_id = (select e.file_id from evidence e where e.city_id = f.city_id and e.evidence_id = ${named.evidenceId})`;
  const found = await reader.row<FileRow>(sql`select ${fileColumns}
    from evidence_files f join declarations d on d.city_id = f.city_id and d.declaration_id = f.declaration_id
    where f.city_id = ${actor.cityId} and f.declaration_id = ${named.declarationId} and ${meant}
      and (${own} or exists (select 1 from submissions s where s.city_id = d.city_id and s.declaration_id = d.declaration_id
        and s.evidence_ids && array(select e.evidence_id from evidence e where e.city_id = f.city_id and e.file_id = f.file_id)
        and ${submissionVisibleTo(actor, assigned)}))`);
  return found ? ok(found) : refuse('input.noSuchRecord', 404);
};

/** The file as it was uploaded. */
export const fileContent = async (
  reader: Reader,
  files: BlobStore,
  named: Named,
  context: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileAnswer, Fault>> => {
  const found = await visibleFile(reader, named, context, assigned);
  if (!found.ok) return found;
  const { fileId, digest, fileName, mediaType } = found.value;
  const blob = await files.openBlob(digest);
  if (!blob) throw new Error(`the content of file ${fileId} is missing from the file store`);
  return ok({ type: mediaType, name: fileName, body: blob.stream, inline: SHOWN.includes(mediaType) });
};

/** Made small, for lists and for looking at; where that cannot be done, a mark that says so without words. */
export const filePicture = async (
  reader: Reader,
  files: BlobStore,
  named: Named,
  size: PictureSize,
  context: Context,
  assigned: AssignedDeclarations,
): Promise<Result<FileAnswer, Fault>> => {
  const found = await visibleFile(reader, named, context, assigned);
  if (!found.ok) return found;
  const { digest, fileName, mediaType } = found.value;
  const bytes = mediaType.startsWith('image/') ? await smallPicture(files, digest, size) : undefined;
  const shown = { inline: true, keptSeconds: KEPT_SECONDS };
  return ok(
    bytes
      ? { type: 'image/webp', name: `${fileName}.webp`, body: bytes, ...shown }
      : { type: 'image/svg+xml', name: `${fileName}.svg`, body: NO_PICTURE, ...shown },
  );
};

/** What is known of the file. */
export const fileFacts = async (
  reader: Reader,
  named: Named,
  context: Context,
  assigned: AssignedDeclarations,
): Promise<Result<AnswerOf<typeof evidenceContract.fileFacts>, Fault>> => {
  const found = await visibleFile(reader, named, context, assigned);
  return found.ok ? ok(fileFrom(found.value)) : found;
};
