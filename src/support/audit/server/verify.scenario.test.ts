import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import { sealUpTo } from '../testing/seal-up-to.ts';
import { type ChainHead, seal } from './seal.ts';
import { verifyAudit } from './verify.ts';

let world: World;
let head: ChainHead;

const act = systemCommand<{ note: string }, null>({
  name: 'test.act',
  run: async (_tx, { note }) => ok({ done: null, subject: { type: 'note', id: note }, record: { note } }),
});

const withClient = async <T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
};
const sealNow = () => withClient(world.database.app, (client) => seal(client, CITY, new Date()));
const verify = (anchors: readonly ChainHead[] = []) =>
  withClient(world.database.owner, (client) => verifyAudit(client, CITY, anchors, new Date(Date.now() + 120_000)));
const tamper = (statement: string) => world.database.owner.query(statement);
const codes = async (anchors: readonly ChainHead[] = []) =>
  (await verify(anchors)).findings.map((finding) => finding.code);

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  await tamper(
    'delete from audit_chain; delete from audit_seals; delete from audit_entries; delete from audit_payloads',
  );
  for (const note of ['one', 'two', 'three', 'four', 'five'])
    await world.app.runner.runAs(world.actors.cityOffice, act, { note });
  head = await sealUpTo(world.database.app, CITY, 5);
});

describe('the sealed audit log', () => {
  it('is whole after commands and a seal, in the order of their transactions', async () => {
    const report = await verify([head]);
    expect(report).toMatchObject({ checked: 5, findings: [], head });
    const order = await tamper(
      'select e.subject_id from audit_chain c join audit_entries e using (city_id, entry_id) order by c.sequence',
    );
    expect(order.rows.map((row) => row.subject_id)).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('goes on from where it was, and a seal with nothing new changes nothing', async () => {
    await world.app.runner.runAs(world.actors.cityOffice, act, { note: 'six' });
    expect(await sealUpTo(world.database.app, CITY, 6)).toMatchObject({ sequence: 6 });
    expect(await sealNow()).toMatchObject({ sealed: 0, head: { sequence: 6 } });
    expect(await codes([head])).toEqual([]);
  });

  it('leaves out a row whose transaction is not over, and takes it later', async () => {
    const open = await world.database.app.connect();
    await open.query('begin');
    await open.query(`select set_config('app.city', '${CITY}', true)`);
    await open.query(`insert into audit_entries (city_id, entry_id, occurred_at, actor_name, command, subject_type, subject_id, request_id, payload_digest)
      values (${CITY}, gen_random_uuid(), now(), 'x', 'test.open', 'note', 'open', 'r', '\\x00')`);
    await world.app.runner.runAs(world.actors.cityOffice, act, { note: 'after' });
    expect(await sealNow()).toMatchObject({ sealed: 0 });
    await open.query('commit');
    open.release();
    expect(await sealUpTo(world.database.app, CITY, 7)).toMatchObject({ sequence: 7 });
  });

  it('shows a changed name', async () => {
    await tamper(`update audit_entries set actor_name = 'someone else' where subject_id = 'three'`);
    expect(await codes()).toEqual(['audit.entryChanged']);
  });

  it('shows a changed content', async () => {
    await tamper(`update audit_payloads set payload = '{"note":"3"}' where payload like '%three%'`);
    expect(await codes()).toEqual(['audit.payloadChanged']);
  });

  it('shows a missing row and a missing content', async () => {
    await tamper(`delete from audit_payloads where payload like '%two%'`);
    await tamper(`delete from audit_entries where subject_id = 'four'`);
    expect(await codes()).toEqual(['audit.payloadMissing', 'audit.entryMissing']);
  });

  it('shows a row taken out together with its link', async () => {
    await tamper('delete from audit_chain where sequence = 2');
    expect(await codes()).toEqual(expect.arrayContaining(['audit.sequenceGap', 'audit.linkBroken', 'audit.unsealed']));
  });

  it('shows an end cut off, by its own seal or by a head kept elsewhere', async () => {
    await tamper(
      `delete from audit_payloads where payload like '%five%'; delete from audit_entries where subject_id = 'five'; delete from audit_chain where sequence = 5`,
    );
    expect(await codes()).toEqual(['audit.cutOff']);
    await tamper('delete from audit_seals');
    expect(await codes()).toEqual([]);
    expect(await codes([head])).toEqual(['audit.cutOff']);
  });

  it('shows a row slipped in beside the chain', async () => {
    await tamper(`insert into audit_entries (city_id, entry_id, recorded_at, occurred_at, actor_name, command, subject_type, subject_id, request_id, payload_digest)
      values (${CITY}, gen_random_uuid(), now() - interval '1 hour', now(), 'x', 'test.forged', 'note', 'forged', 'r', '\\x00')`);
    expect(await codes()).toEqual(['audit.unsealed']);
  });
});
