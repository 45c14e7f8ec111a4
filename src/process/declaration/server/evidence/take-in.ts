import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import type { UploadReceipt } from '../../evidence.contract.ts';
import type { OwnDeclaration } from '../own-declaration.ts';
import {
  type ArrivedFile,
  insertFile,
  linkItems,
  raiseVersion,
  type StandingFile,
  standingFiles,
} from './file-rows.ts';
import type { Upload } from './own-upload.ts';
import { type FileRow, fileColumns, fileFrom } from './receipts.ts';
import { roomFor } from './room-for.ts';

interface Taking {
  readonly declarationId: string;
  readonly declaration: OwnDeclaration;
  readonly file: ArrivedFile;
  readonly itemIds: readonly string[];
  readonly upload: Pick<Upload, 'replaces'>;
}

interface Taken {
  readonly receipt: UploadReceipt;
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * Takes an arrived file into the working copy: as a new one, in the place of another (whose items it then proves, and which stays in the
 * history), or, if the same content stands there already, as that. Refused with `declaration.sameContent` if it is to replace itself.
 */
export const takeIn = async (
  tx: Tx,
  context: Context,
  { declarationId, declaration, file, itemIds, upload: { replaces } }: Taking,
): Promise<Result<Taken, Fault>> => {
  const { cityId } = context.actor;
  const [same, replaced] = await tx.together<[StandingFile & FileRow, StandingFile]>(
    sql`select ${fileColumns}, s.links from evidence_files f
      join (${standingFiles(cityId, declarationId, sql`f.digest = ${file.digest}`)}) s on s."fileId" = f.file_id
      where f.city_id = ${cityId} order by f.uploaded_at`,
    standingFiles(cityId, declarationId, sql`f.file_id = ${replaces}`),
  );
  const [here] = same;
  const [old] = replaced;
  if (replaces !== null && !old) return refuse('input.noSuchRecord', 404);
  if (replaces !== null && here)
    return refuse('declaration.sameContent', 409, { name: here.fileName, digest: file.digest.slice(0, 12) }, 'final');
  const wanted = [...new Set([...(old?.links.map((link) => link.itemId) ?? []), ...itemIds])];
  const before = here?.links.map((link) => link.itemId) ?? [];
  const fresh = wanted.filter((itemId) => !before.includes(itemId));
  const room = await roomFor(tx, cityId, declarationId, old ? [] : fresh, !here && !old);
  if (!room.ok) return room;

  if (old) removeFileRows(tx, context, old.fileId);
  const standing = here ?? insertFile(tx, context, declarationId, file, replaces);
  linkItems(tx, context, declarationId, standing, fresh);
  const unchanged = here !== undefined && fresh.length === 0;
  if (!unchanged) raiseVersion(tx, context, declarationId, declaration.version);
  const already = wanted.filter((itemId) => before.includes(itemId));
  const receipt: UploadReceipt = {
    ...(here ? fileFrom(here) : receiptOfNew(standing, file, context)),
    alreadyHere: here !== undefined,
    attached: wanted,
    already,
    unchanged,
  };
  const { fileId, fileName, digest, sizeBytes } = receipt;
  return ok({ receipt, record: { fileId, fileName, digest, sizeBytes, items: fresh, replaces } });
};

/** Takes a file and what it is attached to out of the working copy; both rows stay. */
export const removeFileRows = (tx: Tx, { actor, now }: Context, fileId: string): void => {
  tx.later(sql`update evidence set removed_at = ${now}
    where city_id = ${actor.cityId} and file_id = ${fileId} and removed_at is null`);
  tx.later(sql`update evidence_files set removed_at = ${now}, removed_by_name = ${actor.name}
    where city_id = ${actor.cityId} and file_id = ${fileId}`);
};

const receiptOfNew = (standing: StandingFile, { facts, type }: ArrivedFile, { actor, now }: Context) =>
  fileFrom({
    ...standing,
    mediaType: MEDIA_TYPES[type],
    uploadedAt: now,
    uploadedByName: actor.name,
    takenAt: facts.takenAt ?? null,
    latitude: facts.latitude ?? null,
    longitude: facts.longitude ?? null,
    device: facts.device ?? null,
  });
