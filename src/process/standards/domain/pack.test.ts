import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '../testing/small-edition.ts';
import { compile, packAnswers, packedScorer, parseAnswers, score, unpackAnswers } from './index.ts';

const anyComments = (ids: string[]) =>
  fc.dictionary(fc.constantFrom(...ids), fc.string({ minLength: 1, unit: 'grapheme' }), { noNullPrototype: true });

describe('packed answers', () => {
  it('come back as they went in, with reasons, comments and facts', () => {
    const anything = anyCase.chain(({ edition, answers }) =>
      fc.record({
        edition: fc.constant(edition),
        answers: fc.constant(answers),
        comments: anyComments(edition.items.map(({ id }) => id)),
      }),
    );
    fc.assert(
      fc.property(anything, ({ edition, answers, comments }) => {
        const { bytes, texts } = packAnswers(edition, answers.edition, answers, comments);
        const back = unpackAnswers(edition, answers.edition, bytes, texts);
        expect(back).toEqual({ ok: true, value: { answers, comments, deductions: {}, reasons: {} } });
        expect(parseAnswers(edition, back.ok && back.value.answers, answers.edition).ok).toBe(true);
      }),
    );
  });

  it('score the same packed and unpacked', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const plan = compile(edition);
        const plain = score(plan, answers, { trace: false });
        const packed = packedScorer(plan, answers.edition)(packAnswers(edition, answers.edition, answers).bytes);
        expect(packed.ok).toBe(plain.ok);
        if (!plain.ok || !packed.ok) return;
        const { edition: _hash, printed, trace: _trace, ...same } = plain.value;
        expect(packed.value).toMatchObject(same);
        expect(packed.value.printedUnits).toBe(Number(printed.replace('.', '')));
      }),
    );
  });

  const edition = smallEdition({
    items: [
      smallItem('__proto__', { na: 'forbidden' }),
      smallItem('b', { scoring: 'met', full: 300 }),
      smallItem('c', { full: 300 }),
    ],
  });
  const answers = smallAnswers(edition, JSON.parse('{"__proto__": 7, "b": {"met": true}, "c": {"na": "无"}}'), [
    ['矿山😀', '2026-02-01'],
  ]);
  const packed = packAnswers(edition, answers.edition, answers, JSON.parse('{"__proto__": "已整改"}'));

  it('have this layout for ever', () => {
    const hex = Array.from(packed.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(hex).toBe(`41504b01${answers.edition}3f5000000300000007000100ffff0100055000000400ff77715c3dd800de`);
    expect(JSON.stringify(packed.texts)).toBe('{"__proto__":{"comment":"已整改"},"c":{"reason":"无"}}');
  });

  it('survive item names that mean something to JavaScript', () => {
    const back = unpackAnswers(edition, answers.edition, packed.bytes, packed.texts);
    expect(back.ok && JSON.stringify(back.value.answers.answers)).toBe(
      '{"__proto__":{"points":7},"b":{"met":true},"c":{"na":"无"}}',
    );
  });

  const changed = (at: number, ...values: number[]) => {
    const bytes = packed.bytes.slice();
    bytes.set(values, at);
    return bytes;
  };
  it.each([
    ['another format version', changed(3, 2), 'pack.formatUnknown'],
    ['an empty pack', new Uint8Array(), 'pack.formatUnknown'],
    ['another edition', changed(4, packed.bytes[4]! ^ 1), 'pack.otherEdition'],
    ['a cut head', packed.bytes.slice(0, 43), 'pack.lengthWrong'],
    ['a cut tail', packed.bytes.slice(0, -1), 'pack.lengthWrong'],
    ['a byte too many', Uint8Array.from([...packed.bytes, 0]), 'pack.lengthWrong'],
    ['another number of items', changed(40, 2), 'pack.lengthWrong'],
    ['more points than the item has', changed(44, 11), 'pack.pointsOutOfRange'],
    ['a met item that is neither', changed(46, 2), 'pack.pointsOutOfRange'],
    ['not applicable where that is forbidden', changed(44, 255, 255), 'pack.naForbidden'],
    ['a day outside the calendar', changed(36, 255, 255, 255, 127), 'pack.dayWrong'],
  ])('are refused for %s, unpacking and scoring alike', (_what, bytes, code) => {
    expect(unpackAnswers(edition, answers.edition, bytes, packed.texts)).toMatchObject({ ok: false, error: { code } });
    expect(packedScorer(compile(edition), answers.edition)(bytes)).toMatchObject({ ok: false, error: { code } });
  });

  it('are refused without the reason of an item that is not applicable', () => {
    expect(unpackAnswers(edition, answers.edition, packed.bytes, {})).toMatchObject({
      ok: false,
      error: { code: 'pack.reasonMissing', params: { item: 'c' } },
    });
  });

  describe('with counted deductions', () => {
    const rules = [
      { text: '缺护栏', units: 2, per: '处' },
      { text: '没有记录', units: 3 },
    ];
    const counting = smallEdition({ items: [smallItem('d', { full: 9, deductions: rules }), smallItem('e', {})] });
    const given = smallAnswers(counting, { d: { points: 2 }, e: { points: 0 } });
    const { bytes, texts } = packAnswers(
      counting,
      given.edition,
      given,
      { d: '在改' },
      { d: { 0: 2, 1: 1 } },
      { d: '缺记录', e: '未做' },
    );

    it('keep them beside the pack, and the bytes are those without them', () => {
      expect(JSON.stringify(texts)).toBe(
        '{"d":{"reason":"缺记录","comment":"在改","deductions":{"0":2,"1":1}},"e":{"reason":"未做"}}',
      );
      expect(bytes).toEqual(packAnswers(counting, given.edition, given).bytes);
      expect(unpackAnswers(counting, given.edition, bytes, texts)).toEqual({
        ok: true,
        value: {
          answers: given,
          comments: { d: '在改' },
          deductions: { d: { 0: 2, 1: 1 } },
          reasons: { d: '缺记录', e: '未做' },
        },
      });
    });

    it.each([
      ['counts that leave other points', { d: { deductions: { 0: 2 } } }, 'd'],
      ['a rule that the item does not have', { d: { deductions: { 0: 2, 1: 1, 2: 1 } } }, 'd'],
      ['counts of an item without rules', { e: { deductions: { 0: 1 } } }, 'e'],
    ])('are refused for %s', (_what, wrong, item) => {
      expect(unpackAnswers(counting, given.edition, bytes, wrong)).toMatchObject({
        ok: false,
        error: { code: 'pack.deductionsDiffer', params: { item } },
      });
    });
  });
});
