import type { Context } from '#parties/access/command.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { PictureFacts } from '#support/files/domain/picture-facts.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { isPicture, pictureFacts } from '#support/files/server/pictures.ts';
import type { StoredUpload } from '#support/files/server/store-upload.ts';

/** A file whose content is kept already, and what it says of itself. */
export interface ArrivedFile extends StoredUpload {
  readonly fileName: string;
  readonly facts: PictureFacts;
}

/** A file that stands in the working copy. */
export interface StandingFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly digest: string;
  readonly uploadedAt: Date;
  /** What it is attached to now. */
  readonly links: readonly { readonly evidenceId: string; readonly itemId: string }[];
}

export const arrived = async (files: BlobStore, stored: StoredUpload, fileName: string): Promise<ArrivedFile> => ({
  ...stored,
  fileName,
  facts: isPicture(stored.type) ? await pictureFacts(files, stored.digest) : {},
});

/** The standing files of a declaration that `condition` on `f` picks. */
export const standingFiles = (cityId: number, declarationId: string, condition: Sql): Sql => sql`
  select f.file_id as "fileId", f.file_name as "fileName", f.media_type as "mediaType", f.size_bytes as "sizeBytes", f.digest,
    f.uploaded_at as "uploadedAt",
    coalesce((select json_agg(json_build_object('evidenceId', e.evidence_id, 'itemId', e.item_id) order by e.item_id)
      from evidence e where e.city_id = f.city_id and e.file_id = f.file_id and e.removed_at is null), '[]') as links
  from evidence_files f
  where f.city_id = ${cityId} and f.declaration_id = ${declarationId} and f.removed_at is null and ${condition}`;

/** Writes the row of a new file; it is attached to nothing yet. */
export const insertFile = (
  tx: Tx,
  { actor, now }: Context,
  declarationId: string,
  { digest, size, type, fileName, facts }: ArrivedFile,
  replaces: string | null,
): StandingFile => {
  const fileId = newId();
  const mediaType = MEDIA_TYPES[type];
  tx.later(sql`insert into evidence_files (city_id, file_id, declaration_id, digest, file_name, media_type, size_bytes, uploaded_by, uploaded_by_name,
      uploaded_at, taken_at, latitude, longitude, device, width, height, picture_hash, replaces)
    values (${actor.cityId}, ${fileId}, ${declarationId}, ${digest}, ${fileName}, ${mediaType}, ${size}, ${actor.accountId}, ${actor.name},
      ${now}, ${facts.takenAt ?? null}, ${facts.latitude ?? null}, ${facts.longitude ?? null}, ${facts.device ?? null},
      ${facts.width ?? null}, ${facts.height ?? null}, ${facts.hash ?? null}, ${replaces})`);
  return { fileId, fileName, mediaType, sizeBytes: size, digest, uploadedAt: now, links: [] };
};

/** Attaches a file to items, each once; the links that were made. */
export const linkItems = (
  tx: Tx,
  { actor, now }: Context,
  declarationId: string,
  file: StandingFile,
  itemIds: readonly string[],
): StandingFile['links'] => {
  const fresh = [...new Set(itemIds)].filter((itemId) => !file.links.some((link) => link.itemId === itemId));
  return fresh.map((itemId) => {
    const evidenceId = newId();
    tx.later(sql`insert into evidence (city_id, evidence_id, declaration_id, item_id, file_id, file_digest, file_name, media_type, size_bytes, uploaded_by, uploaded_at)
      values (${actor.cityId}, ${evidenceId}, ${declarationId}, ${itemId}, ${file.fileId}, ${file.digest}, ${file.fileName}, ${file.mediaType},
        ${file.sizeBytes}, ${actor.accountId}, ${now})`);
    return { evidenceId, itemId };
  });
};

/** Counts a change of the working copy; the new version. */
export const raiseVersion = (tx: Tx, { actor, now }: Context, declarationId: string, version: number): number => {
  tx.later(sql`update declarations set version = ${version + 1}, changed_at = ${now}
    where city_id = ${actor.cityId} and declaration_id = ${declarationId}`);
  return version + 1;
};
