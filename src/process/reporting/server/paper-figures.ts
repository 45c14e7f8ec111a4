import { enterpriseRoles, hasRole } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { wantedPaper } from '#process/declaration/server/paper/paper-list.queries.ts';
import type { HomeKey } from '../home.text.ts';
import type { Figure, Setting } from './figure.ts';

/** The paper of what was submitted: for the enterprise to bring and to complete, for the desk to register and to complain about. */
export const paperFigures = ({ actor, campaignId, paperDue }: Setting): readonly Figure[] => {
  const isOwn = hasRole(actor, ...enterpriseRoles);
  const mine = isOwn
    ? sql`d.enterprise_id = ${actor.enterpriseId}`
    : sql`coalesce(d.receiving_body_id, s.receiving_body_id) = ${actor.bodyId}`;
  const page = isOwn ? 'own-papers' : 'papers';
  const figure = (kind: HomeKey, list: Figure['list'], state: string): Figure => ({
    kind,
    list,
    page,
    href: `/${page}?state=${state}&overdue=0`,
    lateHref: `/${page}?state=${state}&overdue=1`,
    rows: sql`select w.since, w.due from (${wantedPaper(actor.cityId, campaignId, paperDue, mine)}) w where w.state = ${state}`,
  });
  return isOwn
    ? [
        figure('home.paper.to-hand-in', 'waiting', 'outstanding'),
        figure('home.paper.to-bring', 'waiting', 'incomplete'),
        figure('home.paper.to-complete', 'waiting', 'notified'),
      ]
    : [
        figure('home.paper.to-notify', 'waiting', 'incomplete'),
        figure('home.paper.expected', 'awaited', 'outstanding'),
        figure('home.paper.completing', 'awaited', 'notified'),
      ];
};
