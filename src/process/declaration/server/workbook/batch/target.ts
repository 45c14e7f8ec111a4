import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { DeclarationState } from '../../../domain/states.ts';
import { FORM_SHEET, formColumns, type RegisterLine } from '../../../domain/workbook/sheets.ts';
import type { OpenedBook } from '../understand.ts';

/** The declaration that a workbook is about. */
export interface Target {
  readonly declarationId: string;
  readonly enterpriseId: string;
  readonly state: DeclarationState;
}

/** What a blank workbook says of its unit, wherever its rows stand. */
const registerOf = ({ book }: OpenedBook, line: RegisterLine): string => {
  const sheet = book.sheets.find(({ name }) => name === FORM_SHEET);
  const header = sheet?.rows.find(({ cells }) => Object.values(cells).some(({ value }) => value === formColumns.value));
  const column = Object.entries(header?.cells ?? {}).find(([, { value }]) => value === formColumns.value)?.[0] ?? 'D';
  const row = sheet?.rows.find(({ cells }) => Object.values(cells).some(({ value }) => value === `register.${line}`));
  return (row?.cells[column]?.value ?? '').normalize('NFKC').trim();
};

/**
 * Finds it among those of the campaign that a body receives, or of the whole city. What lies with another body is not there.
 * Refusals: `declarationWorkbook.notOneOfYours`, `.unitNotNamed`, `.unitUnknown` {creditCode, unit}.
 */
export const targetOf = async (
  reader: Reader,
  cityId: number,
  { campaignId, bodyId }: { readonly campaignId: string; readonly bodyId: string | null },
  opened: OpenedBook,
): Promise<Result<Target, Fault>> => {
  const { declarationId } = opened.fingerprint;
  const among = sql`from declarations d
    join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    join enterprises e on e.city_id = d.city_id and e.enterprise_id = d.enterprise_id
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId}
      and (${bodyId}::text is null or coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id) = ${bodyId})`;
  const columns = sql`d.declaration_id as "declarationId", d.enterprise_id as "enterpriseId", d.state`;
  if (declarationId !== null) {
    const found = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(declarationId)
      ? await reader.row<Target>(sql`select ${columns} ${among} and d.declaration_id = ${declarationId}`)
      : undefined;
    return found ? ok(found) : refuse('declarationWorkbook.notOneOfYours', 404);
  }
  const creditCode = registerOf(opened, 'creditCode').toUpperCase();
  const unit = registerOf(opened, 'unitName');
  if (creditCode === '' || unit === '') return refuse('declarationWorkbook.unitNotNamed', 422);
  const found = await reader.rows<Target>(
    sql`select ${columns} ${among} and e.credit_code = ${creditCode} and u.name = ${unit}`,
  );
  const [only, ...others] = found;
  return only && others.length === 0
    ? ok(only)
    : refuse('declarationWorkbook.unitUnknown', 404, { creditCode: creditCode.slice(0, 20), unit: unit.slice(0, 60) });
};
