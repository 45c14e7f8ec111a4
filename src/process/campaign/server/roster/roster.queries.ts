import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { type Register, unitKey } from '../../domain/roster/compare-rows.ts';
import { createDirectory, type Directory, type DirectoryBody } from '../../domain/roster/directory.ts';
import { schemeByHash } from '../scheme-store.ts';

/** What the words of a roster stand for in a campaign; undefined if the city has no such campaign. */
export const directoryOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
): Promise<(Directory & { readonly campaignName: string }) | undefined> => {
  const campaign = await reader.row<{ name: string; schemeHash: string; cityName: string; assessed: string[] }>(sql`
    select c.name, c.scheme_hash as "schemeHash", ct.name as "cityName",
      array(select industry from campaign_editions ce where ce.city_id = c.city_id and ce.campaign_id = c.campaign_id) as assessed
    from campaigns c join cities ct on ct.city_id = c.city_id
    where c.city_id = ${cityId} and c.campaign_id = ${campaignId}`);
  if (!campaign) return undefined;
  const scheme = await schemeByHash(reader, cityId, campaign.schemeHash);
  const bodies = await reader.rows<DirectoryBody>(sql`
    select body_id as "bodyId", name, short, aliases, kind, territory from bodies where city_id = ${cityId} order by position`);
  const directory = createDirectory(scheme, bodies, campaign.cityName, new Set(campaign.assessed));
  return { ...directory, campaignName: campaign.name };
};

/** What the city knows of these credit codes. */
export const registerOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  creditCodes: readonly string[],
): Promise<Register> => {
  const codes = [...new Set(creditCodes)];
  const enterprises = await reader.rows<{ enterpriseId: string; creditCode: string; name: string }>(sql`
    select enterprise_id as "enterpriseId", credit_code as "creditCode", name from enterprises
    where city_id = ${cityId} and credit_code = any(${codes}::text[])`);
  const units = await reader.rows<{ unitId: string; creditCode: string; name: string; inCampaign: boolean }>(sql`
    select u.unit_id as "unitId", e.credit_code as "creditCode", u.name,
      exists (select 1 from declarations d where d.city_id = u.city_id and d.campaign_id = ${campaignId} and d.unit_id = u.unit_id) as "inCampaign"
    from units u join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
    where e.city_id = ${cityId} and e.credit_code = any(${codes}::text[])`);
  return {
    enterprises: new Map(enterprises.map((row) => [row.creditCode, row])),
    units: new Map(units.map((row) => [unitKey(row.creditCode, row.name), row])),
  };
};
