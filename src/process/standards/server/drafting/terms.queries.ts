import { sql } from '#platform/db/sql.ts';
import type { Reader, Tx } from '#platform/db/tx.ts';

export interface InForce {
  readonly hash: string;
  readonly title: string;
  readonly inForceFrom: Date;
}

const inForce = sql`select t.edition_hash as hash, e.title, t.in_force_from as "inForceFrom"
  from edition_terms t join editions e on e.city_id = t.city_id and e.edition_hash = t.edition_hash`;

/** The edition in force for an industry. */
export const editionInForce = (reader: Reader, cityId: number, industry: string): Promise<InForce | undefined> =>
  reader.row<InForce>(
    sql`${inForce} where t.city_id = ${cityId} and t.industry = ${industry} and t.retired_at is null`,
  );

/** The same, its term locked until the end of the transaction. */
export const lockInForce = (tx: Tx, cityId: number, industry: string): Promise<InForce | undefined> =>
  tx.row<InForce>(
    sql`${inForce} where t.city_id = ${cityId} and t.industry = ${industry} and t.retired_at is null for update of t`,
  );

/** A published edition by its hash, with its document. */
export const publishedEdition = (
  reader: Reader,
  cityId: number,
  hash: string,
): Promise<{ industry: string; title: string; content: Readonly<Record<string, unknown>> } | undefined> =>
  reader.row(sql`select industry, title, content from editions where city_id = ${cityId} and edition_hash = ${hash}`);
