import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITY, createWorld, type World } from '../../../../../tests/world.ts';
import type { Edition } from '../../domain/index.ts';

let world: World;
let inForce: { hash: string; content: Edition };
const INDUSTRY = 'fireworks';

const owner = async (text: string, values: unknown[] = []) => (await world.database.owner.query(text, values)).rows;
const office = () => world.as('cityOffice');
const group = () => world.as('leadingGroup');
const code = ({ body }: { body: { fault?: { code?: string } } }) => body.fault?.code;
const listed = async (as: Parameters<World['as']>[0] = 'cityOffice') => {
  const { body } = await world.as(as).get('/api/standards');
  return body.industries.find((one: { industry: string }) => one.industry === INDUSTRY);
};
const audits = (command: string) =>
  owner(
    `select e.actor_name, e.subject_type, e.subject_id, p.payload::jsonb as payload from audit_entries e
     join audit_payloads p using (city_id, entry_id) where e.command = $1 order by e.occurred_at desc, e.entry_id desc`,
    [command],
  );

beforeAll(async () => {
  world = await createWorld();
  const [row] = await owner(`select edition_hash as hash, content from editions where city_id = $1 and industry = $2`, [
    CITY,
    INDUSTRY,
  ]);
  inForce = row;
});
afterAll(() => world.close());

const start = async (editionHash = inForce.hash) => {
  const { status, body } = await office().post('/api/edition-drafts', { from: 'edition', editionHash });
  expect(status, JSON.stringify(body)).toBe(200);
  return { draftId: body.draftId as string, path: `/api/edition-drafts/${body.draftId}` };
};
const save = (path: string, content: object, baseVersion: number, as: Parameters<World['as']>[0] = 'cityOffice') =>
  world.as(as).send('PUT', path, { content, baseVersion });
let issue = 0;
/** A draft that may be published: the edition in force, issued on another day. */
const changed = async () => {
  const draft = await start((await listed()).inForce?.hash ?? inForce.hash);
  issue += 1;
  const content = { ...inForce.content, issued: `2026-09-${String(issue).padStart(2, '0')}` };
  const { body } = await save(draft.path, content, 1);
  expect(body.faults).toEqual([]);
  return { ...draft, content, version: body.version as number };
};
const publish = (path: string, change: object = {}, as: Parameters<World['as']>[0] = 'leadingGroup', key?: string) =>
  world.as(as).post(`${path}/publication`, { baseVersion: 2, confirmation: inForce.content.title, ...change }, key);

describe('the list of standards', () => {
  it('shows every industry with its edition in force, to everybody', async () => {
    for (const member of ['cityOffice', 'dongquReviewer', 'expertOne', 'auditor', 'administrator'] as const) {
      const { body } = await world.as(member).get('/api/standards');
      expect(body.industries).toHaveLength(9);
      const one = await listed(member);
      expect(one).toMatchObject({
        industryName: '烟花爆竹（批发）',
        inForce: { hash: inForce.hash, retiredAt: null },
        former: [],
      });
      expect(one.inForce.figures).toMatchObject({ items: inForce.content.items.length, unitsPerPoint: 2 });
    }
  });

  it('shows drafts to those who draft, decide or audit only', async () => {
    const { draftId, path } = await start();
    for (const [member, sees] of [
      ['cityOffice', true],
      ['leadingGroup', true],
      ['auditor', true],
      ['dongquReviewer', false],
      ['expertOne', false],
    ] as const) {
      const ids = (await listed(member)).drafts.map((draft: { draftId: string }) => draft.draftId);
      expect([member, ids.includes(draftId)]).toEqual([member, sees]);
      expect((await world.as(member).get(path)).status).toBe(sees ? 200 : 403);
    }
    expect(await office().get('/api/standards')).toMatchObject({ body: { mayDraft: true, mayDecide: false } });
    expect(await group().get('/api/standards')).toMatchObject({ body: { mayDraft: false, mayDecide: true } });
  });
});

describe('a draft', () => {
  it('begins as a copy of an edition', async () => {
    const { draftId, path } = await start();
    const { body } = await office().get(path);
    expect(body).toMatchObject({
      draftId,
      industry: INDUSTRY,
      industryName: '烟花爆竹（批发）',
      state: 'drafting',
      version: 1,
      basedOn: { hash: inForce.hash, inForce: true },
      inForce: { hash: inForce.hash },
      faults: [],
      maySave: true,
      mayDiscard: true,
      mayPublish: false,
    });
    expect(body.content).toEqual(inForce.content);
    expect(await audits('standards.start-draft')).toContainEqual(
      expect.objectContaining({ actor_name: '周综合', subject_type: 'edition-draft', subject_id: draftId }),
    );
  });

  it('begins empty with the classes of what is in force, and says what is missing', async () => {
    const body = { from: 'nothing', industry: INDUSTRY, title: '烟花爆竹新标准' };
    const begun = await office().post('/api/edition-drafts', body);
    const { body: draft } = await office().get(`/api/edition-drafts/${begun.body.draftId}`);
    expect(draft.content).toMatchObject({
      title: '烟花爆竹新标准',
      industry: INDUSTRY,
      classes: inForce.content.classes,
    });
    expect(draft.content).toMatchObject({ elements: [], items: [], gates: [] });
    expect(draft.faults.map((fault: { path: string }) => fault.path)).toEqual(['basis', 'issued', 'items']);
    expect(draft.basedOn).toBeNull();
  });

  it('does not begin for an industry that the scheme does not have, or from an edition that is not there', async () => {
    const unknown = await office().post('/api/edition-drafts', {
      from: 'nothing',
      industry: 'shipping',
      title: '船舶',
    });
    expect([unknown.status, code(unknown)]).toEqual([409, 'drafting.industryUnknown']);
    const gone = await office().post('/api/edition-drafts', { from: 'edition', editionHash: 'a'.repeat(64) });
    expect([gone.status, code(gone)]).toEqual([404, 'input.noSuchRecord']);
  });

  it('is saved whatever its faults, which come back with their places', async () => {
    const { path } = await start();
    const content = { ...inForce.content, total: 1, items: [{ ...inForce.content.items[0], full: 'viele' }] };
    const saved = await save(path, content, 1);
    expect(saved).toMatchObject({ status: 200, body: { version: 2, changed: true } });
    expect(saved.body.faults).toContainEqual({ path: 'items[0].full', code: 'edition.pointsNotInteger' });
    expect((await office().get(path)).body).toMatchObject({ version: 2, content: { total: 1 } });
    const [row] = await audits('standards.save-draft');
    expect(row?.payload).toMatchObject({ version: 2, head: { total: { before: null, after: 1 } } });
  });

  it('keeps version and editor where a save changes nothing, and leaves no audit row', async () => {
    const { path } = await start();
    const before = (await audits('standards.save-draft')).length;
    expect((await save(path, inForce.content, 1)).body).toMatchObject({ version: 1, changed: false });
    expect((await audits('standards.save-draft')).length).toBe(before);
  });

  it('names another industry, and refuses a text that cannot be kept', async () => {
    const { path } = await start();
    const other = await save(path, { ...inForce.content, industry: 'metallurgy' }, 1);
    expect(other.body.faults).toContainEqual({
      path: 'industry',
      code: 'drafting.industryDiffers',
      params: { expected: INDUSTRY, value: 'metallurgy' },
    });
    const broken = await save(path, { ...inForce.content, items: [{ text: 'a\u0000' }] }, 2);
    expect([broken.status, broken.body.fault.issues[0].path]).toEqual([422, 'items[0].text']);
  });

  it('is not overwritten by who saw an older version', async () => {
    const { path } = await start();
    expect((await save(path, { ...inForce.content, notice: '一' }, 1)).status).toBe(200);
    const late = await save(path, { ...inForce.content, notice: '二' }, 1);
    expect([late.status, code(late)]).toEqual([409, 'platform.stale']);
    expect((await office().get(path)).body.content.notice).toBe('一');
  });

  it('is saved once for a double click', async () => {
    const { path } = await start();
    const twice = () =>
      office().send('PUT', path, { content: { ...inForce.content, notice: '一' }, baseVersion: 1 }, 'double-click-1');
    const [first, second] = await Promise.all([twice(), twice()]);
    expect(first.body).toEqual(second.body);
    expect((await office().get(path)).body.version).toBe(2);
  });

  it('is discarded for good', async () => {
    const { draftId, path } = await start();
    expect(code(await office().send('DELETE', `${path}?baseVersion=7`))).toBe('platform.stale');
    expect((await office().send('DELETE', `${path}?baseVersion=1`)).status).toBe(200);
    const ids = (await listed()).drafts.map((draft: { draftId: string }) => draft.draftId);
    expect(ids).not.toContain(draftId);
    expect(code(await save(path, inForce.content, 2))).toBe('drafting.isDiscarded');
    expect(code(await office().send('DELETE', `${path}?baseVersion=2`))).toBe('drafting.isDiscarded');
    expect((await office().get(path)).body).toMatchObject({ state: 'discarded', maySave: false, mayDiscard: false });
  });
});

describe('publishing', () => {
  it('is refused with every fault, and nothing is half-published', async () => {
    const { path } = await start();
    await save(path, { ...inForce.content, issued: 'bald', gates: [{ ...inForce.content.gates[0], basis: '' }] }, 1);
    const before = (await group().get(`${path}/publication`)).body;
    expect(before.faults.map((fault: { path: string }) => fault.path)).toEqual(['issued', 'gates[0].basis']);
    const refused = await publish(path);
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues.map((fault: { path: string }) => fault.path)).toEqual([
      'issued',
      'gates[0].basis',
    ]);
    expect((await listed()).inForce.hash).toBe(inForce.hash);
  });

  it('shows what it would change, and asks for the title', async () => {
    const { path } = await start();
    const [first, ...rest] = inForce.content.items;
    await save(
      path,
      { ...inForce.content, issued: '2026-09-20', items: [{ ...first, text: '另行要求。' }, ...rest] },
      1,
    );
    expect((await group().get(`${path}/publication`)).body).toMatchObject({
      version: 2,
      replaces: { hash: inForce.hash },
      outdated: false,
      refusal: null,
      confirmation: inForce.content.title,
      changes: { itemsChanged: 1, itemsAdded: 0, itemsRemoved: 0, itemsKept: rest.length, head: ['issued'] },
    });
    const wrong = await publish(path, { confirmation: '是' });
    expect([wrong.status, code(wrong)]).toEqual([409, 'drafting.notConfirmed']);
    expect(code(await publish(path, { baseVersion: 1 }))).toBe('platform.stale');
  });

  it('is not for the last editor, whatever the person’s roles', async () => {
    const both = await world.person('兼综合', ['city-office', 'leading-group'], { bodyId: 'city-office' });
    const visitor = await world.asAccount(both.accountId ?? '');
    const { path } = await start();
    await visitor.send('PUT', path, { content: { ...inForce.content, issued: '2026-09-21' }, baseVersion: 1 });
    expect((await visitor.get(`${path}/publication`)).body.refusal).toEqual({
      code: 'drafting.sameAsEditor',
      params: { name: '兼综合' },
    });
    const body = { baseVersion: 2, confirmation: inForce.content.title };
    expect(code(await visitor.post(`${path}/publication`, body))).toBe('drafting.sameAsEditor');
    expect((await group().get(`${path}/publication`)).body.refusal).toBeNull();
  });

  it('waits for the end of a consultation and for every answer', async () => {
    const { path } = await changed();
    const sent = await office().post(`${path}/consultations`, {
      baseVersion: 2,
      addressees: ['bodies'],
      workingDays: 10,
      note: '现征求你单位的意见，请认真研究。',
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect((await group().get(`${path}/publication`)).body.refusal.code).toBe('consultation.stillOpen');
    expect(code(await publish(path))).toBe('consultation.stillOpen');
  });

  it('puts the draft in force and retires the edition before it, once for a double click', async () => {
    const { draftId, path, content } = await changed();
    const [first, second] = await Promise.all([
      publish(path, {}, 'leadingGroup', 'publish-twice'),
      publish(path, {}, 'leadingGroup', 'publish-twice'),
    ]);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    expect(second.body).toEqual(first.body);
    const { hash, retired } = first.body;
    expect(retired).toBe(inForce.hash);
    expect((await listed()).inForce).toMatchObject({ hash, publishedBy: '罗组长', retiredAt: null });
    expect((await listed()).former).toEqual([
      expect.objectContaining({ hash: inForce.hash, replacedBy: hash, retiredBy: '', retiredAt: expect.any(String) }),
    ]);
    expect((await office().get(`/api/editions/${hash}`)).body.edition).toEqual(content);
    expect((await office().get(path)).body).toMatchObject({ state: 'published', publishedHash: hash, maySave: false });
    expect(code(await save(path, content, 2))).toBe('drafting.isPublished');
    expect((await office().get(`/api/editions/${hash}/record`)).body).toMatchObject({
      replaced: { hash: inForce.hash },
      inForce: null,
      mayCopy: true,
      mayRetire: false,
    });
    const [published] = await audits('standards.publish-draft');
    expect(published).toMatchObject({ actor_name: '罗组长', subject_id: draftId, payload: { hash } });
    const [retirement] = await audits('standards.retire-edition');
    expect(retirement).toMatchObject({ subject_type: 'edition', subject_id: inForce.hash });
  });

  it('of a draft whose edition is not in force any more has to be accepted', async () => {
    const late = await start((await listed()).inForce.hash);
    await save(late.path, { ...inForce.content, issued: '2026-09-25' }, 1);
    expect((await publish((await changed()).path)).status).toBe(200);
    expect((await group().get(`${late.path}/publication`)).body).toMatchObject({ outdated: true, refusal: null });
    expect(code(await publish(late.path))).toBe('drafting.basedOnFormer');
    expect((await publish(late.path, { acceptsNewer: true })).status).toBe(200);
  });

  it('of an empty draft asks the same where an edition was published meanwhile', async () => {
    const begun = await office().post('/api/edition-drafts', { from: 'nothing', industry: INDUSTRY, title: '新标准' });
    const path = `/api/edition-drafts/${begun.body.draftId}`;
    await save(path, { ...inForce.content, issued: '2026-09-26' }, 1);
    world.clock.set(new Date(world.clock.now().getTime() + 60_000));
    expect((await publish((await changed()).path)).status).toBe(200);
    expect(code(await publish(path))).toBe('drafting.newerInForce');
    expect((await publish(path, { acceptsNewer: true })).status).toBe(200);
  });

  it('of two drafts at once puts one in force, and the other is told', async () => {
    const [one, other] = [await changed(), await changed()];
    const answers = await Promise.all([publish(one.path), publish(other.path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [row] = await owner(
      `select count(*)::int as count from edition_terms where city_id = $1 and industry = $2 and retired_at is null`,
      [CITY, INDUSTRY],
    );
    expect(row.count).toBe(1);
  });

  it('never happens twice for the very same document', async () => {
    const { path } = await start((await listed()).inForce.hash);
    const { body } = await group().get(`${path}/publication`);
    expect(body.refusal.code).toBe('drafting.publishedAlready');
    expect(code(await publish(path, { baseVersion: 1 }))).toBe('drafting.publishedAlready');
  });
});

describe('retiring', () => {
  it('leaves the industry without an edition, so that no new campaign takes it up, and running ones keep theirs', async () => {
    const running = await office().post('/api/campaigns', { name: '2026年度评估', startsOn: '2026-09-01' });
    const { hash, title } = (await listed()).inForce;
    const path = `/api/editions/${hash}/retirement`;
    const body = { reason: '依据的规程已经废止', confirmation: title };
    expect((await office().post(path, body)).status).toBe(403);
    expect(code(await group().post(path, { ...body, confirmation: '好' }))).toBe('drafting.notConfirmed');
    expect(code(await group().post(`/api/editions/${'b'.repeat(64)}/retirement`, body))).toBe('input.noSuchRecord');
    expect((await group().post(path, body)).status).toBe(200);
    expect(code(await group().post(path, body))).toBe('drafting.retiredAlready');

    const one = await listed();
    expect(one.inForce).toBeNull();
    const retired = one.former.find((each: { hash: string }) => each.hash === hash);
    expect(retired).toMatchObject({ retiredBy: '罗组长', replacedBy: null });
    const [row] = await audits('standards.retire-edition');
    expect(row).toMatchObject({ actor_name: '罗组长', subject_id: hash, payload: { reason: body.reason } });

    const setup = (await office().get('/api/campaign-setup')).body.editions;
    expect(setup.find((edition: { industry: string }) => edition.industry === INDUSTRY).edition).toBeNull();
    const next = await office().post('/api/campaigns', { name: '2027年度评估', startsOn: '2026-09-01' });
    const taken = async (id: string) =>
      (await office().get(`/api/campaigns/${id}`)).body.editions.find(
        (edition: { industry: string }) => edition.industry === INDUSTRY,
      ).hash;
    expect(await taken(next.body.campaignId)).toBeNull();
    expect(await taken(running.body.campaignId)).toBe(hash);
  });

  it('is mended by publishing again, after accepting that the draft starts from what was retired', async () => {
    const former = (await listed()).former[0].hash;
    const { path } = await start(former);
    await save(path, { ...inForce.content, issued: '2026-09-28' }, 1);
    expect(code(await publish(path))).toBe('drafting.basedOnFormer');
    const { body } = await publish(path, { acceptsNewer: true });
    expect(body.retired).toBeNull();
    expect((await listed()).inForce.hash).toBe(body.hash);
  });
});
