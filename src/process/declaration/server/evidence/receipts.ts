import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { EvidenceFile, Photo, UploadReceipt } from '../../evidence.contract.ts';

/** The columns of `evidence_files f` that `fileFrom` reads. */
export const fileColumns: Sql = sql`f.file_id as "fileId", f.file_name as "fileName", f.media_type as "mediaType", f.size_bytes as "sizeBytes", f.digest,
  f.uploaded_at as "uploadedAt", f.uploaded_by_name as "uploadedByName", f.taken_at as "takenAt", f.latitude, f.longitude, f.device`;

export interface FileRow extends Omit<Photo, 'takenAt'> {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly digest: string;
  readonly uploadedAt: Date;
  readonly uploadedByName: string;
  readonly takenAt: Date | null;
}

/** What a row of a file says of a photograph. Null of what hardly is one: other files, and pictures that no camera writes if they say nothing. */
const photoFrom = ({ mediaType, takenAt, latitude, longitude, device }: FileRow): Photo | null =>
  mediaType === 'image/jpeg' || takenAt !== null || latitude !== null || device !== null
    ? { takenAt: takenAt?.toISOString() ?? null, latitude, longitude, device }
    : null;

export const fileFrom = (row: FileRow): EvidenceFile => ({
  fileId: row.fileId,
  fileName: row.fileName,
  mediaType: row.mediaType,
  sizeBytes: row.sizeBytes,
  digest: row.digest,
  uploadedAt: row.uploadedAt.toISOString(),
  uploadedByName: row.uploadedByName,
  photo: photoFrom(row),
});

/** The receipt of a file that stands in the working copy; undefined if it does not any more. `wanted` is what it was to be attached to. */
export const receiptOf = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
  fileId: string,
  wanted: readonly string[],
): Promise<UploadReceipt | undefined> => {
  const row = await reader.row<FileRow & { readonly itemIds: readonly string[] }>(sql`select ${fileColumns},
      array(select e.item_id from evidence e where e.city_id = f.city_id and e.file_id = f.file_id and e.removed_at is null order by e.item_id) as "itemIds"
    from evidence_files f
    where f.city_id = ${cityId} and f.declaration_id = ${declarationId} and f.file_id = ${fileId} and f.removed_at is null`);
  if (!row) return undefined;
  const attached = row.itemIds.filter((itemId) => wanted.includes(itemId));
  return { ...fileFrom(row), alreadyHere: false, attached, already: [], unchanged: true };
};
