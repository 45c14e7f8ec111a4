import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '#parties/access/server/open-request.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import { issueFirstAdministratorLink } from './first-administrator-link.ts';
import { useLowestPasswordCost } from './passwords.ts';

let world: World;
const PASSWORD = 'Yanbian-2026-mi';

beforeAll(async () => {
  useLowestPasswordCost();
  world = await createWorld();
});
afterAll(() => world.close());

/** The newest audit row of a command: who, of which body. */
const lastBy = async (command: string) => {
  const { rows } = await world.database.owner.query(
    `select actor_name as name, actor_id as "accountId", body_id as "bodyId" from audit_entries where command = $1 order by entry_id desc limit 1`,
    [command],
  );
  return rows[0];
};

describe('the audit log names the person', () => {
  const person = {
    name: '龚新来',
    login: 'gong.new',
    phone: '',
    roles: ['reviewer'],
    bodyId: 'bureau-dongqu',
    industries: [],
  };

  it('who opens an account with a code, and who signs in', async () => {
    const { body } = await world.as('administrator').post('/api/accounts', person);
    expect((await world.nobody.post('/api/activation', { code: body.code, password: PASSWORD })).status).toBe(200);
    const activated = await lastBy('people.activate');
    expect(activated).toMatchObject({ name: person.name, bodyId: person.bodyId });
    expect((await world.nobody.post('/api/session', { login: person.login, password: PASSWORD })).status).toBe(200);
    expect(await lastBy('people.sign-in')).toEqual(activated);
  });

  it('but nobody after a wrong password: who typed it is not known', async () => {
    expect((await world.nobody.post('/api/session', { login: person.login, password: 'wrong' })).status).toBe(401);
    expect(await lastBy('people.sign-in')).toMatchObject({ accountId: null, bodyId: null });
  });

  it('who becomes the first administrator', async () => {
    const token = 'a-token-of-the-operator';
    const issued = await world.app.runner.runAs(systemActor(CITY), issueFirstAdministratorLink, { token });
    expect(issued.ok).toBe(true);
    const body = { token, name: '安静之', login: 'anjingzhi', password: PASSWORD };
    expect((await world.nobody.post('/api/first-administrator', body)).status).toBe(200);
    expect(await lastBy('people.create-first-administrator')).toMatchObject({ name: '安静之', bodyId: 'city-office' });
  });
});
