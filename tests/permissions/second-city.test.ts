import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CastMember, CITY, createWorld, type Visitor, type World } from '../world.ts';
import { type Ids, type Side, twoSides } from './two-sides.ts';

const OTHER_CITY = 510500;

let world: World;
let sides: readonly [Side, Side];
let shared: Ids;
beforeAll(async () => {
  world = await createWorld();
  ({ sides, shared } = await twoSides(world));
});
afterAll(() => world.close());

/** Puts every row of the city once more under another city, except sessions: ids, names and numbers are all the same. */
const copyTheCity = async (): Promise<number> => {
  const { owner } = world.database;
  const { rows } = await owner.query<{ table_name: string; columns: string[] }>(
    `select c.table_name, array_agg(quote_ident(c.column_name)::text order by c.ordinal_position) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by 1
     having bool_or(c.column_name = 'city_id')`,
  );
  let copied = 0;
  for (const { table_name: table, columns } of rows) {
    if (table === 'sessions') continue;
    const values = columns.map((column) => (column === 'city_id' ? OTHER_CITY : column));
    const done = await owner.query(
      `insert into ${table} (${columns.join(', ')}) overriding system value select ${values.join(', ')} from ${table} where city_id = ${CITY}`,
    );
    copied += done.rowCount ?? 0;
  }
  return copied;
};

const members = [
  'administrator',
  'cityOffice',
  'auditor',
  'dongquReviewer',
  'expertOne',
] as const satisfies readonly CastMember[];

/** What every query answers to everyone; documents on paper say what the pages say. */
const everything = async (): Promise<ReadonlyMap<string, string>> => {
  const queries = world.app.bound
    .flatMap(({ contract }) => Object.values(contract))
    .filter(({ method, path }) => method === 'GET' && !/pdf|print|\/record$|opinion-form/.test(path));
  const ids: Ids = { ...shared, ...Object.assign({}, ...sides[0].records.map((record) => record.ids)), file: 'pool' };
  const people: [string, Visitor][] = members.map((member) => [member, world.as(member)]);
  if (sides[0].records[0]) people.push(['enterprise', sides[0].records[0].owner]);
  // Once a minute a visit is noted, and the list of accounts shows it.
  for (const [, visitor] of people) await visitor.get('/api/session');
  const answers = new Map<string, string>();
  for (const [name, visitor] of people) {
    for (const { path } of queries) {
      const address = path.replace(/\{(\w+)\}/g, (_, param: string) => ids[param] ?? param);
      const { status, body } = await visitor.get(address);
      answers.set(`${path} as ${name}`, `${status} ${JSON.stringify(status === 200 ? body : body?.fault)}`);
    }
  }
  return answers;
};

describe('a second city in the same database', () => {
  it('changes no answer to anybody of the first, though its rows have the same ids', async () => {
    const alone = await everything();
    expect([...alone.values()].filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(80);
    expect([...alone].filter(([, answer]) => answer.startsWith('5'))).toEqual([]);
    expect(await copyTheCity()).toBeGreaterThan(500);
    const beside = await everything();
    expect([...alone].filter(([name, answer]) => beside.get(name) !== answer).map(([name]) => name)).toEqual([]);
  }, 60_000);

  it('lets nobody in with a session of the first', async () => {
    const { rows } = await world.database.app.query('select * from known_cities()');
    expect(rows.map(({ city_id }) => city_id)).toEqual([CITY, OTHER_CITY]);
    const cookie = world.cookieOf('auditor');
    const inject = (sent: string) => world.app.http.inject({ url: '/api/audit-entries', headers: { cookie: sent } });
    expect((await inject(cookie)).statusCode).toBe(200);
    const moved = cookie.replace(String(CITY), String(OTHER_CITY));
    expect((await inject(moved)).json()).toMatchObject({ fault: { code: 'session.none' } });
  });
});
