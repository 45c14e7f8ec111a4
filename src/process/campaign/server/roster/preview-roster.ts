import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import { newId } from '#platform/ids.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { READ_LIMITS } from '#support/documents/xlsx/workbook.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { compareRows } from '../../domain/roster/compare-rows.ts';
import { findTable } from '../../domain/roster/find-table.ts';
import { readRows } from '../../domain/roster/read-rows.ts';
import type { Finding } from '../../domain/roster/row.ts';
import { rosterContract } from '../../roster.contract.ts';
import { directoryOf, registerOf } from './roster.queries.ts';
import { type StoredRow, storedRows } from './stored-row.ts';

/** So many findings are kept and shown; mending them shows the next ones. */
const KEPT = 500;

interface Preview {
  readonly fileName: string;
  readonly fileDigest: string;
  readonly rows: readonly StoredRow[];
  readonly findings: readonly Finding[];
  readonly errorCount: number;
  readonly warningCount: number;
}

interface Done {
  readonly importId: string;
  readonly rowCount: number;
  readonly errorCount: number;
  readonly warningCount: number;
}

const ordered = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.row - b.row);

/** Reads a roster workbook and keeps what was understood, with what is wrong with it; the register stays as it is. */
export const previewRoster = (
  files: BlobStore,
): Command<Actor, UploadInput<typeof rosterContract.previewRoster>, Done, Preview> => ({
  name: 'campaign.preview-roster',
  roles: rosterContract.previewRoster.roles,
  prepare: async ({ params, body }, { actor }, read): Promise<Result<Preview, Fault>> => {
    const { cityId } = actor;
    const directory = await read((reader) => directoryOf(reader, cityId, params.campaignId));
    if (!directory) {
      body.stream.resume();
      return refuse('input.noSuchRecord', 404);
    }
    const bytes = await receiveUpload(body.stream, READ_LIMITS.fileBytes);
    if (!bytes.ok) return bytes;
    const workbook = await readWorkbook(bytes.value);
    if (!workbook.ok) return workbook;
    const table = findTable(workbook.value.sheets.filter((sheet) => !sheet.hidden));
    if (!table.ok) return table;
    const { rows, findings } = readRows(table.value, directory);
    if (rows.length === 0) return refuse('roster.noRows', 422, { sheet: table.value.sheet });
    const codes = rows.map((row) => row.creditCode);
    const register = await read((reader) => registerOf(reader, cityId, params.campaignId, codes));
    const all = [...findings, ...compareRows(rows, register, table.value)];
    const { digest } = await files.storeBytes(bytes.value);
    return ok({
      fileName: body.fileName.slice(0, 200),
      fileDigest: digest,
      rows: storedRows(rows, directory.scheme, register, new Set(all.map((finding) => finding.row))),
      findings: ordered(all).slice(0, KEPT),
      errorCount: all.filter((finding) => finding.kind === 'error').length,
      warningCount: all.filter((finding) => finding.kind === 'warning').length,
    });
  },
  run: async (tx, { params }, { actor, now }, preview) => {
    const importId = newId();
    const { fileName, fileDigest, rows, findings, errorCount, warningCount } = preview;
    await tx.run(sql`insert into roster_imports (city_id, import_id, campaign_id, file_name, file_digest, state, rows, findings,
        row_count, error_count, warning_count, created_by, created_at)
      values (${actor.cityId}, ${importId}, ${params.campaignId}, ${fileName}, ${fileDigest}, 'previewed', ${json(rows)},
        ${json(findings)}, ${rows.length}, ${errorCount}, ${warningCount}, ${actor.accountId}, ${now})`);
    return ok({
      done: { importId, rowCount: rows.length, errorCount, warningCount },
      subject: { type: 'roster-import', id: importId },
      record: { campaignId: params.campaignId, fileName, fileDigest, rowCount: rows.length, errorCount, warningCount },
    });
  },
});
