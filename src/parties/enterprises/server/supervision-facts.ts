import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { documented, type FactDocument } from '../domain/fact-document.ts';

/** One entry of the daily-supervision record. `fact` and `date` are what the gates of an edition count. */
export interface SupervisionFact extends FactDocument {
  readonly factId: string;
  readonly date: PlainDate;
  readonly note: string;
  readonly recordedByName: string;
  readonly recordedAt: string;
}

/** The daily-supervision record of a unit, the latest first. */
export const factsOf = async (reader: Reader, cityId: number, unitId: string): Promise<readonly SupervisionFact[]> => {
  const rows = await reader.rows<Omit<SupervisionFact, 'recordedAt'> & { readonly recordedAt: Date }>(sql`
    select f.fact_id as "factId", f.kind as fact, f.happened_on as date, f.note,
      f.document_number as "documentNumber", f.issuing_body as "issuingBody",
      coalesce(a.name, '') as "recordedByName", f.recorded_at as "recordedAt"
    from supervision_facts f
    left join accounts a on a.city_id = f.city_id and a.account_id = f.recorded_by
    where f.city_id = ${cityId} and f.unit_id = ${unitId}
    order by f.happened_on desc, f.fact_id desc`);
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
};

/** The documents that facts on record about a unit rest on, the latest first. */
export const factDocumentsOf = async (reader: Reader, cityId: number, unitId: string): Promise<FactDocument[]> =>
  documented(await factsOf(reader, cityId, unitId)).map(({ fact, date, documentNumber, issuingBody }) => ({
    fact,
    date,
    documentNumber,
    issuingBody,
  }));
