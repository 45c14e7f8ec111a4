import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { score } from '#process/standards/domain/index.ts';
import { editionByHash } from '#process/standards/server/edition-store.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  fullMark,
  submitBody,
  submittedDeclaration,
} from '../testing/declarations.ts';
import { readSubmission } from './read-submission.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = (declarant: Declarant) => `/api/declarations/${declarant.declarationId}`;
const submitting = (declarant: Declarant, body: unknown, key?: string) =>
  declarant.visitor.post(`${path(declarant)}/submissions`, body, key);
const rows = async (query: string, ...values: unknown[]) => (await world.database.owner.query(query, values)).rows;

describe('a declaration is submitted', () => {
  it('whole: frozen, scored, routed, with a receipt, and leaves an audit row', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant, (item) =>
      item.id === 'om-010' && item.scoring === 'points' ? { points: 0 } : fullMark(item),
    );
    const done = await submitting(declarant, submitBody(version));
    expect(done.status).toBe(200);
    expect(done.body.receiptNumber).toMatch(/^SJ-2026-\d{6}$/);
    const [row] = await rows(
      'select state, receiving_body_id, current_submission_id from declarations where declaration_id = $1',
      declarant.declarationId,
    );
    expect(row).toEqual({
      state: 'submitted',
      receiving_body_id: 'bureau-dongqu',
      current_submission_id: done.body.submissionId,
    });
    const frozen = (await declarant.visitor.get(`/api/submissions/${done.body.submissionId}`)).body;
    expect(frozen).toMatchObject({
      sequence: 1,
      late: false,
      dueOn: '2026-10-31',
      signer: expect.stringContaining('填报人'),
      handedOverBy: null,
      receivingBodyName: '攀枝花市东区应急管理局',
      current: true,
    });
    expect(frozen.contentDigest).toMatch(/^[0-9a-f]{64}$/);
    const [audit] = await rows(
      `select e.actor_id, p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
      where e.command = 'declaration.submit' and e.subject_id = $1`,
      declarant.declarationId,
    );
    expect(audit.actor_id).toBe(declarant.accountId);
    expect(JSON.parse(audit.payload)).toMatchObject({
      state: 'submitted',
      receivingBody: 'bureau-dongqu',
      contentDigest: frozen.contentDigest,
    });
  });

  it('in two round trips', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    const trips: string[] = [];
    const counted = (client: { query: (...given: unknown[]) => unknown }) => {
      const query = client.query.bind(client);
      client.query = (...given: unknown[]) => {
        // A batch of writes is one round trip too, and has no text of its own.
        const [what] = given as [string | { text?: string }];
        trips.push((typeof what === 'string' ? what : what.text) ?? 'batch');
        return query(...given);
      };
    };
    // Pooled connections are counted wherever the request lands.
    const { app } = world.database;
    const connect = app.connect.bind(app);
    const seen = new Set<unknown>();
    app.connect = (async () => {
      const client = await connect();
      if (!seen.has(client)) counted(client as never);
      seen.add(client);
      return client;
    }) as never;
    try {
      expect((await submitting(declarant, submitBody(version))).status).toBe(200);
    } finally {
      app.connect = connect as never;
    }
    expect(trips).toHaveLength(2);
    expect(trips[0]).toMatch(/^begin;[^;]*;[^;]*from declarations d/);
    expect(trips[1]).toMatch(/^insert into submissions.*;commit$/s);
    const stored = await rows('select 1 from submissions where declaration_id = $1', declarant.declarationId);
    expect(stored).toHaveLength(1);
  });

  it('and what is read back scores the same, trace and all', async () => {
    const { submissionId } = await submittedDeclaration(world, campaignId, {}, (item) => {
      if (item.na === 'allowed' && item.id.endsWith('7')) return { na: '本矿无此作业' };
      return item.scoring === 'met' ? { met: true } : { points: Math.floor(item.full / 2) };
    });
    await world.app.runner.readAs(world.actors.cityOffice, async (reader) => {
      const found = await readSubmission(reader, 510400, submissionId);
      if (!found) throw new Error('not found');
      const { plan } = await editionByHash(reader, 510400, found.editionHash);
      const scored = score(plan, found.answers, { trace: true });
      expect(scored).toMatchObject({
        ok: true,
        value: {
          printed: found.printed,
          class: found.classCode,
          normalised: { num: found.numerator, den: found.denominator },
        },
      });
      expect(Object.values(found.answers.answers)).toContainEqual({ na: '本矿无此作业' });
      expect(found.registration.register).toMatchObject({ divisionName: '东区', affiliationName: '民营及其他' });
    });
  });

  it.each([
    ['a central enterprise', { affiliation: 'central' }, 'division-non-coal-mines'],
    ['a unit of the park', { supervisingBodyId: 'vt-park', divisionCode: '510411' }, 'vt-park'],
    [
      'a county enterprise of another county',
      { affiliation: 'county', divisionCode: '510421', supervisingBodyId: 'bureau-miyi' },
      'bureau-miyi',
    ],
  ])('by %s to the body that the routing table names', async (_, unit, bodyId) => {
    const declarant = await declarantOf(world, campaignId, unit);
    const version = await fillIn(declarant);
    const { route } = (await declarant.visitor.get(path(declarant))).body;
    expect(route.bodyId).toBe(bodyId);
    expect(route.reasons.length).toBeGreaterThan(0);
    expect((await submitting(declarant, submitBody(version))).status).toBe(200);
    const [row] = await rows(
      'select receiving_body_id from declarations where declaration_id = $1',
      declarant.declarationId,
    );
    expect(row.receiving_body_id).toBe(bodyId);
  });

  it('once, when the button is pressed twice', async () => {
    const declarant = await declarantOf(world, campaignId);
    const body = submitBody(await fillIn(declarant));
    const [first, second] = await Promise.all([
      submitting(declarant, body, 'double-click-1'),
      submitting(declarant, body, 'double-click-1'),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await rows('select 1 from submissions where declaration_id = $1', declarant.declarationId)).toHaveLength(1);
  });
});

describe('a submission is refused', () => {
  it('while something is missing, and every gap is named', async () => {
    const declarant = await declarantOf(world, campaignId);
    await declarant.visitor.post(`${path(declarant)}/start`);
    const { version } = (await declarant.visitor.get(path(declarant))).body;
    const refused = await submitting(declarant, { baseVersion: version, truthful: false });
    expect(refused.status).toBe(422);
    const { issues } = refused.body.fault;
    expect(issues).toContainEqual({ path: 'registration.staffCount', code: 'registration.missing' });
    expect(issues).toContainEqual({ path: 'items.om-001', code: 'answers.itemUnanswered', params: { item: 'om-001' } });
    expect(issues).toContainEqual({ path: 'truthful', code: 'declaration.promiseMissing' });
    expect(await rows('select 1 from submissions where declaration_id = $1', declarant.declarationId)).toHaveLength(0);
  });

  it('without the statement of truth', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    const refused = await submitting(declarant, { baseVersion: version, truthful: false });
    expect(refused.body.fault.issues).toEqual([{ path: 'truthful', code: 'declaration.promiseMissing' }]);
  });

  it('when another tab has changed something since it was checked', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    await declarant.visitor.send('PUT', `${path(declarant)}/sections/e1-1`, {
      baseVersion: 1,
      items: { 'om-001': { answer: { met: false }, comment: '' } },
    });
    const refused = await submitting(declarant, submitBody(version));
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'platform.stale']);
  });

  it('of somebody else’s declaration, as if there were none', async () => {
    const [mine, other] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    const version = await fillIn(mine);
    const refused = await other.visitor.post(`${path(mine)}/submissions`, submitBody(version));
    expect([refused.status, refused.body.fault.code]).toEqual([404, 'input.noSuchRecord']);
  });

  it('for an officer', async () => {
    const declarant = await declarantOf(world, campaignId);
    const refused = await world.as('dongquReviewer').post(`${path(declarant)}/submissions`, submitBody(1));
    expect([refused.status, refused.body.fault.code]).toEqual([403, 'access.notYourRole']);
  });

  it('a second time, and so is any change', async () => {
    const declarant = await submittedDeclaration(world, campaignId);
    const { version } = (await declarant.visitor.get(path(declarant))).body;
    expect((await submitting(declarant, submitBody(version))).body.fault.code).toBe('declaration.submittedAlready');
    const edit = await declarant.visitor.send('PUT', `${path(declarant)}/sections/e1-1`, {
      baseVersion: 1,
      items: { 'om-001': { answer: { met: false }, comment: '' } },
    });
    expect([edit.status, edit.body.fault.code]).toEqual([409, 'declaration.submittedAlready']);
  });
});

describe('the date decides', () => {
  it('that a submission before the phase is refused, one after it is accepted and marked late, one after the campaign is refused', async () => {
    const declarant = await declarantOf(world, campaignId);
    const version = await fillIn(declarant);
    const at = world.clock.now();
    try {
      world.clock.set(new Date('2026-08-31T02:00:00Z'));
      const early = await submitting(declarant, submitBody(version));
      expect(early.body.fault).toMatchObject({ code: 'declaration.tooEarly', params: { opensOn: '2026-09-01' } });
      world.clock.set(new Date('2026-12-01T02:00:00Z'));
      const closed = await submitting(declarant, submitBody(version));
      expect(closed.body.fault).toMatchObject({ code: 'declaration.closed', params: { closesOn: '2026-11-30' } });
      world.clock.set(new Date('2026-11-01T02:00:00Z'));
      const late = await submitting(declarant, submitBody(version));
      expect(late.status).toBe(200);
      const [row] = await rows('select late, due_on from submissions where submission_id = $1', late.body.submissionId);
      expect(row).toEqual({ late: true, due_on: '2026-10-31' });
    } finally {
      world.clock.set(at);
    }
  });

  it('by the closest row of the phase table', async () => {
    await world.database.owner.query(
      `insert into phase_dates (city_id, campaign_id, phase, body_id, industry, starts_on, ends_on)
      values (510400, $1, 'self-assessment', 'bureau-xiqu', '*', '2026-09-01', '2026-09-15')`,
      [campaignId],
    );
    const declarant = await declarantOf(world, campaignId, {
      divisionCode: '510403',
      supervisingBodyId: 'bureau-xiqu',
    });
    const { deadline } = (await declarant.visitor.get(path(declarant))).body;
    expect(deadline).toMatchObject({ dueOn: '2026-09-15', timeliness: 'on-time', workingDaysLeft: 10 });
  });
});
