import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { CITY, createWorld, type World } from '../../../../../tests/world.ts';
import { foldRosterChanges, totalOf } from './roster-totals.ts';
import { countOf, listedUnits, rowsOf } from './unit-list.queries.ts';

let world: World;
let campaignId: string;
const UNITS = 5_000;

beforeAll(async () => {
  world = await createWorld();
  const opened = await world.as('cityOffice').post('/api/campaigns', { name: '2026年度评估', startsOn: '2026-08-20' });
  campaignId = opened.body.campaignId;
  const { owner } = world.database;
  await owner.query(
    toQuery(sql`insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
      select ${CITY}, gen_random_uuid(), 'U' || g, '企业' || g, '企业' || g, 'private', '2026-08-20' from generate_series(1, ${UNITS}::int) g`),
  );
  await owner.query(
    toQuery(sql`insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
      select ${CITY}, gen_random_uuid(), enterprise_id, '厂区', 'opencast-mine',
        (array['510402', '510411', '510421', '510422'])[1 + abs(hashtext(credit_code)) % 4], 'bureau-renhe', '2026-08-20' from enterprises`),
  );
  await owner.query(
    toQuery(sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, state, changed_at)
      select ${CITY}, gen_random_uuid(), ${campaignId}, unit_id, enterprise_id, industry, 'x',
        (array['not-started', 'draft', 'submitted', 'returned'])[1 + abs(hashtext(unit_id::text)) % 4], '2026-08-20' from units`),
  );
  await owner.query('vacuum analyze units, enterprises, declarations');
});
afterAll(() => world.close());

/** The plan as the running role gets it, as text. */
const planOf = async (statement: ReturnType<typeof countOf>): Promise<string> => {
  const client = await world.database.app.connect();
  try {
    await client.query('begin');
    await client.query("select set_config('app.city', $1, true)", [String(CITY)]);
    const { text, values } = toQuery(statement);
    const { rows } = await client.query(`explain ${text}`, values);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
};

describe('the roster of many units', () => {
  const some = { division: '510411', state: 'submitted' } as const;

  it('is counted by division and state through one index, without a join', async () => {
    const plan = await planOf(countOf(listedUnits(world.actors.cityOffice, campaignId, some)));
    expect(plan).toMatch(/Scan (using|on) declarations_by_division/);
    expect(plan).not.toMatch(/Join|Nested|Seq Scan/);
  });

  it('is listed from the index in its order, so that only the rows shown are joined', async () => {
    for (const filters of [some, {}]) {
      const listed = listedUnits(world.actors.cityOffice, campaignId, filters);
      const plan = await planOf(rowsOf(listed, { page: 1, size: 50 }));
      expect(plan).toMatch(/Limit[^\n]*\n\s*->\s+(Result|Index Scan)/);
      expect(plan).toMatch(/Index Scan using declarations_(by_division|one_per_unit)/);
      expect(plan).not.toContain('Seq Scan on declarations');
    }
  });

  it('says how many there are in all, whatever the page', async () => {
    const all = await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units?size=10&page=3`);
    expect(all.body.total).toBe(UNITS);
    expect(all.body.rows).toHaveLength(10);
    const { rows } = await world.database.owner.query(
      `select count(*)::int as n from units u join declarations d using (city_id, unit_id) where u.division_code = $1 and d.state = $2`,
      [some.division, some.state],
    );
    const filtered = await world
      .as('cityOffice')
      .get(`/api/campaigns/${campaignId}/units?division=510411&state=submitted`);
    expect(filtered.body.total).toBe(rows[0].n);
    expect(filtered.body.rows.every((row: { state: string }) => row.state === 'submitted')).toBe(true);
  });

  it('follows a unit that moves to another division and body', async () => {
    const [moved] = (await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units?division=510402`)).body.rows;
    await world.database.owner.query(
      `update units set division_code = '510403', supervising_body_id = 'bureau-xiqu' where unit_id = $1`,
      [moved.unitId],
    );
    const now = (await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units?division=510403`)).body;
    expect(now.rows).toMatchObject([{ unitId: moved.unitId }]);
    expect((await world.as('cityOffice').get(`/api/campaigns/${campaignId}/units?body=bureau-xiqu`)).body.total).toBe(
      1,
    );
  });

  it('is as long as a count says, for every filter and person, before and after changes are folded', async () => {
    const { owner, app } = world.database;
    const same = async () => {
      for (const actor of [world.actors.cityOffice, world.actors.dongquReviewer])
        for (const filters of [
          {},
          some,
          { division: '510402' },
          { body: 'bureau-renhe', state: 'draft' },
          { industry: 'opencast-mine' },
          { industry: 'coal-mine' },
        ] as const) {
          const [kept, counted] = await world.app.runner.readAs(actor, async (reader) => [
            (await reader.one<{ total: number }>(totalOf(actor, campaignId, filters)!)).total,
            (await reader.one<{ total: number }>(countOf(listedUnits(actor, campaignId, filters)))).total,
          ]);
          expect([filters, kept]).toEqual([filters, counted]);
        }
    };
    const fold = async (): Promise<number> => {
      const client = await app.connect();
      try {
        return (await client.query(toQuery(foldRosterChanges(CITY)))).rows[0].folded;
      } finally {
        client.release();
      }
    };
    await same();
    expect(await fold()).toBeGreaterThan(0);
    expect(await fold()).toBe(0);
    await same();
    await owner.query(
      `update declarations set state = 'submitted', receiving_body_id = 'bureau-dongqu' where state = 'draft'`,
    );
    await same();
    await fold();
    await same();
    await owner.query(`delete from declarations where state = 'returned'`);
    await same();
  });

  it('appends nothing when a declaration is saved without moving', async () => {
    const { owner } = world.database;
    const changes = async () => (await owner.query('select count(*)::int as n from roster_changes')).rows[0].n;
    const before = await changes();
    await owner.query('update declarations set version = version + 1');
    expect(await changes()).toBe(before);
  });

  it('answers that there is no such campaign', async () => {
    const missing = `/api/campaigns/00000000-0000-4000-8000-000000000000/units`;
    expect((await world.as('cityOffice').get(missing)).status).toBe(404);
  });
});
