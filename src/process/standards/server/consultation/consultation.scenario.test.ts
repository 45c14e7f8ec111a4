import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#parties/access/domain/roles.ts';
import { newId } from '#platform/ids.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { CITY, createWorld, type Visitor, type World } from '../../../../../tests/world.ts';
import { consultationFinished, unansweredComments } from './unanswered-comments.ts';

let world: World;
let mine: { readonly actor: Actor; readonly visitor: Visitor };
let chemicals: { readonly actor: Actor; readonly visitor: Visitor };
let content: { title: string; items: { id: string; text: string; clause: string }[] };
let editionHash: string;

const owner = (text: string, values: unknown[] = []) => world.database.owner.query(text, values);

/** An enterprise with one unit of an industry, and a person who signs in for it. */
const enterprise = async (name: string, industry: string) => {
  const enterpriseId = newId();
  await owner(
    `insert into enterprises (city_id, enterprise_id, credit_code, name, search_text, affiliation, created_at) values ($1, $2, $3, $4, '', '', now())`,
    [CITY, enterpriseId, enterpriseId.slice(0, 18), name],
  );
  await owner(
    `insert into units (city_id, unit_id, enterprise_id, name, industry, division_code, supervising_body_id, created_at)
     values ($1, $2, $3, $4, $5, '510402', 'bureau-dongqu', now())`,
    [CITY, newId(), enterpriseId, name, industry],
  );
  const actor = await world.person(`${name}安全科`, ['enterprise'], { enterpriseId });
  return { actor, visitor: await world.asAccount(actor.accountId ?? '') };
};

/** A draft as the editor would leave it. */
const draft = async (change: (content: Record<string, unknown>) => unknown = (same) => same): Promise<string> => {
  const draftId = newId();
  await owner(
    `insert into edition_drafts (city_id, draft_id, industry, title, content, based_on, state, version, created_by_name, created_at, changed_by_name, changed_at)
     values ($1, $2, 'opencast-mine', '露天矿山（新版）', $3, $4, 'drafting', 1, '周综合', now(), '周综合', now())`,
    [CITY, draftId, JSON.stringify(change(structuredClone(content))), editionHash],
  );
  return draftId;
};

const plan = {
  baseVersion: 1,
  addressees: ['bodies', 'enterprises'],
  workingDays: 10,
  note: '现征求你单位的意见，请认真研究。',
};
const sent = async (draftId: string, change: object = {}) =>
  world.as('cityOffice').post(`/api/edition-drafts/${draftId}/consultations`, { ...plan, ...change });
const sentOut = async (change: object = {}): Promise<{ draftId: string; path: string }> => {
  const draftId = await draft();
  const { status, body } = await sent(draftId, change);
  expect(status, JSON.stringify(body)).toBe(200);
  return { draftId, path: `/api/consultations/${body.consultationId}` };
};
const settle = (draftId: string, state: string) =>
  owner('update edition_drafts set state = $1 where draft_id = $2', [state, draftId]);
const audited = async (command: string) =>
  (
    await owner(
      `select p.payload::jsonb as payload from audit_entries e join audit_payloads p using (city_id, entry_id)
       where e.command = $1 order by e.recorded_at desc limit 1`,
      [command],
    )
  ).rows[0]?.payload;
const code = ({ body }: { body: { fault?: { code?: string; issues?: { code: string }[] } } }) =>
  body.fault?.code ?? body.fault?.issues?.[0]?.code;

beforeAll(async () => {
  world = await createWorld();
  const { rows } = await owner(
    `select edition_hash, content from editions where city_id = $1 and industry = 'opencast-mine'`,
    [CITY],
  );
  content = rows[0].content;
  editionHash = rows[0].edition_hash;
  mine = await enterprise('银滩矿业', 'opencast-mine');
  chemicals = await enterprise('金沙化工', 'hazardous-chemicals');
});
afterAll(() => world.close());

describe('sending a draft out for comment', () => {
  it('is planned with whom it reaches, the last days and the edition in force', async () => {
    const draftId = await draft();
    const { status, body } = await world.as('cityOffice').get(`/api/edition-drafts/${draftId}/consultation-plan`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      faultCount: 0,
      against: { hash: editionHash },
      open: null,
      reach: { enterprises: 1 },
    });
    expect(body.lastDays[0]).toBe('2026-09-08');
    expect(body.proposedNote).toContain('露天矿山（新版）');
  });

  it('freezes the draft with its hash; later changes of the draft do not reach what was sent', async () => {
    const { draftId, path } = await sentOut();
    await owner(`update edition_drafts set content = '{}', version = 2 where draft_id = $1`, [draftId]);
    const { body } = await mine.visitor.get(path);
    expect(body).toMatchObject({ state: 'open', closesOn: '2026-09-15', againstHash: editionHash, mayComment: true });
    expect(body.contentHash).toBe(editionHash);
    expect(body.edition).toEqual(content);
    expect(await audited('standards.send-out')).toMatchObject({ draftId, contentHash: editionHash });
  });

  it('is refused for a draft that does not read, that changed, that is out already, or that is settled', async () => {
    const broken = await draft((one) => ({ ...one, items: 'none' }));
    expect(code(await sent(broken))).toBe('consultation.draftUnreadable');
    const changed = await draft();
    expect(code(await sent(changed, { baseVersion: 2 }))).toBe('platform.stale');
    const { draftId } = await sentOut();
    expect(code(await sent(draftId))).toBe('consultation.openAlready');
    const settled = await draft();
    await settle(settled, 'discarded');
    expect(code(await sent(settled))).toBe('consultation.draftSettled');
    expect((await sent(newId())).status).toBe(404);
  });

  it('takes only so many working days, and only those addressees that there are', async () => {
    const draftId = await draft();
    expect(code(await sent(draftId, { workingDays: 2 }))).toBe('consultation.workingDaysOutside');
    expect(code(await sent(draftId, { workingDays: 60 }))).toBeUndefined();
    expect((await sent(draftId, { addressees: [] })).status).toBe(422);
    expect((await sent(draftId, { addressees: ['everybody'] })).status).toBe(422);
  });

  it('happens once for a double click', async () => {
    const draftId = await draft();
    const path = `/api/edition-drafts/${draftId}/consultations`;
    const key = newId();
    const first = await world.as('cityOffice').post(path, plan, key);
    const second = await world.as('cityOffice').post(path, plan, key);
    expect(second.body).toEqual(first.body);
  });

  it('puts a page on the public site if the public is asked, with what would change and the whole draft', async () => {
    const draftId = await draft((one) => ({
      ...one,
      items: content.items.map((item, at) => (at === 0 ? { ...item, text: '改过的要求' } : item)),
    }));
    const { body } = await sent(draftId, { addressees: ['public'] });
    const { body: record } = await world.as('cityOffice').get(`/api/consultations/${body.consultationId}`);
    const page = await world.nobody.get(`/public/${record.slug}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('改过的要求');
    expect(page.body).toContain(content.items[0]?.text);
    expect((await world.nobody.get('/public')).body).toContain(record.slug);
  });
});

describe('who is asked', () => {
  it('sees it; others find nothing at the address', async () => {
    const { path } = await sentOut();
    for (const asked of [world.as('dongquReviewer'), world.as('renheSignOff'), mine.visitor]) {
      expect((await asked.get(path)).status).toBe(200);
    }
    for (const inside of ['cityOffice', 'leadingGroup', 'auditor'] as const) {
      expect((await world.as(inside).get(path)).body).toMatchObject({ mayComment: false });
    }
    for (const stranger of [world.as('expertOne'), chemicals.visitor]) {
      expect((await stranger.get(path)).status).toBe(404);
      expect((await stranger.post(`${path}/comments`, { itemId: null, comment: '越权意见' })).status).toBe(404);
      expect(JSON.stringify((await stranger.get('/api/consultations')).body)).not.toContain(path.split('/').at(-1));
    }
  });

  it('may be the experts of the industry alone', async () => {
    const { path } = await sentOut({ addressees: ['experts'] });
    expect((await world.as('expertOne').get(path)).status).toBe(200);
    expect((await mine.visitor.get(path)).status).toBe(404);
    expect((await world.as('dongquReviewer').get(path)).status).toBe(404);
  });
});

describe('a comment', () => {
  const comment = (path: string, visitor: Visitor, itemId: string | null, text = '建议改为每半年一次。') =>
    visitor.post(`${path}/comments`, { itemId, comment: text });

  it('is made on an item or on the whole, and read by the own side and by the office', async () => {
    const { path } = await sentOut();
    const itemId = content.items[3]?.id ?? '';
    expect((await comment(path, mine.visitor, itemId)).status).toBe(200);
    expect((await comment(path, world.as('dongquReviewer'), null, '总体可行。')).status).toBe(200);
    const rows = async (visitor: Visitor) =>
      (await visitor.get(path)).body.rows.map((row: { comment: string }) => row.comment);
    expect(await rows(mine.visitor)).toEqual(['建议改为每半年一次。']);
    expect(await rows(world.as('dongquSignOff'))).toEqual(['总体可行。']);
    expect(await rows(world.as('renheReviewer'))).toEqual([]);
    expect(await rows(world.as('cityOffice'))).toEqual(['总体可行。', '建议改为每半年一次。']);
    expect(await audited('standards.comment')).toMatchObject({ side: 'body', itemId: null });
  });

  it('is refused on an item that the draft does not have, after the last day, and on a settled draft', async () => {
    const { draftId, path } = await sentOut();
    expect(code(await comment(path, mine.visitor, 'no-such-item'))).toBe('consultation.itemUnknown');
    expect((await comment(path, mine.visitor, null, ' ')).status).toBe(422);
    await owner(`update consultations set closes_on = '2026-08-31' where draft_id = $1`, [draftId]);
    expect(code(await comment(path, mine.visitor, null))).toBe('consultation.closed');
    await owner(`update consultations set closes_on = '2026-09-30' where draft_id = $1`, [draftId]);
    await settle(draftId, 'published');
    expect(code(await comment(path, mine.visitor, null))).toBe('consultation.draftSettled');
    expect((await comment(path, world.as('cityOffice'), null)).status).toBe(403);
  });

  it('may be about an item that the draft leaves out, and says what that item was', async () => {
    const [left] = content.items;
    const draftId = await draft((one) => ({ ...one, items: content.items.slice(1) }));
    const { body } = await sent(draftId);
    const path = `/api/consultations/${body.consultationId}`;
    expect((await comment(path, mine.visitor, left?.id ?? '', '建议保留。')).status).toBe(200);
    expect((await mine.visitor.get(path)).body.rows).toMatchObject([{ clause: left?.clause, itemText: left?.text }]);
  });

  it('is waited for at home until the own side has made one, and then waits there for the office', async () => {
    const waiting = async (visitor: Visitor, kind: string) =>
      (await visitor.get('/api/home')).body.waiting.find((line: { kind: string }) => line.kind === kind)?.count ?? 0;
    const asked = () => waiting(mine.visitor, 'home.consultation.to-comment');
    const toAnswer = () => waiting(world.as('cityOffice'), 'home.comment.to-answer');
    const [before, unanswered] = [await asked(), await toAnswer()];
    const { path } = await sentOut();
    expect(await asked()).toBe(before + 1);
    await comment(path, mine.visitor, null);
    expect([await asked(), await toAnswer()]).toEqual([before, unanswered + 1]);
  });

  it('that came by letter is recorded by the office, also after the last day', async () => {
    const { draftId, path } = await sentOut();
    await owner(`update consultations set closes_on = '2026-08-31' where draft_id = $1`, [draftId]);
    const letter = { itemId: null, comment: '请延长过渡期。', authorName: '路见平', authorOf: '市矿业协会' };
    expect((await world.as('cityOffice').post(`${path}/letters`, letter)).status).toBe(200);
    const { body } = await world.as('cityOffice').get(path);
    expect(body.rows).toMatchObject([{ side: 'letter', authorName: '路见平', recordedByName: '周综合' }]);
    expect((await world.as('dongquReviewer').get(path)).body.rows).toEqual([]);
  });
});

describe('every comment', () => {
  it('is answered with a reason, which its author reads, and may be answered otherwise until the draft is published', async () => {
    const { draftId, path } = await sentOut();
    const { body } = await mine.visitor.post(`${path}/comments`, { itemId: null, comment: '建议增加过渡期。' });
    const ruling = `/api/consultation-comments/${body.commentId}/ruling`;
    const office = world.as('cityOffice');
    const adopt = { before: null, ruling: 'adopted', reason: '已增加三个月过渡期。' };
    expect((await office.post(ruling, { ...adopt, reason: '' })).status).toBe(422);
    expect((await office.post(ruling, adopt)).status).toBe(200);
    expect((await mine.visitor.get(path)).body.rows[0]).toMatchObject({
      ruling: 'adopted',
      rulingReason: '已增加三个月过渡期。',
      ruledByName: '周综合',
    });
    expect(code(await office.post(ruling, adopt))).toBe('platform.stale');
    const reject = { before: 'adopted', ruling: 'not-adopted', reason: '与上位规定不一致。' };
    expect((await office.post(ruling, reject)).status).toBe(200);
    expect(await audited('standards.rule-on-comment')).toMatchObject({ before: 'adopted', ruling: 'not-adopted' });
    await settle(draftId, 'published');
    expect(code(await office.post(ruling, { ...adopt, before: 'not-adopted' }))).toBe('consultation.draftSettled');
    expect((await world.as('leadingGroup').post(ruling, adopt)).status).toBe(403);
  });

  it('keeps the draft from being published until it is answered, and so does a last day that is not over', async () => {
    const { draftId, path } = await sentOut();
    const { body } = await mine.visitor.post(`${path}/comments`, { itemId: null, comment: '建议增加过渡期。' });
    const finished = (today: string) =>
      world.app.runner.readAs(world.actors.cityOffice, (reader) =>
        consultationFinished(reader, CITY, draftId, today as never),
      );
    expect(await finished('2026-09-15')).toMatchObject({ error: { code: 'consultation.stillOpen' } });
    expect(await finished('2026-09-16')).toMatchObject({
      error: { code: 'consultation.unanswered', params: { count: 1 } },
    });
    const ruling = { before: null, ruling: 'adopted', reason: '同意。' };
    await world.as('cityOffice').post(`/api/consultation-comments/${body.commentId}/ruling`, ruling);
    expect(await finished('2026-09-16')).toMatchObject({ ok: true });
    const count = world.app.runner.readAs(world.actors.cityOffice, (reader) =>
      unansweredComments(reader, CITY, draftId),
    );
    expect(await count).toBe(0);
  });

  it('stands in the summary table with who made it, the item, ruling and reason', async () => {
    const { path } = await sentOut();
    const item = content.items[5];
    const { body } = await mine.visitor.post(`${path}/comments`, {
      itemId: item?.id ?? '',
      comment: '=建议改为每半年一次',
    });
    await world.as('cityOffice').post(`/api/consultation-comments/${body.commentId}/ruling`, {
      before: null,
      ruling: 'not-adopted',
      reason: '法规要求每季度一次。',
    });
    const { status, bytes } = await world.as('auditor').download(`${path}/comments-workbook`);
    expect(status).toBe(200);
    const workbook = await readWorkbook(bytes);
    const text = JSON.stringify(workbook);
    for (const part of ['银滩矿业', item?.clause ?? '', '=建议改为每半年一次', '不采纳', '法规要求每季度一次。']) {
      expect(text).toContain(part);
    }
    expect((await mine.visitor.get(`${path}/comments-workbook`)).status).toBe(403);
  });
});

describe('a remark on an item', () => {
  const remarks = (itemId: string) => `/api/editions/${editionHash}/items/${itemId}/remarks`;

  it('is collected for those who draft, counted by item, answered, and the answer is read by its author', async () => {
    const itemId = content.items[7]?.id ?? '';
    expect((await mine.visitor.post(remarks(itemId), { remark: '小型采场做不到。' })).status).toBe(200);
    expect((await world.as('dongquReviewer').post(remarks(itemId), { remark: '检查方法不清。' })).status).toBe(200);
    const own = await mine.visitor.get(`/api/editions/${editionHash}/own-remarks`);
    expect(own.body.rows).toMatchObject([{ itemId, remark: '小型采场做不到。', authorOf: '银滩矿业', outcome: null }]);
    const office = world.as('cityOffice');
    const counts = await office.get(`/api/editions/${editionHash}/remark-counts`);
    expect(counts.body.items).toEqual([{ itemId, total: 2, open: 2 }]);
    const { body } = await office.get('/api/item-remarks?state=open&industry=opencast-mine');
    expect(body).toMatchObject({ total: 2, rows: [{ clause: content.items[7]?.clause }, {}] });
    const answer = `/api/item-remarks/${body.rows[0].remarkId}/answer`;
    const taken = { before: null, outcome: 'adopted', reason: '新版已分规模提出要求。' };
    expect((await office.post(answer, taken)).status).toBe(200);
    expect(code(await office.post(answer, taken))).toBe('platform.stale');
    expect((await office.get(`/api/editions/${editionHash}/remark-counts`)).body.items[0]).toMatchObject({ open: 1 });
    const opinions = await mine.visitor.get('/api/own-opinions');
    expect(opinions.body.remarks).toMatchObject([{ outcome: 'adopted', outcomeReason: '新版已分规模提出要求。' }]);
    expect(JSON.stringify(opinions.body)).not.toContain('检查方法不清');
    expect(await audited('standards.answer-remark')).toMatchObject({ before: null, outcome: 'adopted' });
  });

  it('is refused on an unknown item or edition, without words, and from those who only look on', async () => {
    const itemId = content.items[0]?.id ?? '';
    expect((await mine.visitor.post(remarks('no-such-item'), { remark: '没有这一条。' })).status).toBe(404);
    const unknown = `/api/editions/${'0'.repeat(64)}/items/${itemId}/remarks`;
    expect((await mine.visitor.post(unknown, { remark: '没有这一版。' })).status).toBe(404);
    expect((await mine.visitor.post(remarks(itemId), { remark: '' })).status).toBe(422);
    expect((await world.as('auditor').post(remarks(itemId), { remark: '旁观者的意见。' })).status).toBe(403);
    expect((await mine.visitor.get('/api/item-remarks')).status).toBe(403);
    const answer = { before: null, outcome: 'adopted', reason: '同意。' };
    expect((await world.as('cityOffice').post(`/api/item-remarks/${newId()}/answer`, answer)).status).toBe(404);
  });
});
