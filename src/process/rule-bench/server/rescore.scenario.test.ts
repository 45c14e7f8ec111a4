import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { citiesOf } from '#app/application.ts';
import { capture } from '#app/cli/capture.ts';
import { rescoreIn } from '#app/cli/rescore.ts';
import { campaignOf, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { type Edition, type Item, parseEdition } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { CITY, createWorld, type World } from '../../../../tests/world.ts';
import type { RescoreReport } from './report.ts';
import { type RescoreInput, type RescoreParts, rescore } from './rescore.ts';

let world: World;
let campaignId: string;
let edition: Edition;
let hash: string;
/** Declarations by how much they earn. */
const ids = { all: '', most: '', half: '' };

/** Answers that lose points on scored items only, a share of each item's. */
const losing =
  (share: number) =>
  (item: Item): { points: number } | { met: boolean } => {
    if (item.scoring === 'met') return { met: true };
    return { points: item.kind === 'scored' ? item.full - Math.ceil(item.full * share) : item.full };
  };

beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  world = await createWorld();
  campaignId = await campaignOf(world);
  ids.all = (await submittedDeclaration(world, campaignId, { name: '全优矿业' })).declarationId;
  ids.most = (await submittedDeclaration(world, campaignId, { name: '尚可矿业' }, losing(0.15))).declarationId;
  ids.half = (await submittedDeclaration(world, campaignId, { name: '半数矿业' }, losing(0.5))).declarationId;
  const { rows } = await world.database.owner.query(
    `select e.edition_hash, e.content from editions e join campaign_editions c using (city_id, edition_hash)
     where c.campaign_id = $1 and c.industry = 'opencast-mine'`,
    [campaignId],
  );
  hash = rows[0].edition_hash;
  const parsed = parseEdition(rows[0].content);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  edition = parsed.value;
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
});
afterEach(async () => {
  await world.database.owner.query('delete from rescore_results');
  await world.database.owner.query('delete from rescore_runs');
});

const input = (change: Partial<RescoreInput> = {}): RescoreInput => ({
  cityId: CITY,
  campaign: campaignId,
  edition: { hash },
  dryRun: false,
  traces: true,
  most: 100,
  ...change,
});

const parts = (more: Partial<RescoreParts> = {}): RescoreParts => ({
  app: world.database.app,
  owner: world.database.owner,
  now: world.clock.now(),
  ...more,
});

const rescored = async (change: Partial<RescoreInput> = {}): Promise<RescoreReport> => {
  const done = await rescore(parts(), input(change));
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
};

const rows = async (text: string, values: unknown[] = []) => (await world.database.owner.query(text, values)).rows;
const written = async () => ({
  runs: await rows('select * from rescore_runs'),
  results: await rows(
    'select *, encode(trace_digest, $1) as digest from rescore_results order by numerator::numeric / denominator desc',
    ['hex'],
  ),
  audits: await rows(`select subject_id from audit_entries where command = 'rule-bench.rescore'`),
});

const withFrom = (code: string, from: string): Edition => ({
  ...edition,
  title: '试算稿',
  classes: edition.classes.map((each) => (each.code === code ? { ...each, from } : each)),
});

describe('re-scoring under the edition that was answered', () => {
  it('finds what is kept borne out, accounts included, and stores the same score and class for each', async () => {
    const before = (await written()).audits.length;
    const report = await rescored();
    expect(report).toMatchObject({
      campaign: { campaignId },
      edition: { hash, published: true },
      industry: 'opencast-mine',
      declarations: 3,
      changed: 0,
      differing: 0,
      unscored: 0,
      units: [],
    });
    const { runs, results, audits } = await written();
    expect(runs).toMatchObject([
      { run_id: report.runId, edition_hash: hash, draft: null, declarations: 3, changed: 0 },
    ]);
    expect(audits.slice(before)).toEqual([{ subject_id: campaignId }]);
    const kept = await rows(
      `select declaration_id, numerator, denominator, class_code from submissions where numerator is not null
       order by numerator::numeric / denominator desc`,
    );
    expect(results).toMatchObject(kept.map((each) => ({ ...each, run_id: report.runId, unanswered: 0 })));
    expect(new Set(results.map(({ digest }) => digest)).size).toBe(3);
    for (const { digest } of results) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same digests again, and takes the campaign by its name', async () => {
    await rescored();
    await rescored({ campaign: '评估 2026-08-20' });
    const digests = await rows(
      'select count(distinct run_id) as runs, count(distinct trace_digest) as digests from rescore_results group by declaration_id',
    );
    expect(digests).toEqual(Array(3).fill({ runs: 2, digests: 1 }));
  });

  it('names what is kept otherwise than the function gives it today', async () => {
    const [kept] = await rows('select numerator, class_code, trace_digest from submissions where declaration_id = $1', [
      ids.all,
    ]);
    const keep = (numerator: number, classCode: string, digest: string) =>
      rows('update submissions set numerator = $2, class_code = $3, trace_digest = $4 where declaration_id = $1', [
        ids.all,
        numerator,
        classCode,
        digest,
      ]);
    await keep(kept.numerator + 1, 'D', 'x');
    const report = await rescored({ dryRun: true });
    expect(report).toMatchObject({
      differing: 1,
      units: [{ declarationId: ids.all, differing: ['numerator', 'class', 'trace'] }],
    });
    const quick = await rescored({ dryRun: true, traces: false });
    expect(quick.units).toMatchObject([{ differing: ['numerator', 'class'] }]);
    await keep(kept.numerator, kept.class_code, kept.trace_digest);
    expect(await rescored({ dryRun: true })).toMatchObject({ differing: 0 });
  });
});

describe('re-scoring under a draft', () => {
  it('tells who changes class after a threshold has moved, and keeps the draft with the run', async () => {
    const before = await rescored({ dryRun: true, traces: false });
    const units = await rows('select declaration_id as id, class_code, printed from submissions');
    const middle = units.find(({ id }) => id === ids.most);
    const classA = edition.classes.find(({ rank }) => rank === 1)!.code;
    const classB = edition.classes.find(({ rank }) => rank === 2)!.code;
    const last = units.find(({ id }) => id === ids.half).class_code;
    expect(before.migration).toContainEqual({ before: classA, after: classA, unscored: null, units: 1 });
    // The unit that lost little stands in the second class; the line of the first is moved right under its score.
    expect(middle.class_code).toBe(classB);
    const draft = withFrom(classA, middle.printed);
    const report = await rescored({ edition: { edition: draft }, traces: false });
    expect(report).toMatchObject({
      edition: { hash: editionHash(draft), title: '试算稿', published: false },
      changed: 1,
      units: [{ declarationId: ids.most, before: classB, after: classA, printed: middle.printed }],
    });
    expect(report.units[0]?.name).toContain('尚可矿业');
    expect(report.migration).toEqual([
      { before: classA, after: classA, unscored: null, units: 1 },
      { before: classB, after: classA, unscored: null, units: 1 },
      { before: last, after: last, unscored: null, units: 1 },
    ]);
    const { runs, results } = await written();
    expect(runs).toMatchObject([{ changed: 1, draft: { title: '试算稿' }, migration: report.migration }]);
    expect(results.find(({ declaration_id }) => declaration_id === ids.most)).toMatchObject({ class_code: classA });
  });

  it('guesses no answer to a new item and no fact of a new kind', async () => {
    const [first] = edition.items;
    const more = {
      ...edition,
      items: [...edition.items, { ...first!, id: 'new', full: first!.full + 1, text: '新增' }],
    };
    const answers = await rescored({ edition: { edition: more }, traces: false });
    expect(answers).toMatchObject({ changed: 0, unscored: 3 });
    expect(answers.units).toMatchObject(Array(3).fill({ unscored: 'needs-answers', unanswered: 1, printed: null }));
    const { results } = await written();
    expect(results).toMatchObject(Array(3).fill({ numerator: null, trace_digest: null, unanswered: 1 }));

    const gate = { id: 'g-new', fact: 'never-asked', atLeast: 1, months: 12, effects: [{ down: 1 }] };
    const facts = await rescored({
      edition: { edition: { ...edition, gates: [...edition.gates, gate] } },
      dryRun: true,
      traces: false,
    });
    expect(facts.units).toMatchObject(Array(3).fill({ unscored: 'needs-facts' }));
  });
});

describe('what is refused', () => {
  it.each([
    ['a campaign that is not there', { campaign: '没有的评估' }, 'rescore.campaignUnknown'],
    ['an edition that is not there', { edition: { hash: '0'.repeat(64) } }, 'rescore.editionUnknown'],
  ])('names %s', async (_what, change, code) => {
    expect(await rescore(parts(), input(change))).toMatchObject({ ok: false, error: { code } });
  });

  it('names a draft without an industry, and one of an industry that the campaign has no edition for', async () => {
    const { industry: _, ...nowhere } = edition;
    expect(await rescore(parts(), input({ edition: { edition: nowhere } }))).toMatchObject({
      error: { code: 'rescore.industryMissing' },
    });
    expect(await rescore(parts(), input({ edition: { edition: { ...edition, industry: 'no-such' } } }))).toMatchObject({
      error: { code: 'rescore.industryNotAssessed' },
    });
  });

  it('names the declarations whose packs are damaged, all of them, and stores nothing', async () => {
    const packs = await rows('select declaration_id, pack from submissions where declaration_id = any($1)', [
      [ids.all, ids.half],
    ]);
    await rows(`update submissions set pack = substr(pack, 1, 50) where declaration_id = $1`, [ids.all]);
    await rows(`update submissions set pack = set_byte(pack, 45, 255) where declaration_id = $1`, [ids.half]);
    const done = await rescore(parts(), input({ traces: false }));
    expect(done).toMatchObject({ ok: false, error: { kind: 'issues' } });
    const found = done.ok || done.error.kind !== 'issues' ? [] : done.error.issues;
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['pack.lengthWrong', 'pack.pointsOutOfRange']));
    for (const id of [ids.all, ids.half]) expect(found.some(({ path }) => path.endsWith(id))).toBe(true);
    expect(found.every(({ path }) => path.includes('矿业'))).toBe(true);
    expect(await written()).toMatchObject({ runs: [], results: [] });
    for (const { declaration_id, pack } of packs) {
      await rows('update submissions set pack = $2 where declaration_id = $1', [declaration_id, pack]);
    }
  });
});

it('writes nothing in a dry run', async () => {
  const before = (await written()).audits.length;
  expect(await rescored({ dryRun: true, traces: false })).toMatchObject({ runId: null, declarations: 3 });
  expect(await written()).toMatchObject({ runs: [], results: [] });
  expect((await written()).audits.length).toBe(before);
});

it('leaves nothing behind when it is cut off half-way, and the table as protected as before', async () => {
  const before = (await written()).audits.length;
  const cutOff = parts({
    onProgress: async () => {
      // As the login behind the role: on a server of its own that is another one, and only it may see and end what it runs.
      const client = await world.database.owner.connect();
      await client.query('set role none');
      // The COPY has been sent by now, but the database may not have begun it.
      for (let look = 0; look < 500; look += 1) {
        const ended = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'active' and query like 'copy rescore_results%'`);
        if (ended.rows.length > 0) break;
        await setTimeout(10);
      }
      client.release(true);
    },
  });
  await expect(rescore(cutOff, input({ traces: false }))).rejects.toThrow();
  expect(await written()).toMatchObject({ runs: [], results: [] });
  expect((await written()).audits.length).toBe(before);
  expect(await rows(`select relforcerowsecurity from pg_class where relname = 'rescore_results'`)).toEqual([
    { relforcerowsecurity: true },
  ]);
  expect(await rescored({ traces: false })).toMatchObject({ declarations: 3 });
});

describe('the command rescore', () => {
  const command = async (options: Record<string, string>, given: Edition | null = null) => {
    const [city] = await citiesOf(world.database.app);
    const chosen = given ? { edition: given } : { hash };
    return capture(
      (_args, io) => rescoreIn(world.database, city, { campaign: campaignId, edition: '', ...options }, chosen, io),
      [],
    );
  };

  it('prints the matrix and a line for every unit that changes', async () => {
    const classA = edition.classes.find(({ rank }) => rank === 1)!.code;
    const [{ printed }] = await rows('select printed from submissions where declaration_id = $1', [ids.most]);
    const { code, stdout, stderr } = await command({ 'dry-run': '' }, withFrom(classA, printed));
    expect([code, stderr]).toEqual([0, '']);
    const [half] = await rows('select class_code from submissions where declaration_id = $1', [ids.half]);
    expect(stdout.split('\n')).toEqual([
      expect.stringContaining('re-scored under "试算稿"'),
      '3 declarations: 1 change class, 0 have no score, 0 are kept otherwise than their edition gives today.',
      `before\\after\tA\t${half.class_code}`,
      'A\t1\t0',
      'B\t1\t0',
      `${half.class_code}\t0\t1`,
      expect.stringMatching(new RegExp(`^尚可矿业 .*: B → A \\(${printed}\\)$`)),
      'Nothing was written.',
      '',
    ]);
  });

  it('writes one line of JSON, names no more units than asked for, and stores the run', async () => {
    const classA = edition.classes.find(({ rank }) => rank === 1)!.code;
    const { code, stdout } = await command({ json: '', list: '0' }, withFrom(classA, '1'));
    const report = JSON.parse(stdout);
    expect([code, stdout.endsWith('\n'), report.units, report.unitsLeftOut]).toEqual([0, true, [], 2]);
    expect((await written()).runs).toMatchObject([{ run_id: report.runId }]);
  });

  it('ends with 1 and the reason where something is refused', async () => {
    const { code, stdout, stderr } = await command({ campaign: '没有' });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[rescore.campaignUnknown]');
  });
});

describe('its options', () => {
  it('are read strictly, and a file that is no edition is refused with what is wrong in it', async () => {
    const { run } = await import('#app/cli/rescore.ts');
    for (const args of [[], ['--campaign', 'x'], ['--campaign', 'x', '--edition', 'y', '--list', 'z'], ['--all']]) {
      expect((await capture(run, args)).code).toBe(2);
    }
    const folder = await mkdtemp(join(tmpdir(), 'anping-rescore-'));
    const file = join(folder, 'draft.json');
    await writeFile(file, JSON.stringify({ ...edition, scale: 0 }));
    const { code, stderr } = await capture(run, ['--campaign', 'x', '--edition', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('scale');
    await rm(folder, { recursive: true });
  });
});
