import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { transition } from '../../domain/states.ts';
import { differences, usualChoice } from '../../domain/workbook/compare.ts';
import type { Finding } from '../../domain/workbook/given-book.ts';
import type { workbookContract } from '../../workbook.contract.ts';
import type { StoredContent } from './stored-import.ts';
import { ownWorkingCopy, type WorkingCopy } from './working-copy.ts';

interface Line {
  readonly importId: string;
  readonly fileName: string;
  readonly state: 'previewed' | 'applied' | 'undone';
  readonly byBody: boolean;
  readonly errorCount: number;
  readonly taken: number;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly undoneAt: Date | null;
}

const lineColumns = sql`import_id as "importId", file_name as "fileName", state, batch_id is not null as "byBody",
  error_count as "errorCount", cardinality(taken) as taken, created_by_name as "createdByName", created_at as "createdAt",
  applied_at as "appliedAt", undone_at as "undoneAt"`;

const shownLine = ({ createdAt, appliedAt, undoneAt, ...line }: Line) => ({
  ...line,
  createdAt: createdAt.toISOString(),
  appliedAt: appliedAt?.toISOString() ?? null,
  undoneAt: undoneAt?.toISOString() ?? null,
});

const mayChange = ({ found }: WorkingCopy, { actor }: Context): boolean =>
  hasRole(actor, 'enterprise') && transition(found.state, 'save') !== undefined;

const MOST_LISTED = 50;

export const listImports = async (
  reader: Reader,
  declarationId: string,
  context: Context,
): Promise<Result<AnswerOf<typeof workbookContract.workbookImports>, Fault>> => {
  const copy = await ownWorkingCopy(reader, context, declarationId);
  if (!copy.ok) return copy;
  const rows = await reader.rows<Line>(sql`select ${lineColumns} from workbook_imports
    where city_id = ${context.actor.cityId} and declaration_id = ${declarationId} order by created_at desc limit ${MOST_LISTED}`);
  return ok({
    unitName: copy.value.found.unitName,
    mayImport: mayChange(copy.value, context),
    imports: rows.map(shownLine),
  });
};

interface Row extends Line {
  readonly content: StoredContent;
  readonly findings: Finding[];
  readonly fileDigest: string;
  readonly madeAt: Date | null;
  readonly appliedByName: string | null;
  readonly appliedVersion: number | null;
}

/** A workbook held against the declaration as it is now. */
export const readImport = async (
  reader: Reader,
  { declarationId, workbookImportId }: { readonly declarationId: string; readonly workbookImportId: string },
  context: Context,
): Promise<Result<AnswerOf<typeof workbookContract.workbookImport>, Fault>> => {
  const own = await ownWorkingCopy(reader, context, declarationId);
  if (!own.ok) return own;
  const copy = own.value;
  const row =
    await reader.row<Row>(sql`select ${lineColumns}, content, findings, file_digest as "fileDigest", made_at as "madeAt",
      applied_by_name as "appliedByName", applied_version as "appliedVersion"
    from workbook_imports
    where city_id = ${context.actor.cityId} and import_id = ${workbookImportId} and declaration_id = ${declarationId}`);
  if (!row) return refuse('input.noSuchRecord', 404);
  const { content, findings, madeAt, appliedVersion, ...line } = row;
  const open = row.state === 'previewed' && row.errorCount === 0 && content.editionHash === copy.edition.hash;
  const list = open ? differences(content.entries, copy.entries, content.base, copy.accepted) : [];
  return ok({
    ...shownLine(line),
    fileDigest: row.fileDigest,
    appliedByName: row.appliedByName,
    declarationId,
    unitName: copy.found.unitName,
    editionHash: copy.edition.hash,
    madeAt: madeAt?.toISOString() ?? null,
    findings: findings.map(({ params, ...rest }) => ({ ...rest, ...(params && { params: { ...params } }) })),
    differences: list.map(({ key, kind, workbook, system, base }) => ({
      key,
      kind,
      place: content.places[key] ?? '',
      workbook,
      system,
      base,
      usual: usualChoice[kind] ?? null,
    })),
    version: copy.found.version,
    mayApply: open && mayChange(copy, context) && list.some(({ kind }) => kind !== 'accepted'),
    mayUndo:
      row.state !== 'undone' &&
      appliedVersion !== null &&
      appliedVersion === copy.found.version &&
      mayChange(copy, context),
  });
};
