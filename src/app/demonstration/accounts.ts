import { randomBytes } from 'node:crypto';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import type { Actor, Role } from '#parties/access/domain/roles.ts';
import type { accountsContract } from '#parties/people/accounts.contract.ts';
import { inviteOfficer } from '#parties/people/server/accounts/invite-officer.ts';
import { issueSlips } from '#parties/people/server/accounts/issue-slips.ts';
import { createFirstAdministrator } from '#parties/people/server/create-first-administrator.ts';
import { issueFirstAdministratorLink } from '#parties/people/server/first-administrator-link.ts';
import { hashPassword } from '#parties/people/server/passwords.ts';
import type { InputOf } from '#platform/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { makeOfficers } from './data/officers.ts';
import { at, days } from './days.ts';
import type { Steps } from './steps.ts';

/** Every account of a demonstration has it; it is told to the operator, and the sign-in page lets anyone in without it. */
export const DEMONSTRATION_PASSWORD = 'Anping-2026';

const bare = { params: undefined, query: undefined };
/** As many as one print of slips holds. */
const SLIPS_AT_ONCE = 200;
const ADDRESS = 'http://127.0.0.1:8166';

/** The people of the demonstration, by login. */
export type People = ReadonlyMap<string, Actor>;

interface AccountRow {
  login: string;
  accountId: string;
  name: string;
  roles: Role[];
  bodyId: string | null;
  enterpriseId: string | null;
}

export const readPeople = async ({ read, city }: Steps): Promise<People> => {
  const rows = await read((reader) =>
    reader.rows<AccountRow>(sql`select login, account_id as "accountId", name, roles, body_id as "bodyId", enterprise_id as "enterpriseId"
      from accounts where city_id = ${city.cityId}`),
  );
  return new Map(rows.map(({ login, ...row }) => [login, { cityId: city.cityId, ...row }]));
};

/** @throws if there is no such account */
export const personOf = (people: People, login: string): Actor => {
  const found = people.get(login);
  if (!found) throw new Error(`no account ${login}`);
  return found;
};

/** Opens accounts as if each person had used the code: one password, worked out once, for all of them. */
const openAccounts = systemCommand<{ logins: readonly string[]; passwordHash: string }, { opened: number }>({
  name: 'people.open-demonstration-accounts',
  run: async (tx, { logins, passwordHash }, { actor, now }) => {
    const opened = await tx.run(sql`update accounts a set password_hash = ${passwordHash}, must_change_password = false
      from cities c where c.city_id = a.city_id and c.demonstration and a.city_id = ${actor.cityId} and a.login = any(${logins}::text[])`);
    if (opened !== logins.length) throw new Error(`${opened} of ${logins.length} accounts opened`);
    await tx.run(sql`update activations v set used_at = ${now} from accounts a
      where a.city_id = v.city_id and a.account_id = v.account_id and v.city_id = ${actor.cityId} and a.login = any(${logins}::text[])
        and v.used_at is null and v.withdrawn_at is null`);
    return ok({
      done: { opened },
      subject: { type: 'city', id: String(actor.cityId) },
      record: { opened, demonstration: true },
    });
  },
});

export const openDemonstrationAccounts = async (
  { step, city }: Steps,
  key: string,
  logins: readonly string[],
  moment: Date,
): Promise<void> => {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await step(`accounts/${key}`, city, openAccounts, { logins, passwordHash }, moment);
};

/** The administrator by the one-time link, everybody else by invitation. */
export const makeOfficerAccounts = async (steps: Steps, seed: string): Promise<People> => {
  const [administrator, ...others] = makeOfficers(seed);
  if (!administrator) throw new Error('no administrator');
  const moment = at(days.accounts, 9);
  let people = await readPeople(steps);
  if (!people.has(administrator.login)) {
    const token = randomBytes(24).toString('base64url');
    await steps.act(steps.city, issueFirstAdministratorLink, { token }, moment);
    const { login, name } = administrator;
    const body = { token, login, name, password: DEMONSTRATION_PASSWORD };
    await steps.act(steps.city, createFirstAdministrator, { ...bare, body }, moment);
    people = await readPeople(steps);
  }
  const invites = personOf(people, administrator.login);
  const missing = others.filter(({ login }) => !people.has(login));
  await steps.each('建立账号 Accounts', missing, async ({ login, name, roles, bodyId, industries }) => {
    const body = { login, name, roles: [...roles], bodyId, industries: [...industries], phone: '' };
    await steps.act(
      invites,
      inviteOfficer,
      { ...bare, body } as InputOf<typeof accountsContract.inviteOfficer>,
      moment,
    );
  });
  await openDemonstrationAccounts(
    steps,
    'open-officers',
    others.map(({ login }) => login),
    at(days.accounts, 14),
  );
  return readPeople(steps);
};

/** Slips for the enterprises of these credit codes; those in `unopened` got theirs and have not used it. */
export const makeEnterpriseAccounts = async (
  steps: Steps,
  people: People,
  creditCodes: readonly string[],
  unopened: ReadonlySet<string>,
): Promise<People> => {
  const known = await steps.read((reader) =>
    reader.rows<{ id: string; code: string }>(
      sql`select enterprise_id as id, credit_code as code from enterprises where city_id = ${steps.city.cityId}`,
    ),
  );
  const idOf = new Map(known.map(({ id, code }) => [code, id]));
  const loginOf = (code: string) => code.toLowerCase();
  const missing = creditCodes.filter((code) => !people.has(loginOf(code)));
  const office = personOf(people, 'zonghe1');
  const prints = Array.from({ length: Math.ceil(missing.length / SLIPS_AT_ONCE) }, (_, at) =>
    missing.slice(at * SLIPS_AT_ONCE, (at + 1) * SLIPS_AT_ONCE),
  );
  await steps.each('发放企业账号 Activation slips', prints, async (codes) => {
    const enterpriseIds = codes.flatMap((code) => idOf.get(code) ?? []);
    await steps.act(office, issueSlips, { ...bare, body: { enterpriseIds, address: ADDRESS } }, at(days.slips, 10));
  });
  const opened = creditCodes.filter((code) => !unopened.has(code)).map(loginOf);
  await openDemonstrationAccounts(steps, 'open-enterprises', opened, at(days.slips, 15));
  return readPeople(steps);
};
