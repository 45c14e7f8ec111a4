import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyEdition } from '../testing/arbitraries.ts';
import { smallEdition, smallGate, smallItem } from '../testing/small-edition.ts';
import { parseEdition } from './index.ts';

const faultsOf = (value: unknown): string[] => {
  const result = parseEdition(value);
  return result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};

/** A valid edition with one part replaced; `undefined` takes the part away. */
const changed = (path: (string | number)[], value: unknown): unknown => {
  const root = JSON.parse(
    JSON.stringify(
      smallEdition({
        elements: [
          { id: '1', parent: null, floor: { percent: 60, effects: [{ cap: 'C' }] } },
          { id: '1.1', parent: '1' },
          { id: '1.1.1', parent: '1.1' },
        ],
        items: [smallItem('a', { kind: 'veto', onFail: [{ down: 1 }] }), smallItem('b')],
        gates: [smallGate('g', { effects: [{ status: '停产' }] })],
      }),
    ),
  );
  let at = root;
  for (const step of path.slice(0, -1)) at = at[step];
  if (value === undefined) delete at[path.at(-1)!];
  else at[path.at(-1)!] = value;
  return root;
};

describe('an edition', () => {
  it('is accepted with unknown members, which it keeps', () => {
    const edition = { ...smallEdition(), 备注: { 任意: [1, null] } };
    const result = parseEdition(edition);
    expect(result.ok && result.value).toBe(edition);
  });

  it('is accepted whenever it keeps the rules', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        expect(faultsOf(edition)).toEqual([]);
      }),
    );
  });

  it.each([null, [], 'text', 7, true])('is refused when it is %j', (value) => {
    expect(faultsOf(value)).toEqual([' edition.notAnObject']);
  });

  it.each<[(string | number)[], unknown, ...string[]]>([
    [['format'], 'anping-edition-v2', 'format edition.formatUnknown'],
    [['unitsPerPoint'], 0, 'unitsPerPoint edition.numberNotPositive'],
    [['scale'], '100', 'scale edition.numberNotPositive'],
    [['digits'], 16, 'digits edition.digitsOutOfRange'],
    [['compare'], 'rounded', 'compare edition.choiceUnknown'],
    [
      ['classes'],
      {},
      'classes edition.notAList',
      'elements[0].floor.effects[0].cap edition.classUnknown',
      'gates[0].effects[0].status edition.classUnknown',
    ],
    [
      ['classes'],
      [],
      'classes edition.noRankedClass',
      'elements[0].floor.effects[0].cap edition.classUnknown',
      'gates[0].effects[0].status edition.classUnknown',
    ],
    [['classes', 0, 'code'], '', 'classes[0].code edition.textMissing'],
    [['classes', 1, 'code'], 'A', 'classes[1].code edition.idRepeated'],
    [
      ['classes', 1, 'rank'],
      5,
      'classes[2].rank edition.ranksWithGap',
      'classes[3].rank edition.ranksWithGap',
      'classes[1].rank edition.ranksWithGap',
      'classes[1].from edition.fromNotFalling',
      'classes[1].from edition.lastFromNotZero',
    ],
    [
      ['classes', 1, 'rank'],
      1.5,
      'classes[1].rank edition.rankNotInteger',
      'classes[2].rank edition.ranksWithGap',
      'classes[3].rank edition.ranksWithGap',
    ],
    [['classes', 0, 'from'], 90, 'classes[0].from edition.fromNotDecimal'],
    [['classes', 0, 'from'], '090', 'classes[0].from edition.fromNotDecimal'],
    [['classes', 0, 'from'], '75.0', 'classes[1].from edition.fromNotFalling'],
    [['classes', 3, 'from'], '0.0', 'classes[3].from edition.lastFromNotZero'],
    [['classes', 4, 'from'], '0', 'classes[4].from edition.fromWithoutRank'],
    [
      ['elements', 0],
      'x',
      'elements[0] edition.notAnObject',
      'elements[1].parent edition.parentUnknown',
      'items[0].element edition.elementUnknown',
      'items[1].element edition.elementUnknown',
    ],
    [['elements', 1, 'id'], '1', 'elements[1].id edition.idRepeated', 'elements[2].parent edition.parentUnknown'],
    [['elements', 1, 'parent'], undefined, 'elements[1].parent edition.textMissing'],
    [['elements', 1, 'parent'], '9', 'elements[1].parent edition.parentUnknown'],
    [['elements', 1, 'parent'], '1.1', 'elements[1].parent edition.parentCycle'],
    [
      ['elements', 0, 'parent'],
      '1.1',
      'elements[0].parent edition.parentCycle',
      'elements[1].parent edition.parentCycle',
    ],
    [['elements', 3], { id: '1.1.1.1', parent: '1.1.1' }, 'elements[3].parent edition.tooManyLevels'],
    [['elements', 0, 'floor', 'percent'], 101, 'elements[0].floor.percent edition.percentOutOfRange'],
    [
      ['elements', 0, 'floor', 'effects', 0],
      { zero: '1' },
      'elements[0].floor.effects[0] edition.effectNotAllowedHere',
    ],
    [
      ['elements', 0, 'floor', 'effects', 0],
      { refuse: true },
      'elements[0].floor.effects[0] edition.effectNotAllowedHere',
    ],
    [['items', 1, 'id'], 'a', 'items[1].id edition.idRepeated'],
    [['items', 0, 'element'], '9', 'items[0].element edition.elementUnknown'],
    [['items', 0, 'full'], 1.5, 'items[0].full edition.pointsNotInteger'],
    [['items', 0, 'full'], -1, 'items[0].full edition.pointsNotInteger'],
    [['items', 0, 'full'], '5', 'items[0].full edition.pointsNotInteger'],
    [['items', 0, 'kind'], '否决', 'items[0].kind edition.choiceUnknown'],
    [['items', 0, 'scoring'], undefined, 'items[0].scoring edition.choiceUnknown'],
    [['items', 0, 'na'], true, 'items[0].na edition.choiceUnknown'],
    [['items', 0, 'onFail'], undefined, 'items[0].onFail edition.notAList'],
    [['items', 0, 'onFail', 0], { status: '停产' }, 'items[0].onFail[0] edition.effectNotAllowedHere'],
    [['items', 0, 'onFail', 0], { cap: 'C', down: 1 }, 'items[0].onFail[0] edition.effectNotOne'],
    [['items', 0, 'onFail', 0], {}, 'items[0].onFail[0] edition.effectNotOne'],
    [['items', 0, 'onFail', 0], { cap: 'Z' }, 'items[0].onFail[0].cap edition.classUnknown'],
    [['items', 0, 'onFail', 0], { cap: '停产' }, 'items[0].onFail[0].cap edition.capOnStatus'],
    [['items', 0, 'onFail', 0], { zero: '9' }, 'items[0].onFail[0].zero edition.elementUnknown'],
    [['items', 0, 'onFail', 0], { down: -1 }, 'items[0].onFail[0].down edition.numberNegative'],
    [['items', 0, 'onFail', 0], { refuse: false }, 'items[0].onFail[0].refuse edition.choiceUnknown'],
    [['items', 0, 'full'], 2 ** 52, ' edition.numbersTooLarge'],
    [['gates'], undefined, 'gates edition.notAList'],
    [['gates', 0, 'fact'], '', 'gates[0].fact edition.textMissing'],
    [['gates', 0, 'months'], -1, 'gates[0].months edition.numberNegative'],
    [['gates', 0, 'atLeast'], '1', 'gates[0].atLeast edition.numberNegative'],
    [['gates', 0, 'effects', 0], { status: 'A' }, 'gates[0].effects[0].status edition.statusIsRanked'],
    [['说明'], '\ud800', '说明 edition.notCanonical'],
  ])('is refused when %j is %j', (path, value, ...faults) => {
    expect(faultsOf(changed(path, value))).toEqual(faults);
  });

  it('tells all faults at once', () => {
    expect(faultsOf({ format: 'x' }).length).toBeGreaterThan(6);
  });
});
