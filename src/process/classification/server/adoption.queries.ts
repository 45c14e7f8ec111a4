import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { chineseOrdinal } from '#support/numbering/domain/chinese-ordinal.ts';
import type { classificationContract, ListRow } from '../classification.contract.ts';
import { type AdoptedRow, countByClass } from '../domain/adopted-list.ts';
import { type AdoptionState, openAdoptionActions } from '../domain/adoption.ts';
import { adoptableRows, waitingUnits } from './adoptable.queries.ts';
import { classNames } from './class-names.ts';

type Contract = typeof classificationContract;

const shown = ({ enterpriseId: _, className: __, editionHash: ___, ...row }: AdoptedRow): ListRow => row;

/** Units that may be adopted today; undefined if the city has no such campaign. */
export const adoptable = async (
  reader: Reader,
  { actor, today }: Context,
  campaignId: string,
): Promise<AnswerOf<Contract['adoptable']> | undefined> => {
  const campaign = await reader.row<{ name: string; batches: number }>(sql`
    select c.name, (select count(*)::int from adoptions a where a.city_id = c.city_id and a.campaign_id = c.campaign_id and a.state <> 'withdrawn') as batches
    from campaigns c where c.city_id = ${actor.cityId} and c.campaign_id = ${campaignId}`);
  if (!campaign) return undefined;
  const rows = await adoptableRows(reader, actor.cityId, campaignId);
  return {
    rows: rows.map(shown),
    classes: classNames(await schemeOfCampaign(reader, actor.cityId, campaignId)),
    today,
    proposedTitle: `${campaign.name}名单（第${chineseOrdinal(campaign.batches + 1)}批）`,
    waiting: await waitingUnits(reader, actor.cityId, campaignId),
  };
};

interface Line {
  adoptionId: string;
  number: string | null;
  title: string;
  state: AdoptionState;
  meetingOn: PlainDate;
  unitCount: number;
  preparedAt: Date;
  signedAt: Date | null;
  slug: string | null;
}

const lineColumns = sql`a.adoption_id as "adoptionId", a.number, a.title, a.state, a.meeting_on as "meetingOn", a.unit_count as "unitCount",
  a.prepared_at as "preparedAt", a.signed_at as "signedAt", p.slug`;
const lineTables = sql`adoptions a left join publications p on p.city_id = a.city_id and p.publication_id = a.publication_id`;

const asLine = <Row extends Line>(row: Row) => ({
  ...row,
  preparedAt: row.preparedAt.toISOString(),
  signedAt: row.signedAt?.toISOString() ?? null,
});

/** Batches of a campaign, the newest first. */
export const listAdoptions = async (reader: Reader, { actor }: Context, campaignId: string) => {
  const rows = await reader.rows<Line>(sql`select ${lineColumns} from ${lineTables}
    where a.city_id = ${actor.cityId} and a.campaign_id = ${campaignId} order by a.prepared_at desc, a.adoption_id desc`);
  return { rows: rows.map(asLine), total: rows.length };
};

export interface StoredAdoption extends Line {
  campaignId: string;
  campaignName: string;
  chair: string;
  present: string;
  minutes: string;
  listDigest: string;
  list: AdoptedRow[];
  preparedByName: string;
  signedByName: string;
  issuer: string;
  withdrawnAt: Date | null;
  withdrawnByName: string;
  withdrawalReason: string;
}

/** A batch as it is stored; undefined if the city has none. */
export const storedAdoption = (reader: Reader, cityId: number, adoptionId: string) =>
  reader.row<StoredAdoption>(sql`
    select ${lineColumns}, a.campaign_id as "campaignId", c.name as "campaignName", a.chair, a.present, a.minutes, a.list_digest as "listDigest", a.list,
      coalesce(x.name, '') as "preparedByName", a.signed_by_name as "signedByName", coalesce(b.name, '领导小组') as issuer,
      a.withdrawn_at as "withdrawnAt", coalesce(w.name, '') as "withdrawnByName", a.withdrawal_reason as "withdrawalReason"
    from ${lineTables}
    join campaigns c on c.city_id = a.city_id and c.campaign_id = a.campaign_id
    left join accounts x on x.city_id = a.city_id and x.account_id = a.prepared_by
    left join accounts w on w.city_id = a.city_id and w.account_id = a.withdrawn_by
    left join accounts s on s.city_id = a.city_id and s.account_id = a.signed_by
    left join bodies b on b.city_id = a.city_id and b.body_id = s.body_id
    where a.city_id = ${cityId} and a.adoption_id = ${adoptionId}`);

/** One batch as its page shows it. */
export const readAdoption = async (
  reader: Reader,
  { actor }: Context,
  adoptionId: string,
): Promise<AnswerOf<Contract['adoption']> | undefined> => {
  const row = await storedAdoption(reader, actor.cityId, adoptionId);
  if (!row) return undefined;
  const { campaignName: _, issuer: __, list, withdrawnAt, ...rest } = row;
  const scheme = await schemeOfCampaign(reader, actor.cityId, row.campaignId);
  const standing =
    row.state === 'prepared' ? await adoptableRows(reader, actor.cityId, row.campaignId, adoptionId) : list;
  const ids = new Set(standing.map(({ settledId }) => settledId));
  return {
    ...asLine(rest),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    rows: list.map(shown),
    classes: classNames(scheme),
    counts: countByClass(list, scheme.classes).map(({ class: { code }, count }) => ({ classCode: code, count })),
    gone: list.filter(({ settledId }) => !ids.has(settledId)).length,
    actions: openAdoptionActions(row.state, actor.roles),
  };
};
