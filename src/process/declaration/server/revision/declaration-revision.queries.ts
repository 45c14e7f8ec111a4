import { dayOf } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Declaration } from '../../declaration.contract.ts';
import type { CarryReport } from '../../domain/carry-draft.ts';

type Revision = NonNullable<Declaration['revision']>;

interface Row extends Omit<Revision, 'from' | 'to' | 'toConfirm' | 'fresh' | 'dropped' | 'carriedOutAt'> {
  readonly fromHash: string;
  readonly fromTitle: string;
  readonly fromAt: Date;
  readonly toHash: string;
  readonly toTitle: string;
  readonly toAt: Date;
  readonly at: Date;
  readonly report: CarryReport;
}

/** The last 标准修订 that a declaration followed: what it kept, what is to be confirmed, what is new. Null if there was none. */
export const revisionOfDeclaration = async (
  reader: Reader,
  cityId: number,
  declarationId: string,
): Promise<Revision | null> => {
  const [row] = await reader.rows<Row>(sql`
    select v.revision_id as "revisionId", v.reason, x.outcome, x.kept, x.report, v.ended_at as at,
      v.from_hash as "fromHash", f.title as "fromTitle", f.published_at as "fromAt",
      v.to_hash as "toHash", t.title as "toTitle", t.published_at as "toAt"
    from edition_revision_units x
    join edition_revisions v on v.city_id = x.city_id and v.revision_id = x.revision_id
    join editions f on f.city_id = v.city_id and f.edition_hash = v.from_hash
    join editions t on t.city_id = v.city_id and t.edition_hash = v.to_hash
    where x.city_id = ${cityId} and x.declaration_id = ${declarationId} and x.outcome <> 'decided'
    order by v.ended_at desc limit 1`);
  if (!row) return null;
  const { fromHash, fromTitle, fromAt, toHash, toTitle, toAt, at, report, ...rest } = row;
  return {
    ...rest,
    carriedOutAt: at.toISOString(),
    from: { hash: fromHash, title: fromTitle, publishedOn: dayOf(fromAt) },
    to: { hash: toHash, title: toTitle, publishedOn: dayOf(toAt) },
    toConfirm: [...report.toConfirm],
    fresh: [...report.fresh],
    dropped: report.dropped.map(({ item, answer, comment }) => ({ itemId: item, answer, comment })),
  };
};
