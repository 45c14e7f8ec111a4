import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { type Context, command } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { chosen, differences } from '../../domain/workbook/compare.ts';
import { type Entries, partOf } from '../../domain/workbook/entries.ts';
import { workbookContract } from '../../workbook.contract.ts';
import { stepFrom } from '../own-declaration.ts';
import { applyEntries } from './apply-entries.ts';
import type { StoredContent } from './stored-import.ts';
import { lockDeclaration, ownWorkingCopy, type WorkingCopy } from './working-copy.ts';

interface LockedImport {
  readonly state: 'previewed' | 'applied' | 'undone';
  readonly content: StoredContent;
  readonly errorCount: number;
  readonly taken: readonly string[];
  readonly replaced: Entries | null;
  readonly appliedVersion: number | null;
  readonly fileDigest: string;
}

const locked = async (
  tx: Tx,
  context: Context,
  { declarationId, workbookImportId }: { readonly declarationId: string; readonly workbookImportId: string },
): Promise<Result<{ readonly copy: WorkingCopy; readonly stored: LockedImport }, Fault>> => {
  const { cityId } = context.actor;
  await tx.rows(lockDeclaration(cityId, declarationId));
  const copy = await ownWorkingCopy(tx, context, declarationId);
  if (!copy.ok) return copy;
  const stored = await tx.row<LockedImport>(sql`
    select state, content, error_count as "errorCount", taken, replaced, applied_version as "appliedVersion", file_digest as "fileDigest"
    from workbook_imports where city_id = ${cityId} and import_id = ${workbookImportId} and declaration_id = ${declarationId} for update`);
  if (!stored) return refuse('input.noSuchRecord', 404);
  const step = stepFrom(copy.value.found.state, 'save');
  if (!step.ok) return step;
  return ok({ copy: copy.value, stored });
};

const picked = (from: Entries, keys: readonly string[]): Entries =>
  Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));

/** Takes the chosen entries of a workbook over, all or none. */
export const applyImport = command(workbookContract.applyWorkbookImport, {
  name: 'declaration.apply-workbook',
  run: async (tx, { params, body }, context) => {
    const found = await locked(tx, context, params);
    if (!found.ok) return found;
    const { copy, stored } = found.value;
    if (stored.state !== 'previewed') return refuse('declarationWorkbook.settled', 409, undefined, 'final');
    if (stored.errorCount > 0)
      return refuse('declarationWorkbook.hasErrors', 409, { count: stored.errorCount }, 'final');
    const { content } = stored;
    if (content.editionHash !== copy.edition.hash)
      return refuse('declarationWorkbook.otherEdition', 409, { title: copy.edition.title }, 'final');
    if (copy.found.version !== body.baseVersion) return refuse('platform.stale', 409);
    const list = differences(content.entries, copy.entries, content.base, copy.accepted);
    const { taken, open } = chosen(list, body.choices);
    if (open.length > 0) return refuse('declarationWorkbook.choiceMissing', 409, { count: open.length });
    if (taken.length === 0) return refuse('declarationWorkbook.nothingChosen', 409, undefined, 'final');
    const applied = applyEntries(tx, context, copy, picked(content.entries, taken));
    if (!applied.ok) return applied;
    const { version, further } = applied.value;
    const replaced = picked(copy.entries, taken);
    tx.later(sql`update workbook_imports set state = 'applied', taken = ${taken}::text[], replaced = ${json(replaced)}::jsonb,
        applied_version = ${version}, applied_at = ${context.now}, applied_by_name = ${context.actor.name}
      where city_id = ${context.actor.cityId} and import_id = ${params.workbookImportId}`);
    return ok({
      done: { version, taken: taken.length },
      subject: { type: 'declaration', id: params.declarationId },
      record: { importId: params.workbookImportId, fileDigest: stored.fileDigest, version, taken, ...countsOf(taken) },
      further,
    });
  },
});

const countsOf = (taken: readonly string[]) => {
  const counts = { items: 0, measures: 0, registration: 0 };
  for (const key of taken) {
    const place = partOf(key);
    if (place) counts[place.part] += 1;
  }
  return { counts };
};

/** Puts back what stood there before, as long as nothing was changed since. */
export const undoImport = command(workbookContract.undoWorkbookImport, {
  name: 'declaration.undo-workbook',
  run: async (tx, { params }, context) => {
    const found = await locked(tx, context, params);
    if (!found.ok) return found;
    const { copy, stored } = found.value;
    if (stored.replaced === null || stored.appliedVersion === null || stored.state === 'undone')
      return refuse('declarationWorkbook.notApplied', 409, undefined, 'final');
    if (stored.appliedVersion !== copy.found.version)
      return refuse('declarationWorkbook.changedSince', 409, undefined, 'final');
    const applied = applyEntries(tx, context, copy, stored.replaced);
    if (!applied.ok) return applied;
    const { version, further } = applied.value;
    tx.later(sql`update workbook_imports set state = 'undone', undone_at = ${context.now}, undone_by_name = ${context.actor.name}
      where city_id = ${context.actor.cityId} and import_id = ${params.workbookImportId}`);
    return ok({
      done: { version },
      subject: { type: 'declaration', id: params.declarationId },
      record: { importId: params.workbookImportId, version, taken: stored.taken },
      further,
    });
  },
});
