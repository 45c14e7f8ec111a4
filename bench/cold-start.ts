import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { checkoutFolder } from '#platform/config.ts';
import { type EmbeddedDatabase, startEmbedded } from '#platform/db/embedded.ts';
import { appRole, ownerRole, publicRole } from '#platform/db/roles.ts';
import { ask, type Call } from './load.ts';
import { end, freePort, node } from './processes.ts';
import { median, range } from './report.ts';

/** Milliseconds from the start of the process to its first answer 200, which is asked for every few milliseconds. */
const untilAnswer = async (start: (port: number) => ChildProcess, call: Call): Promise<number> => {
  const port = await freePort();
  const from = performance.now();
  const child = start(port);
  child.stdout?.resume();
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode} before it answered`);
      try {
        await ask(port, call);
        return performance.now() - from;
      } catch (error) {
        // Not there yet: refused, or the page that says how far the start has come.
        if (performance.now() - from > 300_000) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
  } finally {
    await end(child);
  }
};

/** The same three logins that a server in use would have, on the socket of the embedded database. */
const addressesOn = ({ host, port }: EmbeddedDatabase): NodeJS.ProcessEnv => {
  const url = (role: string): string => `postgres://${role}@localhost:${port}/anping?host=${encodeURIComponent(host)}`;
  return { DATABASE_URL: url(appRole), DATABASE_OWNER_URL: url(ownerRole), DATABASE_PUBLIC_URL: url(publicRole) };
};

export interface ColdStart {
  /** The data folder that the bench has filled; no server runs on it. */
  readonly folder: string;
  readonly rounds: number;
  readonly product: Call;
  readonly bare: Call;
  readonly token: string;
  readonly bareConnection: (embedded: EmbeddedDatabase) => ClientConfig;
}

/** Every start but the first, which builds the web client: with the database that the product starts itself, and on a running one. */
export const coldStarts = async ({
  folder,
  rounds,
  product,
  bare,
  token,
  bareConnection,
}: ColdStart): Promise<string[]> => {
  const log = join(folder, 'cold-start.log');
  const server = join(checkoutFolder, 'src/app/start.ts');
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere, { recursive: true });
  const startProduct = (data: string, env: NodeJS.ProcessEnv) => (port: number) =>
    node([server], { ...env, PORT: String(port), ANPING_DATA_DIR: data, ANPING_WEB_DIST: join(folder, 'web') }, log);
  await untilAnswer(startProduct(folder, {}), product);
  const whole: number[] = [];
  const onRunning: number[] = [];
  const reference: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    whole.push(await untilAnswer(startProduct(folder, {}), product));
    const embedded = await startEmbedded({ folder });
    try {
      const env = { BENCH_BARE: JSON.stringify(bareConnection(embedded)), BENCH_TOKEN: token };
      const startBare = (port: number): ChildProcess =>
        node([join(import.meta.dirname, 'bare-server.ts')], { ...env, BENCH_PORT: String(port) }, log);
      onRunning.push(await untilAnswer(startProduct(elsewhere, addressesOn(embedded)), product));
      reference.push(await untilAnswer(startBare, bare));
    } finally {
      await embedded.stop();
    }
  }
  const line = (name: string, times: readonly number[]): string => {
    const ratios = times.map((time, round) => time / (reference[round] ?? Number.NaN));
    return `${name.padEnd(52)} ${median(times).toFixed(0).padStart(6)} ms (${range(times, 0)})   ${median(ratios).toFixed(2)} × bare (${range(ratios, 2)})`;
  };
  return [
    line('product, with the PostgreSQL that it starts itself', whole),
    line('product, on a running PostgreSQL', onRunning),
    line('bare Fastify + pg, on a running PostgreSQL', reference),
  ];
};
