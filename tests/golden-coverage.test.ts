import { describe, expect, it } from 'vitest';
import type { Cause, Edition, Effect, TraceStep } from '#process/standards/domain/index.ts';
import { DEEP, editionOf, goldenCase, goldenNames } from './deep-standards.ts';
import { MEETINGS } from './golden-meetings.ts';

type Trace = readonly TraceStep[];
type Applied = Extract<TraceStep, { rule: 'cap' | 'down' | 'zero' | 'status' | 'status.later' | 'refuse' }>;

const APPLIED = ['cap', 'down', 'zero', 'status', 'status.later', 'refuse'];
const applied = (trace: Trace): readonly Applied[] =>
  trace.filter((step): step is Applied => APPLIED.includes(step.rule));

const causeKind = (of: Edition, cause: Cause): string => {
  if ('gate' in cause) return 'gate';
  if ('floor' in cause) return 'floor';
  return of.items.find(({ id }) => id === cause.item)!.kind;
};
const causeId = (cause: Cause): string => Object.values(cause)[0]!;

/** An effect as it is declared, with its class where that makes a difference. */
const declared = (effect: Effect): string => {
  if ('cap' in effect) return `cap ${effect.cap}`;
  if ('zero' in effect) return 'zero';
  if ('down' in effect) return 'down';
  return 'status' in effect ? 'status' : 'refuse';
};
const done = (step: Applied): string => (step.rule === 'cap' ? `cap ${step.inputs.cap}` : step.rule);

/** Every effect that a standard declares, by the kind of its cause. */
const effectsOf = (of: Edition): ReadonlySet<string> =>
  new Set([
    ...of.items.flatMap(({ kind, onFail }) => onFail.map((effect) => `${kind}: ${declared(effect)}`)),
    ...of.elements.flatMap(({ floor }) => floor?.effects.map((effect) => `floor: ${declared(effect)}`) ?? []),
    ...of.gates.flatMap(({ effects }) => effects.map((effect) => `gate: ${declared(effect)}`)),
  ]);

/** Every two members of a list as an unordered pair, `a + b`. */
const pairs = (names: readonly string[]): readonly string[] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other].sort().join(' + ')));

describe.each(DEEP)('the worked examples for %s', (industry) => {
  const of = editionOf(industry);
  const cases = goldenNames(industry).map((name) => ({ name, ...goldenCase(industry, name) }));
  const steps = cases.map(({ trace }) => ({ trace, effects: applied(trace) }));

  it('show every effect that the standard declares, by the kind of its cause', () => {
    const shown = new Set(
      steps.flatMap(({ effects }) => effects.map((step) => `${causeKind(of, step.inputs.cause)}: ${done(step)}`)),
    );
    expect([...effectsOf(of)].filter((effect) => !shown.has(effect))).toEqual([]);
  });

  it('show every gate holding, and facts that no gate counts any more', () => {
    const holding = new Set(
      steps.flatMap(({ trace }) => trace.flatMap((step) => (step.rule === 'gate.holds' ? [step.inputs.gate] : []))),
    );
    expect(of.gates.map(({ id }) => id).filter((id) => !holding.has(id))).toEqual([]);
    const inVain = cases.filter(
      ({ file, trace }) => file.facts.length > 0 && !trace.some(({ rule }) => rule === 'gate.holds'),
    );
    expect(inVain.length).toBeGreaterThan(0);
  });

  it('show every floor broken, and held by an element that lost points', () => {
    const wanted = of.elements.flatMap(({ id, floor }) => (floor ? [`${id} broken`, `${id} held`] : []));
    const shown = new Set(
      steps.flatMap(({ trace }) =>
        trace.flatMap((step) => {
          if (step.rule === 'floor.broken') return [`${step.inputs.floor} broken`];
          return step.rule === 'floor.kept' && step.inputs.earned < step.inputs.applicable
            ? [`${step.inputs.floor} held`]
            : [];
        }),
      ),
    );
    expect(wanted.filter((floor) => !shown.has(floor))).toEqual([]);
  });

  it('show each pair of mandatory item, veto item, floor and gate meet, and two of a kind', () => {
    const kinds = ['mandatory', 'veto', 'floor', 'gate'];
    const shown = new Set(
      steps.flatMap(({ effects }) => {
        const causes = new Map(effects.map(({ inputs: { cause } }) => [causeId(cause), causeKind(of, cause)]));
        return pairs([...causes.values()]);
      }),
    );
    const wanted = [...pairs(kinds), ...kinds.map((kind) => `${kind} + ${kind}`)];
    expect(wanted.filter((pair) => !shown.has(pair))).toEqual([]);
  });

  it('show each pair of effects meet: cap, down, zero, status, refuse', () => {
    const kinds = ['cap', 'down', 'zero', 'status', 'refuse'];
    const shown = new Set(steps.flatMap(({ effects }) => pairs([...new Set(effects.map(({ rule }) => rule))])));
    expect(pairs(kinds).filter((pair) => !shown.has(pair))).toEqual([]);
  });

  const statuses = of.gates.filter(({ effects }) => effects.some((effect) => 'status' in effect)).length;
  it('show which of two statuses holds, where the standard has two', () => {
    const met = steps.some(({ trace }) => trace.some(({ rule }) => rule === 'status.later'));
    expect(met).toBe(statuses > 1);
  });

  it.each(Object.entries(MEETINGS))('show %s', (_, meets) => {
    expect(cases.filter(({ trace }) => meets(trace, of)).length).toBeGreaterThan(0);
  });

  const itself = (element: string): readonly string[] => [
    element,
    ...of.elements.filter(({ parent }) => parent === element).flatMap(({ id }) => itself(id)),
  ];
  const mayLapse = of.elements.some(
    ({ id, floor }) => floor && of.items.every(({ element, na }) => na === 'allowed' || !itself(id).includes(element)),
  );
  it('show a floor that lapses because nothing of its element applies, where that may be', () => {
    const lapsed = steps.some(({ trace }) => trace.some(({ rule }) => rule === 'floor.notApplicable'));
    expect(lapsed).toBe(mayLapse);
  });
});
