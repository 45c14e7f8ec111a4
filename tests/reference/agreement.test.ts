import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run as runDraw } from '#app/cli/draw.ts';
import { run as runScore } from '#app/cli/score.ts';
import { type Call, drawCalls } from './draw-cases.ts';
import { drawReference } from './draw-reference.mjs';
import { drawEdges, scoreEdges } from './edge-calls.ts';
import { scoreCalls } from './score-cases.ts';
import { scoreDisagreement, scoreReference } from './score-reference.mjs';

const RUNS = Number(process.env.ANPING_AGREEMENT_RUNS ?? 300);
const LONG = 60_000 + RUNS * 100;

type Run = typeof runDraw;
interface Answer {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Puts the files of a call into a directory of their own, and hands over the arguments with their paths. */
async function inDirectory<T>(call: Call, use: (args: string[]) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'anping-agreement-'));
  try {
    for (const [name, bytes] of Object.entries(call.files)) writeFileSync(join(directory, name), bytes);
    return await use(
      call.args.map((arg) => arg.replace(/^(--[a-z]+=)?@/, (_, option = '') => `${option}${directory}/`)),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function answer(run: Run, args: string[]): Promise<Answer> {
  const out: string[] = [];
  const err: string[] = [];
  const sink = (list: string[]) => ({ write: (text: string) => list.push(text) });
  const exit = await run(args, { stdout: sink(out), stderr: sink(err) });
  return { exit, stdout: out.join(''), stderr: err.join('') };
}

/** A call with its files as text, which is what one wants to see of a counterexample. */
const shown = ({ args, files }: Call) =>
  [
    args.join(' | '),
    ...Object.entries(files).map(([name, bytes]) => `${name}: ${JSON.stringify(Buffer.from(bytes).toString())}`),
  ].join('\n');

const settings = (edges: readonly Call[]) => ({
  numRuns: edges.length + RUNS,
  examples: edges.map((call): [Call] => [call]),
  ...(process.env.ANPING_AGREEMENT_SEED ? { seed: Number(process.env.ANPING_AGREEMENT_SEED) } : {}),
});

describe('two implementations of the published formats', () => {
  it('draw the same sample, byte for byte, and refuse the same input', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(drawCalls, (call) =>
        inDirectory(call, async (args) => {
          const expected = drawReference(args, read);
          const actual = await answer(runDraw, args);
          const told = `${shown(call)}\nreference: ${expected.reason}\nstderr: ${actual.stderr}`;
          expect({ exit: actual.exit, stdout: actual.stdout }, told).toEqual({
            exit: expected.exit,
            stdout: expected.stdout,
          });
          if (expected.exit !== 0) expect(actual.stderr, told).not.toBe('');
        }),
      ),
      settings(drawEdges),
    );
  });

  it('compute the same score and class, and refuse the same input', { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(scoreCalls, (call) =>
        inDirectory(call, async (args) => {
          const expected = scoreReference(args, read);
          const actual = await answer(runScore, args);
          const told = `${shown(call)}\nreference: ${expected.reason}\nstderr: ${actual.stderr}`;
          expect(scoreDisagreement(expected, actual.exit, actual.stdout), told).toBeNull();
          if (expected.exit !== 0) expect(actual.stderr, told).not.toBe('');
        }),
      ),
      settings(scoreEdges),
    );
  });
});
