import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { CITY, createWorld, type Visitor, type World } from '../../../../../tests/world.ts';
import { useLowestPasswordCost } from '../passwords.ts';

let world: World;
const PASSWORD = 'Anping-2026-test';

beforeAll(async () => {
  useLowestPasswordCost();
  world = await createWorld();
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

const OWN = '/api/own-enterprise/accounts';
const at = (accountId: string, what = '') => `${OWN}/${accountId}${what && `/${what}`}`;
const codeOf = (answer: { readonly status: number; readonly body: { fault?: { code: string } } }) => [
  answer.status,
  answer.body.fault?.code,
];
const activate = (code: string) => world.nobody.post('/api/activation', { code, password: PASSWORD });
const signIn = (login: string) => world.nobody.post('/api/session', { login, password: PASSWORD });

let serial = 0;

interface Firm {
  readonly enterpriseId: string;
  readonly managerId: string;
  readonly manager: Visitor;
}

/** An enterprise of Dongqu whose account was opened with its slip. */
const firm = async (): Promise<Firm> => {
  serial += 1;
  const { owner } = world.database;
  const enterpriseId = newId();
  const creditCode = `91510402MA7${String(serial).padStart(7, '0')}`;
  await owner.query(
    `insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at)
     values ($1, $2, $3, $4, $4, 'private', $5)`,
    [CITY, enterpriseId, creditCode, `自管企业${serial}`, world.clock.now()],
  );
  await owner.query(
    `insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
     values ($1, $2, $3, '一车间', 'machinery', '510402', 'bureau-dongqu', $4)`,
    [CITY, newId(), enterpriseId, world.clock.now()],
  );
  const slips = { enterpriseIds: [enterpriseId], address: 'http://anping.example' };
  expect((await world.as('dongquReviewer').post('/api/activation-slips', slips)).status).toBe(200);
  const { rows } = await owner.query('select account_id from accounts where enterprise_id = $1', [enterpriseId]);
  const managerId = rows[0].account_id as string;
  await owner.query(
    `update accounts set password_hash = 'opened by the test', must_change_password = false where account_id = $1`,
    [managerId],
  );
  return { enterpriseId, managerId, manager: await world.asAccount(managerId) };
};

const invite = async ({ manager }: Firm, over: Record<string, unknown> = {}) => {
  serial += 1;
  const body = { name: '林安全', login: `colleague-${serial}`, phone: '', roles: ['enterprise'], ...over };
  return manager.post(OWN, body);
};

/** A colleague who opened the account with the code. */
const colleague = async (of: Firm, roles: readonly string[] = ['enterprise']) => {
  const { body } = await invite(of, { roles });
  expect((await activate(body.code)).status).toBe(200);
  return {
    accountId: body.accountId as string,
    login: body.login as string,
    visitor: await world.asAccount(body.accountId),
  };
};

const listed = async (visitor: Visitor) => (await visitor.get(OWN)).body;
const rolesOf = async (visitor: Visitor) => (await visitor.get('/api/session')).body.person?.roles;

describe('the account of a slip', () => {
  it('fills in and signs, and keeps the enterprise’s accounts', async () => {
    const one = await firm();
    expect(await rolesOf(one.manager)).toEqual(['enterprise', 'enterprise-manager']);
    expect(await listed(one.manager)).toMatchObject({ mayKeep: true, rows: [{ isSelf: true, state: 'active' }] });
    expect((await listed(one.manager)).nextLogin).toMatch(/^91510402ma7\d+-2$/);
  });
});

describe('a colleague', () => {
  it('is invited with a code, opens the account with it, and sees the accounts without keeping them', async () => {
    const one = await firm();
    const { body, status } = await invite(one, { name: '王安全', roles: ['enterprise', 'enterprise'] });
    expect([status, body.expiresAt]).toEqual([200, '2026-09-15T02:00:00.000Z']);
    expect((await activate(body.code)).status).toBe(200);
    const visitor = await world.asAccount(body.accountId);
    expect(await rolesOf(visitor)).toEqual(['enterprise']);
    expect(await listed(visitor)).toMatchObject({ mayKeep: false, rows: [{ isSelf: false }, { name: '王安全' }] });
    expect(
      codeOf(await visitor.post(OWN, { name: '别人', login: 'somebody', phone: '', roles: ['enterprise'] })),
    ).toEqual([403, 'access.notYourRole']);
    const { rows } = await world.database.owner.query(
      `select count(*)::int as n from audit_payloads where payload like '%' || $1 || '%'`,
      [body.code],
    );
    expect(rows[0].n).toBe(0);
  });

  it('is refused with a login that is taken, without a role, or as an officer', async () => {
    const one = await firm();
    const { login } = await colleague(one);
    expect(codeOf(await invite(one, { login: login.toUpperCase() }))).toEqual([409, 'login.taken']);
    expect((await invite(one, { roles: [] })).body.fault.issues).toContainEqual(
      expect.objectContaining({ path: 'roles', code: 'accounts.noRole' }),
    );
    expect((await invite(one, { roles: ['reviewer'] })).status).toBe(422);
  });

  it('is one of at most twenty', async () => {
    const one = await firm();
    await world.database.owner.query(
      `insert into accounts (city_id, account_id, login, name, roles, enterprise_id, created_at)
       select $1, gen_random_uuid(), $2 || n, '同事', '{enterprise}', $3, now() from generate_series(1, 19) n`,
      [CITY, `many-${serial}-`, one.enterpriseId],
    );
    expect(codeOf(await invite(one))).toEqual([409, 'colleagues.tooMany']);
  });

  it('disabled is out at once, enabled is in again; reset has only the new code', async () => {
    const one = await firm();
    const { accountId, login, visitor } = await colleague(one);
    expect((await one.manager.post(at(accountId, 'disablement'), { reason: '调离岗位' })).status).toBe(200);
    expect((await visitor.get(OWN)).status).toBe(401);
    expect(codeOf(await signIn(login))).toEqual([403, 'sign-in.disabled']);
    expect(codeOf(await one.manager.post(at(accountId, 'invitation')))).toEqual([409, 'accounts.isDisabled']);
    expect((await one.manager.send('DELETE', at(accountId, 'disablement'))).status).toBe(200);
    expect((await signIn(login)).status).toBe(200);
    const { code } = (await one.manager.post(at(accountId, 'invitation'))).body;
    expect((await signIn(login)).status).toBe(401);
    expect((await activate(code)).status).toBe(200);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await world.nobody.post('/api/session', { login, password: 'Wrong-password-1' });
    expect((await one.manager.send('DELETE', at(accountId, 'lock'))).status).toBe(200);
    expect((await signIn(login)).status).toBe(200);
  });

  it('of another enterprise does not exist', async () => {
    const [one, other] = [await firm(), await firm()];
    const { accountId } = await colleague(other, ['enterprise-manager']);
    const change = { name: '篡改', phone: '', roles: ['enterprise'] };
    for (const refused of [
      await one.manager.send('PUT', at(accountId), change),
      await one.manager.post(at(accountId, 'manager')),
      await one.manager.post(at(accountId, 'invitation')),
      await one.manager.post(at(accountId, 'disablement'), { reason: '试试看' }),
      await one.manager.send('DELETE', at(accountId, 'disablement')),
      await one.manager.send('DELETE', at(accountId, 'lock')),
    ])
      expect(codeOf(refused)).toEqual([404, 'input.noSuchRecord']);
    expect((await listed(one.manager)).rows).toHaveLength(1);
  });

  it('disabled cannot open the account with a code that is still about', async () => {
    const one = await firm();
    const { body } = await invite(one);
    await one.manager.post(at(body.accountId, 'disablement'), { reason: '不来了' });
    expect(codeOf(await activate(body.code))).toEqual([403, 'sign-in.disabled']);
  });
});

describe('one manager at least', () => {
  it('is left: the last one can neither be given up nor disabled, by nobody', async () => {
    const one = await firm();
    const staff = { name: '原负责人', phone: '', roles: ['enterprise'] };
    expect(codeOf(await one.manager.send('PUT', at(one.managerId), staff))).toEqual([409, 'colleagues.lastManager']);
    expect(codeOf(await one.manager.post(at(one.managerId, 'disablement'), { reason: '试试看' }))).toEqual([
      409,
      'accounts.notYourself',
    ]);
    const byAdministrator = await world
      .as('administrator')
      .post(`/api/accounts/${one.managerId}/disablement`, { reason: '企业停业' });
    expect(codeOf(byAdministrator)).toEqual([409, 'colleagues.lastManager']);
    // Whoever has not opened the account cannot sign, so that is nobody yet.
    await invite(one, { roles: ['enterprise-manager'] });
    expect(codeOf(await one.manager.send('PUT', at(one.managerId), staff))).toEqual([409, 'colleagues.lastManager']);
    await colleague(one, ['enterprise-manager']);
    expect((await one.manager.send('PUT', at(one.managerId), staff)).status).toBe(200);
    expect(await rolesOf(one.manager)).toEqual(['enterprise']);
  });

  it('is left when two managers disable each other at the same moment', async () => {
    const one = await firm();
    const second = await colleague(one, ['enterprise-manager']);
    const reason = { reason: '互相停用' };
    const answers = await Promise.all([
      one.manager.post(at(second.accountId, 'disablement'), reason),
      second.visitor.post(at(one.managerId, 'disablement'), reason),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await world.database.owner.query(
      'select count(*)::int as n from accounts where enterprise_id = $1 and disabled_at is null',
      [one.enterpriseId],
    );
    expect(rows[0].n).toBe(1);
  });

  it('hands the role over to a colleague who has opened the account, and is staff from then on', async () => {
    const one = await firm();
    const invited = (await invite(one)).body.accountId;
    expect(codeOf(await one.manager.post(at(invited, 'manager')))).toEqual([409, 'colleagues.notInUse']);
    expect(codeOf(await one.manager.post(at(one.managerId, 'manager')))).toEqual([409, 'accounts.notYourself']);
    const { accountId, visitor } = await colleague(one);
    expect((await one.manager.post(at(accountId, 'manager'))).status).toBe(200);
    expect(await rolesOf(visitor)).toEqual(['enterprise', 'enterprise-manager']);
    expect(await rolesOf(one.manager)).toEqual(['enterprise']);
    expect((await one.manager.post(at(accountId, 'invitation'))).status).toBe(403);
  });
});

describe('a manager’s forgotten password', () => {
  const reset = (as: Visitor, managerId: string) =>
    as.post(`/api/enterprise-managers/${managerId}/slip`, {
      reason: '忘记密码，已核实身份',
      address: 'http://anping.example',
    });

  it('is reset on paper by the body that supervises, also while the account is in use; the reason is kept', async () => {
    const one = await firm();
    const answer = await reset(world.as('dongquReviewer'), one.managerId);
    expect([answer.status, String(answer.body).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect((await one.manager.get(OWN)).status).toBe(401);
    const { rows } = await world.database.owner.query(
      `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
       where e.command = 'people.reset-manager' and e.subject_id = $1`,
      [one.managerId],
    );
    expect(JSON.parse(rows[0].payload)).toMatchObject({ wasInUse: true, reason: '忘记密码，已核实身份' });
    const { body } = await world.as('dongquReviewer').get('/api/enterprise-accounts?state=issued');
    expect(body.rows).toContainEqual(
      expect.objectContaining({
        enterpriseId: one.enterpriseId,
        people: [expect.objectContaining({ accountId: one.managerId, state: 'invited', maySign: false })],
      }),
    );
  });

  it('is none of another body’s business, nor of those who print no slips; staff are their manager’s', async () => {
    const one = await firm();
    const { accountId } = await colleague(one);
    expect(codeOf(await reset(world.as('renheReviewer'), one.managerId))).toEqual([404, 'input.noSuchRecord']);
    expect(codeOf(await reset(world.as('dongquReviewer'), accountId))).toEqual([404, 'input.noSuchRecord']);
    expect(codeOf(await reset(world.as('dongquSignOff'), one.managerId))).toEqual([403, 'access.notYourRole']);
    expect(codeOf(await reset(one.manager, one.managerId))).toEqual([403, 'access.notYourRole']);
    expect((await one.manager.get(OWN)).status).toBe(200);
  });

  it('leaves officers to see who can sign', async () => {
    const one = await firm();
    await colleague(one);
    const { body } = await world.as('dongquSignOff').get('/api/enterprise-accounts?state=active');
    const row = body.rows.find(({ enterpriseId }: { enterpriseId: string }) => enterpriseId === one.enterpriseId);
    expect(row.people.map(({ maySign }: { maySign: boolean }) => maySign)).toEqual([true, false]);
  });
});
