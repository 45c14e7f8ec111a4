import type { IssuedDocument } from '#parties/enterprises/domain/fact-document.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { fixedElsewhere } from './fixed-elsewhere.ts';

/** A settled class that has not been on public notice. */
export interface SettledForNotice {
  readonly settledId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly enterpriseName: string;
  readonly creditCode: string;
  readonly divisionName: string;
  readonly bodyName: string;
  readonly industryName: string;
  readonly className: string;
  readonly classCode: string;
  readonly basis: 'verified' | 'reviewed-kept';
  /** Who fixed the class in place of the city; null for every other one. */
  readonly fixedBy: IssuedDocument | null;
}

type Row = Omit<SettledForNotice, 'divisionName' | 'industryName' | 'className' | 'fixedBy'> & {
  readonly divisionCode: string;
  readonly industry: string;
};

/** Standing settled classes of a campaign that are in no notice, by division, enterprise and unit. */
export const settledForNotice = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
): Promise<readonly SettledForNotice[]> => {
  const rows = await reader.rows<Row>(sql`
    select s.settled_id as "settledId", s.unit_id as "unitId", u.name as "unitName", e.name as "enterpriseName", e.credit_code as "creditCode",
      u.division_code as "divisionCode", b.name as "bodyName", u.industry, s.class_code as "classCode", s.basis
    from settled_classes s
    join units u on u.city_id = s.city_id and u.unit_id = s.unit_id
    join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    join bodies b on b.city_id = u.city_id and b.body_id = u.supervising_body_id
    where s.city_id = ${cityId} and s.campaign_id = ${campaignId} and s.superseded_at is null
      and not exists (select 1 from notice_entries n where n.city_id = s.city_id and n.subject_id = s.settled_id)
    order by u.division_code, e.name, u.name`);
  if (rows.length === 0) return [];
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  const { divisions, industries, classes } = scheme;
  const fixed = await fixedElsewhere(reader, cityId, campaignId, scheme);
  const nameOf = (list: readonly { readonly code: string; readonly name: string }[], code: string): string =>
    list.find((one) => one.code === code)?.name ?? code;
  return rows.map(({ divisionCode, industry, ...row }) => ({
    ...row,
    divisionName: nameOf(divisions, divisionCode),
    industryName: nameOf(industries, industry),
    className: nameOf(classes, row.classCode),
    fixedBy: fixed.get(row.settledId) ?? null,
  }));
};
