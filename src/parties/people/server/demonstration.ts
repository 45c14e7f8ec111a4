import { addDays, type PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Role } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { peopleContract } from '../people.contract.ts';
import { sessionOf } from './session.queries.ts';
import { insertSession, newSession } from './session-token.ts';

interface DemonstrationPerson {
  key: string;
  name: string;
  bodyName: string | null;
  roles: Role[];
  hint: string;
}

const onlyThere = refuse('demo.only', 404);

const isDemonstration = async (reader: Reader, cityId: number): Promise<boolean> =>
  (await reader.row<{ demonstration: boolean }>(sql`select demonstration from cities where city_id = ${cityId}`))
    ?.demonstration ?? false;

/** The persons a visitor may enter as: one of each kind, chosen when the demonstration was made. */
export const demonstrationPersons = async (
  reader: Reader,
  cityId: number,
): Promise<Result<DemonstrationPerson[], Fault>> => {
  if (!(await isDemonstration(reader, cityId))) return onlyThere;
  return ok(
    await reader.rows<DemonstrationPerson>(sql`
      select a.login as key, a.name, coalesce(b.name, e.name) as "bodyName", a.roles, p.hint
      from demonstration_persons p
      join accounts a on a.city_id = p.city_id and a.account_id = p.account_id
      left join bodies b on b.city_id = a.city_id and b.body_id = a.body_id
      left join enterprises e on e.city_id = a.city_id and e.enterprise_id = a.enterprise_id
      where p.city_id = ${cityId} order by p.position`),
  );
};

export const enterDemonstration = command(peopleContract.demoSignIn, {
  name: 'people.enter-demonstration',
  keepsNoAnswer: true,
  run: async (tx, { body }, { actor, machineNow }) => {
    if (!(await isDemonstration(tx, actor.cityId))) return onlyThere;
    const account = await tx.row<{ account_id: string; roles: Role[] }>(sql`
      select a.account_id, a.roles from demonstration_persons p join accounts a on a.city_id = p.city_id and a.account_id = p.account_id
      where p.city_id = ${actor.cityId} and a.login = ${body.key}`);
    if (!account) return refuse('demo.only', 404);
    const session = newSession(actor.cityId);
    tx.later(insertSession(session, account.account_id, machineNow));
    return ok({
      done: { session, answer: await sessionOf(tx, actor.cityId, account.account_id) },
      subject: { type: 'account', id: account.account_id },
      record: { enteredDemonstration: true },
    });
  },
});

/** Moves the demonstration's date on; whatever falls due on the way is carried out by the due-date scans that react to it. */
export const advanceDemonstration = command(peopleContract.demoAdvance, {
  name: 'people.advance-demonstration',
  run: async (tx, { body }, { actor, today }) => {
    if (!(await isDemonstration(tx, actor.cityId))) return onlyThere;
    const date: PlainDate = addDays(today, body.days);
    await tx.run(sql`update cities set demonstration_date = ${date} where city_id = ${actor.cityId}`);
    return ok({
      done: { date },
      subject: { type: 'city', id: String(actor.cityId) },
      record: { from: today, to: date },
      events: [{ type: 'demonstration.date-moved', from: today, to: date }],
    });
  },
});
