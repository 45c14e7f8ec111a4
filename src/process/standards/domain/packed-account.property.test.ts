import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { type Answers, compile, type Edition, packAnswers, packedAccount, packedScorer, score } from './index.ts';
import type { Cause, TraceStep } from './trace.ts';

/** The account of packed answers, after the pack that it begins with. */
const packed = (edition: Edition, answers: Answers) => {
  const plan = compile(edition);
  const { bytes } = packAnswers(edition, answers.edition, answers);
  const account = packedAccount(plan);
  account.begin(bytes, 0, bytes.length);
  const outcome = packedScorer(plan, answers.edition)(bytes, 0, bytes.length, account.account);
  const all = account.bytes();
  expect(all.slice(0, 4 + bytes.length)).toEqual(Uint8Array.from([0x41, 0x50, 0x41, 1, ...bytes]));
  return { outcome, steps: all.slice(4 + bytes.length) };
};

type Step = readonly [rule: string, ...rest: unknown[]];

/** What a packed account can tell of a step, from the written one; what answers and facts say by themselves is left out. */
const told = (edition: Edition, trace: readonly TraceStep[]): Step[] => {
  const rank = (code: unknown) => edition.classes.find((each) => each.code === code)?.rank;
  let score: unknown[] = [];
  return trace.flatMap((step): Step[] => {
    const { rule, inputs, before, after } = step;
    switch (rule) {
      case 'item.points':
      case 'item.met':
      case 'item.notApplicable':
      case 'gate.counted':
        return [];
      case 'item.holds':
        return [[rule, inputs.item]];
      case 'item.fails':
        return [[rule, inputs.item, before]];
      case 'gate.holds':
      case 'gate.doesNotHold':
        return [[rule, inputs.gate, before]];
      case 'zero':
        return [[rule, inputs.cause, inputs.element, before]];
      case 'sum':
        return [[rule, after.full, after.notApplicable, after.earned, after.deducted]];
      case 'normalise':
        score = [after.num, after.den];
        return [];
      case 'print':
        score.push(Number(after.replace('.', '')));
        return [];
      case 'scoreClass':
        return [[rule, ...score, rank(after)]];
      case 'floor.notApplicable':
        return [[rule, inputs.floor]];
      case 'floor.kept':
      case 'floor.broken':
        return [[rule, inputs.floor, inputs.earned, inputs.applicable]];
      case 'down':
        return [[rule, inputs.cause, inputs.by, rank(after)]];
      case 'cap':
        return [[rule, inputs.cause, rank(inputs.cap), rank(after)]];
      case 'status':
      case 'status.later':
        return [[rule, inputs.cause, inputs.status]];
      case 'refuse':
        return [[rule, inputs.cause]];
      default:
        throw new Error('no step of the score');
    }
  });
};

/** The same read from the bytes, as `docs/formats.md` lays them out. */
const read = (edition: Edition, bytes: Uint8Array): Step[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const byte = () => view.getUint8(at++);
  const past = (size: number) => {
    at += size;
    return at - size;
  };
  const place = () => view.getUint32(past(4), true);
  const points = () => Number(view.getBigUint64(past(8), true));
  const item = () => edition.items[place()]!.id;
  const gate = () => edition.gates[place()]!.id;
  const element = () => edition.elements[place()]!.id;
  const cause = (): Cause => {
    const kind = byte();
    return kind === 0 ? { item: item() } : kind === 1 ? { gate: gate() } : { floor: element() };
  };
  const layouts: Readonly<Record<number, () => Step>> = {
    1: () => ['item.holds', item()],
    2: () => ['item.fails', item(), points()],
    3: () => ['gate.doesNotHold', gate(), place()],
    4: () => ['gate.holds', gate(), place()],
    5: () => ['zero', cause(), element(), points()],
    6: () => ['sum', points(), points(), points(), points()],
    7: () => ['scoreClass', points(), points(), points(), place()],
    8: () => ['floor.notApplicable', element()],
    9: () => ['floor.kept', element(), points(), points()],
    10: () => ['floor.broken', element(), points(), points()],
    11: () => ['down', cause(), points(), place()],
    12: () => ['cap', cause(), place(), place()],
    13: () => ['status', cause(), edition.classes[place()]!.code],
    14: () => ['status.later', cause(), edition.classes[place()]!.code],
    15: () => ['refuse', cause()],
  };
  const steps: Step[] = [];
  while (at < bytes.length) steps.push(layouts[byte()]!());
  return steps;
};

describe('a packed account', () => {
  it('tells every step that the written one tells, whatever effects meet', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const { outcome, steps } = packed(edition, answers);
        const whole = score(compile(edition), answers, { trace: true });
        expect(outcome.ok).toBe(whole.ok);
        if (!whole.ok) return;
        const found = read(edition, steps);
        for (const [rule] of found) seen.add(rule);
        expect(found).toEqual(told(edition, whole.value.trace));
      }),
      { numRuns: 2_000, seed: 20_090_819 },
    );
    expect(seen.size).toBe(15);
  });

  it('has these bytes for ever', () => {
    const edition = smallEdition({
      elements: [{ id: '1', parent: null, floor: { percent: 60, effects: [{ down: 1 }] } }],
      items: [smallItem('a', { kind: 'veto', onFail: [{ cap: 'C' }] }), smallItem('b')],
      gates: [smallGate('g', { effects: [{ status: '停产' }] })],
    });
    const { steps } = packed(edition, smallAnswers(edition, { a: 7, b: 3 }, [['death', '2026-02-01']]));
    const hex = Array.from(steps, (each) => each.toString(16).padStart(2, '0')).join('');
    const number = (value: number, width: number) => {
      const text = value.toString(16).padStart(2 * width, '0');
      return (text.match(/../g) ?? []).toReversed().join('');
    };
    const [place, points] = [(value: number) => number(value, 4), (value: number) => number(value, 8)];
    expect(hex).toBe(
      [
        `02${place(0)}${points(7)}`,
        `04${place(0)}${place(1)}`,
        `06${points(20)}${points(0)}${points(10)}${points(10)}`,
        `07${points(50)}${points(1)}${points(500)}${place(4)}`,
        `0a${place(0)}${points(10)}${points(20)}`,
        `0b02${place(0)}${points(1)}${place(4)}`,
        `0c00${place(0)}${place(3)}${place(4)}`,
        `0d01${place(0)}${place(4)}`,
      ].join(''),
    );
  });
});

describe('scoring packs one after the other in the same memory', () => {
  it('gives each what it gets alone, wherever it lies', () => {
    const many = anyCase.chain(({ edition, answers }) =>
      fc.record({ edition: fc.constant(edition), answers: fc.constant(answers), before: fc.nat({ max: 3 }) }),
    );
    fc.assert(
      fc.property(many, ({ edition, answers, before }) => {
        const plan = compile(edition);
        const { bytes } = packAnswers(edition, answers.edition, answers);
        const full = Object.fromEntries(
          edition.items.map((item) => [item.id, item.scoring === 'met' ? { met: true } : { points: item.full }]),
        );
        const best = packAnswers(edition, answers.edition, { ...answers, answers: full, facts: [] }).bytes;
        const row = Uint8Array.from([...best.slice(0, before), ...best, ...bytes, 255, 255]);
        const scorer = packedScorer(plan, answers.edition);
        const alone = packedScorer(plan, answers.edition)(bytes);
        expect(scorer(row, before, before + best.length)).toEqual(packedScorer(plan, answers.edition)(best));
        expect(scorer(row, before + best.length, before + best.length + bytes.length)).toEqual(alone);
      }),
    );
  });
});
