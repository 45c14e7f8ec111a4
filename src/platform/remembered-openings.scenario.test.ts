import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../tests/world.ts';

let world: World;
let units: string;
beforeAll(async () => {
  world = await createWorld();
  const opened = await world.as('cityOffice').post('/api/campaigns', { name: '2026年度评估', startsOn: '2026-08-20' });
  units = `/api/campaigns/${opened.body.campaignId}/units`;
});
afterAll(() => world.close());

/** Statements sent to the database while something is done, one text a round trip. */
const tripsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const { app } = world.database;
  const trips: string[] = [];
  const connect = app.connect.bind(app);
  const originals = new Map<object, unknown>();
  app.connect = (async () => {
    const client = await connect();
    if (!originals.has(client)) {
      const query = client.query.bind(client) as (...given: unknown[]) => unknown;
      originals.set(client, client.query);
      client.query = ((...given: unknown[]) => {
        const [what] = given as [string | { text: string }];
        trips.push(typeof what === 'string' ? what : what.text);
        return query(...given);
      }) as never;
    }
    return client;
  }) as never;
  try {
    await work();
  } finally {
    app.connect = connect as never;
    for (const [client, query] of originals) (client as { query: unknown }).query = query;
  }
  return trips;
};

describe('a query of somebody who has asked before', () => {
  it('takes one round trip, session and end of the transaction included', async () => {
    await world.as('cityOffice').get(units);
    const trips = await tripsOf(async () => {
      expect((await world.as('cityOffice').get(units)).status).toBe(200);
    });
    expect(trips).toHaveLength(1);
    expect(trips[0]).toMatch(/^begin;select \* from open_request.*;commit$/s);
  });

  it('is refused as soon as the role is taken away', async () => {
    const { owner } = world.database;
    const accountId = world.actors.dongquReviewer.accountId;
    expect((await world.as('dongquReviewer').get(units)).status).toBe(200);
    await owner.query(`update accounts set roles = '{expert}' where account_id = $1`, [accountId]);
    const refused = await world.as('dongquReviewer').get(units);
    expect([refused.status, refused.body.fault.code]).toEqual([403, 'access.notYourRole']);
    await owner.query(`update accounts set roles = '{reviewer}' where account_id = $1`, [accountId]);
    expect((await world.as('dongquReviewer').get(units)).status).toBe(200);
  });

  it('is answered for the body that the person works for now', async () => {
    const { owner } = world.database;
    const accountId = world.actors.dongquReviewer.accountId;
    const bodyOf = async () => JSON.stringify((await world.as('dongquReviewer').get('/api/session')).body);
    expect(await bodyOf()).toContain('东区应急管理局');
    await owner.query(`update accounts set body_id = 'bureau-xiqu' where account_id = $1`, [accountId]);
    expect(await bodyOf()).toContain('西区应急管理局');
    await owner.query(`update accounts set body_id = 'bureau-dongqu' where account_id = $1`, [accountId]);
  });

  it('is refused once the session has ended or the account is locked out', async () => {
    const { owner } = world.database;
    const accountId = world.actors.auditor.accountId;
    expect((await world.as('auditor').get(units)).status).toBe(200);
    await owner.query('update accounts set disabled_at = now() where account_id = $1', [accountId]);
    expect((await world.as('auditor').get(units)).status).toBe(401);
    await owner.query('update accounts set disabled_at = null where account_id = $1', [accountId]);
    expect((await world.as('auditor').get(units)).status).toBe(200);
    await owner.query('update sessions set ended_at = now() where account_id = $1', [accountId]);
    expect((await world.as('auditor').get(units)).status).toBe(401);
  });
});
