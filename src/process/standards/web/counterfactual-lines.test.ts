import { describe, expect, it } from 'vitest';
import { languages, type Translate, translator } from '#platform/text.ts';
import { type CounterfactualKey, counterfactualTexts } from '../counterfactual.text.ts';
import { type Answer, compile, counterfactual } from '../domain/index.ts';
import { type StandardsKey, standardsTexts } from '../standards.text.ts';
import { smallAnswers, smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { counterfactualLines } from './counterfactual-lines.ts';

const edition = smallEdition({
  classes: smallEdition().classes.map((member) => (member.rank ? { ...member, name: `${member.code} 类` } : member)),
  items: [
    smallItem('m', {
      clause: '3.2.4',
      text: '边坡监测',
      kind: 'mandatory',
      scoring: 'met',
      full: 4,
      onFail: [{ cap: 'C' }],
    }),
    smallItem('n', {
      clause: '3.2.5',
      text: '台阶',
      kind: 'mandatory',
      scoring: 'met',
      full: 4,
      onFail: [{ cap: 'C' }],
    }),
    smallItem('p', { clause: '4.1', text: '爆破设计', full: 92 }),
    smallItem('q', { clause: '4.2', text: '培训', full: 20 }),
  ],
  gates: [smallGate('death', { title: '死亡事故', effects: [{ down: 1 }] })],
});

const words = (language: (typeof languages)[number]): Translate<CounterfactualKey | StandardsKey> => {
  const [one, two] = [translator(counterfactualTexts, language), translator(standardsTexts, language)];
  return (key, params) =>
    key.startsWith('change.') ? one(key as CounterfactualKey, params) : two(key as StandardsKey, params);
};
const linesOf = (
  answers: Record<string, Answer | number>,
  facts: [string, string][] = [],
  language: (typeof languages)[number] = 'zh-CN',
) => {
  const found = counterfactual(compile(edition), smallAnswers(edition, answers, facts));
  if (!found.ok) throw new Error(found.error.code);
  return counterfactualLines(edition, found.value, words(language));
};
const met = { met: true };

describe('what would alter a class, in words', () => {
  it('names the clause of the item, what to do with it, and the class that follows', () => {
    expect(linesOf({ m: { met: false }, n: met, p: 92, q: 20 }).better).toEqual({
      lead: '最少改变 1 处：',
      ways: ['把必备项“3.2.4 边坡监测”改为符合，即升为“A 类”'],
    });
  });

  it('speaks of a class by score where the class has no rank, for nothing is better than it, only otherwise', () => {
    const stopped = smallEdition({
      ...edition,
      gates: [smallGate('stopped', { title: '长期停产', effects: [{ status: '停产' }] })],
    });
    const found = counterfactual(
      compile(stopped),
      smallAnswers(stopped, { m: met, n: met, p: 92, q: 20 }, [['death', '2026-01-02']]),
    );
    if (!found.ok) throw new Error(found.error.code);
    const lines = counterfactualLines(stopped, found.value, words('zh-CN'));
    expect(lines.unranked).toBe(true);
    expect(lines.better.lead).toBe('最少改变 1 处：');
    expect(lines.better.ways).toEqual(['“长期停产”中2026年1月2日的记录自2027年1月2日起不再计入，即按得分评为“A 类”']);
  });

  it('joins changes that belong together, with the day on which a record lapses', () => {
    expect(linesOf({ m: { met: false }, n: met, p: 92, q: 6 }, [['death', '2026-01-02']]).better.ways).toEqual([
      '把必备项“3.2.4 边坡监测”改为符合，并“死亡事故”中2026年1月2日的记录自2027年1月2日起不再计入，即升为“B 类”',
      '把必备项“3.2.4 边坡监测”改为符合，并把一般项“4.2 培训”从 3 分提高到 4 分，即升为“B 类”',
    ]);
  });

  it('puts into one sentence what any of several items would do', () => {
    const { better, worse, thresholds } = linesOf({ m: met, n: met, p: 80, q: 16 });
    expect(better.ways).toEqual(['在以下 2 项一般项中任补一项（4.1 40→42 分、4.2 8→10 分），即升为“A 类”']);
    expect(worse.ways[0]).toBe('以下 2 项必备项中任失一项（3.2.4、3.2.5），即降为“C 类”');
    expect(thresholds).toEqual([
      '按得分离“A 类”（90 分以上）还差：在应得分中再得 2 分',
      '按得分高出“B 类”分数线（75 分）的余量：7 分',
    ]);
  });

  it('says once what all ways share, and then any of several items', () => {
    const { better } = linesOf({ m: { met: false }, n: met, p: 72, q: 6 });
    expect(better).toEqual({
      lead: '最少改变 2 处：',
      ways: [
        '把必备项“3.2.4 边坡监测”改为符合，并在以下 2 项一般项中任补一项（4.1 36→38 分、4.2 3→5 分），即升为“B 类”',
      ],
    });
  });

  it('says so at either end, and how many at least where more than three are needed', () => {
    expect(linesOf({ m: met, n: met, p: 92, q: 20 }).better.lead).toBe('已是最有利的类别。');
    expect(linesOf({ m: { met: false }, n: { met: false }, p: 0, q: 0 }).worse.lead).toBe('已是最不利的类别。');
  });

  it.each(languages)('leaves no place open (%s)', (language) => {
    for (const answers of [
      { m: { met: false }, n: { met: false }, p: 20, q: 6 },
      { m: met, n: met, p: 80, q: 20 },
    ]) {
      const { better, worse, thresholds } = linesOf(answers, [['death', '2026-01-02']], language);
      const all = [better.lead, ...better.ways, worse.lead, ...worse.ways, ...thresholds, better.more ?? ''];
      expect(all.filter((line) => /\{\w+\}|undefined|NaN/.test(line))).toEqual([]);
    }
  });
});
