import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import type { evidenceContract, UploadStanding } from '../../evidence.contract.ts';
import { findOwn, stepFrom } from '../own-declaration.ts';
import { ownUpload, type Upload, uploads } from './own-upload.ts';
import { type FileRow, fileColumns, fileFrom, receiptOf } from './receipts.ts';

type Library = AnswerOf<typeof evidenceContract.evidenceFiles>;

interface LibraryRow extends FileRow {
  readonly links: Library['files'][number]['links'];
  readonly replaces: string | null;
  readonly removedAt: Date | null;
  readonly removedByName: string | null;
  readonly submissions: number[];
}

/** Every file of a declaration of the own enterprise, in order of upload, and the uploads that are under way. */
export const evidenceLibrary = async (
  reader: Reader,
  files: BlobStore,
  declarationId: string,
  context: Context,
): Promise<Result<Library, Fault>> => {
  const { cityId } = context.actor;
  const declaration = await findOwn(reader, context.actor, declarationId);
  if (!declaration.ok) return declaration;
  const [rows, open] = await reader.together<[LibraryRow, Upload]>(
    sql`select ${fileColumns}, f.replaces, f.removed_at as "removedAt", f.removed_by_name as "removedByName",
        coalesce((select json_agg(json_build_object('evidenceId', e.evidence_id, 'itemId', e.item_id) order by e.item_id)
          from evidence e where e.city_id = f.city_id and e.file_id = f.file_id and e.removed_at is null), '[]') as links,
        array(select s.sequence from submissions s where s.city_id = f.city_id and s.declaration_id = f.declaration_id
          and s.evidence_ids && array(select e.evidence_id from evidence e where e.city_id = f.city_id and e.file_id = f.file_id)
          order by s.sequence) as submissions
      from evidence_files f
      where f.city_id = ${cityId} and f.declaration_id = ${declarationId} order by f.uploaded_at, f.file_id`,
    uploads(context, declarationId, sql`u.file_id is null`),
  );
  return ok({
    files: rows.map((row) => ({
      ...fileFrom(row),
      links: row.links,
      replaces: row.replaces,
      removedAt: row.removedAt?.toISOString() ?? null,
      removedByName: row.removedByName,
      submissions: row.submissions,
    })),
    uploads: await Promise.all(
      open.map(async ({ uploadId, fileName, sizeBytes, begunAt, itemIds }) => ({
        uploadId,
        fileName,
        sizeBytes,
        received: await files.uploads.received(uploadId),
        begunAt: begunAt.toISOString(),
        itemIds: [...itemIds],
      })),
    ),
    editable: hasRole(context.actor, 'enterprise') && stepFrom(declaration.value.state, 'save').ok,
  });
};

/** Where an upload of the own enterprise stands. */
export const uploadStanding = async (
  reader: Reader,
  files: BlobStore,
  params: { readonly declarationId: string; readonly uploadId: string },
  context: Context,
): Promise<Result<UploadStanding, Fault>> => {
  const upload = await ownUpload(reader, context, params);
  if (!upload.ok) return upload;
  const { uploadId, fileId, itemIds } = upload.value;
  if (fileId === null) return ok({ state: 'open', uploadId, received: await files.uploads.received(uploadId) });
  const receipt = await receiptOf(reader, context.actor.cityId, params.declarationId, fileId, itemIds);
  return receipt ? ok({ state: 'received', uploadId, receipt }) : refuse('input.noSuchRecord', 404);
};
