import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnFrom, shortestRatio } from './draw-params.ts';
import { type Draw, type DrawParams, draw, drawDigests, type Pool, type PoolRow, poolOf } from './index.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const pool = (rows: PoolRow[]): Pool => {
  const result = poolOf(rows);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const drawn = (rows: PoolRow[], params: DrawParams, seed: string): Draw => {
  const result = draw(pool(rows), params, seed, sha256);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const rows: PoolRow[] = [
  { id: '攀-003', stratum: '东区 露天矿山' },
  { id: '攀-001', stratum: '东区 露天矿山' },
  { id: '攀-002', stratum: '东区 露天矿山' },
  { id: '😀', stratum: '！' },
  { id: 'a,b', stratum: '！' },
];

describe('a draw', () => {
  it('of this pool with this seed gives this for ever', () => {
    expect(
      drawn(rows, { ratio: '0.50', strata: [{ stratum: '！', ratio: '0.0', min: '1' }] }, '双色球 2026001'),
    ).toEqual({
      poolDigest: 'ad72a04fca3dce4bfdf548ccdbe6a50d245cabd5766881b78a0ba07844ae521a',
      paramsDigest: '9f9fc5f57cc1a23cc7d2760eedb92dc6c8432e4e6b6cde0da4ce67186118e0e7',
      key: '78caa91f238635f93059d6f17564dd0fc0d5b6e64ee96563734d0f98f1d33d76',
      strata: [
        {
          stratum: '东区 露天矿山',
          size: 3,
          ratio: '0.5',
          min: 1,
          drawn: [
            { rank: 1, id: '攀-001', ticket: 'a43b814e078d85ac2f1e46cf3d283f818e347fdf967f0b9f6e3b0ca3bd355bc4' },
            { rank: 2, id: '攀-003', ticket: 'b24ef3bbc44872fc59f2638b893d37304b17aa2d47b7248305b2097dbe144d20' },
          ],
        },
        {
          stratum: '！',
          size: 2,
          ratio: '0',
          min: 1,
          drawn: [{ rank: 1, id: 'a,b', ticket: '284a4d815c49f66e55b5f4fa7ce5b7f26b7042ee8855d6f5e5bc8aba6a6ba255' }],
        },
      ],
    });
  });

  const anyRows = fc.uniqueArray(
    fc.record({ id: fc.stringMatching(/^[a-z矿😀]{1,4}$/u), stratum: fc.constantFrom('x', 'y', '矿') }),
    { minLength: 1, maxLength: 40, selector: ({ id }) => id },
  );

  it('does not depend on the order of the pool', () => {
    fc.assert(
      fc.property(anyRows, fc.string(), (some, seed) => {
        expect(drawn(some.toReversed(), { ratio: '0.3' }, seed)).toEqual(drawn(some, { ratio: '0.3' }, seed));
      }),
    );
  });

  it('with a larger ratio or least number contains the smaller draw, rank by rank', () => {
    fc.assert(
      fc.property(anyRows, fc.string(), (some, seed) => {
        const small = drawn(some, { ratio: '0.25', min: '0' }, seed);
        for (const large of [
          drawn(some, { ratio: '0.5', min: '0' }, seed),
          drawn(some, { ratio: '0.25', min: '3' }, seed),
        ]) {
          expect(large.key).toBe(small.key);
          expect(large.paramsDigest).not.toBe(small.paramsDigest);
          small.strata.forEach((stratum, index) => {
            expect(large.strata[index]!.drawn.slice(0, stratum.drawn.length)).toEqual(stratum.drawn);
          });
        }
      }),
    );
  });

  it('gives every stratum its number and draws only its own members, once each', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.constantFrom('0', '0.1', '0.333333333333333333', '1'),
        fc.nat({ max: 50 }),
        (some, ratio, min) => {
          const result = drawn(some, { ratio, min: String(min) }, 'seed');
          expect(result.strata.reduce((sum, { size }) => sum + size, 0)).toBe(some.length);
          for (const stratum of result.strata) {
            const ids = stratum.drawn.map(({ id }) => id);
            const share = Number((BigInt(Math.round(Number(ratio) * 1e6)) * BigInt(stratum.size) + 999999n) / 1000000n);
            expect(ids.length).toBe(Math.min(stratum.size, Math.max(min, share)));
            expect(new Set(ids).size).toBe(ids.length);
            for (const id of ids) expect(some).toContainEqual({ id, stratum: stratum.stratum });
          }
        },
      ),
    );
  });

  it('publishes the same digests before the seed as after', () => {
    const before = drawDigests(pool(rows), { ratio: '0.2' }, sha256);
    const { poolDigest, paramsDigest } = drawn(rows, { ratio: '0.2' }, 'later');
    expect(before).toEqual({ ok: true, value: { poolDigest, paramsDigest } });
  });

  it('takes the seed as it stands, also empty or with a line end', () => {
    const keys = ['', '\n', 's', 's\n', ' s'].map((seed) => drawn(rows, { ratio: '0.2' }, seed).key);
    expect(new Set(keys).size).toBe(5);
  });

  it('breaks equal tickets by the bytes of the id', () => {
    const constant = () => new Uint8Array(32);
    const result = draw(pool(rows.map(({ id }) => ({ id, stratum: 'x' }))), { ratio: '1' }, '', constant);
    expect(result.ok && result.value.strata[0]!.drawn.map(({ id }) => id)).toEqual([
      'a,b',
      '攀-001',
      '攀-002',
      '攀-003',
      '😀',
    ]);
  });

  it.each<[DrawParams, string, string]>([
    [{}, 'ratio', 'draw.params.ratioMissing'],
    [{ strata: [{ stratum: '！', ratio: '1', min: '0' }] }, 'ratio', 'draw.params.ratioMissing'],
    [{ ratio: '1.1' }, 'ratio', 'draw.params.ratioMalformed'],
    [{ ratio: '0.1', min: '-1' }, 'min', 'draw.params.minMalformed'],
    [{ ratio: '0.1', strata: [{ stratum: '西区', ratio: '1', min: '0' }] }, 'line 2', 'draw.strata.stratumUnknown'],
    [{ ratio: '0.1', strata: [{ stratum: '！', ratio: '2', min: '0' }] }, 'line 2', 'draw.strata.ratioMalformed'],
    [
      {
        ratio: '0.1',
        strata: [
          { stratum: '！', ratio: '1', min: '0' },
          { stratum: '！', ratio: '1', min: '0' },
        ],
      },
      'line 3',
      'draw.strata.stratumRepeated',
    ],
  ])('with %j is refused', (params, path, code) => {
    expect(draw(pool(rows), params, '', sha256)).toMatchObject({ ok: false, error: { issues: [{ path, code }] } });
  });

  it('needs no ratio if every stratum has its own, and no seed that UTF-8 cannot carry', () => {
    const strata = ['！', '东区 露天矿山'].map((stratum) => ({ stratum, ratio: '1', min: '0' }));
    expect(drawn(rows, { strata }, '').strata.map(({ stratum }) => stratum)).toEqual(['东区 露天矿山', '！']);
    expect(draw(pool(rows), { strata }, '\ud800', sha256)).toMatchObject({
      ok: false,
      error: { issues: [{ path: 'seed', code: 'draw.seedNotText' }] },
    });
  });
});

describe('the number drawn', () => {
  it.each([
    [10, '0.3', 1, 3],
    [10, '0.300000000000000001', 1, 4],
    [3, '0.333333333333333333', 0, 1],
    [3, '0.333333333333333334', 0, 2],
    [7, '0', 1, 1],
    [7, '0', 0, 0],
    [2, '0', 999999999, 2],
    [100, '0.07', 1, 7],
  ])('of %d with ratio %s and at least %d is %d, exactly', (size, ratio, min, expected) => {
    expect(drawnFrom(size, { stratum: '', ratio, min })).toBe(expected);
  });

  it.each([
    ['0.50', '0.5'],
    ['1.0', '1'],
    ['0.0', '0'],
    ['0', '0'],
    ['1', '1'],
    ['0.100', '0.1'],
    ['0.05', '0.05'],
  ])('a ratio of %s is written %s', (written, short) => {
    expect(shortestRatio(written)).toBe(short);
  });
});
