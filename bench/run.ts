import '#platform/node-version.ts';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { buildWebClient } from '#app/web-client.ts';
import { superuser } from '#platform/db/cluster.ts';
import { type EmbeddedDatabase, startEmbedded } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openPools } from '#platform/db/pools.ts';
import { prepareEmbedded } from '#platform/db/roles.ts';
import { readScheme } from '#process/campaign/server/read-scheme.ts';
import { launchBrowser } from '../tests/browser/chromium.ts';
import { firstVisit } from './browser/first-visit.ts';
import { keyLatency } from './browser/keys.ts';
import type { Place } from './browser/visitor.ts';
import { listPair, type Pair, readPair, savePair, submitPair } from './calls.ts';
import { coldStarts } from './cold-start.ts';
import { processorTime } from './cpu.ts';
import { type Call, load } from './load.ts';
import { benchEdition } from './payload.ts';
import { printPackLines } from './print-pack.ts';
import { end, type Started, startServer } from './processes.ts';
import { heading, type Measured, type Round, ratioLine } from './report.ts';
import { rescoreBench } from './rescore.ts';
import { roundTrips } from './round-trips.ts';
import { scoreLines } from './score.ts';
import { INDUSTRY, seedBare, seedProduct, takeBack } from './seed.ts';
import { workbookLines } from './workbooks.ts';

const parts = [
  'submit',
  'save',
  'read',
  'list',
  'trips',
  'cold',
  'keys',
  'first-visit',
  'score',
  'rescore',
  'print-pack',
  'workbooks',
] as const;
const usage = `npm run bench -- [options]
  --rounds N    interleaved rounds of each comparison (7)
  --ms N        milliseconds of load a round and side (1500)
  --warm N      milliseconds of load at 16 connections before each comparison and side (6000)
  --units N     units on the roster that is listed (100000)
  --drafts N    declarations ready to submit; taken back when they run low (5000)
  --declarations N  declarations that are scored in memory and in the database (1000000)
  --only a,b    some of ${parts.join(', ')} (all)
  --profile DIR write a CPU profile of the product's server there
A quick look: npm run bench -- --rounds 3 --ms 400 --warm 800 --units 10000 --only submit,trips`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    ms: { type: 'string', default: '1500' },
    warm: { type: 'string', default: '6000' },
    units: { type: 'string', default: '100000' },
    drafts: { type: 'string' },
    declarations: { type: 'string', default: '1000000' },
    only: { type: 'string', default: parts.join(',') },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [rounds, ms, warm, units] = [values.rounds, values.ms, values.warm, values.units].map(Number) as [
  number,
  number,
  number,
  number,
];
const only = values.only.split(',');
const wants = (part: (typeof parts)[number]): boolean => only.includes(part);
/** More than the product can submit in a round. */
const CALLS_A_ROUND = ms * 2.5;
const drafts = Number(values.drafts ?? Math.max(5_000, CALLS_A_ROUND));
const now = new Date('2026-09-15T02:00:00Z');

/** Rounds of half a minute each: fewer are enough. */
const massRounds = Math.min(rounds, 5);
const declarations = Number(values.declarations);
const loads = parts.slice(0, 6).some(wants) || wants('print-pack');
const serves = loads || wants('keys') || wants('first-visit');
/** Where the pages are served for a browser; null if none is wanted. */
const webIn = (folder: string): string | null =>
  wants('keys') || wants('first-visit') ? (process.env.ANPING_WEB_DIST ?? join(folder, 'web')) : null;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, load ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}`;

interface Servers {
  readonly product: Started;
  readonly bare: Started;
  readonly postmaster: () => number;
}

/** Warms both sides up for `warming` milliseconds, then lets them take turns; who comes first alternates. */
const compare = async (
  pair: Pair,
  { product, bare, postmaster }: Servers,
  open: number,
  warming: number,
): Promise<Round[]> => {
  const run = async ({ port, child }: Started, next: () => Call, connections = open): Promise<Measured> => {
    const used = (): number | null => processorTime(child.pid ?? 0, postmaster());
    const before = used();
    const measured = await load(port, next, connections, ms);
    const after = used();
    return { ...measured, cpu: before === null || after === null ? null : (after - before) / measured.count };
  };
  const productRun = async (connections = open): Promise<Measured> => {
    await pair.prepare?.(CALLS_A_ROUND);
    return run(product, pair.product, connections);
  };
  const bareRun = (connections = open): Promise<Measured> => run(bare, pair.bare, connections);
  for (let spent = 0; spent < warming; spent += ms) {
    await productRun(16);
    await bareRun(16);
  }
  const found: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const measured = await productRun();
      found.push({ product: measured, bare: await bareRun() });
    } else {
      const measured = await bareRun();
      found.push({ product: await productRun(), bare: measured });
    }
  }
  return found;
};

const scoring = async (): Promise<void> => {
  const folder = await readScheme('panzhihua-2009');
  const pattern = folder.editions.find(({ industry }) => industry === INDUSTRY);
  if (!pattern) throw new Error('the shipped scheme lacks the opencast edition');
  const editions = [
    ['200 items, 10 of them mandatory', benchEdition(pattern)],
    [`the shipped edition: ${pattern.items.length} items, floors, gates`, pattern],
  ] as const;
  const count = Math.min(declarations, 200_000);
  say(`\nScoring ${count} packs in memory, packedScorer ÷ bare typed-array loop, median of ${rounds} rounds`);
  for (const line of scoreLines(editions, count, rounds)) say(`  ${line}`);
};

/** What a person at a browser notices. Its frames come as fast as they can, so that no waiting for the screen hides work. */
const inBrowser = async (place: Place): Promise<void> => {
  const browser = await launchBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  try {
    if (wants('first-visit')) {
      say('\nFirst visit, over the line with an empty cache');
      for (const line of await firstVisit(browser, place)) say(`  ${line}`);
    }
    if (wants('keys')) {
      say(
        `\nFrom a key to the frame that shows it, processor throttled twice: product ÷ native inputs, median of ${rounds} rounds`,
      );
      for (const line of await keyLatency(browser, place, rounds)) say(`  ${line}`);
    }
  } finally {
    await browser.close();
  }
};

const bench = async (folder: string, embedded: EmbeddedDatabase, onStarted: (server: Started) => void) => {
  const connections = await prepareEmbedded(embedded, 'anping');
  await migrate(connections.anping_owner);
  const pools = openPools(connections, () => undefined);
  const admin = new pg.Client(embedded.connection(superuser, 'postgres'));
  await admin.connect();
  await admin.query('create database bare');
  await admin.end();
  const barePool = new pg.Pool(embedded.connection(superuser, 'bare'));
  barePool.on('error', () => undefined); // the database may end before the last connection has noticed that the pool has
  say(`Filling: ${drafts} declarations of 200 answers, ${units} units …`);
  const seeded = await seedProduct(pools, { now, drafts, units });
  await seedBare(barePool, units);

  const web = webIn(folder);
  if (web !== null) await buildWebClient(web);
  const token = randomUUID();
  const authorization = `Bearer ${token}`;
  const env = {
    BENCH_PRODUCT: JSON.stringify(connections),
    BENCH_BARE: JSON.stringify(embedded.connection(superuser, 'bare')),
    BENCH_TOKEN: token,
    BENCH_NOW: now.toISOString(),
    BENCH_FOLDER: folder,
    ...(web !== null && { BENCH_WEB: web }),
  };
  const flags = values.profile ? ['--cpu-prof', '--cpu-prof-dir', resolve(values.profile)] : [];
  const product = await startServer('product-server.ts', env, join(folder, 'product.log'), flags);
  onStarted(product);
  const bare = await startServer('bare-server.ts', env, join(folder, 'bare.log'));
  onStarted(bare);
  if (web !== null) await inBrowser({ address: `http://127.0.0.1:${product.port}`, draft: seeded.toSave[0]!, now });
  if (!loads) {
    await Promise.all([end(product.child), end(bare.child)]);
    await Promise.all([pools.end(), barePool.end()]);
    return { seeded, token, bareRead: null };
  }

  say(
    `\n${machine()}\nClient, both servers and PostgreSQL share the machine; fsync on, PostgreSQL's own defaults.
ratio: requests a second, product ÷ bare, median of ${rounds} rounds; cpu: processor time a request, bare ÷ product. Then the product, then the reference.

${heading}`,
  );
  const servers = { product, bare, postmaster: embedded.pid };
  const show = async (pair: Pair, connectionCounts: readonly number[] = [1, 16]): Promise<void> => {
    for (const open of connectionCounts) {
      const measured = await compare(pair, servers, open, open === 1 ? warm : 0);
      say(ratioLine(`${pair.name}, ${open} conn.`, measured));
    }
  };
  const submit = submitPair(seeded, authorization, () => takeBack(pools));
  const save = savePair(seeded, authorization);
  if (wants('submit')) await show(submit, [1, 16, 64]);
  if (wants('save')) await show(save);
  // Something is there for the reading, whatever was measured before.
  await submit.prepare?.(CALLS_A_ROUND);
  await load(product.port, submit.product, 1, 50);
  await load(bare.port, submit.bare, 1, 50);
  const cookies = new Map(seeded.toSubmit.map(({ id, cookie }) => [id, cookie]));
  const submitted = await pools.owner.query<{ id: string; declaration: string }>(
    'select submission_id as id, declaration_id as declaration from submissions limit 500',
  );
  const stored = await barePool.query<{ id: string }>('select id from bare_submissions limit 500');
  const read = readPair(authorization, {
    product: submitted.rows.map(({ id, declaration }) => ({ id, cookie: cookies.get(declaration) ?? '' })),
    bare: stored.rows.map(({ id }) => id),
  });
  const list = listPair(seeded, authorization, `list 50 of ${units}`, '?division=510411&state=submitted');
  const all = listPair(seeded, authorization, `list 50 of ${units}, no filter`, '');
  if (wants('print-pack')) {
    say(`\nA print pack through the product ÷ the bare compiler on the same pages, median of ${rounds} rounds`);
    const place = { port: product.port, owner: pools.owner, files: join(folder, 'files') };
    // Each round prints what nobody has printed, and two come before the rounds.
    for (let made = 0; made < rounds + 2; ) made += (await load(product.port, submit.product, 1, 50)).count;
    for (const line of await printPackLines(place, cookies, rounds)) say(`  ${line}`);
  }
  if (wants('read')) await show(read);
  if (wants('list')) {
    await show(list);
    await show(all);
  }
  say(`
The product submits what was saved before, so its request is small and its answers come from the database; the reference is sent all 200
(${Buffer.byteLength(submit.bare().body ?? '')} bytes) with the request. Saving section by section is measured by itself. Every list of the
product carries the number of all rows that fit; the reference counts nothing.`);
  await Promise.all([end(product.child), end(bare.child)]);
  if (wants('trips')) {
    say('\nRound trips to the database, a request');
    await submit.prepare?.(CALLS_A_ROUND);
    const calls = [submit, save, read, list].map(({ name, product: next }) => [name, next] as const);
    for (const line of await roundTrips(connections, now, join(folder, 'files'), calls)) say(`  ${line}`);
  }
  await Promise.all([pools.end(), barePool.end()]);
  return { seeded, token, bareRead: read.bare() };
};

if (values.help) {
  say(usage);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'anping-bench-'));
  chmodSync(folder, 0o711); // the database's user passes through
  mkdirSync(join(folder, 'files'));
  const embedded = await startEmbedded({ folder });
  const started: Started[] = [];
  try {
    if (wants('score')) await scoring();
    if (wants('workbooks')) {
      say(`\nDeclaration workbooks, read and checked ÷ ExcelJS only reading, median of ${rounds} rounds`);
      for (const line of await workbookLines(rounds)) say(`  ${line}`);
    }
    if (wants('rescore')) {
      say(`\nRe-scoring ${declarations} declarations of 200 items in the database, median of ${massRounds} rounds`);
      const lines = await rescoreBench({ embedded, folder, declarations, rounds: massRounds, now });
      for (const line of lines) say(`  ${line}`);
    }
    const { seeded, token, bareRead } = serves
      ? await bench(folder, embedded, (server) => started.push(server))
      : { seeded: null, token: '', bareRead: null };
    await embedded.stop();
    if (wants('cold') && seeded && bareRead) {
      say('\nFrom the start of the process to the first signed-in answer (every start but the first)');
      const lines = await coldStarts({
        folder,
        rounds,
        product: { method: 'GET', path: '/api/session', headers: { cookie: seeded.officeCookie } },
        bare: bareRead,
        token,
        bareConnection: (database) => database.connection(superuser, 'bare'),
      });
      for (const line of lines) say(`  ${line}`);
    }
    say(`\n${machine()}`);
  } finally {
    for (const { child } of started) await end(child);
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
