import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../tests/world.ts';
import { factsOf } from './supervision-facts.ts';

let world: World;
let unitId: string;

beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.database.owner.query(
    `insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
      values (510400, gen_random_uuid(), gen_random_uuid(), '银江采场', 'opencast-mine', '510402', 'vt-park', now()) returning unit_id`,
  );
  unitId = rows[0].unit_id;
});
afterAll(() => world.close());

const path = () => `/api/units/${unitId}/supervision-facts`;
const record = (over: Record<string, unknown> = {}, as: Parameters<World['as']>[0] = 'parkReviewer', key?: string) =>
  world.as(as).post(path(), { kind: 'fatal-accident', happenedOn: '2026-03-05', note: '', ...over }, key);

describe('the daily-supervision record', () => {
  it('takes what the gates of the industry count and notes, and tells gates kind and date', async () => {
    expect((await record()).status).toBe(200);
    expect(
      (await record({ kind: 'inspection-visit', happenedOn: '2026-08-30', note: '例行检查，未发现问题' })).status,
    ).toBe(200);
    const { body } = await world.as('parkSignOff').get(path());
    expect(body.rows.map((row: { fact: string }) => row.fact)).toEqual(['inspection-visit', 'fatal-accident']);
    expect(body.rows[1]).toMatchObject({ date: '2026-03-05', recordedByName: '范园一' });
    expect(body.kinds).toContainEqual({ kind: 'fatal-accident', title: expect.any(String), counted: true });
    expect(body.kinds).toContainEqual({ kind: 'inspection-visit', title: null, counted: false });
    expect(body.mayRecord).toBe(false);
    const facts = await world.app.runner.readAs(world.actors.cityOffice, (reader) => factsOf(reader, 510400, unitId));
    expect(facts.map(({ fact, date }) => ({ fact, date }))).toContainEqual({
      fact: 'fatal-accident',
      date: '2026-03-05',
    });
    const { rows } = await world.database.owner.query(
      `select actor_name from audit_entries where command = 'parties.record-fact' and subject_id = $1`,
      [unitId],
    );
    expect(rows).toHaveLength(2);
  });

  it('takes a double click once', async () => {
    const before = (await world.as('cityOffice').get(path())).body.total;
    await Promise.all([record({}, 'cityOffice', 'fact-key-000001'), record({}, 'cityOffice', 'fact-key-000001')]);
    expect((await world.as('cityOffice').get(path())).body.total).toBe(before + 1);
  });

  it.each([
    ['a kind that no gate counts', { kind: 'bad-weather' }, 'kind', 'input.notAChoice'],
    ['a day after today', { happenedOn: '2026-09-02' }, 'happenedOn', 'supervision.inFuture'],
    ['a day of another century', { happenedOn: '1926-09-02' }, 'happenedOn', 'supervision.tooOld'],
    ['a visit without a word', { kind: 'inspection-visit' }, 'note', 'supervision.noteMissing'],
    ['a note of 501 characters', { note: '长'.repeat(501) }, 'note', 'input.tooLong'],
  ])('is refused with %s', async (_what, over, at, code) => {
    const answer = await record(over);
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues).toContainEqual(expect.objectContaining({ path: at, code }));
  });

  it('is open to the park, the division of the industry and the county, not to others', async () => {
    for (const member of ['parkReviewer', 'minesReviewer', 'dongquReviewer', 'cityOffice'] as const)
      expect((await world.as(member).get(path())).status).toBe(200);
    expect((await world.as('renheReviewer').get(path())).status).toBe(404);
    expect((await record({}, 'renheReviewer')).status).toBe(404);
    expect((await record({}, 'parkSignOff')).status).toBe(403);
    expect((await world.as('expertOne').get(path())).status).toBe(403);
  });
});

describe('a class that another authority fixed or capped', () => {
  const document = { documentNumber: '川应急函〔2026〕12号', issuingBody: '四川省应急管理厅' };

  it('is recorded with the number and the issuer of its document, which everybody then reads', async () => {
    const answer = await record({ kind: 'class-fixed-elsewhere', note: '列入省级直接监管名单', ...document });
    expect(answer.status).toBe(200);
    const { body } = await world.as('parkSignOff').get(path());
    expect(body.rows).toContainEqual(expect.objectContaining({ fact: 'class-fixed-elsewhere', ...document }));
    const { rows } = await world.database.owner.query(
      `select p.payload from audit_payloads p join audit_entries e on e.city_id = p.city_id and e.entry_id = p.entry_id
        where e.command = 'parties.record-fact' and e.subject_id = $1`,
      [unitId],
    );
    expect(rows.map(({ payload }) => JSON.parse(payload))).toContainEqual(expect.objectContaining(document));
  });

  it.each([
    'class-fixed-elsewhere',
    'class-capped-elsewhere-b',
    'class-capped-elsewhere-c',
    'class-capped-elsewhere-d',
  ])('is refused as %s without a document, each part by name, and nothing is recorded', async (kind) => {
    const before = (await world.as('cityOffice').get(path())).body.total;
    const answer = await record({ kind, documentNumber: '  ' });
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues.map(({ path: at, code }: Record<string, string>) => `${at} ${code}`)).toEqual([
      'documentNumber supervision.numberMissing',
      'issuingBody supervision.issuerMissing',
    ]);
    const half = await record({ kind, documentNumber: document.documentNumber });
    expect(half.body.fault.issues).toEqual([expect.objectContaining({ path: 'issuingBody' })]);
    expect((await world.as('cityOffice').get(path())).body.total).toBe(before);
  });

  it('may name its document where another kind of fact rests on one, and need not', async () => {
    expect((await record({ kind: 'administrative-penalty', ...document })).status).toBe(200);
    expect((await record({ kind: 'permit-suspended' })).status).toBe(200);
    const { body } = await world.as('cityOffice').get(path());
    expect(body.rows).toContainEqual(expect.objectContaining({ fact: 'administrative-penalty', ...document }));
    expect(body.rows).toContainEqual(
      expect.objectContaining({ fact: 'permit-suspended', documentNumber: '', issuingBody: '' }),
    );
  });
});

describe('the organisations', () => {
  it('are listed with their names of 2009, each after the one above it', async () => {
    const { body } = await world.as('expertOne').get('/api/bodies');
    const at = (id: string) => body.rows.findIndex((row: { bodyId: string }) => row.bodyId === id);
    for (const row of body.rows) if (row.parentId) expect(at(row.parentId)).toBeLessThan(at(row.bodyId));
    expect(body.rows[at('bureau-dongqu')].aliases).toContain('攀枝花市东区安全生产监督管理局');
    expect((await world.nobody.get('/api/bodies')).status).toBe(401);
  });
});
