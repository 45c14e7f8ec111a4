import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Visitor, type World } from '../../../../../tests/world.ts';
import { type Colleague, colleagueOf, openAccount } from '../../testing/colleagues.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
  submittedDeclaration,
} from '../../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const read = async (declarant: Declarant, as: Visitor = declarant.visitor) => (await as.get(path(declarant))).body;
const handingOver = (declarant: Declarant, baseVersion: number, as = declarant.visitor, key?: string) =>
  as.post(`${path(declarant)}/handover`, { baseVersion }, key);
const signing = (declarant: Declarant, baseVersion: number, as: Visitor, key?: string) =>
  as.post(`${path(declarant)}/submissions`, submitBody(baseVersion), key);
const sendingBack = (declarant: Declarant, baseVersion: number, as: Visitor) =>
  as.post(`${path(declarant)}/unsigned-return`, { baseVersion, remark: '职工人数与花名册不符，请核对。' });
const codeOf = (answer: { readonly status: number; readonly body: { fault?: { code: string } } }) => [
  answer.status,
  answer.body.fault?.code,
];

interface Pair {
  readonly declarant: Declarant;
  readonly version: number;
  readonly manager: Colleague;
}

/** A declaration that is filled in, and a second person who signs. */
const pair = async (): Promise<Pair> => {
  const declarant = await declarantOf(world, campaignId);
  const version = await fillIn(declarant);
  await openAccount(world, declarant.accountId);
  const manager = await colleagueOf(world, declarant, '向负责', ['enterprise-manager']);
  return { declarant, version, manager };
};

/** The same, handed over. */
const waiting = async (): Promise<Pair> => {
  const made = await pair();
  const { version } = (await handingOver(made.declarant, made.version)).body;
  return { ...made, version };
};

describe('two people', () => {
  it('one hands over, the other one signs: both stand on the submission and in the audit log', async () => {
    const { declarant, version, manager } = await waiting();
    expect(await read(declarant)).toMatchObject({
      state: 'to-sign',
      version,
      actions: ['call-back', 'send-back'],
      signing: { handedOver: { mine: true }, isOnlyAccount: false },
    });
    expect(await read(declarant, manager.visitor)).toMatchObject({
      actions: ['submit', 'send-back'],
      signing: { handedOver: { mine: false }, signers: [{ isSelf: false }, { name: '向负责', isSelf: true }] },
    });
    const done = await signing(declarant, version, manager.visitor);
    expect(done.status).toBe(200);
    const submission = (await declarant.visitor.get(`/api/submissions/${done.body.submissionId}`)).body;
    expect(submission).toMatchObject({
      signer: '向负责',
      signedBy: { accountId: manager.accountId, name: '向负责' },
      handedOverBy: { accountId: declarant.accountId, name: expect.stringContaining('填报人') },
    });
    const { rows } = await world.database.owner.query(
      `select e.command, e.actor_id, p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
       where e.subject_id = $1 and e.command in ('declaration.hand-over', 'declaration.submit') order by e.recorded_at`,
      [declarant.declarationId],
    );
    expect(rows.map(({ command, actor_id }) => [command, actor_id])).toEqual([
      ['declaration.hand-over', declarant.accountId],
      ['declaration.submit', manager.accountId],
    ]);
    expect(JSON.parse(rows[1].payload)).toMatchObject({
      signer: '向负责',
      handedOverBy: { accountId: declarant.accountId },
    });
    const after = await read(declarant);
    expect(after).toMatchObject({ state: 'submitted', signing: { handedOver: null, unsigned: null } });
    expect(after.submissions[0]).toMatchObject({ signer: '向负责', handedOverByName: expect.any(String) });
  });

  it('are needed as soon as there are two: nobody skips the other one', async () => {
    const { declarant, version, manager } = await pair();
    expect(codeOf(await signing(declarant, version, declarant.visitor))).toEqual([409, 'declaration.handOverFirst']);
    expect(codeOf(await signing(declarant, version, manager.visitor))).toEqual([409, 'declaration.handOverFirst']);
    expect(await read(declarant)).toMatchObject({ state: 'draft', version });
  });

  it('are two: who handed over does not sign', async () => {
    const { declarant, version } = await waiting();
    expect(codeOf(await signing(declarant, version, declarant.visitor))).toEqual([409, 'declaration.youHandedItOver']);
    expect(await read(declarant)).toMatchObject({ state: 'to-sign', version });
  });

  it('are one where one account is in use: signed at once, and nobody else is named', async () => {
    const { submissionId, visitor } = await submittedDeclaration(world, campaignId);
    expect((await visitor.get(`/api/submissions/${submissionId}`)).body.handedOverBy).toBeNull();
  });

  it('become one when the colleague’s account is disabled while it waits', async () => {
    const { declarant, version, manager } = await waiting();
    await world.database.owner.query('update accounts set disabled_at = now() where account_id = $1', [
      manager.accountId,
    ]);
    expect((await manager.visitor.get(path(declarant))).status).toBe(401);
    expect((await signing(declarant, version, declarant.visitor)).status).toBe(200);
  });

  it('of whom one has lost every role are one, and that one is out at once', async () => {
    const { declarant, version, manager } = await waiting();
    await world.database.owner.query(`update accounts set roles = '{}' where account_id = $1`, [manager.accountId]);
    expect((await manager.visitor.get(path(declarant))).status).toBe(401);
    expect((await signing(declarant, version, declarant.visitor)).status).toBe(200);
  });
});

describe('handing over', () => {
  it('is refused while something is missing, and every gap is named', async () => {
    const declarant = await declarantOf(world, campaignId);
    await declarant.visitor.post(`${path(declarant)}/start`);
    await openAccount(world, declarant.accountId);
    await colleagueOf(world, declarant, '向负责', ['enterprise-manager']);
    const refused = await handingOver(declarant, (await read(declarant)).version);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues).toContainEqual(expect.objectContaining({ path: 'items.om-001' }));
    expect(await read(declarant)).toMatchObject({ state: 'draft' });
  });

  it('is refused where nobody else could sign, and for a single person', async () => {
    const { declarant, version } = await pair();
    await world.database.owner.query(`update accounts set roles = '{enterprise}' where name = '向负责'`);
    expect(codeOf(await handingOver(declarant, version))).toEqual([409, 'declaration.nobodyElseSigns']);
    const single = await declarantOf(world, campaignId);
    const whole = await fillIn(single);
    expect(codeOf(await handingOver(single, whole))).toEqual([409, 'declaration.onlyAccount']);
  });

  it('freezes the declaration: nothing of it changes while it waits', async () => {
    const { declarant } = await waiting();
    const items = { 'om-001': { answer: { met: false }, reason: '缺证', comment: '' } };
    const edit = await declarant.visitor.send('PUT', `${path(declarant)}/sections/e1-1`, { baseVersion: 1, items });
    expect(codeOf(edit)).toEqual([409, 'declaration.waitsForSignature']);
    expect(codeOf(await declarant.visitor.post(`${path(declarant)}/start`))).toEqual([
      409,
      'declaration.startedAlready',
    ]);
  });

  it('happens once when the button is pressed twice, and not of an older version', async () => {
    const { declarant, version } = await pair();
    expect(codeOf(await handingOver(declarant, version - 1))).toEqual([409, 'platform.stale']);
    const [first, second] = await Promise.all([
      handingOver(declarant, version, declarant.visitor, 'hand-over-twice'),
      handingOver(declarant, version, declarant.visitor, 'hand-over-twice'),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(codeOf(await handingOver(declarant, first.body.version))).toEqual([409, 'declaration.waitsForSignature']);
  });

  it('is the staff’s and signing the manager’s', async () => {
    const { declarant, version, manager } = await pair();
    expect(codeOf(await handingOver(declarant, version, manager.visitor))).toEqual([403, 'access.notYourRole']);
    const clerk = await colleagueOf(world, declarant, '林安全', ['enterprise']);
    const handed = await handingOver(declarant, version, clerk.visitor);
    expect(handed.status).toBe(200);
    expect(codeOf(await signing(declarant, handed.body.version, clerk.visitor))).toEqual([403, 'access.notYourRole']);
    expect((await signing(declarant, handed.body.version, declarant.visitor)).status).toBe(200);
  });

  it('does not exist for people of another enterprise, nor for officers', async () => {
    const { declarant, version } = await waiting();
    const other = await declarantOf(world, campaignId);
    for (const refused of [
      await handingOver(declarant, version, other.visitor),
      await other.visitor.send('DELETE', `${path(declarant)}/handover`),
      await sendingBack(declarant, version, other.visitor),
      await signing(declarant, version, other.visitor),
    ])
      expect(codeOf(refused)).toEqual([404, 'input.noSuchRecord']);
    expect(codeOf(await signing(declarant, version, world.as('dongquReviewer')))).toEqual([403, 'access.notYourRole']);
    expect(await read(declarant)).toMatchObject({ state: 'to-sign', version });
  });
});

describe('going back from the signature', () => {
  it('the staff take it back and go on', async () => {
    const { declarant } = await waiting();
    expect((await declarant.visitor.send('DELETE', `${path(declarant)}/handover`)).status).toBe(200);
    const after = await read(declarant);
    expect(after).toMatchObject({ state: 'draft', actions: ['save', 'hand-over'], signing: { handedOver: null } });
    expect(codeOf(await declarant.visitor.send('DELETE', `${path(declarant)}/handover`))).toEqual([
      409,
      'declaration.notHandedOver',
    ]);
    expect((await handingOver(declarant, after.version)).status).toBe(200);
  });

  it('the manager sends it back with a remark, which is gone once it is handed over again', async () => {
    const { declarant, version, manager } = await waiting();
    expect(codeOf(await sendingBack(declarant, version - 1, manager.visitor))).toEqual([409, 'platform.stale']);
    expect((await sendingBack(declarant, version, manager.visitor)).status).toBe(200);
    const back = await read(declarant);
    expect(back).toMatchObject({
      state: 'draft',
      signing: { unsigned: { by: 'manager', name: '向负责', remark: expect.stringContaining('职工人数') } },
    });
    expect(codeOf(await sendingBack(declarant, back.version, manager.visitor))).toEqual([
      409,
      'declaration.notHandedOver',
    ]);
    await handingOver(declarant, back.version);
    expect((await read(declarant)).signing).toMatchObject({ unsigned: null, handedOver: { mine: true } });
  });

  it('leads to where it was handed over: a returned declaration stays returned', async () => {
    const { declarant, manager } = await pair();
    await world.database.owner.query(
      `update declarations set state = 'returned', returned_reason = '补充', returned_items = '[]', returned_due_on = '2026-10-31' where declaration_id = $1`,
      [declarant.declarationId],
    );
    const handed = await handingOver(declarant, (await read(declarant)).version);
    await sendingBack(declarant, handed.body.version, manager.visitor);
    expect(await read(declarant)).toMatchObject({ state: 'returned', returned: { reason: '补充' } });
  });

  it('is over once it is signed; then it is withdrawn, by either of them, until the review begins', async () => {
    const { declarant, version, manager } = await waiting();
    const signed = await signing(declarant, version, manager.visitor, 'sign-twice');
    expect((await signing(declarant, version, manager.visitor, 'sign-twice')).body).toEqual(signed.body);
    expect(codeOf(await sendingBack(declarant, signed.body.version, manager.visitor))).toEqual([
      409,
      'declaration.notHandedOver',
    ]);
    expect((await manager.visitor.post(`${path(declarant)}/withdrawal`, { reason: '需更正' })).status).toBe(200);
    expect(await read(declarant)).toMatchObject({ state: 'draft' });
  });
});

describe('what waits for a signature', () => {
  it('is counted in lists, for the manager to sign and for the staff to wait for', async () => {
    const { declarant, manager } = await waiting();
    const list = async (visitor: Visitor) => (await visitor.get('/api/declarations?state=to-sign')).body;
    expect(await list(declarant.visitor)).toMatchObject({ total: 1, counts: { 'to-sign': 1 } });
    expect((await list(manager.visitor)).rows[0]).toMatchObject({
      state: 'to-sign',
      progress: { settled: expect.anything() },
    });
    const home = async (visitor: Visitor) => (await visitor.get('/api/home')).body;
    expect((await home(manager.visitor)).waiting).toContainEqual(
      expect.objectContaining({ kind: 'home.declaration.to-sign', count: 1, href: '/declarations?state=to-sign' }),
    );
    expect((await home(declarant.visitor)).awaited).toContainEqual(
      expect.objectContaining({ kind: 'home.declaration.with-manager', count: 1 }),
    );
    expect((await home(declarant.visitor)).waiting).not.toContainEqual(
      expect.objectContaining({ kind: 'home.declaration.to-sign' }),
    );
  });

  it('is counted among the units of the roster by its state', async () => {
    await waiting();
    const office = world.as('cityOffice');
    const units = async (state: string) =>
      (await office.get(`/api/campaigns/${campaignId}/units?state=${state}`)).body.total as number;
    const { rows } = await world.database.owner.query(
      `select count(*)::int as n from declarations where campaign_id = $1 and state = 'to-sign'`,
      [campaignId],
    );
    expect(await units('to-sign')).toBe(rows[0].n);
    const board = (await office.get(`/api/campaigns/${campaignId}/progress?by=body`)).body.rows;
    expect(
      board.reduce(
        (sum: number, row: { positions: Record<string, number> }) => sum + (row.positions['to-sign'] ?? 0),
        0,
      ),
    ).toBe(rows[0].n);
  });
});
