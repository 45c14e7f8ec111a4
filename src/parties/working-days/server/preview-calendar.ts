import { type Fault, ok, type Result } from '#lib/result.ts';
import { decodeUtf8 } from '#lib/utf8.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Command } from '#platform/command.ts';
import type { UploadInput } from '#platform/http/routes.ts';
import {
  type ReadCalendar,
  readCalendarTable,
  rowsOfText,
  type TableRow,
} from '#support/calendar/domain/calendar-table.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { sniff } from '#support/files/domain/file-type.ts';
import { receiveUpload } from '#support/files/server/receive-upload.ts';
import { workingDaysContract } from '../working-days.contract.ts';

const MOST_BYTES = 1_048_576;
const LIMITS = { fileBytes: MOST_BYTES, rows: 2_000, cells: 40_000 };
const COLUMNS = 26;

/** Excel on a Chinese Windows saves CSV in the national encoding (GB 18030). */
const textOf = (bytes: Uint8Array): string => {
  const utf8 = decodeUtf8(bytes);
  return utf8.ok ? utf8.value : new TextDecoder('gb18030').decode(bytes);
};

const rowsOf = async (bytes: Uint8Array): Promise<Result<readonly TableRow[], Fault>> => {
  const isText = sniff(bytes) === 'unknown' && bytes.byteLength > 0 && !bytes.includes(0);
  if (isText) return ok(rowsOfText(textOf(bytes)));
  const workbook = await readWorkbook(bytes, LIMITS);
  if (!workbook.ok) return workbook;
  const [sheet] = workbook.value.sheets.filter(({ hidden }) => !hidden);
  const letters = Array.from({ length: COLUMNS }, (_, index) => String.fromCharCode(65 + index));
  return ok(
    (sheet?.rows ?? []).map(({ row, cells }) => ({ row, fields: letters.map((letter) => cells[letter]?.value ?? '') })),
  );
};

/** Reads a table of holidays and keeps nothing: what it says comes back, to be looked at before it is entered. */
export const previewCalendar: Command<
  Actor,
  UploadInput<typeof workingDaysContract.previewCalendar>,
  ReadCalendar,
  ReadCalendar
> = {
  name: 'calendar.preview',
  roles: workingDaysContract.previewCalendar.roles,
  keepsNoAnswer: true,
  leavesNoTrace: () => true,
  prepare: async ({ body }) => {
    const bytes = await receiveUpload(body.stream, MOST_BYTES);
    if (!bytes.ok) return bytes;
    const rows = await rowsOf(bytes.value);
    return rows.ok ? ok(readCalendarTable(rows.value)) : rows;
  },
  run: async (_tx, _input, { actor }, read) =>
    ok({ done: read, subject: { type: 'city', id: String(actor.cityId) }, record: {} }),
};
