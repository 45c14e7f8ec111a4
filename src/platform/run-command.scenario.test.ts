import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, refuse } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { CITY, createWorld, type World } from '../../tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const addEnterprise = systemCommand<{ code: string; fails?: 'refused' | 'thrown' }, { id: string }>({
  name: 'test.add-enterprise',
  constraints: {
    enterprises_one_per_credit_code: { kind: 'refusal', code: 'test.codeTaken', status: 409, again: 'final' },
  },
  run: async (tx, input, { now, actor }) => {
    const id = newId();
    await tx.run(sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
      values (${actor.cityId}, ${id}, ${input.code}, ${"O'Brien \\ 铁矿"}, '', 'private', ${now})`);
    if (input.fails === 'refused') return refuse('test.refused');
    if (input.fails === 'thrown') throw new Error('a bug');
    return ok({
      done: { id },
      subject: { type: 'enterprise', id },
      record: { code: input.code, note: "it's; drop table x" },
    });
  },
});

const count = async (table: string, where = 'true'): Promise<number> =>
  Number((await world.database.owner.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n);

describe('the command runner', () => {
  it('commits what a command wrote together with its audit row', async () => {
    const done = await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'one' });
    expect(done.ok).toBe(true);
    expect(await count('enterprises', "credit_code = 'one'")).toBe(1);
    const entry = await world.database.owner.query(
      `select e.actor_name, e.body_id, e.command, p.payload from audit_entries e join audit_payloads p using (city_id, entry_id) where e.command = 'test.add-enterprise'`,
    );
    expect(entry.rows).toHaveLength(1);
    expect(entry.rows[0]).toMatchObject({ actor_name: '周综合', body_id: 'city-office' });
    expect(JSON.parse(entry.rows[0].payload)).toEqual({ code: 'one', note: "it's; drop table x" });
  });

  it('writes nothing, and no audit row, when the command refuses', async () => {
    const audits = await count('audit_entries');
    const done = await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, {
      code: 'two',
      fails: 'refused',
    });
    expect(done).toMatchObject({ ok: false, error: { code: 'test.refused' } });
    expect(await count('enterprises', "credit_code = 'two'")).toBe(0);
    expect(await count('audit_entries')).toBe(audits);
  });

  it('writes nothing when the command has a bug, lets the bug through and goes on working', async () => {
    await expect(
      world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'three', fails: 'thrown' }),
    ).rejects.toThrow('a bug');
    expect(await count('enterprises', "credit_code = 'three'")).toBe(0);
    expect((await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'three' })).ok).toBe(true);
  });

  it('turns a named constraint that a race hit into the refusal that the command gives for it', async () => {
    await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'four' });
    const again = await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'four' });
    expect(again).toMatchObject({ ok: false, error: { code: 'test.codeTaken', status: 409 } });
  });

  it('answers a repeated key with the first answer and does the work once', async () => {
    const first = await world.app.runner.runAs(
      world.actors.cityOffice,
      addEnterprise,
      { code: 'five' },
      { key: 'key-five-1' },
    );
    const second = await world.app.runner.runAs(
      world.actors.cityOffice,
      addEnterprise,
      { code: 'five' },
      { key: 'key-five-1' },
    );
    expect(second).toEqual(first);
    expect(await count('enterprises', "credit_code = 'five'")).toBe(1);
  });

  it('does the work once when the same key arrives many times at the same moment', async () => {
    const slow = systemCommand<Record<string, never>, { id: string }>({
      name: 'test.add-once',
      run: async (tx, _input, { actor, now }) => {
        const id = newId();
        await tx.run(sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
          values (${actor.cityId}, ${id}, ${id}, 'six', '', 'private', ${now})`);
        return ok({ done: { id }, subject: { type: 'enterprise', id }, record: {} });
      },
    });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.app.runner.runAs(world.actors.cityOffice, slow, {}, { key: 'key-six-1' })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('enterprises', "name = 'six'")).toBe(1);
  });

  it('refuses a key that comes back with another body', async () => {
    await world.app.runner.runAs(world.actors.cityOffice, addEnterprise, { code: 'seven' }, { key: 'key-seven-1' });
    const other = await world.app.runner.runAs(
      world.actors.cityOffice,
      addEnterprise,
      { code: 'eight' },
      { key: 'key-seven-1' },
    );
    expect(other).toMatchObject({ ok: false, error: { code: 'platform.keyReused', status: 409 } });
  });
});

describe('row-level security', () => {
  it('shows the running role nothing outside the city of the request, and nothing at all without one', async () => {
    const client = await world.database.app.connect();
    try {
      await client.query('begin');
      expect((await client.query('select * from enterprises')).rows).toEqual([]);
      await client.query(`select set_config('app.city', '${CITY}', true)`);
      expect((await client.query('select * from enterprises')).rows.length).toBeGreaterThan(0);
      await client.query(`select set_config('app.city', '999999', true)`);
      expect((await client.query('select * from enterprises')).rows).toEqual([]);
      const foreign = sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
        values (${CITY}, ${newId()}, 'x', 'x', '', 'private', now())`;
      await expect(client.query(toQuery(foreign))).rejects.toThrow(/row-level security/);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is forced on every table that has a city, for a role that cannot bypass it', async () => {
    const open = await world.database.owner.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_id' and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open.rows).toEqual([]);
    const role = await world.database.app.query(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it('stands on every table but the list of migrations', async () => {
    const without = await world.database.owner.query(
      `select relname from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations'
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'city_id')`,
    );
    expect(without.rows).toEqual([]);
  });
});

describe('sessions', () => {
  it('lets in with the right password only, counts wrong ones and locks after five', async () => {
    const made = await world.nobody.get('/api/session');
    expect(made.body).toMatchObject({ signedIn: false, city: { name: '攀枝花市' } });
    for (let attempt = 1; attempt <= 4; attempt++) {
      const answer = await world.nobody.post('/api/session', {
        login: world.actors.auditor.accountId,
        password: 'wrong',
      });
      expect(answer).toMatchObject({ status: 401, body: { fault: { code: 'sign-in.wrong' } } });
    }
  });

  it('knows the person of a session and ends it on signing out', async () => {
    const office = world.as('cityOffice');
    expect((await office.get('/api/session')).body).toMatchObject({
      signedIn: true,
      person: { name: '周综合', bodyName: '攀枝花市应急管理局综合处' },
    });
  });

  it('does not do in one person’s name what another typed before signing out in the same browser', async () => {
    const commands = (account: string | null) =>
      world.app.http.inject({
        method: 'DELETE',
        url: '/api/session',
        headers: {
          cookie: world.cookieOf('dongquReviewer'),
          'idempotency-key': newId(),
          ...(account !== null && { 'anping-account': account }),
        },
      });
    const refused = await commands(world.actors.cityOffice.accountId);
    expect(refused.statusCode).toBe(401);
    expect(refused.json().fault.code).toBe('session.otherPerson');
    expect((await world.as('dongquReviewer').get('/api/session')).body.signedIn).toBe(true);
    expect((await commands(world.actors.dongquReviewer.accountId)).statusCode).toBe(200);
  });

  it('says that nobody is signed in before it says what is wrong with the input', async () => {
    const answer = await world.nobody.post('/api/session/password', {});
    expect(answer).toMatchObject({ status: 401, body: { fault: { code: 'session.none' } } });
  });
});
