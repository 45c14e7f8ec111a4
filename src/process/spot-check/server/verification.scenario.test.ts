import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignOf } from '#process/declaration/testing/declarations.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { assignExperts, freezeDraw, handInVerification, receivedUnits, takeSeed } from '../../../../tests/verbs.ts';
import { type CastMember, createWorld, type World } from '../../../../tests/world.ts';

let world: World;
let campaignId: string;
let first: string;
let second: string;

const office = () => world.as('cityOffice');
const path = (id: string) => `/api/verifications/${id}`;
const read = async (id: string, member: CastMember = 'cityOffice') => (await world.as(member).get(path(id))).body;
const owner = async (text: string, values: unknown[] = []) => (await world.database.owner.query(text, values)).rows;
const idOf = (member: CastMember) => world.actors[member].accountId ?? '';
const assign = async (id: string, experts: readonly string[], lead = experts[0], baseVersion?: number) =>
  office().post('/api/expert-assignments', {
    verifications: [{ verificationId: id, baseVersion: baseVersion ?? (await read(id)).version }],
    experts,
    lead,
  });
const itemsOf = async (id: string) => {
  const { editionHash } = await read(id);
  const items = (await office().get(`/api/editions/${editionHash}`)).body.edition.items as {
    id: string;
    kind: string;
    scoring: string;
    full: number;
  }[];
  return {
    critical: items.filter(({ kind }) => kind !== 'scored'),
    scored: items.filter(({ kind, scoring, full }) => kind === 'scored' && scoring === 'points' && full > 2),
  };
};
const saveOne = (member: CastMember, id: string, itemId: string, input: object) =>
  world.as(member).send('PUT', `${path(id)}/verdicts`, { items: { [itemId]: { base: 0, comment: '', ...input } } });

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  await receivedUnits(world, campaignId, [{}, {}, {}, {}, {}, {}]);
  const drawn = await takeSeed(world, await freezeDraw(world, campaignId));
  [first = '', second = ''] = drawn;
});
afterAll(() => world.close());

describe('assigning experts', () => {
  it('asks for two of the industry, one of them the lead', async () => {
    const [one, two] = [idOf('expertOne'), idOf('expertTwo')];
    const other = await world.person('化专家', ['expert'], { industries: ['hazardous-chemicals'] });
    const cases: [readonly string[], string, string, string][] = [
      [[one], one, 'experts', 'spot-check.tooFewExperts'],
      [[one, one], one, 'experts', 'spot-check.expertTwice'],
      [[one, idOf('dongquReviewer')], one, 'experts', 'spot-check.expertUnknown'],
      [[one, other.accountId ?? ''], one, 'experts', 'spot-check.expertOtherIndustry'],
      [[one, two], idOf('auditor'), 'lead', 'spot-check.leadNotAmong'],
    ];
    for (const [experts, lead, field, code] of cases) {
      const refused = await assign(first, experts, lead);
      expect(refused.status).toBe(422);
      expect(refused.body.fault.issues).toContainEqual(expect.objectContaining({ path: field, code }));
    }
    expect(await assign(first, [one, two], one, 99)).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
    expect(await assign(first, [one, two])).toMatchObject({ status: 200, body: { assigned: 1 } });
    expect(await read(first)).toMatchObject({
      state: 'assigned',
      experts: [
        { name: '柏专家', lead: true },
        { name: '桑专家', lead: false },
      ],
    });
  });

  it('lists the experts of an industry with their open work', async () => {
    const { experts } = (await office().get('/api/experts?industry=opencast-mine')).body;
    expect(experts).toMatchObject([
      { name: '柏专家', open: 1 },
      { name: '桑专家', open: 1 },
    ]);
  });

  it('is the city office’s alone', async () => {
    for (const member of ['dongquReviewer', 'expertOne', 'leadingGroup', 'auditor'] as const)
      expect(
        await world.as(member).post('/api/expert-assignments', {
          verifications: [{ verificationId: first, baseVersion: 1 }],
          experts: [idOf('expertOne')],
          lead: idOf('expertOne'),
        }),
      ).toMatchObject({ status: 403 });
  });
});

describe('an expert', () => {
  it('sees what he or she is assigned to and nothing else', async () => {
    expect(await world.as('expertOne').get(path(first))).toMatchObject({ status: 200, body: { lead: true } });
    const stranger = await world.person('闲专家', ['expert'], { industries: ['opencast-mine'] });
    const visitor = await world.asAccount(stranger.accountId ?? '');
    for (const answer of [
      await visitor.get(path(first)),
      await visitor.send('PUT', `${path(first)}/visit`, {
        before: { visitedOn: null, conclusion: '' },
        visitedOn: null,
        conclusion: 'x',
      }),
      await visitor.post(`${path(first)}/submission`, { baseVersion: 1 }),
      await visitor.post(`${path(first)}/recusal`, { reason: '与企业有亲属关系' }),
      await world.as('expertOne').get(path(second)),
    ])
      expect(answer).toMatchObject({ status: 404, body: { fault: { code: 'input.noSuchRecord' } } });
    expect((await visitor.get('/api/my-verifications')).body.rows).toEqual([]);
    expect((await world.as('expertTwo').get('/api/my-verifications')).body.rows).toHaveLength(1);
  });

  it('may open the evidence of the unit', async () => {
    const { declarationId } = await read(first, 'expertOne');
    const answer = await world
      .as('expertOne')
      .get(`/api/declarations/${declarationId}/evidence/01990000-0000-7000-8000-000000000000`);
    expect(answer.status).toBe(404);
  });

  it('withdraws with a reason, sees it no longer, and cannot be named again', async () => {
    expect(await world.as('expertTwo').post(`${path(first)}/recusal`, { reason: '避' })).toMatchObject({ status: 422 });
    expect(await world.as('expertTwo').post(`${path(first)}/recusal`, { reason: '配偶在该企业任职' })).toMatchObject({
      status: 200,
      body: { state: 'to-assign' },
    });
    expect(await world.as('expertTwo').get(path(first))).toMatchObject({ status: 404 });
    expect(await read(first)).toMatchObject({
      state: 'to-assign',
      experts: [{ name: '柏专家' }],
      recused: [{ name: '桑专家', reason: '配偶在该企业任职' }],
    });
    const again = await assign(first, [idOf('expertOne'), idOf('expertTwo')]);
    expect(again.body.fault.issues).toMatchObject([
      { path: 'experts', code: 'spot-check.expertRecused', params: { expert: '桑专家' } },
    ]);
    const third = await world.person('替专家', ['expert'], { industries: ['opencast-mine'] });
    expect(await assign(first, [idOf('expertOne'), third.accountId ?? ''])).toMatchObject({ status: 200 });
    expect(await read(first)).toMatchObject({ state: 'assigned' });
  });
});

describe('what is found on site', () => {
  beforeAll(() => assignExperts(world, second));

  it('is saved as far as written, and refused where it cannot be', async () => {
    const { scored } = await itemsOf(second);
    const [item] = scored as [(typeof scored)[0]];
    expect(await saveOne('expertOne', second, item.id, { verdict: 'adjust', points: item.full + 1 })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: `items.${item.id}`, code: 'review.pointsOutOfRange' }] } },
    });
    expect(await saveOne('expertOne', second, 'no-such-item', { verdict: 'agree' })).toMatchObject({
      body: { fault: { issues: [{ code: 'review.itemUnknown' }] } },
    });
    expect(await saveOne('expertOne', second, item.id, { verdict: 'adjust' })).toMatchObject({
      status: 200,
      body: { revisions: { [item.id]: 1 } },
    });
  });

  it('is taken back by the very input that the page sends', async () => {
    const { scored } = await itemsOf(second);
    const [, item] = scored as typeof scored;
    const itemId = item?.id ?? '';
    await saveOne('expertOne', second, itemId, { verdict: 'agree' });
    expect(await saveOne('expertOne', second, itemId, { base: 1, verdict: null, comment: '' })).toMatchObject({
      status: 200,
    });
    expect((await read(second)).verdicts).not.toHaveProperty(itemId);
  });

  it('is not overwritten unseen by the other expert', async () => {
    const { scored } = await itemsOf(second);
    const [item] = scored as [(typeof scored)[0]];
    expect(
      await saveOne('expertTwo', second, item.id, { verdict: 'adjust', points: 1, comment: '现场缺记录' }),
    ).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.verdictsChanged', params: { items: item.id } } },
    });
    expect(
      await saveOne('expertTwo', second, item.id, { base: 1, verdict: 'adjust', points: 1, comment: '现场缺记录' }),
    ).toMatchObject({ status: 200, body: { revisions: { [item.id]: 2 } } });
    expect((await read(second)).verdicts[item.id]).toMatchObject({ points: 1, decidedByName: '桑专家' });
  });

  it('has a day that is neither to come nor before the experts were named', async () => {
    const save = (visitedOn: string) =>
      world.as('expertOne').send('PUT', `${path(second)}/visit`, {
        before: { visitedOn: null, conclusion: '' },
        visitedOn,
        conclusion: '',
      });
    expect(await save('2026-09-02')).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'visitedOn', code: 'spot-check.visitInFuture' }] } },
    });
    expect(await save('2026-08-31')).toMatchObject({
      body: { fault: { issues: [{ path: 'visitedOn', code: 'spot-check.visitBeforeAssignment' }] } },
    });
    expect(await save('2026-13-01')).toMatchObject({ status: 422 });
  });

  it('is handed in whole only: every mandatory and veto item, day and conclusion', async () => {
    const { critical } = await itemsOf(second);
    const { version } = await read(second);
    const refused = await world.as('expertOne').post(`${path(second)}/submission`, { baseVersion: version });
    const { issues } = refused.body.fault;
    expect(refused.status).toBe(422);
    expect(issues.filter(({ code }: { code: string }) => code === 'spot-check.notExamined')).toHaveLength(
      critical.length,
    );
    expect(issues).toContainEqual(expect.objectContaining({ path: 'visitedOn', code: 'spot-check.visitMissing' }));
    expect(issues).toContainEqual(
      expect.objectContaining({ path: 'conclusion', code: 'spot-check.conclusionMissing' }),
    );
  });

  it('is handed in by the lead', async () => {
    const { version } = await read(second);
    expect(await world.as('expertTwo').post(`${path(second)}/submission`, { baseVersion: version })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.leadOnly' } },
    });
    await handInVerification(world, second);
    expect(await read(second)).toMatchObject({ state: 'submitted', visitedOn: '2026-09-01' });
    const { scored } = await itemsOf(second);
    expect(await saveOne('expertOne', second, scored[1]?.id ?? '', { verdict: 'agree' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.state.submitted' } },
    });
  });
});

describe('confirming', () => {
  it('is refused to everybody but the city office, and on a stale page', async () => {
    const { version } = await read(second);
    for (const member of ['expertOne', 'dongquReviewer', 'leadingGroup', 'auditor'] as const)
      expect(await world.as(member).post(`${path(second)}/confirmation`, { baseVersion: version })).toMatchObject({
        status: 403,
      });
    expect(await office().post(`${path(second)}/confirmation`, { baseVersion: version - 1 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
    expect(await office().post(`${path(first)}/confirmation`, { baseVersion: 1 })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.state.assigned' } },
    });
  });

  it('may be put off: sent back with a note, the experts go on with the same record', async () => {
    const { version } = await read(second);
    expect(
      await office().post(`${path(second)}/sending-back`, {
        baseVersion: version,
        note: '边坡监测一项请补充照片说明。',
      }),
    ).toMatchObject({ status: 200 });
    expect(await read(second, 'expertOne')).toMatchObject({
      state: 'assigned',
      sentBackNote: '边坡监测一项请补充照片说明。',
    });
    await handInVerification(world, second);
  });

  it('settles the class with its account, and shows three scores side by side', async () => {
    const { version } = await read(second);
    const key = 'confirm-with-a-double-click';
    const both = await Promise.all(
      [1, 2].map(() => office().post(`${path(second)}/confirmation`, { baseVersion: version }, key)),
    );
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    const settled = await owner('select basis, class_code, printed, trace, superseded_at from settled_classes');
    expect(settled).toMatchObject([{ basis: 'verified', class_code: 'A', superseded_at: null }]);
    expect(settled[0].trace.length).toBeGreaterThan(50);
    const record = await read(second);
    expect(record).toMatchObject({ state: 'confirmed', self: { printed: '100.0' }, reviewed: { printed: '100.0' } });
    expect(record.verified.printed).toBe(settled[0].printed);
    expect(Number(record.verified.printed)).toBeLessThan(100);
    const { rows, total } = (await office().get(`/api/campaigns/${campaignId}/score-comparison?show=verified`)).body;
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ reviewDifference: '0.0', drawn: true, settled: { basis: 'verified' } });
    expect(rows[0].verificationDifference).toMatch(/^-\d+\.\d$/);
    expect((await world.as('renheReviewer').get(`/api/campaigns/${campaignId}/score-comparison`)).body.total).toBe(0);
  });

  it('is recorded step by step, without the saving in between', async () => {
    const { history } = await read(second);
    expect(history.map(({ command }: { command: string }) => command)).toEqual([
      'spot-check.confirm-verification',
      'spot-check.submit-verification',
      'spot-check.send-back',
      'spot-check.submit-verification',
      'spot-check.assign-experts',
    ]);
  });

  it('settles nothing where the answers lead to no class', async () => {
    const strict = await campaignOf(world, '2026-08-19');
    const [{ content, edition_hash: before }] = (await owner(
      `select e.content, e.edition_hash from campaign_editions c join editions e using (city_id, edition_hash)
       where c.campaign_id = $1 and c.industry = 'opencast-mine'`,
      [strict],
    )) as [{ content: Edition; edition_hash: string }];
    const veto = content.items.find(({ kind }) => kind === 'veto');
    if (!veto) throw new Error('the edition has no veto item');
    const edition = {
      ...content,
      items: content.items.map((item) => (item === veto ? { ...item, onFail: [{ refuse: true }] } : item)),
    };
    const hash = editionHash(edition as Edition);
    await owner(
      `insert into editions select city_id, $1, industry, title, $2::jsonb, published_at from editions where edition_hash = $3`,
      [hash, JSON.stringify(edition), before],
    );
    await owner(
      `update campaign_editions set edition_hash = $1 where campaign_id = $2 and industry = 'opencast-mine'`,
      [hash, strict],
    );
    await receivedUnits(world, strict, [{}]);
    const [id = ''] = await takeSeed(world, await freezeDraw(world, strict));
    await assignExperts(world, id);
    const failed = veto.scoring === 'met' ? { met: false } : { points: 0 };
    await handInVerification(world, id, [
      { itemId: veto.id, verdict: 'adjust', ...failed, comment: '现场不符合，无法当场改正。' },
    ]);
    const { version } = await read(id);
    expect(await office().post(`${path(id)}/confirmation`, { baseVersion: version })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.notAccepted' } },
    });
    expect(await owner('select 1 from settled_classes where campaign_id = $1', [strict])).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'submitted', verified: null });
  });
});
