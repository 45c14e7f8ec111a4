import type { Readable } from 'node:stream';
import { type Fault, type Issue, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Upload, UploadInput } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { READ_LIMITS } from '#support/documents/xlsx/workbook.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { readEdition } from '../../domain/workbook/read-edition.ts';
import { draftingContract } from '../../drafting.contract.ts';
import { type Content, closed, draftById } from './draft-record.ts';
import type { ReadIndustryRules } from './industry-rules.ts';

/** So many faults are kept and shown; mending them shows the next ones. */
const KEPT = 500;

interface Preview {
  readonly draftId: string | null;
  readonly industry: string;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly content: Content;
  readonly errors: readonly Issue[];
}

interface Done {
  readonly importId: string;
  readonly errorCount: number;
}

/** The rest of an upload that is not read, so that the sender can still receive the answer. */
const unread = <T>(stream: Readable, answer: T): T => {
  stream.resume();
  return answer;
};

const understand = async (
  files: BlobStore,
  upload: Upload,
  target: { readonly draftId: string | null; readonly industry: string },
): Promise<Result<Preview, Fault>> => {
  const bytes = await receiveUpload(upload.stream, READ_LIMITS.fileBytes);
  if (!bytes.ok) return bytes;
  const workbook = await readWorkbook(bytes.value);
  if (!workbook.ok) return workbook;
  const { content, faults, cellOf } = readEdition(workbook.value.sheets.filter((sheet) => !sheet.hidden));
  const errors = [...faults];
  const { industry } = content;
  if (industry !== undefined && industry !== target.industry)
    errors.unshift({
      path: cellOf('industry'),
      code: 'drafting.industryDiffers',
      params: { expected: target.industry, value: String(industry).slice(0, 60) },
    });
  const { digest } = await files.storeBytes(bytes.value);
  return ok({ ...target, fileName: upload.fileName.slice(0, 200), fileDigest: digest, content, errors });
};

/** Faults quote what stands in cells, and the database keeps no broken characters. */
const keepable = ({ path, code, params }: Issue): Issue => {
  const clean = (value: string | number) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value;
  const quoted = Object.entries(params ?? {}).map(([name, value]) => [name, clean(value)] as const);
  return { path: path.toWellFormed(), code, ...(params ? { params: Object.fromEntries(quoted) } : {}) };
};

const keep = async (tx: Tx, { actor, now }: Context, preview: Preview) => {
  const importId = newId();
  const { draftId, industry, fileName, fileDigest, content, errors } = preview;
  await tx.run(sql`insert into edition_imports (city_id, import_id, draft_id, industry, file_name, file_digest, content, errors,
      error_count, state, created_by, created_by_name, created_at)
    values (${actor.cityId}, ${importId}, ${draftId}, ${industry}, ${fileName}, ${fileDigest}, ${json(content)},
      ${json(errors.slice(0, KEPT).map(keepable))}, ${errors.length}, 'previewed', ${actor.accountId}, ${actor.name}, ${now})`);
  return ok({
    done: { importId, errorCount: errors.length },
    subject: { type: 'edition-import', id: importId },
    record: { draftId, industry, fileName, fileDigest, errorCount: errors.length },
  });
};

/** Reads a workbook for an open draft and keeps what was understood; the draft stays as it is. */
export const previewDraftWorkbook = (
  files: BlobStore,
): Command<Actor, UploadInput<typeof draftingContract.previewDraftWorkbook>, Done, Preview> => ({
  name: 'standards.preview-workbook',
  roles: draftingContract.previewDraftWorkbook.roles,
  prepare: async ({ params, body }, { actor }, read) => {
    const draft = await read((reader) => draftById(reader, actor.cityId, params.draftId));
    if (!draft) return unread(body.stream, refuse('input.noSuchRecord', 404));
    const over = closed(draft.state);
    if (over) return unread(body.stream, refuse(over, 409, undefined, 'final'));
    return understand(files, body, { draftId: draft.draftId, industry: draft.industry });
  },
  run: (tx, _input, context, preview) => keep(tx, context, preview),
});

/** The same for a draft that is not begun yet. */
export const previewNewWorkbook = (
  files: BlobStore,
  rules: ReadIndustryRules,
): Command<Actor, UploadInput<typeof draftingContract.previewNewWorkbook>, Done, Preview> => ({
  name: 'standards.preview-workbook',
  roles: draftingContract.previewNewWorkbook.roles,
  prepare: async ({ params, body }, { actor }, read) => {
    const { industry } = params;
    const { names } = await read((reader) => rules(reader, actor.cityId));
    if (!names.has(industry))
      return unread(body.stream, refuse('drafting.industryUnknown', 409, { industry }, 'final'));
    return understand(files, body, { draftId: null, industry });
  },
  run: (tx, _input, context, preview) => keep(tx, context, preview),
});
