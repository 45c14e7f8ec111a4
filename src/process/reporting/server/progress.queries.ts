import type { Context } from '#parties/access/command.ts';
import type { AnswerOf } from '#platform/contract.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import type { Grouping, Position } from '../domain/position.ts';
import type { ProgressRow, progressContract } from '../progress.contract.ts';
import { phaseEnd } from './phase-end.ts';

type Answer = AnswerOf<typeof progressContract.progress>;

interface Counted {
  code: string | null;
  position: Position;
  units: number;
  overdue: number;
}

const receiver = sql`coalesce(d.receiving_body_id, d.expected_body_id, u.supervising_body_id)`;

const groupOf: Readonly<Record<Grouping, Sql>> = {
  body: receiver,
  industry: sql`d.industry`,
  division: sql`u.division_code`,
};

/** One row for each unit: its group, where it stands, and whether it is overdue. */
const standing = ({ actor, today }: Context, campaignId: string, by: Grouping): Sql => {
  const due = phaseEnd(actor.cityId, campaignId, 'self-assessment', receiver, sql`d.industry`);
  return sql`
    select ${groupOf[by]} as code,
      d.state not in ('submitted', 'not-assessed') and coalesce(d.returned_due_on, ${due}) < ${today}::date as overdue,
      case
        when d.state <> 'submitted' then d.state
        when c.decision_id is not null then 'decided'
        when s.settled_id is not null then case n.state when 'open' then 'in-notice' when 'cleared' then 'cleared' else 'settled' end
        when r.state <> 'transmitted' then r.state
        when x.drawn is not null then 'settling'
        when b.state = 'received' then 'to-draw'
        else 'sent'
      end as position
    from declarations d
    join units u on u.city_id = d.city_id and u.unit_id = d.unit_id
    left join reviews r on r.city_id = d.city_id and r.submission_id = d.current_submission_id
    left join batch_units m on m.city_id = r.city_id and m.review_id = r.review_id
    left join batches b on b.city_id = m.city_id and b.batch_id = m.batch_id
    left join draw_units x on x.city_id = r.city_id and x.review_id = r.review_id
    left join settled_classes s on s.city_id = d.city_id and s.campaign_id = d.campaign_id and s.unit_id = d.unit_id and s.superseded_at is null
    left join lateral (select e.state from notice_entries e where e.city_id = s.city_id and e.subject_id = s.settled_id
      order by e.entry_id desc limit 1) n on true
    left join decisions c on c.city_id = d.city_id and c.campaign_id = d.campaign_id and c.unit_id = d.unit_id
    where d.city_id = ${actor.cityId} and d.campaign_id = ${campaignId}`;
};

interface Named {
  readonly code: string;
  readonly name: string;
}

const groupsOf = async (
  reader: Reader,
  cityId: number,
  campaignId: string,
  by: Grouping,
): Promise<readonly Named[]> => {
  if (by === 'body')
    return reader.rows<Named>(sql`select body_id as code, short as name from bodies where city_id = ${cityId}
      and kind in ('county-bureau', 'park', 'division') order by kind = 'division', position`);
  const scheme = await schemeOfCampaign(reader, cityId, campaignId);
  return by === 'industry' ? scheme.industries : scheme.divisions;
};

/** The board of a campaign; undefined if there is no such campaign. Groups without a unit are left out. */
export const progressOf = async (
  reader: Reader,
  context: Context,
  campaignId: string,
  by: Grouping,
): Promise<Answer | undefined> => {
  const { cityId } = context.actor;
  const campaign = await reader.row<{ enterprises: number }>(sql`
    select (select count(distinct d.enterprise_id) from declarations d where d.city_id = c.city_id and d.campaign_id = c.campaign_id)::int as enterprises
    from campaigns c where c.city_id = ${cityId} and c.campaign_id = ${campaignId}`);
  if (!campaign) return undefined;
  const counted = await reader.rows<Counted>(sql`
    select code, position, count(*)::int as units, (count(*) filter (where overdue))::int as overdue
    from (${standing(context, campaignId, by)}) f group by code, position`);
  const groups = await groupsOf(reader, cityId, campaignId, by);
  const rows = groups.flatMap(({ code, name }): ProgressRow[] => {
    const own = counted.filter((row) => row.code === code);
    if (own.length === 0) return [];
    const sum = (of: 'units' | 'overdue') => own.reduce((total, row) => total + row[of], 0);
    return [
      {
        code,
        name,
        units: sum('units'),
        overdue: sum('overdue'),
        positions: Object.fromEntries(own.map(({ position, units }) => [position, units])),
      },
    ];
  });
  return { rows, enterprises: campaign.enterprises };
};
