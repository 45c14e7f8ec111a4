import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { evidenceLimits } from '../../domain/evidence-limits.ts';
import { findOwn, type OwnDeclaration, stepFrom } from '../own-declaration.ts';

/** An upload as it was announced. */
export interface Upload {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly announcedDigest: string | null;
  readonly editionHash: string;
  readonly itemIds: readonly string[];
  readonly replaces: string | null;
  readonly begunAt: Date;
  /** What it became; null as long as something is missing. */
  readonly fileId: string | null;
}

/** The uploads of a declaration that are not forgotten yet and that `condition` on `u` picks, the latest first. */
export const uploads = ({ actor, machineNow }: Context, declarationId: string, condition: Sql): Sql => sql`
  select u.upload_id as "uploadId", u.file_name as "fileName", u.size_bytes as "sizeBytes", u.announced_digest as "announcedDigest",
    u.edition_hash as "editionHash", u.item_ids as "itemIds", u.replaces, u.begun_at as "begunAt", u.file_id as "fileId"
  from evidence_uploads u
  where u.city_id = ${actor.cityId} and u.declaration_id = ${declarationId} and u.begun_at > ${forgottenBefore(machineNow)} and ${condition}
  order by u.begun_at desc, u.upload_id`;

/** Uploads that began earlier count as given up. */
export const forgottenBefore = (machineNow: Date): Date =>
  new Date(machineNow.getTime() - evidenceLimits.keptDays * 86_400_000);

/** The declaration of the own enterprise if files may be added now. */
export const openToFiles = async (
  reader: Reader,
  { actor }: Context,
  declarationId: string,
): Promise<Result<OwnDeclaration, Fault>> => {
  const declaration = await findOwn(reader, actor, declarationId);
  if (!declaration.ok) return declaration;
  const step = stepFrom(declaration.value.state, 'save');
  return step.ok ? declaration : step;
};

/** The upload, if it is one of the own enterprise's and files may be added now. */
export const ownUpload = async (
  reader: Reader,
  context: Context,
  { declarationId, uploadId }: { readonly declarationId: string; readonly uploadId: string },
): Promise<Result<Upload & { readonly declaration: OwnDeclaration }, Fault>> => {
  const declaration = await openToFiles(reader, context, declarationId);
  if (!declaration.ok) return declaration;
  const found = await reader.row<Upload>(uploads(context, declarationId, sql`u.upload_id = ${uploadId}`));
  return found ? ok({ ...found, declaration: declaration.value }) : refuse('input.noSuchRecord', 404);
};
