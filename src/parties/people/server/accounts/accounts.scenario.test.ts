import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { useLowestPasswordCost } from '../passwords.ts';

let world: World;
const PASSWORD = 'Anping-2026-test';

beforeAll(async () => {
  useLowestPasswordCost();
  world = await createWorld();
});
afterAll(() => world.close());

let made = 0;
const invite = (over: Record<string, unknown> = {}, as: Parameters<World['as']>[0] = 'administrator', key?: string) => {
  made += 1;
  const body = {
    name: '新来的人',
    login: `person-${made}`,
    phone: '0812-3331111',
    roles: ['reviewer'],
    bodyId: 'bureau-miyi',
    industries: [],
    ...over,
  };
  return world.as(as).post('/api/accounts', body, key);
};
const activate = (code: string) => world.nobody.post('/api/activation', { code, password: PASSWORD });
const signIn = (login: string, password = PASSWORD) => world.nobody.post('/api/session', { login, password });
const listed = async (query: string) => (await world.as('administrator').get(`/api/accounts?${query}`)).body;

describe('an invitation', () => {
  it('makes an account that opens with its code, once', async () => {
    const { body } = await invite({ login: 'Wang.Miyi', name: '王米易' });
    expect(body).toMatchObject({ login: 'wang.miyi', name: '王米易', expiresAt: '2026-09-15T02:00:00.000Z' });
    expect(body.code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/);
    expect((await listed('text=wang.miyi')).rows).toEqual([
      expect.objectContaining({ state: 'invited', bodyName: '米易县局', roles: ['reviewer'], isSelf: false }),
    ]);
    expect((await activate(body.code.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await activate(body.code)).body.fault.issues[0]).toMatchObject({ code: 'activation.used' });
    expect((await listed('text=wang.miyi')).rows[0].state).toBe('active');
    expect((await signIn('WANG.MIYI')).body.signedIn).toBe(true);
  });

  it('keeps no code: neither in the account, nor with the idempotency key, nor in the audit log', async () => {
    const { body } = await invite({}, 'administrator', 'invite-keeps-nothing');
    const { rows } = await world.database.owner.query(
      `select (select count(*)::int from idempotency_keys where answer::text like '%' || $1 || '%')
        + (select count(*)::int from audit_payloads where payload like '%' || $1 || '%') as traces`,
      [body.code],
    );
    expect(rows[0].traces).toBe(0);
    const { rows: audit } = await world.database.owner.query(
      `select command, actor_name from audit_entries where subject_type = 'account' and subject_id = $1`,
      [body.accountId],
    );
    expect(audit).toEqual([{ command: 'people.invite-officer', actor_name: '安静' }]);
  });

  it('is refused for a login that is taken, also in other letters', async () => {
    await invite({ login: 'taken-name' });
    expect(await invite({ login: 'TAKEN-name' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'login.taken' } },
    });
  });

  it.each([
    ['two roles that must be apart', { roles: ['reviewer', 'sign-off'] }, 'roles', 'accounts.oneRole'],
    [
      'an administrator who also does business',
      { roles: ['administrator', 'city-office'], bodyId: 'city-office' },
      'roles',
      'accounts.oneRole',
    ],
    ['a reviewer of the city office', { bodyId: 'city-office' }, 'bodyId', 'accounts.bodyOfOtherKind'],
    ['a body that does not exist', { bodyId: 'bureau-mars' }, 'bodyId', 'input.notAChoice'],
    ['an expert without industry', { roles: ['expert'], bodyId: null }, 'industries', 'accounts.industriesMissing'],
    ['a login with a blank', { login: 'a b c' }, 'login', 'login.wrongFormat'],
    ['a telephone in words', { phone: '打办公室' }, 'phone', 'accounts.phoneForm'],
    ['an enterprise', { roles: ['enterprise'] }, 'roles.0', 'input.notAChoice'],
  ])('is refused for %s', async (_what, over, path, code) => {
    const answer = await invite(over);
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('belongs to administrators', async () => {
    for (const member of ['cityOffice', 'dongquReviewer', 'auditor', 'leadingGroup'] as const)
      expect((await invite({}, member)).status).toBe(403);
    expect((await world.as('auditor').get('/api/accounts')).status).toBe(200);
    expect((await world.as('cityOffice').get('/api/accounts')).status).toBe(403);
  });
});

describe('keeping an account', () => {
  const opened = async () => {
    const { body } = await invite();
    await activate(body.code);
    return body as { accountId: string; login: string };
  };
  const at = (accountId: string, what: string) => `/api/accounts/${accountId}/${what}`;

  it('reset ends the password, the sessions and the older code', async () => {
    const { accountId, login } = await opened();
    const visitor = await world.asAccount(accountId);
    const first = (await world.as('administrator').post(at(accountId, 'invitation'))).body;
    const second = (await world.as('administrator').post(at(accountId, 'invitation'))).body;
    expect((await visitor.get('/api/session')).body.signedIn).toBe(false);
    expect((await signIn(login)).status).toBe(401);
    expect((await activate(first.code)).body.fault.issues[0].code).toBe('activation.unknown');
    expect((await activate(second.code)).status).toBe(200);
  });

  it('disabled, nobody gets in, and the person is out at once; enabled, everything is as before', async () => {
    const { accountId, login } = await opened();
    const visitor = await world.asAccount(accountId);
    const reason = { reason: '调离岗位' };
    expect((await world.as('administrator').post(at(accountId, 'disablement'), reason)).status).toBe(200);
    expect((await visitor.get('/api/session')).body.signedIn).toBe(false);
    expect((await signIn(login)).body.fault.code).toBe('sign-in.disabled');
    expect((await world.as('administrator').post(at(accountId, 'disablement'), reason)).body.fault.code).toBe(
      'accounts.isDisabled',
    );
    expect((await world.as('administrator').post(at(accountId, 'invitation'))).body.fault.code).toBe(
      'accounts.isDisabled',
    );
    expect((await world.as('administrator').send('DELETE', at(accountId, 'disablement'))).status).toBe(200);
    expect((await signIn(login)).status).toBe(200);
    expect((await world.as('administrator').send('DELETE', at(accountId, 'disablement'))).body.fault.code).toBe(
      'accounts.isEnabled',
    );
  });

  it('unlocks after too many wrong passwords', async () => {
    const { accountId, login } = await opened();
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn(login, 'Wrong-password-1');
    expect((await signIn(login)).body.fault.code).toBe('sign-in.locked');
    expect((await listed('state=locked')).rows.map((row: { login: string }) => row.login)).toContain(login);
    expect((await world.as('administrator').send('DELETE', at(accountId, 'lock'))).status).toBe(200);
    expect((await signIn(login)).status).toBe(200);
    expect((await world.as('administrator').send('DELETE', at(accountId, 'lock'))).body.fault.code).toBe(
      'accounts.isNotLocked',
    );
  });

  it('is refused for oneself, for other roles and for accounts that do not exist', async () => {
    const self = world.actors.administrator.accountId ?? '';
    const other = world.actors.dongquReviewer.accountId ?? '';
    const reason = { reason: '试试看' };
    for (const what of ['disablement', 'invitation'])
      expect((await world.as('administrator').post(at(self, what), reason)).body.fault.code).toBe(
        'accounts.notYourself',
      );
    expect((await world.as('cityOffice').post(at(other, 'disablement'), reason)).status).toBe(403);
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await world.as('administrator').post(at(nobody, 'disablement'), reason)).status).toBe(404);
  });
});
