import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile, parseAnswers, parseEdition, score, type TraceStep } from '#process/standards/domain/index.ts';
import { scoreFiles } from './score-cases.ts';
import { editionHash, scoreReference } from './score-reference.mjs';

const CASES = 10_000;
const KINDS = ['mandatory', 'veto', 'floor', 'gate'] as const;

/** What took effect in an account. */
const inForce = (trace: readonly TraceStep[]): ReadonlySet<string> => {
  const kinds = new Map(trace.flatMap(({ inputs }) => ('kind' in inputs ? [[inputs.item, inputs.kind] as const] : [])));
  return new Set(
    trace.flatMap(({ inputs }) => {
      if (!('cause' in inputs)) return [];
      const { cause } = inputs;
      if ('item' in cause) return [kinds.get(cause.item) ?? ''];
      return ['floor' in cause ? 'floor' : 'gate'];
    }),
  );
};

it(`agree on ${CASES} generated cases, among them a hundred and more of every collision of mandatory, veto, floor and gate`, () => {
  const met = new Map<string, number>();
  const count = (name: string) => met.set(name, (met.get(name) ?? 0) + 1);
  let scored = 0;
  fc.assert(
    fc.property(scoreFiles, ({ edition, answers }) => {
      const read = (path: string) => (path === 'e' ? edition : answers);
      const expected = scoreReference(['--edition=e', '--answers=a', '--json'], read);
      const parsed = parseEdition(JSON.parse(Buffer.from(edition).toString()));
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
      const plan = compile(parsed.value);
      const given = parseAnswers(parsed.value, JSON.parse(Buffer.from(answers).toString()), editionHash(edition));
      if (!given.ok) throw new Error(JSON.stringify(given.error));
      const result = score(plan, given.value, { trace: true });
      expect(result.ok, expected.reason).toBe(expected.exit === 0);
      if (!result.ok) return;
      const { trace, ...rest } = result.value;
      expect(rest).toEqual(expected.stdout);
      scored += 1;
      const force = inForce(trace);
      for (const [at, one] of KINDS.entries())
        for (const other of KINDS.slice(at + 1)) if (force.has(one) && force.has(other)) count(`${one} and ${other}`);
      if (KINDS.every((kind) => force.has(kind))) count('all four');
      for (const { rule } of trace) if (rule === 'status.later' || rule === 'refuse' || rule === 'zero') count(rule);
    }),
    { numRuns: CASES },
  );
  expect(scored).toBeGreaterThan(CASES * 0.9);
  const collisions = KINDS.flatMap((one, at) => KINDS.slice(at + 1).map((other) => `${one} and ${other}`));
  for (const name of [...collisions, 'all four', 'zero', 'refuse', 'status.later'])
    expect([name, met.get(name) ?? 0]).toEqual([name, expect.toSatisfy((times) => times >= 100)]);
}, 120_000);
