import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { hasRole } from '#parties/access/domain/roles.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import type { campaignContract } from '../campaign.contract.ts';
import { EVERY } from '../domain/closest-dates.ts';
import { schemeByHash } from './scheme-store.ts';

/** Units done and due per phase code; reads all stages, so `app` passes it in. */
export type StageNumbers = (
  reader: Reader,
  cityId: number,
  campaignId: string,
) => Promise<Readonly<Record<string, { readonly done: number; readonly of: number }>>>;

interface Head {
  campaignId: string;
  name: string;
  schemeHash: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  openedAt: Date;
  openedBy: string;
}

const heads = sql`select c.campaign_id as "campaignId", c.name, c.scheme_hash as "schemeHash", c.starts_on as "startsOn",
    c.ends_on as "endsOn", c.opened_at as "openedAt", coalesce(a.name, '') as "openedBy"
  from campaigns c left join accounts a on a.city_id = c.city_id and a.account_id = c.opened_by`;

interface DatesRow {
  campaignId: string;
  phase: string;
  bodyId: string;
  industry: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
}

/** All campaigns of the city, the newest first. */
export const listCampaigns = async (
  reader: Reader,
  { actor, today }: Context,
): Promise<AnswerOf<typeof campaignContract.campaigns>> => {
  const { cityId } = actor;
  const found = await reader.rows<Head & { unitCount: number }>(sql`
    select h.*, (select count(*) from declarations d where d.city_id = ${cityId} and d.campaign_id = h."campaignId")::int as "unitCount"
    from (${heads} where c.city_id = ${cityId}) h order by h."openedAt" desc`);
  const dates = await reader.rows<DatesRow>(sql`
    select campaign_id as "campaignId", phase, body_id as "bodyId", industry, starts_on as "startsOn", ends_on as "endsOn"
    from phase_dates where city_id = ${cityId} and body_id = ${EVERY} and industry = ${EVERY}
      and starts_on <= ${today} and ends_on >= ${today}`);
  const rows = await Promise.all(
    found.map(async ({ schemeHash, openedBy: _, ...head }) => {
      const scheme = await schemeByHash(reader, cityId, schemeHash);
      const current = scheme.phases.flatMap(({ code, name }) => {
        const row = dates.find((one) => one.campaignId === head.campaignId && one.phase === code);
        return row ? [{ code, name, endsOn: row.endsOn }] : [];
      });
      return { ...head, openedAt: head.openedAt.toISOString(), currentPhases: current };
    }),
  );
  return { rows, total: rows.length };
};

/** One campaign with everything its page shows; undefined if the city has no such campaign. */
export const readCampaign = async (
  reader: Reader,
  { actor }: Context,
  campaignId: string,
  stageNumbers: StageNumbers,
): Promise<AnswerOf<typeof campaignContract.campaign> | undefined> => {
  const { cityId } = actor;
  const head = await reader.row<Head>(sql`${heads} where c.city_id = ${cityId} and c.campaign_id = ${campaignId}`);
  if (!head) return undefined;
  const scheme = await schemeByHash(reader, cityId, head.schemeHash);
  const numbers = await stageNumbers(reader, cityId, campaignId);
  const dates = await reader.rows<Omit<DatesRow, 'campaignId'>>(sql`
    select phase, body_id as "bodyId", industry, starts_on as "startsOn", ends_on as "endsOn"
    from phase_dates where city_id = ${cityId} and campaign_id = ${campaignId} order by body_id, industry`);
  const { schemeHash: _, ...shown } = head;
  return {
    ...shown,
    openedAt: head.openedAt.toISOString(),
    schemeTitle: scheme.title,
    noticeNumber: scheme.notice.number,
    mayChange: hasRole(actor, 'city-office'),
    phases: scheme.phases.map(({ code, name, basis }) => ({ code, name, basis, progress: numbers[code] ?? null })),
    dates,
    changes: await changesOf(reader, cityId, campaignId),
    editions: await editionsOf(reader, cityId, campaignId, scheme.industries),
    bodies: await bodiesOf(reader, cityId, campaignId),
  };
};

interface ChangeRow {
  phase: string;
  bodyId: string;
  industry: string;
  fromStartsOn: PlainDate | null;
  fromEndsOn: PlainDate | null;
  toStartsOn: PlainDate | null;
  toEndsOn: PlainDate | null;
  reason: string;
  changedBy: string;
  changedAt: Date;
}

const pair = (startsOn: PlainDate | null, endsOn: PlainDate | null) =>
  startsOn && endsOn ? { startsOn, endsOn } : null;

const changesOf = async (reader: Reader, cityId: number, campaignId: string) => {
  const rows = await reader.rows<ChangeRow>(sql`
    select p.phase, p.body_id as "bodyId", p.industry, p.from_starts_on as "fromStartsOn", p.from_ends_on as "fromEndsOn",
      p.to_starts_on as "toStartsOn", p.to_ends_on as "toEndsOn", p.reason, coalesce(a.name, '') as "changedBy",
      p.changed_at as "changedAt"
    from phase_date_changes p left join accounts a on a.city_id = p.city_id and a.account_id = p.changed_by
    where p.city_id = ${cityId} and p.campaign_id = ${campaignId} order by p.changed_at desc, p.change_id desc limit 500`);
  return rows.map((row) => ({
    phase: row.phase,
    bodyId: row.bodyId,
    industry: row.industry,
    from: pair(row.fromStartsOn, row.fromEndsOn),
    to: pair(row.toStartsOn, row.toEndsOn),
    reason: row.reason,
    changedBy: row.changedBy,
    changedAt: row.changedAt.toISOString(),
  }));
};

const editionsOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  industries: readonly { readonly code: string; readonly name: string }[],
) => {
  const rows = await reader.rows<{ industry: string; hash: string; title: string; unitCount: number }>(sql`
    select ce.industry, ce.edition_hash as hash, e.title,
      (select count(*) from declarations d where d.city_id = ce.city_id and d.campaign_id = ce.campaign_id
        and d.industry = ce.industry)::int as "unitCount"
    from campaign_editions ce join editions e on e.city_id = ce.city_id and e.edition_hash = ce.edition_hash
    where ce.city_id = ${cityId} and ce.campaign_id = ${campaignId}`);
  return industries.map(({ code, name }) => {
    const row = rows.find((one) => one.industry === code);
    return {
      industry: code,
      industryName: name,
      hash: row?.hash ?? null,
      title: row?.title ?? null,
      unitCount: row?.unitCount ?? 0,
    };
  });
};

const bodiesOf = (reader: Reader, cityId: number, campaignId: string) =>
  reader.rows<{ bodyId: string; name: string; short: string; unitCount: number; submittedCount: number }>(sql`
    select b.body_id as "bodyId", b.name, b.short, coalesce(n.units, 0)::int as "unitCount",
      coalesce(n.submitted, 0)::int as "submittedCount"
    from bodies b left join (
      select coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id) as body_id, count(*) as units,
        count(*) filter (where d.state = 'submitted') as submitted
      from declarations d join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
      where d.city_id = ${cityId} and d.campaign_id = ${campaignId} group by 1
    ) n on n.body_id = b.body_id
    where b.city_id = ${cityId} and b.kind in ('county-bureau', 'park', 'division') order by b.position`);
