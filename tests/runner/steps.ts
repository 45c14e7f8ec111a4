import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './child.ts';
import { countCheck, countReport, type Outcome, type VitestReport } from './outcome.ts';

/** What every step gets. */
export interface Surroundings {
  /** Of this run alone. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Part of a file name or path; only matching tests run. */
  readonly filter: string | null;
}

export interface Step {
  readonly name: string;
  /** Seconds on two cores; null where there is none. */
  readonly budget: number | null;
  run(surroundings: Surroundings): Promise<Outcome>;
}

const node = process.execPath;

const check = (name: string, args: readonly string[]): Step => ({
  name,
  budget: null,
  run: async ({ env }) => {
    const { code, output } = await runProgram(node, args, env);
    return countCheck(code, output);
  },
});

const tool = (path: string): string => join('node_modules', path);

/** Reads types, style, import directions and unused code; together they have 40 s. */
export const staticChecks: readonly Step[] = [
  check('packages', ['bootstrap.mjs']),
  check('format and lint', [
    tool('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '--diagnostic-level=warn',
  ]),
  check('types', [tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']),
  check('types of the domain', [tool('typescript/bin/tsc'), '-p', 'tsconfig.domain.json', '--noEmit']),
  check('import directions', ['tests/boundaries/check.ts']),
  check('unused code', [tool('knip/bin/knip.js'), '--no-progress']),
];

/** Runs checks side by side, two at a time, and is shown as one step with a line for each that failed. */
export const staticStep: Step = {
  name: 'static checks',
  budget: 40,
  run: async (surroundings) => {
    const waiting = [...staticChecks];
    const outcomes: Outcome[] = [];
    const work = async (): Promise<void> => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const outcome = await step.run(surroundings);
        outcomes.push(outcome.failed > 0 ? { ...outcome, detail: `— ${step.name}\n${outcome.detail}` } : outcome);
      }
    };
    await Promise.all([work(), work()]);
    return {
      passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
      failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
      detail: outcomes
        .map(({ detail }) => detail)
        .filter(Boolean)
        .join('\n'),
    };
  },
};

const readReport = async (file: string): Promise<VitestReport | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  } catch {
    return null; // the runner crashed before it wrote one; the caller counts that
  }
};

/** A project of vitest.config.ts. */
export const vitestStep = (project: string, budget: number | null): Step => ({
  name: project,
  budget,
  run: async ({ env, folder, filter }) => {
    const report = join(folder, `${project}.json`);
    await rm(report, { force: true });
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await runProgram(
      node,
      [tool('vitest/vitest.mjs'), ...args, ...(filter === null ? [] : [filter, '--passWithNoTests'])],
      env,
    );
    const outcome = countReport(await readReport(report), code, output);
    // With a name given, a project without such a test is not at fault; the run as a whole is if none has one.
    const none = outcome.passed === 0 && outcome.failed === 1 && code === 0;
    return filter !== null && none ? { passed: 0, failed: 0, detail: '' } : outcome;
  },
});

/** Builds the web client into the folder that the browser tests serve. */
export const webBuildStep: Step = {
  name: 'web build',
  budget: 15,
  run: async ({ env }) => {
    const program =
      "import { buildWebClient } from '#app/web-client.ts'; await buildWebClient(process.env.ANPING_WEB_DIST);";
    const { code, output } = await runProgram(node, ['--input-type=module', '-e', program], env);
    return countCheck(code, output);
  },
};
