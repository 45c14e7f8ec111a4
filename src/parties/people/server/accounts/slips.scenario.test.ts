import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { createWorld, type Visitor, type World } from '../../../../../tests/world.ts';

let world: World;
const ids: Record<string, string> = {};
const CITY_ADDRESS = 'http://anping.test:8166/';

const enterprise = async (name: string, bodyId: string, creditCode: string): Promise<void> => {
  const { rows } = await world.database.owner.query(
    `with e as (insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
        values (510400, gen_random_uuid(), $3, $1, ' ' || $1 || ' ', 'private', now()) returning enterprise_id)
      insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
        select 510400, gen_random_uuid(), enterprise_id, $1, 'opencast-mine', '510402', $2, now() from e returning enterprise_id`,
    [name, bodyId, creditCode],
  );
  ids[name] = rows[0].enterprise_id;
};

beforeAll(async () => {
  world = await createWorld();
  await enterprise('东区甲', 'bureau-dongqu', '91510400MA60000011');
  await enterprise('东区乙', 'bureau-dongqu', '91510400MA60000022');
  await enterprise('仁和丙', 'bureau-renhe', '91510400MA60000033');
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

const print = (as: Visitor, body: Record<string, unknown> = {}) =>
  as.post('/api/activation-slips', { address: CITY_ADDRESS, ...body });
const list = async (as: Visitor, query = '') => (await as.get(`/api/enterprise-accounts?${query}`)).body;
const codes = async (name: string) => {
  const { rows } = await world.database.owner.query(
    `select withdrawn_at is null as valid, expires_at from activations where enterprise_id = $1 order by created_at, activation_id`,
    [ids[name]],
  );
  return rows as { valid: boolean; expires_at: Date }[];
};

describe('activation slips', () => {
  it('are printed by a county for its own enterprises only, valid for 60 days', async () => {
    const reviewer = world.as('dongquReviewer');
    expect(await list(reviewer)).toMatchObject({ total: 2, withoutSlip: 2, mayPrint: true });
    const answer = await print(reviewer);
    expect(answer.status).toBe(200);
    expect(String(answer.body).slice(0, 5)).toBe('%PDF-');
    const after = await list(reviewer);
    expect(after.withoutSlip).toBe(0);
    expect(after.rows.find((row: { name: string }) => row.name === '东区甲')).toMatchObject({
      state: 'issued',
      login: '91510400ma60000011',
      slipExpiresAt: '2026-10-31T02:00:00.000Z',
    });
    expect(await codes('仁和丙')).toEqual([]);
    const { rows } = await world.database.owner.query(
      `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id) where e.command = 'people.issue-slips'`,
    );
    expect(JSON.parse(rows[0].payload).slips).toHaveLength(2);
  });

  it('printed again, the older code stops working', async () => {
    expect((await print(world.as('dongquReviewer'), { enterpriseIds: [ids.东区甲] })).status).toBe(200);
    expect((await codes('东区甲')).map((code) => code.valid)).toEqual([false, true]);
    expect((await codes('东区乙')).map((code) => code.valid)).toEqual([true]);
    const { rows } = await world.database.owner.query(
      'select count(*)::int as n from accounts where enterprise_id = $1',
      [ids.东区甲],
    );
    expect(rows[0].n).toBe(1);
  });

  it('are refused for an enterprise of another body, as if it did not exist', async () => {
    const answer = await print(world.as('dongquReviewer'), { enterpriseIds: [ids.东区甲, ids.仁和丙] });
    expect(answer).toMatchObject({ status: 404, body: { fault: { code: 'input.noSuchRecord' } } });
    expect(await codes('仁和丙')).toEqual([]);
    expect((await codes('东区甲')).map((code) => code.valid)).toEqual([false, true]);
    expect((await list(world.as('renheSignOff'))).rows.map((row: { name: string }) => row.name)).toEqual(['仁和丙']);
  });

  it('are refused once the account is in use, and when nobody needs one', async () => {
    await world.database.owner.query(`update accounts set password_hash = 'x' where enterprise_id = $1`, [ids.东区甲]);
    expect(await print(world.as('dongquReviewer'), { enterpriseIds: [ids.东区甲] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'slips.inUse', params: { name: '东区甲' } } },
    });
    expect(await print(world.as('dongquReviewer'))).toMatchObject({
      status: 409,
      body: { fault: { code: 'slips.nothing' } },
    });
    expect((await list(world.as('cityOffice'), 'state=active')).rows).toEqual([
      expect.objectContaining({ name: '东区甲' }),
    ]);
  });

  it('are made once when two people print at the same time', async () => {
    const [first, second] = await Promise.all([
      print(world.as('cityOffice'), { enterpriseIds: [ids.仁和丙] }),
      print(world.as('renheReviewer'), { enterpriseIds: [ids.仁和丙] }),
    ]);
    const statuses = [first.status, second.status].sort();
    // One after the other both print and the second makes the first invalid; at once, one is told to load again.
    expect([[200, 200].join(), [200, 409].join()]).toContain(statuses.join());
    expect((await codes('仁和丙')).filter((code) => code.valid)).toHaveLength(1);
  });

  it('belong to reviewers and the city office', async () => {
    for (const member of ['dongquSignOff', 'administrator', 'auditor', 'expertOne', 'leadingGroup'] as const)
      expect((await print(world.as(member))).status).toBe(403);
    expect((await list(world.as('dongquSignOff'))).mayPrint).toBe(false);
    expect((await print(world.as('cityOffice'), { address: 'javascript:alert(1)' })).status).toBe(422);
  });
});
