import type { Context } from '#parties/access/command.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Entries } from '../../domain/workbook/entries.ts';
import type { Finding } from '../../domain/workbook/given-book.ts';
import type { Understood } from './understand.ts';

/** So many findings are kept and shown; mending them shows the next ones. */
const KEPT = 500;

export interface StoredContent {
  readonly entries: Entries;
  readonly places: Readonly<Record<string, string>>;
  readonly base: Entries;
  readonly editionHash: string;
}

/** Findings quote what stands in cells, and the database keeps no broken characters. */
const keepable = ({ path, code, params, level }: Finding): Finding => {
  const clean = (value: string | number) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value;
  const quoted = Object.entries(params ?? {}).map(([name, value]) => [name, clean(value)] as const);
  return { path: path.toWellFormed(), code, level, ...(params ? { params: Object.fromEntries(quoted) } : {}) };
};
export const keepableFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.slice(0, KEPT).map(keepable);

export const storingImport = (
  { actor, now }: Context,
  given: {
    readonly importId: string;
    readonly declarationId: string;
    readonly batchId: string | null;
    readonly fileName: string;
    readonly fileDigest: string;
    readonly understood: Understood;
  },
): Sql => {
  const { entries, places, base, editionHash, madeAt, findings, errorCount } = given.understood;
  // With errors nothing of it can be taken over, and what was read may hold what the database does not keep.
  const content: StoredContent =
    errorCount > 0 ? { entries: {}, places: {}, base: {}, editionHash } : { entries, places, base, editionHash };
  return sql`insert into workbook_imports (city_id, import_id, declaration_id, batch_id, file_name, file_digest, made_at, content, findings,
      error_count, state, created_by, created_by_name, created_at)
    values (${actor.cityId}, ${given.importId}, ${given.declarationId}, ${given.batchId}, ${given.fileName}, ${given.fileDigest}, ${madeAt},
      ${json(content)}::jsonb, ${json(keepableFindings(findings))}::jsonb, ${errorCount}, 'previewed', ${actor.accountId}, ${actor.name}, ${now})`;
};
