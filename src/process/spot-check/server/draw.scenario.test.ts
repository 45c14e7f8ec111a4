import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture } from '#app/cli/capture.ts';
import { run as drawByCommandLine } from '#app/cli/draw.ts';
import { campaignOf, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import {
  freezeDraw,
  receiveBatch,
  receivedUnits,
  renhe,
  reviewAndSign,
  SEED,
  takeSeed,
  transmitSigned,
} from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { draw, parsePoolCsv } from '../domain/index.ts';
import { sha256 } from './sha256.ts';

let world: World;
let campaignId: string;
let drawId: string;
let folder: string;
/** Signed and transmitted by Renhe, not received. */
let lateBatch: string;

const office = () => world.as('cityOffice');
const candidates = async () => (await office().get(`/api/campaigns/${campaignId}/draw-candidates`)).body;
const owner = async (text: string, values: unknown[] = []) => (await world.database.owner.query(text, values)).rows;
const seedBody = { seed: SEED, source: '福利彩票当期开奖号码', witnesses: ['成见证'] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anping-draw-'));
  world = await createWorld();
  campaignId = await campaignOf(world);
  await receivedUnits(world, campaignId, [{}, {}, {}, {}, {}, {}, {}]);
  const late = await submittedDeclaration(world, campaignId, {
    supervisingBodyId: 'bureau-renhe',
    divisionCode: '510411',
  });
  await reviewAndSign(world, late.submissionId, renhe);
  lateBatch = await transmitSigned(world, campaignId, renhe);
  await reviewAndSign(
    world,
    (await submittedDeclaration(world, campaignId, { supervisingBodyId: 'bureau-dongqu' })).submissionId,
  );
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

describe('the pool of a draw', () => {
  it('holds the units of received batches only, by supervising body and proposed class', async () => {
    const found = await candidates();
    expect(found).toMatchObject({
      total: 7,
      late: false,
      ratio: { value: '0.20' },
      strata: [{ stratum: '攀枝花市东区应急管理局|A 类', size: 7, ratio: '0.20', min: '1', floor: null }],
      batches: [{ units: 7 }],
      awaited: [{ batchId: lateBatch, units: 1 }],
    });
  });

  it('is shown to nobody but the city office and auditors', async () => {
    const path = `/api/campaigns/${campaignId}/draw-candidates`;
    expect(await world.as('auditor').get(path)).toMatchObject({ status: 200 });
    for (const member of ['dongquReviewer', 'leadingGroup', 'expertOne', 'administrator'] as const)
      expect(await world.as(member).get(path)).toMatchObject({ status: 403 });
  });
});

describe('freezing', () => {
  const freeze = async (change: object = {}, row: object = {}) => {
    const { basis, strata } = await candidates();
    const [{ stratum, ratio, min }] = strata;
    const asked = [{ stratum, ratio, min, reason: '', ...row }];
    return office().post(`/api/campaigns/${campaignId}/draws`, { basis, strata: asked, ...change });
  };

  it('is refused when the candidates are no longer those that were shown', async () => {
    expect(await freeze({ basis: 'other' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.candidatesChanged' } },
    });
  });

  it('asks for a reason where the scheme is departed from, and refuses what is no ratio', async () => {
    expect(await freeze({}, { ratio: '0.1' })).toMatchObject({
      status: 422,
      body: { fault: { issues: [{ path: 'strata.0.reason', code: 'spot-check.reasonMissing' }] } },
    });
    expect(await freeze({}, { ratio: '１０%' })).toMatchObject({
      body: { fault: { issues: [{ path: 'strata.0.ratio', code: 'spot-check.ratioMalformed' }] } },
    });
    expect(await freeze({ strata: [] })).toMatchObject({
      body: { fault: { issues: [{ path: 'strata', code: 'spot-check.stratumMissing' }] } },
    });
  });

  it('is the city office’s alone', async () => {
    for (const member of ['dongquReviewer', 'leadingGroup', 'auditor'] as const)
      expect(
        await world.as(member).post(`/api/campaigns/${campaignId}/draws`, { basis: 'x', strata: [] }),
      ).toMatchObject({ status: 403 });
  });

  it('publishes pool, parameters and digests before there is a seed', async () => {
    const frozen = await freeze({}, { ratio: '0.4', reason: '该局去年抽查发现一起弄虚作假，加大比例。' });
    expect(frozen).toMatchObject({ status: 200, body: { number: '抽〔2026〕1号', slug: 'draw-2026-1' } });
    drawId = frozen.body.drawId;
    const { body } = await office().get(`/api/draws/${drawId}`);
    expect(body).toMatchObject({
      state: 'frozen',
      key: null,
      seed: null,
      drawn: 0,
      strataList: [{ size: 7, ratio: '0.4', min: 1, sample: 3 }],
      actions: ['take-seed'],
    });
    const page = await world.database.publicReader.query('select content from publications where slug = $1', [
      'draw-2026-1',
    ]);
    const { facts, files } = page.rows[0].content;
    const values = facts.map(({ value }: { value: string }) => value);
    expect(values).toContain(body.poolDigest);
    expect(values).toContain(body.paramsDigest);
    expect(files.map(({ name }: { name: string }) => name)).toEqual(['pool.csv', 'strata.csv']);
    const pool = parsePoolCsv(files[0].text);
    expect(pool.ok && pool.value).toHaveLength(7);
    // A public id tells the credit code and the running number of the unit, nothing else.
    expect(pool.ok && pool.value.every(({ id }) => /^[0-9A-HJ-NP-RT-UW-Y]{18}-01$/.test(id))).toBe(true);
  });

  it('leaves nothing to draw from until another batch is received', async () => {
    expect(await candidates()).toMatchObject({ total: 0, late: true, strata: [] });
    expect(await office().post(`/api/campaigns/${campaignId}/draws`, { basis: 'x', strata: [] })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.noCandidates' } },
    });
  });

  it('is recorded', async () => {
    const rows = await owner('select actor_name from audit_entries where command = $1 and subject_id = $2', [
      'spot-check.freeze-draw',
      drawId,
    ]);
    expect(rows).toEqual([{ actor_name: '周综合' }]);
  });
});

describe('the seed', () => {
  const take = (change: object = {}, key?: string) =>
    office().post(`/api/draws/${drawId}/seed`, { ...seedBody, ...change }, key);

  it('cannot be taken for a draw that has not been frozen', async () => {
    expect(await office().post('/api/draws/01990000-0000-7000-8000-000000000000/seed', seedBody)).toMatchObject({
      status: 404,
    });
  });

  it('is refused empty, padded or with characters that nobody can type in again, and without source and witnesses', async () => {
    for (const [seed, code] of [
      ['', 'spot-check.seedMissing'],
      ['　', 'spot-check.seedMissing'],
      ['1234 ', 'spot-check.seedPadded'],
      ['12\n34', 'spot-check.seedControl'],
    ])
      expect(await take({ seed })).toMatchObject({
        status: 422,
        body: { fault: { issues: [{ path: 'seed', code }] } },
      });
    expect(await take({ witnesses: [] })).toMatchObject({ body: { fault: { issues: [{ path: 'witnesses' }] } } });
    expect(await take({ source: ' ' })).toMatchObject({ body: { fault: { issues: [{ path: 'source' }] } } });
    expect((await owner('select count(*)::int as n from verifications'))[0].n).toBe(0);
  });

  it('leaves files without a result until it is taken', async () => {
    expect(await office().get(`/api/draws/${drawId}/files/result.json`)).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.notDrawnYet' } },
    });
  });

  it('draws once: a double click has one result, and a second seed is refused', async () => {
    const key = 'the-same-click-twice';
    const both = await Promise.all([take({}, key), take({}, key)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(both[0]?.body).toMatchObject({ drawn: 3, slug: 'draw-2026-1-result' });
    expect(await take({ seed: '另一个种子' })).toMatchObject({
      status: 409,
      body: { fault: { code: 'spot-check.alreadyDrawn' } },
    });
    const { body } = await office().get(`/api/draws/${drawId}`);
    expect(body).toMatchObject({ state: 'drawn', seed: SEED, witnesses: '成见证', actions: [] });
    expect(body.units).toHaveLength(3);
  });

  it('opens a verification for each drawn unit and no other', async () => {
    const rows = await owner(
      `select x.drawn, x.rank is not null as ranked, v.state, v.cause
      from draw_units x left join verifications v on v.review_id = x.review_id where x.draw_id = $1 order by x.drawn desc`,
      [drawId],
    );
    expect(rows).toEqual([
      ...Array(3).fill({ drawn: true, ranked: true, state: 'to-assign', cause: 'drawn' }),
      ...Array(4).fill({ drawn: false, ranked: false, state: null, cause: null }),
    ]);
  });

  it('publishes a result that supersedes the frozen page and names everything drawn', async () => {
    const [frozen, result] = (
      await world.database.publicReader.query(
        'select publication_id, superseded_by, content from publications order by published_at, slug',
      )
    ).rows;
    expect(frozen.superseded_by).toBe(result.publication_id);
    const drawnTable = result.content.tables[1];
    expect(drawnTable.rows).toHaveLength(3);
    expect(result.content.facts.map(({ value }: { value: string }) => value)).toContain(SEED);
  });

  it('gives, by the command line on the downloaded files, the very bytes that are stored', async () => {
    for (const name of ['pool.csv', 'strata.csv']) {
      const file = await office().download(`/api/draws/${drawId}/files/${name}`);
      await writeFile(join(folder, name), file.bytes);
    }
    const { code, stdout } = await capture(drawByCommandLine, [
      '--pool',
      join(folder, 'pool.csv'),
      '--strata',
      join(folder, 'strata.csv'),
      `--seed=${SEED}`,
      '--json',
    ]);
    const stored = await office().download(`/api/draws/${drawId}/files/result.json`);
    expect([code, stdout]).toEqual([0, stored.bytes.toString('utf8')]);
    expect((await owner('select result from draws where draw_id = $1', [drawId]))[0].result).toBe(stdout.trimEnd());
    const { command } = (await office().get(`/api/draws/${drawId}`)).body;
    expect(command).toBe(`npm run -s anping -- draw --pool pool.csv --strata strata.csv --seed='${SEED}' --json`);
  });

  it('draws from the stored pool a sample that contains the one of any smaller ratio, whatever the seed', async () => {
    const [{ pool_csv: text }] = (await owner('select pool_csv from draws where draw_id = $1', [drawId])) as [
      { pool_csv: string },
    ];
    const pool = parsePoolCsv(text);
    if (!pool.ok) throw new Error('the stored pool no longer reads');
    const drawnWith = (ratio: string, seed: string): string[] => {
      const result = draw(pool.value, { ratio, min: '0' }, seed, sha256);
      if (!result.ok) throw new Error('refused');
      return result.value.strata.flatMap(({ drawn }) => drawn.map(({ id }) => id));
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), fc.string(), (a, b, seed) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((percent) => (percent / 100).toFixed(2));
        const small = drawnWith(less ?? '0', seed);
        expect(drawnWith(more ?? '0', seed).slice(0, small.length)).toEqual(small);
      }),
    );
  });

  it('is printed in a record with places for the witnesses to sign', async () => {
    const record = await office().download(`/api/draws/${drawId}/record`);
    expect([record.status, record.type]).toEqual([200, 'application/pdf']);
    expect(record.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a late batch', () => {
  it('gets a draw of its own, at no lower ratio', async () => {
    await receiveBatch(world, await transmitSigned(world, campaignId));
    await receiveBatch(world, lateBatch);
    const { basis, strata, late } = await candidates();
    expect(late).toBe(true);
    // Dongqu was drawn from at 0.4; Renhe never was: the general ratio of the earlier draw is its floor.
    expect(strata).toEqual([
      {
        stratum: '攀枝花市东区应急管理局|A 类',
        size: 1,
        ratio: '0.4',
        min: '1',
        floor: { ratio: '0.4', min: 1, draw: '抽〔2026〕1号' },
      },
      {
        stratum: '攀枝花市仁和区应急管理局|A 类',
        size: 1,
        ratio: '0.20',
        min: '1',
        floor: { ratio: '0.20', min: 0, draw: '抽〔2026〕1号' },
      },
    ]);
    const [dongqu, renheStratum] = strata;
    const asked = [
      { stratum: dongqu.stratum, ratio: '0.3', min: '1', reason: '晚到' },
      { stratum: renheStratum.stratum, ratio: '0.1', min: '1', reason: '晚到' },
    ];
    expect(await office().post(`/api/campaigns/${campaignId}/draws`, { basis, strata: asked })).toMatchObject({
      status: 422,
      body: {
        fault: {
          issues: [
            { path: 'strata.0.ratio', code: 'spot-check.ratioBelowEarlier', params: { ratio: '0.4' } },
            { path: 'strata.1.ratio', code: 'spot-check.ratioBelowEarlier', params: { ratio: '0.20' } },
          ],
        },
      },
    });
    const second = await freezeDraw(world, campaignId);
    expect(await takeSeed(world, second, '晚到批次的种子')).toHaveLength(2);
    const { draws } = (await world.as('renheReviewer').get(`/api/campaigns/${campaignId}/draws`)).body;
    expect(draws).toMatchObject([
      { number: '抽〔2026〕2号', late: true, poolSize: 2, drawn: 2 },
      { number: '抽〔2026〕1号', late: false, poolSize: 7, drawn: 3 },
    ]);
    // Everybody may know what was drawn; how far a verification is, the body concerned only.
    const { units } = (await world.as('renheReviewer').get(`/api/draws/${second}`)).body;
    expect(units.map(({ verification }: { verification: unknown }) => verification)).toEqual([
      null,
      { verificationId: expect.any(String), state: 'to-assign' },
    ]);
  });
});
