import '#platform/node-version.ts';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endPrograms } from './runner/child.ts';
import { type Outcome, stepLine, totalLine } from './runner/outcome.ts';
import { startPostgres15 } from './runner/postgres-15.ts';
import { type Step, type Surroundings, staticStep, vitestStep, webBuildStep } from './runner/steps.ts';

const usage = `npm test                 every check and test
npm test -- <part>       only the tests whose path holds <part>
npm run check            static checks only
npm run test:long        the long runs
npm run test:pg15        database tests on PostgreSQL 15 (DATABASE_URL, or the installed one)`;

const warnAfter = 8 * 60_000;
const failAfter = 15 * 60_000;

const { values: flags, positionals } = parseArgs({
  options: {
    static: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    pg15: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const tests: readonly Step[] = [
  vitestStep('pure', 60),
  vitestStep('scenario', 150),
  vitestStep('permissions', 40),
  webBuildStep,
  vitestStep('browser', 420),
];

const chooseSteps = (filter: string | null): readonly Step[] => {
  if (flags.static) return [staticStep];
  if (flags.long) return [vitestStep('long', null)];
  if (flags.pg15) return [vitestStep('scenario', null), vitestStep('permissions', null)];
  if (filter === null) return [staticStep, ...tests];
  return filter.includes('browser') ? tests : tests.filter((step) => step !== webBuildStep);
};

/** The person's own settings steer no test, save where the browser is. */
const cleanEnvironment = (folder: string): NodeJS.ProcessEnv => {
  const ours = /^(ANPING_|DATABASE_|PG)|^(PORT|HOST|NODE_ENV|NODE_OPTIONS)$/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name) || name === 'ANPING_CHROMIUM');
  return {
    ...Object.fromEntries(kept),
    TMPDIR: folder,
    ANPING_DATA_DIR: join(folder, 'data'),
    ANPING_WEB_DIST: join(folder, 'web'),
    NO_COLOR: '1',
  };
};

const outcomes: Outcome[] = [];
let ended = false;

/** Whatever happened, the last line is the sum. */
const finish = (problem?: string): void => {
  if (ended) return;
  ended = true;
  if (problem !== undefined) {
    outcomes.push({ passed: 0, failed: 1, detail: problem });
    console.log(`✗ ${problem}`);
  }
  if (outcomes.every(({ passed, failed }) => passed + failed === 0)) {
    outcomes.push({ passed: 0, failed: 1, detail: '' });
    console.log('✗ No test was found: that is a failure.');
  }
  process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(totalLine(outcomes));
};

const runSteps = async (steps: readonly Step[], surroundings: Surroundings): Promise<void> => {
  const started = performance.now();
  for (const step of steps) {
    if (ended) return;
    const from = performance.now();
    const outcome = await step.run(surroundings);
    if (ended) return;
    outcomes.push(outcome);
    if (outcome.detail !== '') console.log(`\n${outcome.detail.trim()}\n`);
    const empty = outcome.passed + outcome.failed === 0;
    if (!empty) console.log(stepLine(step.name, outcome, performance.now() - from, step.budget));
    const total = performance.now() - started;
    if (!flags.long && total > warnAfter) {
      console.log(
        `! After ${step.name} the run has taken ${Math.round(total / 1000)} s; it should stay below ${warnAfter / 1000} s.`,
      );
    }
  }
};

const main = async (): Promise<void> => {
  if (flags.help) return void console.log(usage);
  const folder = mkdtempSync(join(tmpdir(), 'anping-run-'));
  chmodSync(folder, 0o711); // the database's user passes through
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const stop = (problem: string): void => {
    endPrograms();
    finish(problem);
    setTimeout(() => process.exit(1), 6_000);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => stop(`Interrupted by ${signal}.`));
  process.on('uncaughtException', (error) => stop(error.stack ?? error.message));
  if (!flags.long) setTimeout(() => stop(`Stopped after ${failAfter / 60_000} minutes.`), failAfter).unref();

  const env = cleanEnvironment(folder);
  let stopServer: (() => Promise<void>) | undefined;
  if (flags.pg15) {
    const own = process.env.DATABASE_URL === undefined ? await startPostgres15() : null;
    env.ANPING_TEST_DATABASE_URL = process.env.DATABASE_URL ?? own?.url;
    stopServer = own?.stop;
    if (env.ANPING_TEST_DATABASE_URL === undefined) {
      return finish('PostgreSQL 15 is not installed: give the address of a server in DATABASE_URL.');
    }
  }
  const filter = positionals[0] ?? null;
  await runSteps(chooseSteps(filter), { folder, env, filter });
  await stopServer?.();
  finish();
};

await main();
