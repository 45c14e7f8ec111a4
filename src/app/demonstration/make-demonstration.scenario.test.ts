import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useLowestPasswordCost } from '#parties/people/server/passwords.ts';
import { createWorld } from '../../../tests/world.ts';
import { citiesOf } from '../application.ts';
import { capture } from '../cli/capture.ts';
import { makeIn } from '../cli/demo.ts';
import { DEMONSTRATION_PASSWORD } from './accounts.ts';
import { DEMONSTRATION_DAY } from './days.ts';
import { CITY, make, openPlace, PLAN, type Place } from './testing/place.ts';

const countsOf = async ({ database }: Place): Promise<Record<string, number>> => {
  const { rows } = await database.owner.query<{ name: string; count: string }>(`
    select 'audit ' || command as name, count(*) from audit_entries group by command
    union all select 'declaration ' || state, count(*) from declarations group by state
    union all select 'review ' || state, count(*) from reviews group by state
    union all select 'batch ' || state, count(*) from batches group by state
    union all select 'draw ' || state, count(*) from draws group by state
    union all select 'verification ' || cause || ' ' || state, count(*) from verifications group by cause, state
    union all select 'settled ' || basis || case when superseded_at is null then '' else ' superseded' end, count(*) from settled_classes group by 1
    union all select 'notice ' || state, count(*) from notices group by state
    union all select 'entry ' || state, count(*) from notice_entries group by state
    union all select 'objection ' || state, count(*) from objections group by state
    union all select 'adoption ' || state, count(*) from adoptions group by state
    union all select 'decisions', count(*) from decisions
    union all select 'standard ' || state, count(*) from edition_drafts group by state
    union all select 'consultation ' || case when closes_on < '${DEMONSTRATION_DAY}' then 'closed' else 'open' end, count(*) from consultations group by 1
    union all select 'comment ' || side || ' ' || coalesce(ruling, 'open'), count(*) from consultation_comments group by 1
    union all select 'remark ' || side || ' ' || coalesce(outcome, 'open'), count(*) from item_remarks group by 1
    union all select 'revision ' || state, count(*) from edition_revisions group by state
    union all select 'revised ' || outcome, count(*) from edition_revision_units group by outcome
    union all select 'change of the register ' || state, count(*) from register_changes group by state
    union all select 'move ' || cause || ' ' || rule, count(*) from declaration_moves group by cause, rule
    union all select 'accounts', count(*) from accounts
    union all select 'evidence', count(*) from evidence
    union all select 'facts', count(*) from supervision_facts`);
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
};

let whole: Place;
let counts: Record<string, number>;
beforeAll(async () => {
  useLowestPasswordCost();
  whole = await openPlace();
  await make(whole);
  whole.app.useCity(CITY);
  counts = await countsOf(whole);
}, 120_000);
afterAll(() => whole.close());

describe('the demonstration city', () => {
  it('has units in every state of the process', () => {
    for (const name of [
      'declaration not-started',
      'declaration draft',
      'declaration to-sign',
      'declaration submitted',
      'declaration returned',
      'review pending',
      'review reviewing',
      'review proposed',
      'review signed',
      'review transmitted',
      'review returned',
      'batch sent',
      'batch received',
      'draw frozen',
      'draw drawn',
      'verification drawn submitted',
      'verification drawn to-assign',
      'verification drawn confirmed',
      'verification objection assigned',
      'verification objection to-assign',
      'settled verified',
      'settled reviewed-kept',
      'notice open',
      'notice closed',
      'entry open',
      'entry cleared',
      'entry upheld',
      'objection received',
      'objection dismissed',
      'objection upheld',
      'adoption signed',
      'adoption prepared',
      'decisions',
      'evidence',
      'facts',
      'standard drafting',
      'standard published',
      'consultation open',
      'consultation closed',
      'comment expert adopted',
      'comment enterprise not-adopted',
      'comment enterprise open',
      'comment letter open',
      'remark body adopted',
      'remark body open',
      'remark expert open',
      'remark enterprise open',
      'revision carried-out',
      'revision ordered',
      'revised returned',
      'revised decided',
      'change of the register pending',
      'change of the register approved',
      'change of the register refused',
      'move register-change moves',
      'move direction expects',
    ])
      expect([name, counts[name] ?? 0]).toEqual([name, expect.toSatisfy((count) => count > 0)]);
  });

  it('is a demonstration for good, on its day, and ready', async () => {
    expect(await citiesOf(whole.database.app)).toMatchObject([
      { demonstration: true, demonstration_ready: true, demonstration_date: DEMONSTRATION_DAY },
    ]);
    await expect(
      whole.database.owner.query('update cities set demonstration = false, demonstration_date = null'),
    ).rejects.toThrow('cannot be changed');
  });

  it('keeps one password hash for all, and no code or password among the remembered answers', async () => {
    const { rows: hashes } = await whole.database.owner.query(
      'select count(distinct password_hash)::int as count from accounts where password_hash is not null and login <> $1',
      ['admin'],
    );
    expect(hashes[0].count).toBeLessThanOrEqual(3);
    const { rows } = await whole.database.owner.query(
      // What is wrong with a draft is told by codes too.
      `select command from idempotency_keys where command <> 'standards.save-draft' and answer::text like '%code%' or answer::text like '%argon2%'`,
    );
    expect(rows).toEqual([]);
  });

  it('lets every person of the sign-in page in, who then finds a home and, but for the auditor, something to do or to wait for', async () => {
    const persons = await whole.app.http.inject({ url: '/api/demo/persons' });
    const keys = persons.json().map(({ key }: { key: string }) => key);
    expect(keys).toHaveLength(14);
    for (const key of keys) {
      const entered = await whole.app.http.inject({
        method: 'POST',
        url: '/api/demo/session',
        headers: { 'idempotency-key': randomUUID() },
        payload: { key },
      });
      expect([key, entered.statusCode]).toEqual([key, 200]);
      const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
      const home = await whole.app.http.inject({ url: '/api/home', headers: { cookie } });
      expect([key, home.statusCode, home.json().today]).toEqual([key, 200, DEMONSTRATION_DAY]);
    }
  });

  it('takes the password that is told to the operator', async () => {
    const answer = await whole.app.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'idempotency-key': randomUUID() },
      payload: { login: 'zonghe1', password: DEMONSTRATION_PASSWORD },
    });
    expect([answer.statusCode, answer.json().mustChangePassword]).toEqual([200, false]);
  });
});

const enter = async (key: string) => {
  const entered = await whole.app.http.inject({
    method: 'POST',
    url: '/api/demo/session',
    headers: { 'idempotency-key': randomUUID() },
    payload: { key },
  });
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
  const get = async (url: string) => (await whole.app.http.inject({ url, headers: { cookie } })).json();
  return { get, campaignId: entered.json().campaign.id as string };
};

type Line = { kind: string; count: number; href: string };
const counted = (lines: readonly Line[], kind: string): number =>
  lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.count, 0);

describe('the standards of the demonstration', () => {
  interface DraftLine {
    draftId: string;
    faultCount: number;
  }
  const draftOf = async (login: string, industry: string) => {
    const { get } = await enter(login);
    const { industries } = await get('/api/standards');
    const found = industries.find((one: { industry: string }) => one.industry === industry);
    return { get, draft: found.drafts[0] as DraftLine, inForce: found.inForce.hash as string };
  };

  it('are being written by the office: items changed, one moved, one new, and two faults left', async () => {
    const { get, draft } = await draftOf('zonghe1', 'opencast-mine');
    const { faults } = await get(`/api/edition-drafts/${draft.draftId}`);
    expect(faults.map(({ code }: { code: string }) => code).sort()).toEqual([
      'edition.basisMissing',
      'edition.clauseRepeated',
    ]);
    const { changes } = await get(`/api/edition-drafts/${draft.draftId}/publication`);
    expect(changes).toMatchObject({ itemsAdded: 1, itemsRemoved: 0, itemsMoved: 1 });
    expect(changes.itemsChanged).toBeGreaterThan(3);
  });

  it('are out for comment, two counties, an expert and two enterprises have commented, not everything is answered', async () => {
    const { get } = await enter('zonghe1');
    const { rows } = await get('/api/consultations?state=open');
    expect(rows).toMatchObject([{ industry: 'metallurgy', state: 'open' }]);
    const { rows: comments } = await get(`/api/consultations/${rows[0].consultationId}`);
    const by = (side: string) =>
      new Set(
        comments.flatMap((one: { side: string; authorOf: string; authorName: string }) =>
          one.side === side ? [`${one.authorOf}${one.authorName}`] : [],
        ),
      ).size;
    expect([by('body'), by('expert'), by('enterprise')]).toEqual([2, 1, 2]);
    const rulings = new Set(comments.map(({ ruling }: { ruling: string | null }) => ruling));
    expect(rulings).toEqual(new Set(['adopted', 'not-adopted', null]));
  });

  it('leave the leading group one to publish, consulted on and with every comment answered', async () => {
    const { get, draft } = await draftOf('lingdao1', 'machinery');
    const publication = await get(`/api/edition-drafts/${draft.draftId}/publication`);
    expect(publication).toMatchObject({ faults: [], refusal: null, outdated: false });
    const { rows } = await get(`/api/consultations?state=closed&draftId=${draft.draftId}`);
    expect(rows).toMatchObject([{ unanswered: 0 }]);
    expect(rows[0].comments).toBeGreaterThan(2);
    const { waiting, counts: marks } = await get('/api/home');
    expect(counted(waiting, 'home.standard.to-publish')).toBe(1);
    expect(marks.standards).toBe(1);
  });

  it('took one industry over to another edition in mid-campaign, but for what was decided', async () => {
    const { get, campaignId } = await enter('zonghe1');
    const { rows } = await get(`/api/campaigns/${campaignId}/edition-revisions`);
    expect(rows).toMatchObject([
      { industry: 'coal-mine', state: 'ordered' },
      { industry: 'fireworks', state: 'carried-out' },
    ]);
    const { from, to, revisionId } = rows[1];
    const { rows: editions } = await whole.database.owner.query(
      `select x.outcome, d.edition_hash as edition, d.state, exists (select 1 from decisions c where c.unit_id = d.unit_id) as decided
        from edition_revision_units x join declarations d using (city_id, declaration_id) where x.revision_id = $1`,
      [revisionId],
    );
    for (const { outcome, edition, decided } of editions)
      expect([outcome === 'decided', edition]).toEqual([decided, decided ? from.hash : to.hash]);
    expect(editions).toContainEqual(expect.objectContaining({ outcome: 'returned', state: 'returned' }));
  });

  it('leave the enterprise of the sign-in page items to confirm', async () => {
    const persons = (await whole.app.http.inject({ url: '/api/demo/persons' })).json() as {
      key: string;
      hint: string;
    }[];
    const person = persons.find(({ hint }) => hint.startsWith('标准已修订'));
    const { get } = await enter(person?.key ?? '');
    const { rows } = await get('/api/declarations');
    const declaration = await get(`/api/declarations/${rows[0].declarationId}`);
    expect(declaration).toMatchObject({ state: 'returned' });
    expect(JSON.stringify(declaration)).toContain('"was"');
  });
});

describe('今天要办 and the board', () => {
  it('count what the lists of a reviewer hold', async () => {
    const { get } = await enter('park-chushen1');
    const home = await get('/api/home');
    const all: Line[] = [...home.waiting, ...home.late, ...home.awaited];
    const total = async (query: string) => (await get(`/api/reviews?${query}`)).total;
    expect(counted(all, 'home.review.pending')).toBe(await total('state=pending'));
    expect(counted(all, 'home.review.with-sign-off')).toBe(await total('state=proposed'));
    expect(counted(all, 'home.review.to-transmit')).toBe(await total('state=signed'));
    expect(counted(all, 'home.review.reviewing') + counted(all, 'home.review.sent-back')).toBe(
      await total('state=reviewing&mine=1'),
    );
  });

  it('count what the lists of the city office hold, late ones apart', async () => {
    const { get, campaignId } = await enter('zonghe1');
    const home = await get('/api/home');
    const waiting = (kind: string) => counted([...home.waiting, ...home.late], kind);
    expect(waiting('home.objection.to-rule')).toBe((await get('/api/objections?state=received')).total);
    expect(waiting('home.batch.to-receive')).toBe((await get(`/api/campaigns/${campaignId}/batches?state=sent`)).total);
    expect(waiting('home.draw.candidates')).toBe((await get(`/api/campaigns/${campaignId}/draw-candidates`)).total);
    expect(waiting('home.notice.to-publish')).toBe((await get(`/api/campaigns/${campaignId}/publishable`)).rows.length);
    expect(waiting('home.adoption.adoptable')).toBe((await get(`/api/campaigns/${campaignId}/adoptable`)).rows.length);
    expect(counted(home.late, 'home.declaration.missing')).toBe((await get('/api/declarations?overdue=1')).total);
    const strata: { open: number }[] = (await get(`/api/campaigns/${campaignId}/keepable-strata`)).strata;
    expect(waiting('home.settlement.to-keep')).toBe(strata.reduce((sum, { open }) => sum + open, 0));
    const confirming = await get(`/api/campaigns/${campaignId}/verifications?state=submitted`);
    expect(waiting('home.verification.to-confirm')).toBe(confirming.total);
    expect(home.counts.objections).toBe(waiting('home.objection.to-rule'));
  });

  it.each(['body', 'industry', 'division'])('put every unit in one place, by %s', async (by) => {
    const { get, campaignId } = await enter('lingdao1');
    const { rows } = await get(`/api/campaigns/${campaignId}/progress?by=${by}`);
    const places: Record<string, number> = {};
    let units = 0;
    for (const row of rows) {
      units += row.units;
      for (const [position, count] of Object.entries<number>(row.positions))
        places[position] = (places[position] ?? 0) + count;
    }
    expect(units).toBe((await get(`/api/campaigns/${campaignId}/units`)).total);
    expect(Object.values(places).reduce((sum, count) => sum + count, 0)).toBe(units);
    expect(places).toMatchObject({
      draft: counts['declaration draft'],
      pending: counts['review pending'],
      signed: counts['review signed'],
      decided: counts.decisions,
    });
  });
});

describe('an interrupted demonstration', () => {
  const small = { ...PLAN, enterprises: 14 };
  let complete: Record<string, number>;
  beforeAll(async () => {
    const place = await openPlace();
    await make(place, undefined, small);
    complete = await countsOf(place);
    await place.close();
  }, 60_000);

  it.each([3, 45, 80, 100, '修订评估标准', '年中改用新版'])(
    'goes on after it was broken off at report %s and ends as if it had not been',
    async (after) => {
      const place = await openPlace();
      try {
        let reports = 0;
        const broken = make(
          place,
          ({ step, count }) => {
            reports += 1;
            const middle = typeof after === 'string' && step.startsWith(after) && count?.done === 1;
            if (reports === after || middle) throw new Error('broken off');
          },
          small,
        );
        await expect(broken).rejects.toThrow('broken off');
        expect((await citiesOf(place.database.app)).some((city) => city.demonstration_ready)).toBe(false);
        // Whatever is asked for now: it goes on with what it was begun with.
        const asked = after === 3 ? small : { ...small, enterprises: 99, seed: 'other' };
        await make(place, undefined, asked);
        expect(await countsOf(place)).toEqual(complete);
      } finally {
        await place.close();
      }
    },
    60_000,
  );
});

describe('the command demo', () => {
  const city = { city_id: CITY, name: '', scheme_id: '', demonstration_date: null };
  const answer = (demonstration: boolean, demonstration_ready: boolean) =>
    capture((_args, io) => makeIn({ ...city, demonstration, demonstration_ready }, async () => ['made'], io), []);

  it('refuses on an instance that is no demonstration', async () => {
    const { code, stdout, stderr } = await answer(false, false);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('such a clock exists only in an instance created as a demonstration');
  });
  it('leaves a finished demonstration alone and goes on with one that is not', async () => {
    expect(await answer(true, true)).toMatchObject({ code: 1, stdout: '' });
    expect(await answer(true, false)).toMatchObject({ code: 0, stdout: 'made\n' });
  });
});

describe('the clock of a demonstration', () => {
  it('does not exist on a real instance', async () => {
    const world = await createWorld();
    try {
      expect((await world.nobody.get('/api/demo/persons')).status).toBe(404);
      expect((await world.nobody.post('/api/demo/session', { key: 'zonghe1' })).status).toBe(404);
      expect((await world.as('cityOffice').post('/api/demo/clock', { days: 1 })).status).toBe(404);
    } finally {
      await world.close();
    }
  });

  it('closes a notice whose last day it passes, but for the rows that an objection holds up', async () => {
    const entered = await whole.app.http.inject({
      method: 'POST',
      url: '/api/demo/session',
      headers: { 'idempotency-key': randomUUID() },
      payload: { key: 'zonghe1' },
    });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? '';
    const advance = (days: number) =>
      whole.app.http.inject({
        method: 'POST',
        url: '/api/demo/clock',
        headers: { cookie, 'idempotency-key': randomUUID() },
        payload: { days },
      });
    const standing = async () =>
      (
        await whole.database.owner.query(
          `select (select count(*) from notices where state = 'open')::int as open,
            (select count(*) from notice_entries where state = 'open')::int as waiting`,
        )
      ).rows[0];
    expect(await standing()).toMatchObject({ open: 1 });
    expect((await advance(1)).json()).toEqual({ date: '2026-11-25' });
    expect(await standing()).toMatchObject({ open: 1 });
    expect((await advance(1)).json()).toEqual({ date: '2026-11-26' });
    expect(await standing()).toEqual({ open: 0, waiting: 3 });
  });
});
