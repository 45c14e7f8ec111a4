import type { FactDocument, IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { TraceStep } from '#process/standards/domain/index.ts';
import { fixedBy } from '#process/standards/gate-documents.ts';

interface Row {
  readonly settledId: string;
  readonly trace: readonly TraceStep[];
  readonly documents: readonly FactDocument[];
}

/** Of standing settled classes that another authority fixed: who, and by which document. Others are left out. */
export const fixedElsewhere = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  { classes }: Pick<Scheme, 'classes'>,
): Promise<ReadonlyMap<string, IssuedDocument>> => {
  const statuses = classes.filter(({ rank }) => rank === undefined).map(({ code }) => code);
  const rows = await reader.rows<Row>(sql`
    select s.settled_id as "settledId", s.trace,
      json_agg(json_build_object('fact', f.kind, 'date', f.happened_on, 'documentNumber', f.document_number, 'issuingBody', f.issuing_body)
        order by f.recorded_at desc) as documents
    from settled_classes s
    join supervision_facts f on f.city_id = s.city_id and f.unit_id = s.unit_id and f.document_number <> ''
    where s.city_id = ${cityId} and s.campaign_id = ${campaignId} and s.superseded_at is null and s.class_code = any(${statuses}::text[])
    group by s.city_id, s.settled_id`);
  return new Map(
    rows.flatMap(({ settledId, trace, documents }) => {
      const found = fixedBy(trace, documents);
      return found ? [[settledId, found] as const] : [];
    }),
  );
};
