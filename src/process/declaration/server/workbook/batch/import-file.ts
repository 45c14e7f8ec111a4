import { buffer } from 'node:stream/consumers';
import { type Fault, ok, type Params, type Result } from '#lib/result.ts';
import { type Context, systemCommand } from '#parties/access/command.ts';
import type { Outcome, Read } from '#platform/command.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { chosen, differences } from '../../../domain/workbook/compare.ts';
import type { Entries } from '../../../domain/workbook/entries.ts';
import type { Finding } from '../../../domain/workbook/given-book.ts';
import { stepFrom } from '../../own-declaration.ts';
import { beginning } from '../../start.ts';
import { applyEntries } from '../apply-entries.ts';
import { keepableFindings, storingImport } from '../stored-import.ts';
import { openBook, type Understood, understand } from '../understand.ts';
import { lockDeclaration, workingCopy } from '../working-copy.ts';
import { type Target, targetOf } from './target.ts';

export interface BatchPlace {
  readonly batchId: string;
  readonly position: number;
}

interface BatchFile {
  readonly fileName: string;
  readonly fileDigest: string;
  readonly campaignId: string;
  readonly bodyId: string | null;
}

/** What was understood of a file before anything is locked. */
type Prepared =
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Params; readonly file: BatchFile }
  | { readonly kind: 'read'; readonly file: BatchFile; readonly target: Target; readonly understood: Understood };

/** How a file ended, for its line in the report. */
interface End {
  readonly outcome: 'taken-over' | 'same' | 'conflicts' | 'errors' | 'refused';
  readonly declarationId: string | null;
  readonly importId: string | null;
  readonly code: string | null;
  readonly params: Params;
  readonly findings: readonly Finding[];
  readonly filled: number;
  readonly open: number;
  readonly kept: number;
}

const NOTHING = {
  declarationId: null,
  importId: null,
  code: null,
  params: {},
  findings: [],
  filled: 0,
  open: 0,
  kept: 0,
};

const waitingFile = (reader: Reader, cityId: number, { batchId, position }: BatchPlace) =>
  reader.row<BatchFile>(sql`
    select f.file_name as "fileName", f.file_digest as "fileDigest", b.campaign_id as "campaignId", b.body_id as "bodyId"
    from workbook_batch_files f join workbook_batches b on b.city_id = f.city_id and b.batch_id = f.batch_id
    where f.city_id = ${cityId} and f.batch_id = ${batchId} and f.position = ${position} and f.outcome = 'waiting' and b.state = 'running'`);

const refusedBy = (file: BatchFile, fault: Fault): Prepared =>
  fault.kind === 'refusal'
    ? { kind: 'refused', code: fault.code, params: fault.params ?? {}, file }
    : {
        kind: 'refused',
        code: fault.issues[0]?.code ?? 'workbookBatch.failed',
        params: fault.issues[0]?.params ?? {},
        file,
      };

const prepared = async (files: BlobStore, place: BatchPlace, context: Context, read: Read): Promise<Prepared> => {
  const { cityId } = context.actor;
  const file = await read((reader) => waitingFile(reader, cityId, place));
  if (!file) return { kind: 'gone' };
  const blob = await files.openBlob(file.fileDigest);
  if (!blob) return { kind: 'refused', code: 'workbookBatch.failed', params: {}, file };
  const opened = await openBook(await buffer(blob.stream), file.fileName);
  if (!opened.ok) return refusedBy(file, opened.error);
  return read(async (reader): Promise<Prepared> => {
    const target = await targetOf(reader, cityId, file, opened.value);
    if (!target.ok) return refusedBy(file, target.error);
    const { declarationId, enterpriseId, state } = target.value;
    const step = stepFrom(state, state === 'not-started' ? 'start' : 'save');
    if (!step.ok) return refusedBy(file, step.error);
    const copy = await workingCopy(reader, cityId, enterpriseId, declarationId);
    if (!copy)
      return refusedBy(file, {
        kind: 'refusal',
        code: 'declarationWorkbook.notOneOfYours',
        status: 404,
        again: 'final',
      });
    const understood = understand(opened.value, copy, context.today);
    return understood.ok
      ? { kind: 'read', file, target: target.value, understood: understood.value }
      : refusedBy(file, understood.error);
  });
};

/** Reads the next file of an archive and takes over what only the workbook changed; what both sides changed waits for the enterprise. */
export const importBatchFile = (files: BlobStore) =>
  systemCommand<BatchPlace, { readonly outcome: End['outcome'] | 'gone' }, Prepared>({
    name: 'declaration.import-batch-file',
    leavesNoTrace: ({ outcome }) => outcome === 'gone',
    prepare: async (place, context, read) => ok(await prepared(files, place, context, read)),
    run: async (tx, place, context, found) => {
      const subject = { type: 'workbook-batch', id: place.batchId };
      const { cityId } = context.actor;
      if (found.kind === 'gone' || !(await stillWaiting(tx, cityId, place)))
        return ok({ done: { outcome: 'gone' as const }, subject, record: {} });
      const further: (Outcome<unknown> & { readonly command: string })[] = [];
      const end: End =
        found.kind === 'refused'
          ? { ...NOTHING, outcome: 'refused', code: found.code, params: found.params }
          : await takeOver(tx, place, context, found, further);
      for (const statement of closing(cityId, place, end, context.now)) tx.later(statement);
      const { findings, ...told } = end;
      return ok({
        done: { outcome: end.outcome },
        subject,
        record: { position: place.position, fileDigest: found.file.fileDigest, ...told, errors: findings.length },
        further,
      });
    },
  });

const stillWaiting = async (tx: Tx, cityId: number, { batchId, position }: BatchPlace): Promise<boolean> =>
  (await tx.row(sql`select 1 from workbook_batch_files
    where city_id = ${cityId} and batch_id = ${batchId} and position = ${position} and outcome = 'waiting' for update`)) !==
  undefined;

const takeOver = async (
  tx: Tx,
  { batchId }: BatchPlace,
  context: Context,
  { file, target, understood }: Extract<Prepared, { readonly kind: 'read' }>,
  further: (Outcome<unknown> & { readonly command: string })[],
): Promise<End> => {
  const { cityId } = context.actor;
  const { declarationId, enterpriseId } = target;
  const start: End = { ...NOTHING, outcome: 'refused', declarationId };
  await tx.rows(lockDeclaration(cityId, declarationId));
  const before = await workingCopy(tx, cityId, enterpriseId, declarationId);
  if (!before) return { ...start, code: 'declarationWorkbook.notOneOfYours' };
  if (understood.errorCount > 0) return { ...start, outcome: 'errors', findings: understood.findings };
  const step = stepFrom(before.found.state, before.found.state === 'not-started' ? 'start' : 'save');
  if (!step.ok)
    return step.error.kind === 'refusal' ? { ...start, code: step.error.code, params: step.error.params ?? {} } : start;
  let copy = before;
  if (before.found.state === 'not-started') {
    const { statement, registration } = await beginning(tx, context, declarationId, before.found.version + 1);
    await tx.run(statement);
    further.push({
      command: 'declaration.start',
      done: null,
      subject: { type: 'declaration', id: declarationId },
      record: { state: 'draft', registration },
    });
    copy = (await workingCopy(tx, cityId, enterpriseId, declarationId)) ?? before;
  }
  if (copy.edition.hash !== understood.editionHash)
    return { ...start, code: 'declarationWorkbook.otherEdition', params: { title: copy.edition.title } };
  const list = differences(understood.entries, copy.entries, understood.base, copy.accepted);
  const { taken, open } = chosen(list, {});
  const picked = (from: Entries): Entries => Object.fromEntries(taken.map((key) => [key, from[key] ?? null]));
  const applied = applyEntries(tx, context, copy, picked(understood.entries));
  if (!applied.ok) return { ...start, outcome: 'errors', findings: findingsOf(applied.error, understood) };
  further.push(...applied.value.further);
  const counts = { filled: taken.length, open: open.length, kept: list.length - taken.length - open.length };
  if (list.length === 0) return { ...start, outcome: 'same', findings: understood.findings };
  const importId = newId();
  const { fileName, fileDigest } = file;
  tx.later(storingImport(context, { importId, declarationId, batchId, fileName, fileDigest, understood }));
  if (taken.length > 0)
    tx.later(sql`update workbook_imports set state = ${open.length > 0 ? 'previewed' : 'applied'}, taken = ${taken}::text[],
        replaced = ${json(picked(copy.entries))}::jsonb, applied_version = ${applied.value.version}, applied_at = ${context.now},
        applied_by_name = ${context.actor.name}
      where city_id = ${cityId} and import_id = ${importId}`);
  return {
    ...start,
    ...counts,
    outcome: open.length > 0 ? 'conflicts' : taken.length > 0 ? 'taken-over' : 'same',
    importId,
    findings: understood.findings,
  };
};

const findingsOf = (fault: Fault, { places }: Understood): readonly Finding[] =>
  fault.kind === 'issues'
    ? fault.issues.map(({ path, ...rest }) => ({ ...rest, path: places[path] ?? path, level: 'error' as const }))
    : [{ path: '', code: fault.code, params: fault.params ?? {}, level: 'error' }];

/** The file's line; with the last file the archive is done. */
const closing = (cityId: number, { batchId, position }: BatchPlace, end: End, now: Date): readonly Sql[] => [
  sql`update workbook_batch_files set outcome = ${end.outcome}, declaration_id = ${end.declarationId}, import_id = ${end.importId},
      code = ${end.code}, params = ${json(end.params)}::jsonb, findings = ${json(keepableFindings(end.findings))}::jsonb,
      filled = ${end.filled}, open = ${end.open}, kept = ${end.kept}, done_at = ${now}
    where city_id = ${cityId} and batch_id = ${batchId} and position = ${position}`,
  sql`update workbook_batches b set state = 'finished', ended_at = ${now}
    where b.city_id = ${cityId} and b.batch_id = ${batchId} and b.state = 'running' and not exists (
      select 1 from workbook_batch_files f where f.city_id = b.city_id and f.batch_id = b.batch_id and f.outcome = 'waiting')`,
];

/** A file on which the program itself failed: said so, so that the others go on. */
export const giveUpBatchFile = systemCommand<BatchPlace, null>({
  name: 'declaration.import-batch-file',
  run: async (tx, place, { actor, now }): Promise<Result<Outcome<null>, Fault>> => {
    const end: End = { ...NOTHING, outcome: 'refused', code: 'workbookBatch.failed' };
    for (const statement of closing(actor.cityId, place, end, now)) tx.later(statement);
    return ok({
      done: null,
      subject: { type: 'workbook-batch', id: place.batchId },
      record: { position: place.position, code: end.code },
    });
  },
});
