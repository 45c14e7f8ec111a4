import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { superuser } from '#platform/db/cluster.ts';
import type { EmbeddedDatabase } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { openPools } from '#platform/db/pools.ts';
import { prepareEmbedded } from '#platform/db/roles.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { end, node } from './processes.ts';
import { median, range } from './report.ts';
import { CITY, found, INDUSTRY } from './seed.ts';
import { seedFrozen } from './seed-frozen.ts';

interface Once {
  readonly ms: number;
  readonly cpu: number;
  readonly rss: number;
  readonly declarations: number;
  readonly changed: number;
  readonly differing: number;
}

const productOnce = async (env: NodeJS.ProcessEnv, log: string): Promise<Once> => {
  const child = node([join(import.meta.dirname, 'rescore-once.ts')], env, log);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const [code] = (await once(child, 'exit')) as [number];
  await end(child);
  if (code !== 0) throw new Error(`rescore ended with ${code}; see ${log}`);
  return JSON.parse(printed) as Once;
};

/** Milliseconds of a binary COPY out of all packs, whose bytes are counted and dropped. */
const copyOut = async (client: pg.Client): Promise<number> => {
  const from = performance.now();
  let bytes = 0;
  const stream = client.query(copyTo('copy (select pack from submissions) to stdout (format binary)'));
  for await (const chunk of stream as AsyncIterable<Buffer>) bytes += chunk.length;
  if (bytes === 0) throw new Error('no packs');
  return performance.now() - from;
};

/** The rows that a run has written, as binary COPY gives them: what is copied in again. */
const resultBytes = async (client: pg.Client): Promise<readonly Buffer[]> => {
  const blocks: Buffer[] = [];
  const stream = client.query(copyTo('copy rescore_results to stdout (format binary)'));
  for await (const chunk of stream as AsyncIterable<Buffer>) blocks.push(chunk);
  return blocks;
};

/** Milliseconds of a binary COPY of ready rows into a table, committed. */
const copyIn = async (client: pg.Client, table: string, blocks: readonly Buffer[]): Promise<number> => {
  await client.query(`truncate ${table}`);
  await client.query('checkpoint');
  const from = performance.now();
  const stream = client.query(copyFrom(`copy ${table} from stdin (format binary)`));
  for (const block of blocks) if (!stream.write(block)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return performance.now() - from;
};

export interface RescoreBench {
  readonly embedded: EmbeddedDatabase;
  readonly folder: string;
  readonly declarations: number;
  readonly rounds: number;
  readonly now: Date;
}

/** Lines on a run over many declarations: read, scored, written back; against COPY out of the packs and COPY in of the results. */
export const rescoreBench = async ({
  embedded,
  folder,
  declarations,
  rounds,
  now,
}: RescoreBench): Promise<string[]> => {
  const connections = await prepareEmbedded(embedded, 'rescore');
  await migrate(connections.anping_owner);
  const pools = openPools(connections, () => undefined);
  const { campaignId, edition } = await found(pools, now);
  await seedFrozen(pools.owner, { cityId: CITY, campaignId, industry: INDUSTRY, edition, count: declarations });
  await pools.end();

  const client = new pg.Client(embedded.connection(superuser, 'rescore'));
  await client.connect();
  await client.query('create table bare_keyed (like rescore_results including indexes)');
  await client.query('create table bare_heap (like rescore_results)');
  const env = {
    BENCH_PRODUCT: JSON.stringify(connections),
    BENCH_NOW: now.toISOString(),
    BENCH_CITY: String(CITY),
    BENCH_CAMPAIGN: campaignId,
    BENCH_EDITION: editionHash(edition),
  };
  const product = async (): Promise<Once> => {
    await client.query('truncate rescore_results');
    await client.query('checkpoint');
    const once = await productOnce(env, join(folder, 'rescore.log'));
    if (once.declarations !== declarations || once.differing !== 0) throw new Error(JSON.stringify(once));
    return once;
  };
  await product();
  const blocks = await resultBytes(client);
  const reference = async () => ({
    out: await copyOut(client),
    keyed: await copyIn(client, 'bare_keyed', blocks),
    heap: await copyIn(client, 'bare_heap', blocks),
  });
  const measured: { product: Once; reference: Awaited<ReturnType<typeof reference>> }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await product() : null;
    const bare = await reference();
    measured.push({ product: first ?? (await product()), reference: bare });
  }
  await client.end();

  const of = (read: (round: (typeof measured)[number]) => number): string => {
    const values = measured.map(read);
    return `${(median(values) / 1000).toFixed(2)} s`;
  };
  const ratio = (of: (reference: { out: number; keyed: number; heap: number }) => number): string => {
    const ratios = measured.map((round) => round.product.ms / of(round.reference));
    return `${median(ratios).toFixed(2)} (${range(ratios, 2)})`;
  };
  return [
    `read, re-scored and written back: ${of(({ product }) => product.ms)}, processor ${of(({ product }) => product.cpu)}, peak memory ${median(measured.map(({ product }) => product.rss)).toFixed(0)} MB`,
    `COPY out of the packs: ${of(({ reference }) => reference.out)}; COPY in of the results: ${of(({ reference }) => reference.keyed)} with their key, ${of(({ reference }) => reference.heap)} without`,
    `product ÷ (out + in with key)     ${ratio(({ out, keyed }) => out + keyed)}`,
    `product ÷ (out + in without key)  ${ratio(({ out, heap }) => out + heap)}`,
  ];
};
