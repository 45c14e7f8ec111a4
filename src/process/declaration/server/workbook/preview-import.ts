import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { READ_LIMITS } from '#support/documents/xlsx/workbook.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { workbookContract } from '../../workbook.contract.ts';
import { findOwn, stepFrom } from '../own-declaration.ts';
import { storingImport } from './stored-import.ts';
import { openBook, type Understood, understand } from './understand.ts';
import { ownWorkingCopy } from './working-copy.ts';

interface Preview {
  readonly fileName: string;
  readonly fileDigest: string;
  readonly understood: Understood;
}

/** Reads a workbook that the enterprise filled in, and keeps what was understood; the declaration stays as it is. */
export const previewImport = (
  files: BlobStore,
): Command<
  Actor,
  UploadInput<typeof workbookContract.previewWorkbookImport>,
  { readonly importId: string; readonly errorCount: number },
  Preview
> => ({
  name: 'declaration.preview-workbook',
  roles: workbookContract.previewWorkbookImport.roles,
  prepare: async ({ params: { declarationId }, body }, context, read): Promise<Result<Preview, Fault>> => {
    const { actor, today } = context;
    const own = await read((reader) => findOwn(reader, actor, declarationId));
    const step = own.ok ? stepFrom(own.value.state, 'save') : own;
    if (!step.ok) {
      // The rest is read away, so that the sender can still receive the answer.
      body.stream.resume();
      return step;
    }
    const bytes = await receiveUpload(body.stream, READ_LIMITS.fileBytes);
    if (!bytes.ok) return bytes;
    const fileName = body.fileName.toWellFormed().slice(0, 200);
    const opened = await openBook(bytes.value, fileName);
    if (!opened.ok) return opened;
    const { declarationId: named } = opened.value.fingerprint;
    if (named !== null && named !== declarationId) return read((reader) => ofAnother(reader, actor, named));
    const copy = await read((reader) => ownWorkingCopy(reader, context, declarationId));
    if (!copy.ok) return copy;
    const understood = understand(opened.value, copy.value, today);
    if (!understood.ok) return understood;
    const { digest } = await files.storeBytes(bytes.value);
    return ok({ fileName, fileDigest: digest, understood: understood.value });
  },
  run: async (tx, { params: { declarationId } }, context, { fileName, fileDigest, understood }) => {
    const importId = newId();
    tx.later(storingImport(context, { importId, declarationId, batchId: null, fileName, fileDigest, understood }));
    const { errorCount } = understood;
    return ok({
      done: { importId, errorCount },
      subject: { type: 'declaration', id: declarationId },
      record: { importId, fileName, fileDigest, errorCount },
    });
  },
});

/** Whose workbook it is, as far as this person may know. */
const ofAnother = async (
  reader: Parameters<typeof findOwn>[0],
  actor: Actor,
  declarationId: string,
): Promise<Result<never, Fault>> => {
  const own = /^[0-9a-f-]{36}$/.test(declarationId)
    ? await reader.row<{ unit: string; campaign: string }>(sql`
        select u.name as unit, c.name as campaign from declarations d
        join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
        join campaigns c on c.city_id = d.city_id and c.campaign_id = d.campaign_id
        where d.city_id = ${actor.cityId} and d.declaration_id = ${declarationId} and d.enterprise_id = ${actor.enterpriseId}`)
    : undefined;
  return own
    ? refuse('declarationWorkbook.otherUnit', 409, { unit: own.unit, campaign: own.campaign }, 'final')
    : refuse('declarationWorkbook.notYours', 409, undefined, 'final');
};
