import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { refreshCalendars } from '#app/refresh-calendars.ts';
import { plainDate } from '#lib/plain-date.ts';
import { addWorkingDays } from '#support/calendar/domain/working-days.ts';
import { calendarOf, forgetImported } from '#support/calendar/server/working-calendar.ts';
import { writeWorkbook } from '#support/documents/xlsx/write-workbook.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(async () => {
  await world.database.owner.query('delete from calendar_years');
  forgetImported();
});

/** A calendar that nobody has announced yet. */
const next = {
  year: 2027,
  holidays: [
    '01-01',
    '02-06',
    '02-07',
    '02-08',
    '04-05',
    '05-01',
    '05-02',
    '06-09',
    '09-15',
    '10-01',
    '10-02',
    '10-03',
    '10-04',
  ].map((day) => `2027-${day}`),
  makeUpWorkdays: ['2027-10-09'],
  source: '国办发明电〔2026〕12号',
  reason: '',
  baseVersion: 0,
};
const enter = (change: object = {}, key?: string) =>
  world.as('administrator').post('/api/calendar-years', { ...next, ...change }, key);
const read = async () => (await world.as('auditor').get('/api/calendar-years')).body;
const lastDay = (from: string, count: number) => addWorkingDays(calendarOf(CITY), plainDate(from), count);

describe('the calendar of a year that the program does not have yet', () => {
  it('counts as soon as an administrator has entered it, and stands in the audit log', async () => {
    expect(lastDay('2027-09-30', 3)).toMatchObject({ ok: false, error: { code: 'calendar.yearNotPublished' } });
    expect((await read()).missing).toEqual([2027]);
    expect(await enter()).toMatchObject({ status: 200, body: { year: 2027, version: 1 } });
    // Friday to Monday are free, then 5, 6, 7 October.
    expect(lastDay('2027-09-30', 3)).toEqual({ ok: true, value: '2027-10-07' });
    // Saturday 9 is worked in exchange.
    expect(lastDay('2027-09-30', 5)).toEqual({ ok: true, value: '2027-10-09' });
    expect(calendarOf(CITY).edition).toContain('2027: 国办发明电〔2026〕12号 #1');
    const { missing, years, entries } = await read();
    expect(missing).toEqual([]);
    expect(years[0]).toMatchObject({
      year: 2027,
      origin: 'entered',
      version: 1,
      differs: false,
      holidays: next.holidays,
    });
    expect(entries).toMatchObject([{ year: 2027, version: 1, enteredBy: '安静', holidayCount: 13, makeUpCount: 1 }]);
    const log = await world.as('auditor').get('/api/audit-entries?command=calendar.enter');
    expect(log.body.rows).toMatchObject([{ subjectType: 'calendar-year', subjectId: '2027', actorName: '安静' }]);
  });

  it('is in force again after a restart and on another node', async () => {
    await enter();
    forgetImported();
    expect(lastDay('2027-09-30', 1).ok).toBe(false);
    await refreshCalendars(world.app.runner, [{ city_id: CITY }]);
    expect(lastDay('2027-09-30', 1)).toEqual({ ok: true, value: '2027-10-05' });
  });

  it('is entered once by a double click, and by two administrators only once', async () => {
    const twice = await Promise.all([enter({}, 'calendar-key-1'), enter({}, 'calendar-key-1')]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const rivals = await Promise.all([
      enter({ baseVersion: 1, reason: '更正中秋安排', makeUpWorkdays: [] }),
      enter({ baseVersion: 1, reason: '更正中秋安排', makeUpWorkdays: ['2027-10-10'] }),
    ]);
    expect(rivals.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read()).entries).toHaveLength(2);
  });

  it('belongs to one city', async () => {
    await enter();
    expect(addWorkingDays(calendarOf(CITY + 1), plainDate('2027-09-30'), 1).ok).toBe(false);
  });
});

describe('the correction of a calendar', () => {
  it('of a year that was announced needs a reason, and then counts', async () => {
    const correction = { ...next, year: 2026, baseVersion: 0 };
    const { years } = await read();
    const { holidays, makeUpWorkdays } = years.find(({ year }: { year: number }) => year === 2026);
    expect(await enter({ ...correction, holidays, makeUpWorkdays })).toMatchObject({
      status: 409,
      body: { fault: { code: 'calendar.unchanged' } },
    });
    const changed = { ...correction, holidays: [...holidays, '2026-11-27'], makeUpWorkdays };
    expect(await enter(changed)).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'reason', code: 'calendar.reasonMissing' }] } },
    });
    expect(lastDay('2026-11-26', 1)).toEqual({ ok: true, value: '2026-11-27' });
    expect((await enter({ ...changed, reason: '国办补充通知调整' })).status).toBe(200);
    expect(lastDay('2026-11-26', 1)).toEqual({ ok: true, value: '2026-11-30' });
    expect((await read()).years[0]).toMatchObject({ year: 2026, origin: 'entered', differs: true });
  });

  it('is refused against a page that is out of date', async () => {
    await enter();
    expect(await enter({ makeUpWorkdays: [], reason: '更正调休安排' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'platform.stale' } },
    });
  });
});

describe('what is no calendar', () => {
  it.each([
    ['a day of another year', { holidays: [...next.holidays, '2026-12-31'] }, 'holidays.13', 'calendar.otherYear'],
    ['a weekday worked in exchange', { makeUpWorkdays: ['2027-03-01'] }, 'makeUpWorkdays.0', 'calendar.workedAnyway'],
    [
      'a year without National Day',
      { holidays: next.holidays.slice(0, 9) },
      'holidays',
      'calendar.fixedHolidayMissing',
    ],
    ['a day that does not exist', { holidays: ['2027-02-30'] }, 'holidays.0', 'input.notADay'],
    ['a notice without number', { source: '国务院通知' }, 'source', 'calendar.documentNumber'],
    ['a year in full-width digits', { year: '２０２７' }, 'year', 'input.fullWidth'],
  ])('is refused: %s', async (_, change, path, code) => {
    const answer = await enter(change);
    expect(answer.status).toBe(422);
    expect(answer.body.fault.issues).toContainEqual(expect.objectContaining({ path, code }));
    expect((await read()).entries).toEqual([]);
  });

  it('is entered by administrators only', async () => {
    for (const member of ['cityOffice', 'auditor', 'dongquReviewer'] as const) {
      expect((await world.as(member).post('/api/calendar-years', next)).status).toBe(403);
    }
    expect((await world.as('dongquReviewer').get('/api/calendar-years')).status).toBe(403);
  });
});

describe('a table that is looked at first', () => {
  const preview = (name: string, bytes: Uint8Array) =>
    world.as('administrator').upload('/api/calendar-years/preview', { name, type: 'application/octet-stream', bytes });
  const cells = [...next.holidays.map((day) => [day, '放假']), ...next.makeUpWorkdays.map((day) => [day, '调休上班'])];
  const csv = ['日期,类型', ...cells.map((row) => row.join(','))].join('\r\n');
  const { year, holidays, makeUpWorkdays } = next;

  it('is read from CSV in UTF-8 and in the encoding of a Chinese Windows, and keeps nothing', async () => {
    const expected = { status: 200, body: { year, holidays, makeUpWorkdays, findings: [] } };
    expect(await preview('2027.csv', Buffer.from(`\uFEFF${csv}`))).toMatchObject(expected);
    // 日期,类型 / 放假 / 调休上班 in GB 18030.
    const gb: Readonly<Record<string, string>> = {
      日: 'c8d5',
      期: 'c6da',
      类: 'c0e0',
      型: 'd0cd',
      放: 'b7c5',
      假: 'bcd9',
      调: 'b5f7',
      休: 'd0dd',
      上: 'c9cf',
      班: 'b0e0',
    };
    const encoded = Buffer.concat(
      [...csv].map((sign) => (gb[sign] ? Buffer.from(gb[sign], 'hex') : Buffer.from(sign))),
    );
    expect(await preview('2027.csv', encoded)).toMatchObject(expected);
    expect((await read()).entries).toEqual([]);
    expect((await world.as('auditor').get('/api/audit-entries?command=calendar.preview')).body.total).toBe(0);
  });

  it('is read from a workbook', async () => {
    const bytes = await writeWorkbook({
      title: '工作日历',
      madeAt: world.clock.now(),
      sheets: [
        {
          name: '2027',
          title: '2027年工作日历',
          columns: [
            { header: '日期', width: 14, kind: 'text' },
            { header: '类型', width: 14, kind: 'text' },
          ],
          rows: cells,
        },
      ],
    });
    expect(await preview('2027.xlsx', bytes)).toMatchObject({ body: { year, holidays, makeUpWorkdays, findings: [] } });
  });

  it('comes back with the cells that are wrong', async () => {
    const wrong = csv.replace('2027-02-08,放假', '2027-02-08,放半天');
    expect((await preview('2027.csv', Buffer.from(wrong))).body.findings).toMatchObject([
      { path: 'B5', code: 'calendar.kindUnknown', params: { value: '放半天' } },
    ]);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'xlsx.empty'],
    ['a document', Buffer.from('%PDF-1.7'), 'xlsx.notAZip'],
    ['two megabytes', Buffer.alloc(2_000_000, 'a'), 'file.tooLarge'],
  ])('is refused when it is %s', async (_, bytes, code) => {
    const answer = await preview('x.xlsx', bytes);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body.fault.code).toBe(code);
  });
});
