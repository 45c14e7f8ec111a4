import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { searchText } from '#parties/enterprises/domain/search-text.ts';
import { json, sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { type Publishable, publishNotice } from '#process/public-notice/server/publish-notice.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { CITY, createWorld, type World } from '../../../tests/world.ts';

let world: World;
let campaignId: string;
let slug: string;

const XSS = '<script>alert(1)</script>"\'&矿业';
const names = [XSS, ...Array.from({ length: 24 }, (_, at) => `攀西第${at + 1}矿`)];
const publishable: Publishable = {
  columns: [
    { key: 'enterprise', label: '企业名称' },
    { key: 'class', label: '拟定类别' },
  ],
  list: async () =>
    names.map((enterprise) => ({ subjectType: 'thing', subjectId: newId(), cells: { enterprise, class: 'A 类' } })),
};

const get = async (url: string, cookie = '') =>
  world.app.http.inject({ method: 'GET', url, headers: cookie ? { cookie } : {} });
const postForm = async (fields: Record<string, string>, cookie = '') =>
  world.app.http.inject({
    method: 'POST',
    url: '/public/objections',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(cookie ? { cookie } : {}) },
    payload: new URLSearchParams(fields).toString(),
  });
const entryId = async (position = 2): Promise<string> =>
  (await world.database.owner.query('select entry_id from notice_entries where position = $1', [position])).rows[0]
    .entry_id;
const whole = async () => ({
  slug,
  key: newId(),
  entryId: await entryId(),
  name: '路见平',
  phone: '0812-3330000',
  grounds: '夜间无人值守，监测数据与现场不符。',
});
const objections = async () => (await world.database.owner.query('select * from objections')).rows;

beforeAll(async () => {
  world = await createWorld(new Date('2026-09-28T02:00:00Z'));
  campaignId = newId();
  await world.database.owner.query(
    toQuery(sql`insert into campaigns (city_id, campaign_id, name, scheme_hash, starts_on, ends_on, opened_at)
      select ${CITY}, ${campaignId}, 'c', scheme_hash, '2026-08-20', '2026-12-31', now() from schemes where city_id = ${CITY}`),
  );
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});
beforeEach(async () => {
  world.clock.set(new Date('2026-09-28T02:00:00Z'));
  await world.database.owner.query('delete from objections; delete from notice_entries; delete from notices');
  await world.database.owner.query('delete from publications; delete from public_classes');
  const subjects = await publishable.list(undefined as never, undefined as never, campaignId);
  const done = await world.app.runner.runAs(
    world.actors.cityOffice,
    publishNotice({ ...publishable, list: async () => subjects }),
    {
      params: { campaignId },
      query: undefined,
      body: {
        title: '第一批公示',
        introduction: '现予公示。\n请监督。',
        workingDays: 7,
        subjectIds: subjects.map((subject) => subject.subjectId),
      },
    },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  slug = done.value.slug;
});

describe('the public site', () => {
  it('lists open notices and shows one whole, without a script and without an account', async () => {
    const home = await get('/public');
    expect(home.statusCode).toBe(200);
    expect(home.body).toContain(`href="/public/${slug}">第一批公示</a>`);
    expect(home.body).toContain('异议截止 2026年10月13日');
    const page = await get(`/public/${slug}`);
    expect(page.body).toContain('攀西第24矿');
    expect(page.body).toContain('action="/public/objections#objection"');
    expect(page.body).not.toContain('<script');
  });

  it('shows text as text, whatever is in it', async () => {
    const page = await get(`/public/${slug}`);
    expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;矿业');
    const found = await get(`/public/query?name=${encodeURIComponent('"><script>alert(2)</script>')}`);
    expect(found.body).not.toContain('<script>');
    const finding = await get(`/public/${slug}?find=${encodeURIComponent('"><img src=x>')}`);
    expect(finding.body).not.toContain('<img');
  });

  it('finds rows in a long list and says how many there are', async () => {
    const page = await get(`/public/${slug}?find=${encodeURIComponent('第2')}`);
    expect(page.body).toContain('名单共 25 行');
    expect(page.body).toContain('攀西第2矿');
    expect(page.body).not.toContain('攀西第3矿');
  });

  it('leads from a row to the form with the row chosen', async () => {
    const id = await entryId(3);
    const page = await get(`/public/${slug}?row=${id}`);
    expect(page.body).toContain(`<option value="${id}" selected>`);
  });

  it('takes an objection and gives its number', async () => {
    const answer = await postForm(await whole());
    expect(answer.statusCode).toBe(200);
    const [objection] = await objections();
    expect(answer.body).toContain(objection.number);
    expect(objection).toMatchObject({ objector_name: '路见平', state: 'received' });
  });

  it('counts a form that is sent twice once', async () => {
    const form = await whole();
    const [first, second] = await Promise.all([postForm(form), postForm(form)]);
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(await objections()).toHaveLength(1);
    expect((await postForm(form)).body).toContain((await objections())[0].number);
  });

  it('keeps what was written and tells what is wrong with it, in words', async () => {
    const answer = await postForm({ ...(await whole()), phone: '无', grounds: '短<b>' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="路见平"');
    expect(answer.body).toContain('短&lt;b&gt;');
    expect(answer.body).toContain('请填电话号码');
    expect(answer.body).toContain('太短，至少 10 个字。');
    expect(answer.body).toContain(`<option value="${await entryId()}" selected>`);
    expect(await objections()).toHaveLength(0);
    const english = await postForm({ ...(await whole()), name: '' }, 'lang=en');
    expect(english.body).toContain('Please mend the following');
  });

  it('tells how to fill an empty form, every field at once', async () => {
    const answer = await postForm({ slug });
    expect(answer.statusCode).toBe(422);
    for (const field of ['entryId', 'name', 'phone', 'grounds']) expect(answer.body).toContain(`id="${field}-wrong"`);
    expect(answer.body).not.toMatch(/input\.\w+/);
  });

  it('takes no objection after the last day, keeping what was written, and offers no form any more', async () => {
    const form = await whole();
    world.clock.set(new Date('2026-10-13T16:01:00Z'));
    const answer = await postForm(form);
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('不再受理异议');
    expect(answer.body).toContain('夜间无人值守');
    expect((await get(`/public/${slug}`)).body).not.toContain('action="/public/objections');
    expect(await objections()).toHaveLength(0);
  });

  it('shows nothing of objectors anywhere', async () => {
    await postForm(await whole());
    for (const path of ['/public', `/public/${slug}`, `/public/${slug}/data.json`, '/public/query?name=pxd']) {
      const { body } = await get(path);
      expect(body).not.toContain('路见平');
      expect(body).not.toContain('3330000');
    }
  });

  it('gives the data of a page as a file whose SHA-256 is the digest on the page', async () => {
    const { rawPayload } = await get(`/public/${slug}/data.json`);
    const digest = createHash('sha256').update(rawPayload).digest('hex');
    expect((await get(`/public/${slug}`)).body).toContain(digest);
  });

  it('tells how to recompute a draw, and leads from the pool to the result and back', async () => {
    const content = { paragraphs: [], facts: [], tables: [], files: [] };
    const [pool, result] = [newId(), newId()];
    for (const [id, name, next] of [
      [result, 'draw-1-result', null],
      [pool, 'draw-1', result],
    ] as const)
      await world.database.owner.query(
        toQuery(sql`insert into publications (city_id, publication_id, slug, kind, title, published_at, content, digest, superseded_by)
          values (${CITY}, ${id}, ${name}, 'draw', ${`标题 ${name}`}, now(), ${json(content)}, ${'0'.repeat(64)}, ${next})`),
      );
    expect((await get('/public/draw-1')).body).toContain(
      '后续公布：<a href="/public/draw-1-result">标题 draw-1-result</a>',
    );
    const { body } = await get('/public/draw-1-result');
    expect(body).toContain('此前公布：<a href="/public/draw-1">标题 draw-1</a>');
    expect(body).toContain('href="/public/recompute"');
    expect((await get('/public/recompute')).body).toContain('anping-draw-v1');
    expect((await get('/public/recompute', 'lang=en')).body).toContain('lowest tickets');
  });

  it('offers the list as a workbook and as a document', async () => {
    const sheet = await get(`/public/${slug}/table.xlsx`);
    const read = await readWorkbook(sheet.rawPayload);
    if (!read.ok) throw new Error(read.error.code);
    const rows = read.value.sheets[0]?.rows ?? [];
    expect(rows.slice(-1)[0]?.cells).toMatchObject({ A: { value: '25' }, B: { value: '攀西第24矿' } });
    const document = await get(`/public/${slug}/table.pdf`);
    expect(document.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(document.rawPayload.equals((await get(`/public/${slug}/table.pdf`)).rawPayload)).toBe(true);
    expect((await get(`/public/${slug}/table.exe`)).statusCode).toBe(404);
  });

  it('leads from a notice to its corrections', async () => {
    await postForm(await whole());
    const [{ objection_id: id }] = await objections();
    await world
      .as('cityOffice')
      .post(`/api/objections/${id}/ruling`, { ruling: 'upheld', reason: '经现场核查，情况属实并有照片为证。' });
    const page = await get(`/public/${slug}`);
    const [, address] = /href="(\/public\/[\w-]+-correction-[\w-]+)"/.exec(page.body) ?? [];
    expect((await get(address ?? '')).body).toContain('异议经核查成立');
  });

  it('says so where there is no page, at any depth', async () => {
    for (const path of [
      '/public/nothing',
      '/public/nothing/at/all',
      '/public/nothing/data.json',
      `/public/${slug}/files/7`,
    ]) {
      const answer = await get(path);
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('没有这个页面');
    }
  });

  it('switches to large type and to English, and leads back to the page, never to another site', async () => {
    const large = await get(`/public/settings?large=1&back=${encodeURIComponent(`/public/${slug}?find=%E7%AC%AC2`)}`);
    expect(large.statusCode).toBe(303);
    expect(large.headers.location).toBe(`/public/${slug}?find=%E7%AC%AC2`);
    expect(String(large.headers['set-cookie'])).toContain('large=1');
    expect((await get(`/public/${slug}`, 'large=1')).body).toContain('class="large"');
    expect((await get('/public', 'lang=en')).body).toContain('Look up the class of an enterprise');
    for (const back of ['https://evil.example', '//evil.example', '/\\evil.example', '/publicevil', '/public/\r\nx: y'])
      expect((await get(`/public/settings?lang=en&back=${encodeURIComponent(back)}`)).headers.location).toBe('/public');
  });

  it('tells who sends too often to wait, and keeps what was written', async () => {
    const strict = await createWorld(new Date('2026-09-28T02:00:00Z'), { publicRequestsPerMinute: 1 });
    try {
      const content = {
        paragraphs: [],
        facts: [],
        tables: [],
        files: [],
        objections: { noticeId: newId(), until: '2026-10-13', note: '' },
      };
      await strict.database.owner.query(
        toQuery(sql`insert into publications (city_id, publication_id, slug, kind, title, published_at, content, digest)
          values (${CITY}, ${newId()}, 'notice-1', 'notice', '公示', now(), ${JSON.stringify(content)}, 'x')`),
      );
      const post = () =>
        strict.app.http.inject({
          method: 'POST',
          url: '/public/objections',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ slug: 'notice-1', grounds: '写了很久的理由' }).toString(),
        });
      expect((await post()).statusCode).toBe(422);
      const second = await post();
      expect(second.statusCode).toBe(429);
      expect(second.body).toContain('请过一分钟再试');
      expect(second.body).toContain('写了很久的理由');
    } finally {
      await strict.close();
    }
  });
});

describe('the query of classes', () => {
  const decided = async (cityId: number, enterprise: string, unit: string, until = '2029-12-24') =>
    world.database.owner.query(
      toQuery(sql`insert into public_classes (city_id, decision_id, enterprise_name, unit_name, division_name, industry_name, class_name, class_colour, class_meaning,
          list_number, list_slug, edition_title, valid_from, valid_until, search_text)
        values (${cityId}, ${newId()}, ${enterprise}, ${unit}, '仁和区', '尾矿库', 'B 类', '#1f5fbf', '较好', '攀应急评认〔2026〕1号', 'list-2026-1', 'e', '2026-12-24', ${until},
          ${searchText([enterprise, unit], '915104001234567890')})`),
    );

  it('finds a unit by part of a name, by pinyin initials and by credit code', async () => {
    await decided(CITY, '攀枝花市红岩矿业有限公司', '一号尾矿库');
    for (const text of ['红岩', 'hyky', 'hongyan', '91510400123456', '红岩 一号']) {
      const { body } = await get(`/public/query?name=${encodeURIComponent(text)}`);
      expect(body).toContain('攀枝花市红岩矿业有限公司');
      expect(body).toContain('/public/list-2026-1');
    }
    expect((await get(`/public/query?name=${encodeURIComponent('红石')}`)).body).toContain('没有与“红石”相符');
    expect((await get(`/public/query?name=${encodeURIComponent('%')}`)).body).toContain('没有与“%”相符');
  });

  it('marks a class whose validity is over', async () => {
    await decided(CITY, '红岩', '旧库', '2026-09-27');
    expect((await get('/public/query?name=hy')).body).toContain('已到期');
  });

  it('never shows another city', async () => {
    await decided(510500, '泸州红岩', '库');
    await world.database.owner.query(
      toQuery(sql`insert into publications (city_id, publication_id, slug, kind, title, published_at, content, digest)
        values (510500, ${newId()}, 'notice-luzhou', 'notice', '泸州公示', now(), '{"paragraphs":[],"facts":[],"tables":[],"files":[]}', 'x')`),
    );
    expect((await get('/public/query?name=hy')).body).not.toContain('泸州');
    expect((await get('/public')).body).not.toContain('泸州');
    expect((await get('/public/notice-luzhou')).statusCode).toBe(404);
  });
});
