import '#platform/node-version.ts';
import { openPools } from '#platform/db/pools.ts';
import type { Connections } from '#platform/db/roles.ts';
import { rescore } from '#process/rule-bench/server/rescore.ts';

/** Re-scores once, in a process of its own so that its memory is its own; prints milliseconds, most memory used and how many. */
const connections = JSON.parse(process.env.BENCH_PRODUCT ?? '{}') as Connections;
const pools = openPools(connections, () => undefined);
const from = performance.now();
const done = await rescore(
  { app: pools.app, owner: pools.owner, now: new Date(process.env.BENCH_NOW ?? '') },
  {
    cityId: Number(process.env.BENCH_CITY),
    campaign: process.env.BENCH_CAMPAIGN ?? '',
    edition: { hash: process.env.BENCH_EDITION ?? '' },
    dryRun: false,
    traces: false,
    most: 10,
  },
);
const ms = performance.now() - from;
if (!done.ok) throw new Error(JSON.stringify(done.error));
const { declarations, changed, differing } = done.value;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1000;
process.stdout.write(`${JSON.stringify({ ms, cpu, rss: maxRSS / 1024, declarations, changed, differing })}\n`);
await pools.end();
