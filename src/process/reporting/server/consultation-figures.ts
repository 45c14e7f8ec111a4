import { sql } from '#platform/db/sql.ts';
import { askedIn, ownSide } from '#process/standards/server/consultation/asked.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant } from './phase-end.ts';

/** Drafts out for comment in which the person was asked and the own side has not said anything yet. */
export const askedFigures = ({ actor, today }: Setting): readonly Figure[] => [
  {
    kind: 'home.consultation.to-comment',
    list: 'waiting',
    page: 'consultations',
    href: '/consultations?state=open',
    rows: sql`select c.opens_on as since, c.closes_on as due from consultations c
      join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id and d.state = 'drafting'
      where c.city_id = ${actor.cityId} and c.closes_on >= ${today}::date and ${askedIn(actor)}
        and not exists (select 1 from consultation_comments k
          where k.city_id = c.city_id and k.consultation_id = c.consultation_id and ${ownSide(actor)})`,
  },
];

/** What the city office was told about standards and has not answered, and what is still out. */
export const consultationFigures = ({ actor: { cityId }, today }: Setting): readonly Figure[] => [
  {
    kind: 'home.comment.to-answer',
    list: 'waiting',
    page: 'consultations',
    href: '/consultations',
    rows: sql`select ${dayOfInstant(sql`k.made_at`)} as since, null::date as due from consultation_comments k
      join consultations c on c.city_id = k.city_id and c.consultation_id = k.consultation_id
      join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id and d.state = 'drafting'
      where k.city_id = ${cityId} and k.ruling is null`,
  },
  {
    kind: 'home.remark.to-answer',
    list: 'waiting',
    page: 'item-remarks',
    href: '/item-remarks?state=open',
    rows: sql`select ${dayOfInstant(sql`k.made_at`)} as since, null::date as due from item_remarks k
      where k.city_id = ${cityId} and k.outcome is null`,
  },
  {
    kind: 'home.consultation.open',
    list: 'awaited',
    page: 'consultations',
    href: '/consultations?state=open',
    rows: sql`select c.opens_on as since, c.closes_on as due from consultations c
      where c.city_id = ${cityId} and c.closes_on >= ${today}::date`,
  },
];

/** Drafts that were consulted on, with every comment answered: the leading group may publish them. */
export const publishableFigures = ({ actor: { cityId }, today }: Setting): readonly Figure[] => [
  {
    kind: 'home.standard.to-publish',
    list: 'waiting',
    page: 'standards',
    href: '/standards',
    rows: sql`select max(c.closes_on) as since, null::date as due from consultations c
      join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id and d.state = 'drafting'
      where c.city_id = ${cityId} and not exists (select 1 from consultation_comments k join consultations o
          on o.city_id = k.city_id and o.consultation_id = k.consultation_id
        where o.city_id = c.city_id and o.draft_id = c.draft_id and k.ruling is null)
      group by c.draft_id having max(c.closes_on) < ${today}::date`,
  },
];
