import { searchText } from '#parties/enterprises/domain/search-text.ts';
import { json, type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { Scheme } from '../../domain/scheme.ts';
import { receiverOf } from './stored-row.ts';

export interface Entering {
  readonly cityId: number;
  readonly campaignId: string;
  readonly scheme: Scheme;
  readonly now: Date;
}

/**
 * Enters rows in the register and in the campaign, whole sets at a time. A known enterprise takes over name and affiliation,
 * and whatever else the row says; a known unit its industry, division and body. Every unit gets a declaration that is not
 * started, by its industry's edition. Hits the constraint `declarations_one_per_unit` if a unit is in the campaign already.
 * @param rows an expression of type jsonb: an array of `StoredRow`
 * @returns how many units were entered
 */
export const enterRows = async (tx: Tx, rows: Sql, { cityId, campaignId, scheme, now }: Entering): Promise<number> => {
  const input = sql`jsonb_to_recordset(${rows}) as r("row" int, "enterpriseId" uuid, "creditCode" text, "enterpriseName" text,
    "enterpriseSearch" text, affiliation text, address text, "legalRepresentative" text, "contactName" text, "contactPhone" text,
    "unitId" uuid, "unitName" text, "unitSearch" text, industry text, "divisionCode" text, "bodyId" text, "declarationId" uuid,
    "receiverId" text)`;
  const changed = await tx.rows<{ id: string }>(sql`
    select distinct e.enterprise_id as id from ${input} join enterprises e on e.city_id = ${cityId} and e.credit_code = r."creditCode"
    where e.name <> r."enterpriseName" or e.affiliation <> r.affiliation`);
  await tx.run(sql`
    insert into enterprises as e (city_id, enterprise_id, credit_code, name, search_text, affiliation, address, legal_representative,
      contact_name, contact_phone, created_at)
    select distinct on (r."creditCode") ${cityId}::int, r."enterpriseId", r."creditCode", r."enterpriseName", r."enterpriseSearch", r.affiliation,
      r.address, r."legalRepresentative", r."contactName", r."contactPhone", ${now}::timestamptz
    from ${input} order by r."creditCode", r."row"
    on conflict (city_id, credit_code) do update set name = excluded.name, search_text = excluded.search_text,
      affiliation = excluded.affiliation, address = coalesce(nullif(excluded.address, ''), e.address),
      legal_representative = coalesce(nullif(excluded.legal_representative, ''), e.legal_representative),
      contact_name = coalesce(nullif(excluded.contact_name, ''), e.contact_name),
      contact_phone = coalesce(nullif(excluded.contact_phone, ''), e.contact_phone), version = e.version + 1`);
  await tx.run(sql`
    insert into units as u (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, search_text, created_at)
    select ${cityId}::int, r."unitId", e.enterprise_id, r."unitName", r.industry, r."divisionCode", r."bodyId", r."unitSearch", ${now}::timestamptz
    from ${input} join enterprises e on e.city_id = ${cityId} and e.credit_code = r."creditCode" order by r."row"
    on conflict (city_id, enterprise_id, name) do update set industry = excluded.industry, division_code = excluded.division_code,
      supervising_body_id = excluded.supervising_body_id, search_text = excluded.search_text, version = u.version + 1`);
  // The edition of the campaign cannot be replaced under rows that are not committed yet.
  const entered = await tx.run(sql`
    insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, expected_body_id, changed_at)
    select ${cityId}::int, r."declarationId", ${campaignId}::uuid, u.unit_id, u.enterprise_id, r.industry, ce.edition_hash, r."receiverId", ${now}::timestamptz
    from ${input} join enterprises e on e.city_id = ${cityId} and e.credit_code = r."creditCode"
    join units u on u.city_id = e.city_id and u.enterprise_id = e.enterprise_id and u.name = r."unitName"
    join campaign_editions ce on ce.city_id = e.city_id and ce.campaign_id = ${campaignId} and ce.industry = r.industry
    order by r."row" for share of ce`);
  if (changed.length > 0)
    await refreshDerived(
      tx,
      { cityId, campaignId, scheme },
      changed.map((one) => one.id),
    );
  return entered;
};

interface DerivedFrom {
  unitId: string;
  unitName: string;
  enterpriseName: string;
  creditCode: string;
  affiliation: string;
  industry: string;
  divisionCode: string;
  bodyId: string;
}

const derivedFrom = (tx: Tx, cityId: number, enterpriseIds: readonly string[]): Promise<DerivedFrom[]> =>
  tx.rows<DerivedFrom>(sql`
    select u.unit_id as "unitId", u.name as "unitName", e.name as "enterpriseName", e.credit_code as "creditCode", e.affiliation,
      u.industry, u.division_code as "divisionCode", u.supervising_body_id as "bodyId"
    from units u join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    where u.city_id = ${cityId} and u.enterprise_id = any(${enterpriseIds}::uuid[])`);

/** Brings up to date what enterprises and their units are found by. */
export const refreshSearchText = async (
  tx: Tx,
  cityId: number,
  enterpriseIds: readonly string[],
): Promise<readonly DerivedFrom[]> => {
  const units = await derivedFrom(tx, cityId, enterpriseIds);
  const enterprises = json(
    [...new Map(units.map((unit) => [unit.creditCode, unit.enterpriseName]))].map(([code, name]) => ({
      code,
      search: searchText([name], code),
    })),
  );
  await tx.run(sql`update enterprises e set search_text = r.search
    from jsonb_to_recordset(${enterprises}::jsonb) as r(code text, search text)
    where e.city_id = ${cityId} and e.credit_code = r.code`);
  const found = json(
    units.map((unit) => ({
      id: unit.unitId,
      search: searchText([unit.unitName, unit.enterpriseName], unit.creditCode),
    })),
  );
  await tx.run(sql`update units u set search_text = r.search from jsonb_to_recordset(${found}::jsonb) as r(id uuid, search text)
    where u.city_id = ${cityId} and u.unit_id = r.id`);
  return units;
};

/** Brings up to date what follows from an enterprise's name and affiliation: what it and its units are found by, who expects
 * their declarations, unless they were directed elsewhere. */
const refreshDerived = async (
  tx: Tx,
  { cityId, campaignId, scheme }: Omit<Entering, 'now'>,
  enterpriseIds: readonly string[],
): Promise<void> => {
  const units = await refreshSearchText(tx, cityId, enterpriseIds);
  const derived = json(units.map((unit) => ({ id: unit.unitId, receiver: receiverOf(scheme, unit) })));
  await tx.run(sql`update declarations d set expected_body_id = coalesce(d.directed_body_id, r.receiver)
    from jsonb_to_recordset(${derived}::jsonb) as r(id uuid, receiver text)
    where d.city_id = ${cityId} and d.campaign_id = ${campaignId} and d.unit_id = r.id and d.state <> 'submitted'`);
};
