import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { Scheme } from '#process/campaign/domain/scheme.ts';
import type { BatchLine } from '../domain/batch-list.ts';

type Row = Omit<BatchLine, 'industryName' | 'affiliationName' | 'divisionName'> & {
  readonly industry: string;
  readonly affiliation: string;
  readonly divisionCode: string;
};

const nameIn = (list: readonly { readonly code: string; readonly name: string }[], code: string): string =>
  list.find((one) => one.code === code)?.name ?? code;

/** Signed reviews as lines of a list, in the order of the paper: by industry, enterprise, unit. `condition` is over `reviews r`. */
export const batchLines = async (
  reader: Reader,
  cityId: number,
  scheme: Scheme,
  condition: Sql,
): Promise<readonly BatchLine[]> => {
  const rows = await reader.rows<Row>(sql`
    select r.review_id as "reviewId", r.unit_id as "unitId", u.name as "unitName", e.name as "enterpriseName",
      e.credit_code as "creditCode", d.industry, e.affiliation, u.division_code as "divisionCode",
      s.printed as "selfPrinted", coalesce(s.class_code, '') as "selfClass", r.printed as "reviewedPrinted",
      r.computed_class as "computedClass", r.proposed_class as "proposedClass", r.departure_reason as departure, s.late,
      coalesce(p.name, '') as "reviewerName", coalesce(g.name, '') as "signedByName"
    from reviews r
    join declarations d on d.city_id = r.city_id and d.declaration_id = r.declaration_id
    join submissions s on s.city_id = r.city_id and s.submission_id = r.submission_id
    join units u on u.city_id = r.city_id and u.unit_id = r.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    left join accounts p on p.city_id = r.city_id and p.account_id = r.proposed_by
    left join accounts g on g.city_id = r.city_id and g.account_id = r.signed_by
    where r.city_id = ${cityId} and ${condition}
    order by d.industry, e.name, u.name, r.review_id`);
  return rows.map(({ industry, affiliation, divisionCode, ...row }) => ({
    ...row,
    industryName: nameIn(scheme.industries, industry),
    affiliationName: nameIn(scheme.affiliations, affiliation),
    divisionName: nameIn(scheme.divisions, divisionCode),
  }));
};
