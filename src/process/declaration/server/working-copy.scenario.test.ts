import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { command } from '#parties/access/command.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { declarationContract } from '../declaration.contract.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
  submittedDeclaration,
} from '../testing/declarations.ts';
import { wholeRegistration } from '../testing/whole-registration.ts';
import { reopenForCorrection } from './reopen-for-correction.ts';
import { takeUpForReview } from './take-up-for-review.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const read = async (declarant: Declarant) => (await declarant.visitor.get(path(declarant))).body;
const started = async (): Promise<Declarant> => {
  const declarant = await declarantOf(world, campaignId);
  await declarant.visitor.post(`${path(declarant)}/start`);
  return declarant;
};
const met = (value: boolean, comment = '') => ({ answer: { met: value }, reason: '', comment });
const save = (declarant: Declarant, baseVersion: number, items: Record<string, unknown>) =>
  declarant.visitor.send('PUT', `${path(declarant)}/sections/e1-1`, { baseVersion, items });

describe('starting', () => {
  it('prefills the form from the register, leaving blank what it does not know, and happens once', async () => {
    const declarant = await started();
    expect(await read(declarant)).toMatchObject({
      state: 'draft',
      registration: { address: '东区某路 1 号', legalRepresentative: '向法人', contactPhone: '0812-3330000' },
      actions: ['save', 'submit'],
      route: { bodyId: 'bureau-dongqu' },
    });
    expect((await read(declarant)).registration).not.toHaveProperty('contactName');
    const again = await declarant.visitor.post(`${path(declarant)}/start`);
    expect([again.status, again.body.fault.code]).toEqual([409, 'declaration.startedAlready']);
  });

  it('comes before everything else', async () => {
    const declarant = await declarantOf(world, campaignId);
    expect((await save(declarant, 0, { 'om-001': met(true) })).body.fault.code).toBe('declaration.notStarted');
  });
});

describe('the registration form', () => {
  const put = (declarant: Declarant, baseVersion: number, registration: unknown) =>
    declarant.visitor.send('PUT', `${path(declarant)}/registration`, { baseVersion, registration });

  it('is saved with gaps, in the form in which it is kept', async () => {
    const declarant = await started();
    const saved = await put(declarant, 1, {
      staffCount: ' 12 ',
      fixedAssets: '0120.50',
      specialHazards: ['gas', 'mine'],
    });
    expect(saved.body).toMatchObject({ registrationVersion: 2 });
    expect((await read(declarant)).registration).toEqual({
      staffCount: 12,
      fixedAssets: '120.5',
      specialHazards: ['mine', 'gas'],
    });
  });

  it('is refused with every wrong field named', async () => {
    const declarant = await started();
    const refused = await put(declarant, 1, {
      staffCount: '１２',
      revenue: '-1',
      penalties: '1.5',
      address: '长'.repeat(201),
    });
    expect(refused.status).toBe(422);
    expect(
      refused.body.fault.issues.map(({ path: at, code }: { path: string; code: string }) => `${at} ${code}`).sort(),
    ).toEqual([
      'registration.address registration.tooLong',
      'registration.penalties registration.notWhole',
      'registration.revenue registration.negative',
      'registration.staffCount registration.fullWidth',
    ]);
  });

  it('is refused when it was saved elsewhere meanwhile', async () => {
    const declarant = await started();
    await put(declarant, 1, wholeRegistration);
    const refused = await put(declarant, 1, { staffCount: 1 });
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'platform.stale']);
    expect((await read(declarant)).registration.staffCount).toBe(86);
  });
});

describe('answers', () => {
  it('are saved one by one; what is not named stays', async () => {
    const declarant = await started();
    await save(declarant, 0, { 'om-001': met(true), 'om-002': met(false, '边界未测') });
    expect((await save(declarant, 1, { 'om-002': met(true) })).body).toMatchObject({ sectionVersion: 2 });
    expect((await read(declarant)).sections['e1-1']).toEqual({
      version: 2,
      items: {
        'om-001': { answer: { met: true }, reason: '', comment: '', v: 1 },
        'om-002': { answer: { met: true }, reason: '', comment: '', v: 2 },
      },
    });
  });

  it('of two tabs on different items are both kept', async () => {
    const declarant = await started();
    await save(declarant, 0, { 'om-001': met(true) });
    expect((await save(declarant, 0, { 'om-002': met(true) })).status).toBe(200);
    expect(Object.keys((await read(declarant)).sections['e1-1'].items)).toEqual(['om-001', 'om-002']);
  });

  it('of two tabs on the same item meet a refusal that holds the present value, and nothing is lost', async () => {
    const declarant = await started();
    await save(declarant, 0, { 'om-001': met(true, '第一个窗口') });
    const refused = await save(declarant, 0, { 'om-001': met(false, '第二个窗口'), 'om-002': met(true) });
    expect(refused.status).toBe(409);
    expect(refused.body.fault).toMatchObject({
      code: 'declaration.itemsChanged',
      again: 'conflict',
      params: { items: 'om-001', count: 1, version: 1 },
    });
    expect(JSON.parse(refused.body.fault.params.current)).toEqual({
      'om-001': { answer: { met: true }, reason: '', comment: '第一个窗口', v: 1 },
    });
    expect(Object.keys((await read(declarant)).sections['e1-1'].items)).toEqual(['om-001']);
    expect((await save(declarant, 1, { 'om-001': met(false, '第二个窗口') })).status).toBe(200);
  });

  it('saved at the same moment by two tabs are both kept', async () => {
    const declarant = await started();
    const done = await Promise.all(
      ['om-001', 'om-002', 'om-003', 'om-004'].map((item) =>
        save(declarant, 0, { [item]: { answer: null, reason: '', comment: item } }),
      ),
    );
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(Object.keys((await read(declarant)).sections['e1-1'].items).sort()).toEqual([
      'om-001',
      'om-002',
      'om-003',
      'om-004',
    ]);
  });

  it('that do not fit the standard are refused by item', async () => {
    const declarant = await started();
    const refused = await save(declarant, 0, {
      'om-001': { answer: { points: 3 }, reason: '', comment: '' },
      'om-002': { answer: { na: '无' }, reason: '', comment: '' },
      'no-such': met(true),
    });
    expect(
      refused.body.fault.issues.map(({ path: at, code }: { path: string; code: string }) => `${at} ${code}`),
    ).toEqual([
      'items.om-001 answers.pointsOnMetItem',
      'items.om-002 answers.naForbidden',
      'items.no-such answers.itemUnknown',
    ]);
  });

  it('of an element that the edition does not have, or of another enterprise, are refused', async () => {
    const [declarant, other] = [await started(), await declarantOf(world, campaignId)];
    const element = await declarant.visitor.send('PUT', `${path(declarant)}/sections/e99`, {
      baseVersion: 0,
      items: {},
    });
    expect([element.status, element.body.fault.code]).toEqual([404, 'declaration.noSuchElement']);
    const stranger = await other.visitor.send('PUT', `${path(declarant)}/sections/e1-1`, {
      baseVersion: 0,
      items: { 'om-001': met(true) },
    });
    expect([stranger.status, stranger.body.fault.code]).toEqual([404, 'input.noSuchRecord']);
  });
});

describe('what the enterprise sees', () => {
  it('are its own declarations with progress, and nobody’s else', async () => {
    const [declarant, other] = [await started(), await started()];
    await save(declarant, 0, { 'om-001': met(true) });
    const list = (await declarant.visitor.get('/api/declarations')).body;
    expect(list.rows).toHaveLength(1);
    expect(list.rows[0]).toMatchObject({
      state: 'draft',
      dueOn: '2026-10-31',
      bodyName: '攀枝花市东区应急管理局',
      progress: { answered: 1, settled: null },
    });
    expect((await other.visitor.get(path(declarant))).status).toBe(404);
  });

  it('includes the facts that a gate asks about, and no other', async () => {
    const declarant = await started();
    for (const [kind, day] of [
      ['fatal-accident', '2026-03-01'],
      ['visit', '2026-04-01'],
    ])
      await world.database.owner.query(
        `insert into supervision_facts (city_id, fact_id, unit_id, kind, happened_on, document_number, issuing_body, recorded_at)
          values (510400, gen_random_uuid(), $1, $2, $3, '川应急〔2026〕5号', '省厅', now())`,
        [declarant.unitId, kind, day],
      );
    expect((await read(declarant)).facts).toEqual([
      {
        kind: 'fatal-accident',
        happenedOn: '2026-03-01',
        note: '',
        documentNumber: '川应急〔2026〕5号',
        issuingBody: '省厅',
      },
    ]);
  });

  it('officers see as a line with state and date, never as a working copy', async () => {
    const declarant = await started();
    expect((await world.as('dongquReviewer').get(path(declarant))).status).toBe(403);
    const own = (await world.as('dongquReviewer').get('/api/declarations?size=200')).body.rows;
    expect(own.find((row: { declarationId: string }) => row.declarationId === declarant.declarationId)).toMatchObject({
      state: 'draft',
      progress: null,
    });
    expect((await world.as('renheReviewer').get('/api/declarations')).body.total).toBe(0);
  });
});

describe('a submission', () => {
  it('is read by its enterprise, its receiving body, the city office and the auditor, by nobody else', async () => {
    const { submissionId, visitor } = await submittedDeclaration(world, campaignId);
    const other = await declarantOf(world, campaignId);
    const at = `/api/submissions/${submissionId}`;
    const seen = await Promise.all(
      [
        visitor,
        world.as('dongquReviewer'),
        world.as('cityOffice'),
        world.as('auditor'),
        world.as('renheReviewer'),
        world.as('expertOne'),
        other.visitor,
        world.nobody,
      ].map(async (one) => (await one.get(at)).status),
    );
    expect(seen).toEqual([200, 200, 200, 200, 404, 404, 404, 401]);
  });

  it('is withdrawn while its review has not begun, and stays readable as it was', async () => {
    const declarant = await submittedDeclaration(world, campaignId);
    const done = await declarant.visitor.post(`${path(declarant)}/withdrawal`, { reason: '补充佐证' });
    expect(done.status).toBe(200);
    expect(await read(declarant)).toMatchObject({
      state: 'draft',
      currentSubmissionId: null,
      submissions: [{ sequence: 1 }],
    });
    expect((await declarant.visitor.get(`/api/submissions/${declarant.submissionId}`)).body.current).toBe(false);
    const again = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(done.body.version));
    expect(again.status).toBe(200);
    expect((await read(declarant)).submissions.map((one: { sequence: number }) => one.sequence)).toEqual([2, 1]);
  });

  it('cannot be withdrawn once the review has begun', async () => {
    const declarant = await submittedDeclaration(world, campaignId);
    const begin = command(declarationContract.withdraw, {
      name: 'test.take-up',
      run: async (tx, { params }, context) => {
        takeUpForReview(tx, context, params.declarationId);
        return { ok: true, value: { done: { version: 0 }, subject: { type: 'test', id: 'x' }, record: {} } };
      },
    });
    await world.app.runner.runAs({ ...world.actors.dongquReviewer, roles: ['reviewer', 'enterprise'] }, begin, {
      params: { declarationId: declarant.declarationId },
      query: undefined,
      body: { reason: '' },
    });
    expect(await read(declarant)).toMatchObject({ reviewBegun: true, actions: [] });
    const refused = await declarant.visitor.post(`${path(declarant)}/withdrawal`, {});
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'declaration.reviewBegun']);
  });

  it('that is returned opens the same record again with reason, items and a new last day, and comes back', async () => {
    const declarant = await submittedDeclaration(world, campaignId);
    const giveBack = command(declarationContract.withdraw, {
      name: 'test.return',
      run: async (tx, { params }, context) => {
        const done = await reopenForCorrection(tx, context, {
          declarationId: params.declarationId,
          dueOn: plainDate('2026-11-10'),
          reason: '证照过期',
          items: [{ itemId: 'om-001', comment: '换证' }],
        });
        return done.ok
          ? { ok: true, value: { done: { version: 0 }, subject: { type: 'test', id: 'x' }, record: {} } }
          : done;
      },
    });
    const input = { params: { declarationId: declarant.declarationId }, query: undefined, body: { reason: '' } };
    const actor = { ...world.actors.dongquReviewer, roles: ['reviewer', 'enterprise'] as const };
    expect(await world.app.runner.runAs(actor, giveBack, input)).toMatchObject({ ok: true });
    expect(await world.app.runner.runAs(actor, giveBack, input)).toMatchObject({
      ok: false,
      error: { code: 'declaration.notSubmitted' },
    });
    const returned = await read(declarant);
    expect(returned).toMatchObject({
      state: 'returned',
      returned: { reason: '证照过期', dueOn: '2026-11-10', items: [{ itemId: 'om-001', comment: '换证' }] },
      deadline: { dueOn: '2026-11-10' },
    });
    const [audit] = (
      await world.database.owner.query(
        `select actor_name from audit_entries where command = 'declaration.reopen-for-correction' and subject_id = $1`,
        [declarant.declarationId],
      )
    ).rows;
    expect(audit).toEqual({ actor_name: '何东一' });
    await save(declarant, 1, { 'om-001': met(true, '已换证') });
    const { version } = await read(declarant);
    expect((await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version))).status).toBe(200);
    expect(await read(declarant)).toMatchObject({ state: 'submitted', returned: null });
  });
});

describe('filling in', () => {
  it('takes a whole element at once', async () => {
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const { sections } = await read(declarant);
    expect(Object.values(sections).every((one) => (one as { version: number }).version === 1)).toBe(true);
  });
});
