import type { PlainDate } from '#lib/plain-date.ts';
import type { Context } from '#parties/access/command.ts';
import { type Actor, enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { schemeOfCampaign } from '#process/campaign/server/scheme-store.ts';
import { dueByDay } from '#process/declaration/server/paper/paper-list.queries.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf } from '#support/calendar/server/working-calendar.ts';
import { workingDaysLeft } from '#support/calendar/server/working-days-left.ts';
import type { Home, HomeLine } from '../home.contract.ts';
import { reviewerFigures, signOffFigures } from './body-figures.ts';
import { auditorFigures, cityOfficeFigures, leadingGroupFigures } from './city-figures.ts';
import { askedFigures, consultationFigures, publishableFigures } from './consultation-figures.ts';
import { enterpriseFigures } from './enterprise-figures.ts';
import type { Figure, Setting } from './figure.ts';
import { administratorFigures, expertFigures } from './other-figures.ts';
import { paperFigures } from './paper-figures.ts';
import { dayOfInstant } from './phase-end.ts';
import { askedChangeFigures, registerChangeFigures } from './register-change-figures.ts';

const figuresOf = (setting: Setting, machineNow: Date): readonly Figure[] => {
  const { actor } = setting;
  return [
    ...(hasRole(actor, ...enterpriseRoles) ? enterpriseFigures(setting) : []),
    ...(hasRole(actor, 'reviewer') ? reviewerFigures(setting) : []),
    ...(hasRole(actor, 'sign-off') ? signOffFigures(setting) : []),
    ...(hasRole(actor, 'city-office') ? [...cityOfficeFigures(setting), ...consultationFigures(setting)] : []),
    ...(hasRole(actor, 'leading-group') ? [...leadingGroupFigures(setting), ...publishableFigures(setting)] : []),
    ...(hasRole(actor, ...enterpriseRoles, 'reviewer', 'sign-off') ? paperFigures(setting) : []),
    ...(hasRole(actor, 'expert') ? expertFigures(setting) : []),
    ...(hasRole(actor, ...enterpriseRoles, 'reviewer', 'sign-off', 'expert') ? askedFigures(setting) : []),
    ...(hasRole(actor, 'reviewer', 'sign-off', 'city-office') ? registerChangeFigures(setting) : []),
    ...(hasRole(actor, ...enterpriseRoles) ? askedChangeFigures(setting) : []),
    ...(hasRole(actor, 'administrator') ? administratorFigures(setting, machineNow) : []),
    ...(hasRole(actor, 'auditor') ? auditorFigures(setting) : []),
  ];
};

interface Counted {
  position: number;
  count: number;
  oldest: PlainDate | null;
  dueOn: PlainDate | null;
  lateCount: number;
  lateOldest: PlainDate | null;
  lateDueOn: PlainDate | null;
}

const counting = ({ rows }: Figure, position: number, today: PlainDate): Sql => {
  const late = sql`f.due < ${today}::date`;
  const onTime = sql`(f.due is null or f.due >= ${today}::date)`;
  return sql`select ${position}::int as position, count(*) filter (where ${onTime})::int as count,
      min(f.since) filter (where ${onTime}) as oldest, min(f.due) filter (where ${onTime}) as "dueOn",
      count(*) filter (where ${late})::int as "lateCount", min(f.since) filter (where ${late}) as "lateOldest",
      min(f.due) filter (where ${late}) as "lateDueOn"
    from (${rows}) f`;
};

const together = (statements: readonly Sql[]): Sql =>
  statements.reduce((left, right) => sql`${left} union all ${right}`);

const lineOf = (
  cityId: number,
  { kind }: Figure,
  href: string,
  count: number,
  oldest: PlainDate | null,
  dueOn: PlainDate | null,
  today: PlainDate,
): HomeLine => {
  const left = dueOn === null ? undefined : workingDaysLeft(cityId, today, dueOn);
  return {
    kind,
    count,
    href,
    ...(oldest === null ? {} : { oldest }),
    ...(dueOn === null ? {} : { dueOn }),
    ...(left === undefined ? {} : { workingDaysLeft: left }),
  };
};

/** Names no campaign: before the first one there is nothing to count. */
const NO_CAMPAIGN = '00000000-0000-0000-0000-000000000000';

/** When the open objections are to be ruled on; a day whose calendar is not published is left out. */
const rulingDueOf = async (reader: Reader, { cityId }: Actor, campaignId: string): Promise<Setting['rulingDue']> => {
  const calendar = calendarOf(cityId);
  const days = await reader.rows<{ day: PlainDate }>(sql`
    select distinct ${dayOfInstant(sql`o.received_at`)} as day from objections o
    join notices n on n.city_id = o.city_id and n.notice_id = o.notice_id
    where o.city_id = ${cityId} and n.campaign_id = ${campaignId} and o.state = 'received'`);
  if (days.length === 0) return [];
  const { rulingWorkingDays } = (await schemeOfCampaign(reader, cityId, campaignId)).publicNotice.objection;
  return days.flatMap(({ day }) => {
    const due = addWorkingDays(calendar, day, rulingWorkingDays.value);
    return due.ok ? [{ day, due: due.value }] : [];
  });
};

/** 今天要办 of one person in the newest campaign: three statements, five for those who see objections. */
export const homeOf = async (reader: Reader, { actor, today, machineNow }: Context): Promise<Home> => {
  const campaign = await reader.row<{ campaignId: string }>(sql`
    select campaign_id as "campaignId" from campaigns where city_id = ${actor.cityId} order by opened_at desc limit 1`);
  const home: Home = { today, waiting: [], late: [], awaited: [], counts: {} };
  const campaignId = campaign?.campaignId ?? NO_CAMPAIGN;
  const seesObjections = hasRole(actor, 'city-office', 'leading-group', 'auditor');
  const rulingDue = seesObjections ? await rulingDueOf(reader, actor, campaignId) : [];
  const seesPaper = hasRole(actor, ...enterpriseRoles, 'reviewer', 'sign-off');
  const paperDue = await dueByDay(reader, actor.cityId, seesPaper ? campaignId : NO_CAMPAIGN);
  const figures = figuresOf({ actor, campaignId, today, rulingDue, paperDue }, machineNow);
  if (figures.length === 0) return home;
  const counted = await reader.rows<Counted>(together(figures.map((figure, at) => counting(figure, at, today))));
  for (const row of counted.sort((a, b) => a.position - b.position)) {
    const figure = figures[row.position];
    if (!figure) continue;
    if (row.lateCount > 0) {
      const href = figure.lateHref ?? figure.href;
      // What others are late with is theirs to do, yet it is late all the same.
      home.late.push(lineOf(actor.cityId, figure, href, row.lateCount, row.lateOldest, row.lateDueOn, today));
    }
    if (row.count > 0)
      home[figure.list].push(lineOf(actor.cityId, figure, figure.href, row.count, row.oldest, row.dueOn, today));
    if (figure.list === 'waiting' && row.count + row.lateCount > 0)
      home.counts[figure.page] = (home.counts[figure.page] ?? 0) + row.count + row.lateCount;
  }
  return home;
};
