import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carryOutWhatIsDue } from '#app/due.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import { clearedSubjects } from './cleared-subjects.ts';
import { type Publishable, publishNotice } from './publish-notice.ts';

let world: World;
let campaignId: string;
let ready: { subjectType: string; subjectId: string; cells: Record<string, string> }[];

const publishable: Publishable = {
  columns: [
    { key: 'unit', label: '评估单元' },
    { key: 'class', label: '拟定类别' },
  ],
  list: async () => ready,
};
const row = (unit: string) => ({ subjectType: 'thing', subjectId: newId(), cells: { unit, class: 'A 类' } });

const publishAll = (workingDays = 7, subjectIds = ready.map((each) => each.subjectId)) =>
  world.app.runner.runAs(world.actors.cityOffice, publishNotice(publishable), {
    params: { campaignId },
    query: undefined,
    body: { title: '公示', introduction: '现予公示。', workingDays, subjectIds },
  });
const entries = async (): Promise<{ entry_id: string; subject_id: string; state: string }[]> =>
  (await world.database.owner.query('select entry_id, subject_id, state from notice_entries order by position')).rows;
const stateOf = async (subjectId: string) => (await entries()).find((entry) => entry.subject_id === subjectId)?.state;
const entryOf = async (subjectId: string) =>
  (await entries()).find((entry) => entry.subject_id === subjectId)?.entry_id ?? '';
const objectTo = async (subjectId: string) =>
  world.nobody.post('/api/public/objections', {
    entryId: await entryOf(subjectId),
    name: '路见平',
    phone: '0812-3330000',
    grounds: '夜间无人值守，监测数据与现场不符。',
  });
const rule = async (ruling: 'upheld' | 'dismissed', nth = 0) => {
  const { rows } = await world.database.owner.query('select objection_id from objections order by received_at, number');
  return world
    .as('cityOffice')
    .post(`/api/objections/${rows[nth].objection_id}/ruling`, { ruling, reason: '经现场核查，情况属实并有照片为证。' });
};
const scan = () => world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
const cleared = async () =>
  (
    await world.app.runner.readAs(systemActor(CITY), (reader) => clearedSubjects(reader, CITY, campaignId, 'thing'))
  ).map((subject) => subject.subjectId);

beforeAll(async () => {
  world = await createWorld(new Date('2026-09-28T02:00:00Z'));
  campaignId = newId();
  await world.database.owner.query(
    toQuery(sql`insert into campaigns (city_id, campaign_id, name, scheme_hash, starts_on, ends_on, opened_at)
      select ${CITY}, ${campaignId}, 'c', scheme_hash, '2026-08-20', '2026-12-31', now() from schemes where city_id = ${CITY}`),
  );
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(new Date('2026-09-28T02:00:00Z'));
  await world.database.owner.query('delete from objections; delete from notice_entries; delete from notices');
  ready = [row('一号采场'), row('二号采场'), row('三号采场')];
});

describe('public notice', () => {
  it('runs for working days: seven from 28 September 2026 end after the National Day holiday and its make-up days', async () => {
    const done = await publishAll();
    // 29, 30 September; 1–7 October are holidays; 8, 9, 10 (make-up Saturday), 12, 13 October.
    expect(done).toMatchObject({ ok: true, value: { closesOn: '2026-10-13' } });
  });

  it('freezes what the public reads, and the public reader sees it without an account', async () => {
    const done = await publishAll();
    if (!done.ok) throw new Error('not published');
    const page = await world.database.publicReader.query(
      'select title, content, digest from publications where slug = $1',
      [done.value.slug],
    );
    expect(page.rows[0].content.tables[0].rows.map((each: Record<string, string>) => each.unit)).toEqual([
      '一号采场',
      '二号采场',
      '三号采场',
    ]);
    await expect(world.database.publicReader.query('select * from objections')).rejects.toThrow(/permission denied/);
  });

  it('refuses a window outside what the scheme allows, and rows that are no longer ready', async () => {
    expect(await publishAll(4)).toMatchObject({
      ok: false,
      error: { kind: 'issues', issues: [{ path: 'workingDays', code: 'notice.workingDaysOutside' }] },
    });
    expect(await publishAll(7, [newId()])).toMatchObject({ ok: false, error: { code: 'notice.rowsChanged' } });
  });

  it('refuses a window that reaches into a year without a published calendar', async () => {
    world.clock.set(new Date('2026-12-28T02:00:00Z'));
    expect(await publishAll()).toMatchObject({
      ok: false,
      error: { code: 'calendar.yearNotPublished', params: { year: 2027 } },
    });
  });

  it('clears all rows at the end of the last day when nobody objects, and not before', async () => {
    await publishAll();
    world.clock.set(new Date('2026-10-13T15:59:00Z'));
    await scan();
    expect(await cleared()).toEqual([]);
    world.clock.set(new Date('2026-10-13T16:01:00Z'));
    await scan();
    expect((await cleared()).sort()).toEqual(ready.map((each) => each.subjectId).sort());
  });

  it('holds up only the row objected to, until the objection is ruled on', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    expect(await objectTo(first.subjectId)).toMatchObject({
      status: 200,
      body: { number: expect.stringContaining('2026') },
    });
    world.clock.set(new Date('2026-10-14T02:00:00Z'));
    await scan();
    expect(await stateOf(first.subjectId)).toBe('open');
    expect(await cleared()).toHaveLength(2);
    expect(await rule('dismissed')).toMatchObject({ status: 200 });
    expect(await cleared()).toHaveLength(3);
  });

  it('takes the row off at once when an objection is upheld, and publishes a correction', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    await objectTo(first.subjectId);
    expect(await rule('upheld')).toMatchObject({ status: 200, body: { state: 'upheld' } });
    expect(await stateOf(first.subjectId)).toBe('upheld');
    const corrections = await world.database.publicReader.query(
      `select title from publications where kind = 'correction'`,
    );
    expect(corrections.rows).toHaveLength(1);
    expect(await rule('dismissed')).toMatchObject({ status: 409, body: { fault: { code: 'objection.ruledAlready' } } });
  });

  it('keeps a telephone number typed in full-width signs as digits that can be dialled', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    const entryId = await entryOf(first.subjectId);
    const answer = await world.nobody.post('/api/public/objections', {
      entryId,
      name: '路见平',
      phone: '　０８１２－３３３００００ ',
      grounds: '夜间无人值守，监测数据与现场不符。',
    });
    expect(answer.status).toBe(200);
    const { rows } = await world.database.owner.query('select objector_phone from objections where entry_id = $1', [
      entryId,
    ]);
    expect(rows).toEqual([{ objector_phone: '0812-3330000' }]);
  });

  it('takes objections until the end of the last day only, and tells what is wrong with one', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    const entryId = await entryOf(first.subjectId);
    expect(
      await world.nobody.post('/api/public/objections', { entryId, name: '', phone: 'x', grounds: '短' }),
    ).toMatchObject({
      status: 422,
      body: {
        fault: {
          issues: [
            { path: 'name', code: 'input.required' },
            { path: 'phone' },
            { path: 'grounds', code: 'input.tooShort' },
          ],
        },
      },
    });
    expect(
      await world.nobody.post('/api/public/objections', {
        entryId,
        name: '路见平',
        phone: '12345',
        grounds: '夜间无人值守，监测数据与现场不符。',
      }),
    ).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'phone', code: 'objection.phoneShort' }] } },
    });
    world.clock.set(new Date('2026-10-13T17:00:00Z'));
    expect(await objectTo(first.subjectId)).toMatchObject({
      status: 409,
      body: { fault: { code: 'objection.windowClosed' } },
    });
  });

  it('lets nobody but the city office rule', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    await objectTo(first.subjectId);
    const { rows } = await world.database.owner.query('select objection_id from objections');
    const path = `/api/objections/${rows[0].objection_id}/ruling`;
    for (const member of ['dongquReviewer', 'auditor', 'leadingGroup', 'administrator'] as const) {
      expect(await world.as(member).post(path, { ruling: 'upheld', reason: '经现场核查，情况属实。' })).toMatchObject({
        status: 403,
      });
    }
    expect(await world.nobody.post(path, { ruling: 'upheld', reason: '经现场核查，情况属实。' })).toMatchObject({
      status: 401,
    });
  });

  it('records who did what to what', async () => {
    await publishAll();
    const [first] = ready as [(typeof ready)[0]];
    await objectTo(first.subjectId);
    await rule('dismissed');
    const { rows } = await world.database.owner.query(
      `select command, actor_name from audit_entries where command like 'public-notice.%' order by recorded_at desc limit 3`,
    );
    expect(rows).toEqual([
      { command: 'public-notice.rule-on-objection', actor_name: '周综合' },
      { command: 'public-notice.object', actor_name: '公众' },
      { command: 'public-notice.publish-notice', actor_name: '周综合' },
    ]);
  });
});
