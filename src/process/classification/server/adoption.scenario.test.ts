import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json, sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { type Answers, compile, parseAnswers, parseEdition, score } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import { aCampaign, type SettledIds, settledUnit } from '../testing/settled-units.ts';

let world: World;
let campaignId: string;

const query = async (statement: ReturnType<typeof sql>) => (await world.database.owner.query(toQuery(statement))).rows;
const adoptable = async () => (await world.as('cityOffice').get(`/api/campaigns/${campaignId}/adoptable`)).body;
const prepare = (settledIds: readonly string[], change: Record<string, unknown> = {}, key?: string) =>
  world.as('cityOffice').post(
    `/api/campaigns/${campaignId}/adoptions`,
    {
      title: '分类监管名单（第一批）',
      meetingOn: '2026-12-22',
      chair: '罗组长',
      present: '罗组长、周综合',
      minutes: '审议通过。',
      settledIds,
      ...change,
    },
    key,
  );
const prepared = async (settledIds: readonly string[]): Promise<{ adoptionId: string; listDigest: string }> => {
  const answer = await prepare(settledIds);
  expect(answer.status).toBe(200);
  return answer.body;
};
const sign = (
  { adoptionId, listDigest }: { adoptionId: string; listDigest: string },
  change: Record<string, unknown> = {},
  key?: string,
) =>
  world
    .as('leadingGroup')
    .post(`/api/adoptions/${adoptionId}/signature`, { name: '罗组长', listDigest, ...change }, key);

beforeAll(async () => {
  world = await createWorld(new Date('2026-12-24T02:00:00Z'));
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});
beforeEach(async () => {
  world.clock.set(new Date('2026-12-24T02:00:00Z'));
  campaignId = await aCampaign(world, `评估 ${newId()}`);
});

describe('what may be adopted', () => {
  it('is what went through public notice without an objection left, and nothing else', async () => {
    const may = await settledUnit(world, campaignId, { enterprise: '红岩矿业', unit: '一号采场', classCode: 'B' });
    const dismissed = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业二',
      unit: '采场',
      classCode: 'A',
      objection: 'dismissed',
    });
    await settledUnit(world, campaignId, { enterprise: '甲', unit: '未公示', classCode: 'A', entry: null });
    await settledUnit(world, campaignId, {
      enterprise: '乙',
      unit: '公示中',
      classCode: 'A',
      entry: 'open',
      notice: 'open',
    });
    await settledUnit(world, campaignId, {
      enterprise: '丙',
      unit: '有异议',
      classCode: 'A',
      entry: 'open',
      objection: 'received',
    });
    await settledUnit(world, campaignId, {
      enterprise: '丁',
      unit: '异议成立',
      classCode: 'A',
      entry: 'upheld',
      superseded: true,
    });
    await settledUnit(world, campaignId, { enterprise: '戊', unit: '已重新核定', classCode: 'A', superseded: true });
    const answer = await adoptable();
    expect(answer.rows.map((row: SettledIds) => row.settledId).sort()).toEqual(
      [may.settledId, dismissed.settledId].sort(),
    );
    expect(answer.waiting).toEqual({ notNoticed: 1, inNotice: 1, objected: 1, inBatch: 0 });
  });

  it('is refused for a unit with an open objection and for a superseded class', async () => {
    const objected = await settledUnit(world, campaignId, {
      enterprise: '丙',
      unit: '有异议',
      classCode: 'A',
      entry: 'open',
      objection: 'received',
    });
    const superseded = await settledUnit(world, campaignId, {
      enterprise: '戊',
      unit: '旧',
      classCode: 'A',
      superseded: true,
    });
    for (const { settledId } of [objected, superseded])
      expect(await prepare([settledId])).toMatchObject({
        status: 409,
        body: { fault: { code: 'adoption.rowsChanged', params: { missing: 1 } } },
      });
  });
});

describe('preparing a batch', () => {
  it('freezes the list under a digest that anyone can recompute, without a number', async () => {
    const { settledId } = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
    });
    const { adoptionId, listDigest } = await prepared([settledId]);
    const [row] = await query(sql`select * from adoptions where adoption_id = ${adoptionId}`);
    expect(row).toMatchObject({ number: null, state: 'prepared', unit_count: 1, list_digest: listDigest });
    const { body } = await world.as('leadingGroup').get(`/api/adoptions/${adoptionId}`);
    expect(body).toMatchObject({ gone: 0, actions: ['sign'], counts: [{ classCode: 'B', count: 1 }] });
    const [audit] = await query(sql`select command, actor_name from audit_entries where subject_id = ${adoptionId}`);
    expect(audit).toEqual({ command: 'classification.prepare-adoption', actor_name: '周综合' });
  });

  it('keeps its units out of a second batch until it is withdrawn', async () => {
    const { settledId } = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
    });
    const { adoptionId } = await prepared([settledId]);
    expect((await adoptable()).waiting.inBatch).toBe(1);
    expect(await prepare([settledId])).toMatchObject({
      status: 409,
      body: { fault: { code: 'adoption.rowsChanged' } },
    });
    expect(
      await world.as('cityOffice').post(`/api/adoptions/${adoptionId}/withdrawal`, { reason: '会议时间有误' }),
    ).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect((await prepare([settledId])).status).toBe(200);
    expect(
      await world.as('cityOffice').post(`/api/adoptions/${adoptionId}/withdrawal`, { reason: '再撤一次' }),
    ).toMatchObject({ status: 409, body: { fault: { code: 'adoption.notPrepared', params: { state: 'withdrawn' } } } });
  });

  it('refuses a meeting that has not been held, and names what is missing', async () => {
    const { settledId } = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
    });
    expect(await prepare([settledId], { meetingOn: '2026-12-25' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'meetingOn', code: 'adoption.meetingAhead' }] } },
    });
    expect(await prepare([], { chair: ' ' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'chair', code: 'input.required' }, { path: 'settledIds' }] } },
    });
  });

  it('counts a double click once', async () => {
    const { settledId } = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
    });
    const key = newId();
    const [first, second] = await Promise.all([prepare([settledId], {}, key), prepare([settledId], {}, key)]);
    expect(first).toEqual(second);
    expect(await query(sql`select 1 from adoptions where campaign_id = ${campaignId}`)).toHaveLength(1);
  });

  it('lets only the city office do it', async () => {
    for (const member of ['leadingGroup', 'renheReviewer', 'auditor', 'administrator'] as const)
      expect(await world.as(member).post(`/api/campaigns/${campaignId}/adoptions`, {})).toMatchObject({ status: 403 });
  });
});

describe('signing a batch', () => {
  const batch = async () => {
    const one = await settledUnit(world, campaignId, {
      enterprise: '攀枝花市红岩矿业有限公司',
      unit: '一号采场',
      classCode: 'B',
      departureReason: '日常检查情况与自评不符',
    });
    const two = await settledUnit(world, campaignId, {
      enterprise: '攀枝花市红岩矿业有限公司',
      enterpriseId: one.enterpriseId,
      unit: '二号采场',
      classCode: 'D',
    });
    return { one, two, ...(await prepared([one.settledId, two.settledId])) };
  };

  it('gives the list its number, every unit its class and validity, and publishes the list', async () => {
    const { adoptionId, listDigest, one } = await batch();
    const signed = await sign({ adoptionId, listDigest });
    expect(signed).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^攀应急评认〔2026〕\d+号$/) } });
    const { number, slug } = signed.body;
    const decisions = await query(sql`select * from decisions where adoption_id = ${adoptionId} order by class_code`);
    expect(decisions).toHaveLength(2);
    expect(decisions[0]).toMatchObject({
      unit_id: one.unitId,
      class_code: 'B',
      basis: 'reviewed-kept',
      printed: '80.0',
      valid_from: '2026-12-24',
      valid_until: '2029-12-24',
    });
    expect(decisions[0].trace).toHaveLength(2);
    expect(decisions[1]).toMatchObject({ class_code: 'D', valid_until: '2027-12-24' });

    const page = await world.nobody.get(`/public/${slug}`);
    expect(page.body).toContain(number);
    expect(page.body).toContain('攀枝花市红岩矿业有限公司');
    for (const secret of ['罗组长', '周综合', '审议通过', '日常检查情况与自评不符', '80.0'])
      expect(page.body).not.toContain(secret);
    const file = await world.nobody.download(`/public/${slug}/files/0`);
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(listDigest);
    expect(page.body).toContain(listDigest);

    const found = await world.nobody.get('/public/query?name=hyky');
    expect(found.body).toContain('一号采场');
    expect(found.body).toContain(number);
    expect((await adoptable()).rows).toEqual([]);
    const [audit] = await query(
      sql`select actor_name from audit_entries where command = 'classification.sign-adoption' and subject_id = ${adoptionId}`,
    );
    expect(audit).toEqual({ actor_name: '罗组长' });
  });

  it('numbers signed lists without a gap, whatever was withdrawn or refused in between', async () => {
    const first = await batch();
    await sign(first);
    const withdrawn = await settledUnit(world, campaignId, { enterprise: '甲', unit: '采场', classCode: 'C' });
    const second = await prepared([withdrawn.settledId]);
    await sign(second, { name: '别人' });
    await world.as('cityOffice').post(`/api/adoptions/${second.adoptionId}/withdrawal`, { reason: '改期' });
    const third = await prepared([withdrawn.settledId]);
    await sign(third);
    // By what was signed first, and not by when: the clock of these tests stands.
    const sequence = async ({ adoptionId }: { adoptionId: string }) => {
      const [{ number }] = await query(sql`select number from adoptions where adoption_id = ${adoptionId}`);
      return Number(/(\d+)号$/.exec(number)?.[1]);
    };
    expect((await sequence(third)) - (await sequence(first))).toBe(1);
  });

  it('is for the leading group alone', async () => {
    const { adoptionId, listDigest } = await batch();
    for (const member of ['cityOffice', 'auditor', 'renheSignOff', 'administrator'] as const)
      expect(
        await world.as(member).post(`/api/adoptions/${adoptionId}/signature`, { name: '周综合', listDigest }),
      ).toMatchObject({ status: 403, body: { fault: { code: 'access.notYourRole' } } });
  });

  it('asks for the own name and for the list as it was read', async () => {
    const ready = await batch();
    expect(await sign(ready, { name: '罗祖长' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'name', code: 'adoption.nameDiffers' }] } },
    });
    expect(await sign(ready, { listDigest: '0'.repeat(64) })).toMatchObject({
      status: 409,
      body: { fault: { code: 'adoption.listDiffers' } },
    });
    expect(await query(sql`select 1 from decisions where adoption_id = ${ready.adoptionId}`)).toEqual([]);
  });

  it('happens once, also with a double click', async () => {
    const ready = await batch();
    const key = newId();
    const [first, second] = await Promise.all([sign(ready, {}, key), sign(ready, {}, key)]);
    expect(first.body).toEqual(second.body);
    expect(await sign(ready)).toMatchObject({
      status: 409,
      body: { fault: { code: 'adoption.notPrepared', params: { state: 'signed' } } },
    });
    expect(await query(sql`select 1 from decisions where adoption_id = ${ready.adoptionId}`)).toHaveLength(2);
    expect(
      await world.as('cityOffice').post(`/api/adoptions/${ready.adoptionId}/withdrawal`, { reason: '反悔' }),
    ).toMatchObject({ status: 409 });
  });

  it('is refused once a class of the list was superseded, and the page says so before', async () => {
    const ready = await batch();
    await query(sql`update settled_classes set superseded_at = now() where settled_id = ${ready.one.settledId}`);
    expect((await world.as('leadingGroup').get(`/api/adoptions/${ready.adoptionId}`)).body.gone).toBe(1);
    expect(await sign(ready)).toMatchObject({
      status: 409,
      body: { fault: { code: 'adoption.rowsChanged', params: { missing: 1 } } },
    });
  });

  it('does not exist in another city', async () => {
    const ready = await batch();
    const stranger = { ...world.actors.leadingGroup, cityId: 510500 };
    const { signAdoption } = await import('./sign-adoption.ts');
    expect(
      await world.app.runner.runAs(stranger, signAdoption, {
        params: { adoptionId: ready.adoptionId },
        query: undefined,
        body: { name: '罗组长', listDigest: ready.listDigest },
      }),
    ).toMatchObject({ ok: false, error: { code: 'input.noSuchRecord' } });
  });
});

describe('the list as a file', () => {
  it('reads back from the workbook as it was adopted, with the columns for official use', async () => {
    const units = await Promise.all(
      Array.from({ length: 3 }, (_, at) =>
        settledUnit(world, campaignId, {
          enterprise: at === 0 ? '=SUM(A1)矿业' : `攀西第${at}矿`,
          unit: '采场',
          classCode: 'C',
          departureReason: '扬尘治理不到位',
        }),
      ),
    );
    const ready = await prepared(units.map(({ settledId }) => settledId));
    await sign(ready);
    const file = await world.as('cityOffice').download(`/api/adoptions/${ready.adoptionId}/list.xlsx`);
    const read = await readWorkbook(file.bytes);
    if (!read.ok) throw new Error(read.error.code);
    const rows = (read.value.sheets[0]?.rows ?? []).map(({ cells }) => Object.values(cells).map(({ value }) => value));
    const { body } = await world.as('cityOffice').get(`/api/adoptions/${ready.adoptionId}`);
    const header = rows.findIndex(([first]) => first === '序号');
    const lines = rows.slice(header + 1);
    expect(lines.map((line) => line[1])).toEqual(body.rows.map((row: { enterprise: string }) => row.enterprise));
    expect(lines.map((line) => line[2])).toEqual(body.rows.map((row: { creditCode: string }) => row.creditCode));
    expect(lines[0]).toEqual(
      expect.arrayContaining(['92.0', 'A 类', '85.0', 'C 类', '否', '扬尘治理不到位', '2026-12-24', '2028-12-24']),
    );
  });

  it('is an official document, before and after signing', async () => {
    const { settledId } = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
    });
    const ready = await prepared([settledId]);
    const path = `/api/adoptions/${ready.adoptionId}/list.pdf`;
    const before = await world.as('leadingGroup').download(path);
    expect(before.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await sign(ready);
    const after = await world.as('leadingGroup').download(path);
    expect(after.bytes.equals(before.bytes)).toBe(false);
    expect((await world.as('renheReviewer').get(path)).status).toBe(403);
  });
});

describe('decided classes', () => {
  const decided = async () => {
    const one = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      unit: '一号采场',
      classCode: 'B',
      objection: 'dismissed',
    });
    const two = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      enterpriseId: one.enterpriseId,
      unit: '二号采场',
      classCode: 'C',
    });
    const other = await settledUnit(world, campaignId, {
      enterprise: '米易石材',
      unit: '石场',
      classCode: 'A',
      bodyId: 'bureau-dongqu',
      divisionCode: '510402',
    });
    const stopped = await settledUnit(world, campaignId, {
      enterprise: '红岩矿业',
      enterpriseId: one.enterpriseId,
      unit: '停产矿',
      classCode: 'suspended',
    });
    await sign(await prepared([one, two, other, stopped].map(({ settledId }) => settledId)));
    return { one, two, other, stopped };
  };
  const list = async (member: 'cityOffice' | 'renheReviewer' | 'dongquSignOff', filters = '') =>
    (await world.as(member).get(`/api/campaigns/${campaignId}/decisions${filters}`)).body;
  const unitsOf = (answer: { rows: { unit: string }[] }) => answer.rows.map(({ unit }) => unit).sort();

  it('are all seen by the city office, and by a body as far as it supervises', async () => {
    await decided();
    expect(unitsOf(await list('cityOffice'))).toEqual(['一号采场', '二号采场', '停产矿', '石场'].sort());
    expect(unitsOf(await list('renheReviewer'))).toEqual(['一号采场', '二号采场', '停产矿'].sort());
    expect(unitsOf(await list('dongquSignOff'))).toEqual(['石场']);
    expect(unitsOf(await list('cityOffice', '?classCode=A'))).toEqual(['石场']);
    expect(unitsOf(await list('cityOffice', '?q=hyky&industry=opencast-mine&division=510411&size=2'))).toHaveLength(2);
  });

  it('tell an enterprise its own classes, the worst as its own, and nobody else’s', async () => {
    const { one, other } = await decided();
    const actor = await world.person('矿长', ['enterprise'], { enterpriseId: one.enterpriseId });
    const visitor = await world.asAccount(actor.accountId ?? '');
    const mine = (await visitor.get('/api/my-classes')).body;
    expect(mine).toMatchObject({ classCode: 'C', classFrom: ['二号采场'] });
    expect(mine.units).toHaveLength(3);
    const { decisionId } = mine.units.find((unit: { unit: string }) => unit.unit === '二号采场').decision;
    const decision = await visitor.get(`/api/decisions/${decisionId}`);
    expect(decision.body).toMatchObject({ classCode: 'C', validUntil: '2028-12-24', inForce: true });
    expect(decision.body.trace).toHaveLength(2);
    const [{ decision_id: foreign }] = await query(
      sql`select decision_id from decisions where unit_id = ${other.unitId}`,
    );
    expect((await visitor.get(`/api/decisions/${foreign}`)).status).toBe(404);
    expect((await world.as('renheReviewer').get(`/api/decisions/${foreign}`)).status).toBe(404);
  });

  it('give the files from which an outsider comes to the same result', async () => {
    const { one, other } = await decided();
    const actor = await world.person('矿长', ['enterprise'], { enterpriseId: one.enterpriseId });
    const visitor = await world.asAccount(actor.accountId ?? '');
    const [{ decision_id: decisionId, edition_hash: hash, content }] = await query(
      sql`select d.decision_id, d.edition_hash, t.content from decisions d
          join editions t on t.city_id = d.city_id and t.edition_hash = d.edition_hash where d.unit_id = ${one.unitId}`,
    );
    const parsed = parseEdition(content);
    if (!parsed.ok) throw new Error('edition');
    const answers = {
      format: 'anping-answers-v1',
      edition: hash,
      asOf: '2026-10-01',
      answers: Object.fromEntries(
        parsed.value.items.map(({ id, scoring, full }, at) => [
          id,
          scoring === 'met' ? { met: at % 9 !== 0 } : { points: full - (at % 3) },
        ]),
      ),
      facts: parsed.value.gates.slice(0, 1).map(({ fact }) => ({ fact, date: '2026-09-01' })),
    } as unknown as Answers;
    const first = score(compile(parsed.value), answers, { trace: true });
    if (!first.ok) throw new Error('score');
    const departure = { step: 11, rule: 'departure', inputs: { reason: '理由' }, before: 'B', after: 'C' };
    await query(
      sql`update decisions set trace = ${json([...first.value.trace, departure])} where decision_id = ${decisionId}`,
    );
    const file = async (name: string) => (await visitor.get(`/api/decisions/${decisionId}/files/${name}`)).body;
    const edition = parseEdition(await file('edition.json'));
    const given = parseAnswers(parsed.value, await file('answers.json'), hash);
    if (!edition.ok || !given.ok) throw new Error('files');
    expect(editionHash(edition.value)).toBe(hash);
    const again = score(compile(edition.value), given.value, { trace: true });
    expect(again).toEqual(first);
    expect(await file('result.json')).toEqual(first.value);
    const [{ decision_id: foreign }] = await query(
      sql`select decision_id from decisions where unit_id = ${other.unitId}`,
    );
    expect((await visitor.get(`/api/decisions/${foreign}/files/answers.json`)).status).toBe(404);
  });

  it('are over after their last day', async () => {
    const { one } = await decided();
    const actor = await world.person('矿长', ['enterprise'], { enterpriseId: one.enterpriseId });
    world.clock.set(new Date('2028-12-25T02:00:00Z'));
    const mine = (await (await world.asAccount(actor.accountId ?? '')).get('/api/my-classes')).body;
    expect(mine).toMatchObject({ classCode: 'B', classFrom: ['一号采场'] });
  });

  it('have the whole course of the unit behind them, without naming objectors', async () => {
    const { one } = await decided();
    const path = `/api/campaigns/${campaignId}/units/${one.unitId}/course`;
    const { body } = await world.as('renheReviewer').get(path);
    expect(body.entries.map((entry: { kind: string }) => entry.kind)).toEqual([
      'submitted',
      'proposed',
      'signed-off',
      'settled-kept',
      'noticed',
      'objected',
      'objection-dismissed',
      'cleared',
      'decided',
    ]);
    expect(body.scores).toMatchObject({
      self: { printed: '92.0', classCode: 'A' },
      reviewed: { printed: '85.0' },
      verified: null,
      decided: { classCode: 'B' },
    });
    const [row] = await query(sql`select trace, edition_hash from decisions where unit_id = ${one.unitId}`);
    expect(body.account).toEqual({ stage: 'decided', editionHash: row.edition_hash, trace: row.trace, documents: [] });
    expect(JSON.stringify(body)).not.toContain('路见平');
    expect((await world.as('dongquReviewer').get(path)).status).toBe(404);
    expect((await world.as('expertOne').get(path)).status).toBe(403);
  });

  it('never mix with another city', async () => {
    await decided();
    await query(sql`update public_classes set city_id = 510500 where city_id = ${CITY}`);
    expect((await world.nobody.get('/public/query?name=hyky')).body).not.toContain('一号采场');
    await query(sql`update public_classes set city_id = ${CITY} where city_id = 510500`);
  });
});
