import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRatio, poolOf } from './index.ts';
import { compareRatios, greatestRatio } from './ratio.ts';
import { checkedStrata, floorOf, stratumName, suggestionFor } from './strata.ts';

const percent = fc.integer({ min: 0, max: 10_000 });
const asRatio = (tenThousandths: number): string => (tenThousandths / 10_000).toFixed(4);

const earlier = [
  { number: '抽〔2026〕1号', ratio: '0.20', strata: [{ stratum: 'x', ratio: '0.4', min: '2' }] },
  { number: '抽〔2026〕2号', ratio: '0.20', strata: [{ stratum: 'x', ratio: '0.50', min: '1' }] },
];
const rules = { strata: ['x', 'y'], ratio: '0.20', min: 1, earlier };
const row = (stratum: string, ratio: string, min: string, reason = '') => ({ stratum, ratio, min, reason });
const codes = (asked: Parameters<typeof checkedStrata>[0], given: Parameters<typeof checkedStrata>[1] = rules) => {
  const result = checkedStrata(asked, given);
  return result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};

describe('ratios', () => {
  it('are compared as numbers, exactly, however many zeros they are written with', () => {
    fc.assert(
      fc.property(percent, percent, (a, b) => {
        expect(isRatio(asRatio(a))).toBe(true);
        expect(compareRatios(asRatio(a), asRatio(b))).toBe(Math.sign(a - b));
      }),
    );
    expect(compareRatios('0.5', '0.50')).toBe(0);
    expect(compareRatios('0.000000000000000001', '0')).toBe(1);
    expect(greatestRatio(['0.3', '1.0', '0.99'])).toBe('1.0');
    expect(greatestRatio([])).toBeUndefined();
  });
});

describe('the name of a stratum', () => {
  it('joins the names of its keys and is fit for a pool file, whatever they are', () => {
    expect(stratumName(['东区应急管理局', 'B 类'])).toBe('东区应急管理局|B 类');
    expect(stratumName([' 甲\t局 ', 'A|类'])).toBe('甲 局|A／类');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        fc.pre(name.isWellFormed());
        expect(poolOf([{ id: '1', stratum: stratumName([name, 'A']) }]).ok).toBe(
          stratumName([name, 'A']).trim() !== '',
        );
      }),
    );
  });
});

describe('what is asked of a late draw', () => {
  it('is no less than any earlier draw asked of the same stratum, and no less than the general ratio of a new one', () => {
    expect(floorOf('x', earlier)).toEqual({ ratio: '0.50', min: 2, draw: '抽〔2026〕2号' });
    expect(floorOf('y', earlier)).toMatchObject({ ratio: '0.20', min: 0 });
    expect(floorOf('x', [])).toBeNull();
    expect(codes([row('x', '0.4', '2', '少些'), row('y', '0.2', '1')])).toEqual([
      'strata.0.ratio spot-check.ratioBelowEarlier',
    ]);
    expect(codes([row('x', '0.5', '1', '少些'), row('y', '0.2', '1')])).toEqual([
      'strata.0.min spot-check.minBelowEarlier',
    ]);
  });

  it('is suggested so that nothing is refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ratio: percent, x: percent, min: fc.integer({ min: 0, max: 9 }) }), { maxLength: 4 }),
        (draws) => {
          const before = draws.map(({ ratio, x, min }, index) => ({
            number: String(index),
            ratio: asRatio(ratio),
            strata: [{ stratum: 'x', ratio: asRatio(x), min: String(min) }],
          }));
          const given = { ...rules, earlier: before };
          const asked = ['x', 'y'].map((stratum) => ({ stratum, reason: '', ...suggestionFor(stratum, given) }));
          expect(codes(asked, given)).toEqual([]);
        },
      ),
    );
  });
});

describe('the strata of a draw', () => {
  const first = { ...rules, earlier: [] };

  it('are all named, once, and none besides', () => {
    expect(codes([row('x', '0.2', '1'), row('x', '0.2', '1'), row('z', '0.2', '1')], first)).toEqual([
      'strata.1.stratum spot-check.stratumTwice',
      'strata.2.stratum spot-check.stratumGone',
      'strata spot-check.stratumMissing',
    ]);
  });

  it('depart from the scheme with a reason only, and are ordered by bytes', () => {
    expect(codes([row('x', '0.1', '1'), row('y', '0.20', '3')], first)).toEqual([
      'strata.0.reason spot-check.reasonMissing',
      'strata.1.reason spot-check.reasonMissing',
    ]);
    const result = checkedStrata([row('y', '0.200', '1'), row('x', '0.1', '1', '上年无误')], first);
    expect(result).toEqual({
      ok: true,
      value: [
        { stratum: 'x', ratio: '0.1', min: '1' },
        { stratum: 'y', ratio: '0.200', min: '1' },
      ],
    });
  });

  it('have a ratio and a least number as the files of the draw take them', () => {
    expect(codes([row('x', '20%', '1', 'r'), row('y', '0.2', '一', 'r')], first)).toEqual([
      'strata.0.ratio spot-check.ratioMalformed',
      'strata.1.min spot-check.minMalformed',
    ]);
  });
});
