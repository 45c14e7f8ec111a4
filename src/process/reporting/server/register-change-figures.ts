import { waitsFor } from '#parties/enterprises/server/register-change/visibility.ts';
import { sql } from '#platform/db/sql.ts';
import type { Figure, Setting } from './figure.ts';
import { dayOfInstant } from './phase-end.ts';

const page = 'register-changes';
const waiting = sql`select ${dayOfInstant(sql`c.requested_at`)} as since, null::date as due from register_changes c`;

/** Changes of the register that wait for an officer. */
export const registerChangeFigures = ({ actor }: Setting): readonly Figure[] =>
  (['decide', 'remark'] as const).map((what) => ({
    kind: `home.register-change.to-${what}`,
    list: 'waiting',
    page,
    href: `/register-changes?mine=${what}`,
    rows: sql`${waiting} where c.city_id = ${actor.cityId} and c.state = 'pending' and ${waitsFor(actor)} = ${what}`,
  }));

/** What an enterprise has asked for and waits for. */
export const askedChangeFigures = ({ actor }: Setting): readonly Figure[] => [
  {
    kind: 'home.register-change.asked',
    list: 'awaited',
    page,
    href: '/register-changes?state=pending',
    rows: sql`${waiting} where c.city_id = ${actor.cityId} and c.state = 'pending' and c.enterprise_id = ${actor.enterpriseId}`,
  },
];
