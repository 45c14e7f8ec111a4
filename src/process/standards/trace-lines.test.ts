import { describe, expect, it } from 'vitest';
import { languages, translator } from '#platform/text.ts';
import { compile, score, type TraceRule, withDeparture } from './domain/index.ts';
import { standardsTexts } from './standards.text.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from './testing/small-edition.ts';
import { tracedClass, traceLines } from './trace-lines.ts';

const edition = smallEdition({
  elements: [
    { id: '1', parent: null, title: '现场', floor: { percent: 60, effects: [{ down: 1 }] } },
    { id: '2', parent: null, title: '管理', floor: { percent: 10, effects: [{ cap: 'C' }] } },
    { id: '3', parent: null, title: '外包', floor: { percent: 10, effects: [{ cap: 'C' }] } },
  ],
  items: [
    smallItem('a', { clause: '1.1', text: '护栏齐全' }),
    smallItem('b', { kind: 'mandatory', scoring: 'met', onFail: [{ cap: 'C' }], clause: '1.2', basis: '某法第一条' }),
    smallItem('c', { element: '2', kind: 'veto', scoring: 'met', onFail: [{ zero: '2' }, { refuse: true }] }),
    smallItem('d', { element: '2' }),
    smallItem('e', { element: '3' }),
    smallItem('f', { kind: 'mandatory', scoring: 'met', onFail: [{ cap: 'C' }] }),
  ],
  gates: [
    smallGate('g', { title: '死亡事故', effects: [{ status: '停产' }] }),
    smallGate('h', { effects: [{ status: '停产' }] }),
    smallGate('i', { fact: 'other' }),
  ],
});
const scored = score(
  compile(edition),
  smallAnswers(
    edition,
    { a: 3, b: { met: false }, c: { met: false }, d: 10, e: { na: '没有外包' }, f: { met: true } },
    [['death', '2026-01-02']],
  ),
  { trace: true },
);
const trace = scored.ok ? scored.value.trace : [];

describe('the account of a class in words', () => {
  it.each(languages)('has a sentence without an open place for every rule that applied (%s)', (language) => {
    const lines = traceLines(edition, trace, translator(standardsTexts, language));
    expect(lines).toHaveLength(trace.length);
    expect(lines.filter(({ text }) => /\{\w+\}|undefined|NaN/.test(text))).toEqual([]);
  });

  it('names points in points, classes, elements and gates by their names, and the basis', () => {
    const lines = traceLines(edition, trace, translator(standardsTexts, 'zh-CN'));
    const of = (rule: TraceRule) => lines.filter((line) => line.rule === rule);
    expect(of('item.points')[0]?.text).toBe('1.1 护栏齐全：得 1.5 分（满分 5 分）');
    expect(of('item.fails')[0]).toMatchObject({
      text: '必备项 1.2：应得 5 分，只得 0 分，判为不符合',
      basis: '某法第一条',
      decisive: true,
    });
    expect(of('zero')[0]?.text).toBe('因否决项“c”不符合，要素“管理”下的得分 5 分全部清零');
    expect(of('floor.broken')[0]?.text).toContain('要素“现场”');
    expect(of('gate.holds')[0]?.text).toBe('死亡事故：1 次，达到 1 次，成立');
    expect(of('status')[0]?.text).toContain('直接认定为“停产”');
  });

  it('ends with the class', () => {
    expect(tracedClass(trace)).toBeNull();
    const whole = score(compile(smallEdition()), smallAnswers(smallEdition(), { a: 10, b: 10 }), { trace: true });
    expect(whole.ok && tracedClass(whole.value.trace)).toBe('A');
  });

  it('writes a whole score without a divisor', () => {
    const whole = score(compile(smallEdition()), smallAnswers(smallEdition(), { a: 10, b: 10 }), { trace: true });
    const lines = whole.ok
      ? traceLines(smallEdition(), whole.value.trace, translator(standardsTexts, 'zh-CN')).map(({ text }) => text)
      : [];
    expect(lines.find((text) => text.startsWith('实得'))).toMatch(/= 100$/);
  });

  it('names the clause of every item and element that a step is about, and no id', () => {
    const named = {
      ...edition,
      elements: edition.elements.map((one) => ({ ...one, id: `id-${one.id}`, clause: one.id })),
      items: edition.items.map((one) => ({
        ...one,
        id: `id-${one.id}`,
        element: `id-${one.element}`,
        clause: one.clause ?? `9.${one.id}`,
        onFail: one.onFail.map((effect) => ('zero' in effect ? { zero: `id-${effect.zero}` } : effect)),
      })),
      gates: edition.gates.map((one) => ({ ...one, id: `id-${one.id}`, title: one.title ?? `情形${one.id}` })),
    };
    const given = { a: 3, b: { met: false }, c: { met: false }, d: 10, e: { na: '没有外包' }, f: { met: true } };
    const answers = Object.fromEntries(Object.entries(given).map(([id, answer]) => [`id-${id}`, answer]));
    const result = score(compile(named), smallAnswers(named, answers, [['death', '2026-01-02']]), { trace: true });
    const lines = result.ok ? traceLines(named, result.value.trace, translator(standardsTexts, 'zh-CN')) : [];
    expect(lines).toHaveLength(trace.length);
    expect(lines.filter(({ text, basis }) => `${text}${basis}`.includes('id-'))).toEqual([]);
    const about = result.ok
      ? result.value.trace.flatMap(({ inputs }, at) => {
          if ('item' in inputs) return [[at, named.items.find(({ id }) => id === inputs.item)?.clause ?? '?'] as const];
          if ('floor' in inputs)
            return [[at, named.elements.find(({ id }) => id === inputs.floor)?.clause ?? '?'] as const];
          if ('element' in inputs)
            return [[at, named.elements.find(({ id }) => id === inputs.element)?.clause ?? '?'] as const];
          return [];
        })
      : [];
    expect(about.length).toBeGreaterThan(10);
    for (const [at, clause] of about) expect(lines[at]?.text).toContain(clause);
  });

  it.each(languages)('ends with the departure, its person, reason and bound (%s)', (language) => {
    const whole = score(compile(smallEdition()), smallAnswers(smallEdition(), { a: 10, b: 10 }), { trace: true });
    if (!whole.ok) throw new Error(whole.error.code);
    const departure = { person: '何东一', reason: '反复违章', to: 'B', mostRanks: 1 };
    const departed = withDeparture(smallEdition(), whole.value, departure);
    if (!departed.ok) throw new Error(JSON.stringify(departed.error));
    expect(tracedClass(departed.value.trace)).toBe('B');
    const last = traceLines(smallEdition(), departed.value.trace, translator(standardsTexts, language)).at(-1);
    expect(last).toMatchObject({ step: 11, rule: 'departure', decisive: true });
    for (const part of ['何东一', '反复违章', '“A” → “B”', '1']) expect(last?.text).toContain(part);
    expect(last?.text).not.toMatch(/[{}]/);
  });
});
