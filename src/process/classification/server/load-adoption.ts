import type { PlainDate } from '#lib/plain-date.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import type { AdoptedRow } from '../domain/adopted-list.ts';
import type { AdoptionState } from '../domain/adoption.ts';

export interface LockedAdoption {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly title: string;
  readonly state: AdoptionState;
  readonly meetingOn: PlainDate;
  readonly listDigest: string;
  readonly list: readonly AdoptedRow[];
}

/** The batch, locked together with its campaign, as preparing one does; undefined if the city has none. */
export const lockAdoption = async (tx: Tx, cityId: number, adoptionId: string): Promise<LockedAdoption | undefined> => {
  await tx.row(sql`select 1 from campaigns where city_id = ${cityId}
    and campaign_id = (select campaign_id from adoptions where city_id = ${cityId} and adoption_id = ${adoptionId}) for update`);
  return tx.row<LockedAdoption>(sql`
    select a.campaign_id as "campaignId", c.name as "campaignName", a.title, a.state, a.meeting_on as "meetingOn",
      a.list_digest as "listDigest", a.list
    from adoptions a join campaigns c on c.city_id = a.city_id and c.campaign_id = a.campaign_id
    where a.city_id = ${cityId} and a.adoption_id = ${adoptionId} for update of a`);
};
