import { describe, expect, it } from 'vitest';
import { drawReference, firstBadByte } from './draw-reference.mjs';
import { EDITION, REFUSED_POOLS } from './edge-calls.ts';
import { canonical, parseJson } from './json-reference.mjs';
import { editionHash, scoreDisagreement, scoreReference } from './score-reference.mjs';

const utf8 = (text: string) => new TextEncoder().encode(text);
const reader = (files: Record<string, string | Uint8Array>) => (path: string) => {
  const file = files[path];
  return file === undefined ? null : typeof file === 'string' ? utf8(file) : file;
};

// The digests of this case were computed with sha256sum on the lines written out by hand.
const POOL = 'id,stratum\n😀,x\nb,y\r\n"\ufb33",x\na,"x"';
const STRATA = 'stratum,ratio,min\ny,0.0,0\nx,0.50,1\n';
const POOL_DIGEST = '925f4f97bfca1fd54c5c37f991a34943e76670ca06e6da97bcd75c5a0937a881';

function draw(pool: string | Uint8Array, ...args: string[]) {
  return drawReference(['--pool=p', '--seed=12 34', '--json', ...args], reader({ p: pool, s: STRATA }));
}

describe('the reference draw', () => {
  it('gives the digests, the order and the tickets computed by hand', () => {
    const [fb33, a] = [
      '0a759782a53c611a06987eba817c9c8dd852583cd411eb7bee4cee6fcde2984a',
      '5b81f1fd875391ef8d7bf6a93eb43e00bf656a7b750b549e525d197c1d1e227b',
    ];
    expect(draw(POOL, '--strata', 's').stdout).toBe(
      `{"poolDigest":"${POOL_DIGEST}",` +
        '"paramsDigest":"5e579275fdc0e77ff46aa02f20ef806b49fb27a096cb07e9673864dc1adadf7b",' +
        '"key":"2dcc84cca86add537b4e45da460d737e95975b3bb034d562d67cca41f05c2f4e","strata":[' +
        '{"stratum":"x","size":3,"ratio":"0.5","min":1,"drawn":[' +
        `{"rank":1,"id":"\ufb33","ticket":"${fb33}"},{"rank":2,"id":"a","ticket":"${a}"}]},` +
        '{"stratum":"y","size":1,"ratio":"0","min":0,"drawn":[]}]}\n',
    );
  });

  it.each([
    ['0.07', 100, 7],
    ['0.29', 100, 29],
    ['0.333333333333333333', 3, 1],
    ['0.333333333333333334', 3, 2],
    ['0.000000000000000001', 5, 1],
    ['0', 5, 1],
    ['1.0', 5, 5],
  ])('draws of ratio %s and %i rows exactly %i', (ratio, rows, count) => {
    const pool = ['id,stratum', ...Array.from({ length: rows }, (_, i) => `E${i},x`)].join('\n');
    expect(JSON.parse(draw(pool, `--ratio=${ratio}`).stdout).strata[0].drawn).toHaveLength(count);
  });

  it('does not depend on the order, the quoting, the line ends and the mark at the start of the pool', () => {
    const other = '\ufeffid,stratum\r\n"a",x\r\nb,"y"\n\ufb33,x\n😀,x\n';
    expect(draw(other, '--ratio', '0.5').stdout).toBe(draw(POOL, '--ratio', '0.5').stdout);
  });

  it.each(REFUSED_POOLS)('refuses a pool with %s', (_, pool) => {
    expect(draw(pool, '--ratio=1')).toMatchObject({ exit: 1, stdout: '' });
  });

  it('keeps apart values that differ only by normalisation', () => {
    expect(draw('id,stratum\n\u00c5,x\n\u212b,x\nA\u030a,x\n', '--ratio=1').exit).toBe(0);
  });

  it('answers 2 to a wrong option and 1 to a file that is not there', () => {
    expect(draw(POOL).exit).toBe(2);
    expect(draw(POOL, '--ratio=1', '--ratio=1').exit).toBe(2);
    expect(draw(POOL, '--ratio=1', '--colour').exit).toBe(2);
    expect(draw(POOL, '--ratio=0.1234567890123456789').exit).toBe(2);
    expect(draw(POOL, '--ratio=1', '--min=01').exit).toBe(2);
    expect(draw(POOL, '--ratio=1', '--strata=absent').exit).toBe(1);
  });

  it('knows UTF-8 by its bytes', () => {
    expect(firstBadByte(utf8('aé攀😀\u{10ffff}'))).toBe(-1);
    for (const bytes of [[0x80], [0xc1, 0xbf], [0xe0, 0x9f, 0xbf], [0xf4, 0x90, 0x80, 0x80], [0xe6, 0x94]]) {
      expect(firstBadByte(Uint8Array.from(bytes))).toBe(0);
    }
  });
});

const canon = (text: string) => canonical(parseJson(utf8(text), 'test'));

describe('the reference canonical form', () => {
  it('gives the examples of RFC 8785', () => {
    expect(
      canon(
        '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001,-0],' +
          '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
      ),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    expect(canon('{"€":1,"\\r":2,"\ufb33":3,"1":4,"😀":5,"\u0080":6,"ö":7}')).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  it.each(['{"a":1,"a":2}', '"\\ud800"', '1e400', '[1,]', '{"a" 1}', '01', '"\t"', '1 2', '\ufeff\ufeff1', ''])(
    'refuses %j',
    (text) => expect(() => canon(text)).toThrow(),
  );
});

type Answer = { points: number } | { met: boolean } | { na: string };
const item = (one: Answer, two: Answer, three: Answer) => ({ '1': one, '2': two, '3': three, '4': { points: 0 } });

function score(answers: object, facts: [string, string][] = [], asOf = '2024-03-31', edition: object = EDITION) {
  const e = JSON.stringify(edition);
  const list = facts.map(([fact, date]) => ({ fact, date }));
  const a = JSON.stringify({ format: 'anping-answers-v1', edition: editionHash(utf8(e)), asOf, answers, facts: list });
  return scoreReference(['--edition=e', '--answers', 'a', '--json'], reader({ e, a }));
}
const verdict = (...args: Parameters<typeof score>) => {
  const { stdout } = score(...args);
  return stdout && [stdout.printed, stdout.scoreClass, stdout.class];
};
const all = item({ points: 200 }, { met: true }, { points: 1700 });

describe('the reference score', () => {
  it('sums, leaves out what is not applicable, and rounds half up', () => {
    const { stdout } = score(item({ points: 200 }, { na: 'none' }, { points: 1509 }));
    expect(stdout).toMatchObject({ full: 2000, notApplicable: 100, earned: 1709, deducted: 191, accepted: true });
    expect(stdout?.normalised).toEqual({ num: 1709, den: 19 });
    expect(stdout?.printed).toBe('89.9');
    expect(verdict(item({ points: 200 }, { met: true }, { points: 1499 }))).toEqual(['90.0', 'A', 'A']);
  });

  it('compares the exact value where the edition says so', () => {
    const exact = { ...EDITION, compare: 'exact' };
    expect(verdict(item({ points: 200 }, { met: true }, { points: 1499 }), [], undefined, exact)).toEqual([
      '90.0',
      'B',
      'B',
    ]);
    expect(verdict(item({ points: 200 }, { met: true }, { points: 1500 }), [], undefined, exact)).toEqual([
      '90.0',
      'A',
      'A',
    ]);
  });

  it('moves down for a mandatory item, and never above the cap of a broken floor', () => {
    expect(verdict(item({ points: 199 }, { met: true }, { points: 1700 }))).toEqual(['100.0', 'A', 'B']);
    expect(verdict(item({ points: 80 }, { met: true }, { points: 1700 }))).toEqual(['94.0', 'A', 'B']);
    expect(verdict(item({ points: 79 }, { met: true }, { points: 1700 }))).toEqual(['94.0', 'A', 'C']);
    expect(verdict(item({ na: 'x' }, { met: false }, { points: 1700 }))).toEqual(['94.4', 'A', 'C']);
    expect(verdict(item({ na: 'x' }, { na: 'x' }, { points: 1700 }))).toEqual(['100.0', 'A', 'A']);
  });

  it('zeroes what is applicable under an element, without any item failing because of it', () => {
    const fires: [string, string][] = [
      ['fire', '2023-04-01'],
      ['fire', '2024-03-31'],
    ];
    expect(verdict(all, fires)).toEqual(['85.0', 'B', 'C']);
    expect(verdict(all, [fires[0]!, ['fire', '2024-04-01']])).toEqual(['100.0', 'A', 'A']);
    expect(verdict(all, [fires[1]!, ['fire', '2023-03-31']])).toEqual(['100.0', 'A', 'A']);
  });

  it.each([
    ['2024-03-31', '2024-02-29', 'A'],
    ['2024-03-31', '2024-03-01', '停产'],
    ['2023-03-30', '2023-02-28', 'A'],
    ['2024-01-15', '2023-12-15', 'A'],
    ['2024-01-15', '2023-12-16', '停产'],
  ])('on %s counts a fact of %s to the class %s', (asOf, date, expected) => {
    expect(verdict(all, [['stop', date]], asOf)).toEqual(['100.0', 'A', expected]);
  });

  it('takes the class away where a failed item refuses', () => {
    const items = EDITION.items.map((one) => (one.id === '1' ? { ...one, onFail: [{ refuse: true }] } : one));
    const { stdout } = score(
      item({ points: 0 }, { met: true }, { points: 1700 }),
      [['stop', '2024-03-31']],
      undefined,
      {
        ...EDITION,
        items,
      },
    );
    expect(stdout).toMatchObject({ scoreClass: 'A', class: null, accepted: false });
  });

  it('refuses answers that are incomplete, out of range, to another edition or on no day', () => {
    expect(score({ ...all, '1': { points: 201 } }).exit).toBe(1);
    expect(score({ ...all, '2': { points: 1 } }).exit).toBe(1);
    expect(score({ ...all, '4': { na: 'x' } }).exit).toBe(1);
    expect(score({ ...all, '5': { points: 0 } }).exit).toBe(1);
    expect(score({ '1': { points: 0 } }).exit).toBe(1);
    expect(score(item({ na: 'x' }, { na: 'x' }, { na: 'x' })).exit).toBe(1);
    expect(score(all, [], '2023-02-29').exit).toBe(1);
    const hash = { edition: '0'.repeat(64), format: 'anping-answers-v1', asOf: '2024-01-01', answers: all, facts: [] };
    const read = reader({ e: JSON.stringify(EDITION), a: JSON.stringify(hash) });
    expect(scoreReference(['--edition=e', '--answers=a', '--json'], read).exit).toBe(1);
    expect(scoreReference(['--edition=e', '--answers=a'], read).exit).toBe(2);
  });

  it('sees every byte that differs but the inner form of the trace', () => {
    const expected = score(all);
    const step = { step: 1, rule: 'sum', inputs: { '1': 2 }, before: null, after: [1] };
    const line = (change: object, trace: unknown) => `${JSON.stringify({ ...expected.stdout, ...change, trace })}\n`;
    expect(scoreDisagreement(expected, 0, line({}, [step]))).toBeNull();
    expect(scoreDisagreement(expected, 1, line({}, [step]))).toMatch(/exit/);
    expect(scoreDisagreement(expected, 0, line({ printed: '100' }, [step]))).toMatch(/starts/);
    expect(scoreDisagreement(expected, 0, line({ extra: 1 }, [step]))).toMatch(/starts/);
    expect(scoreDisagreement(expected, 0, line({}, []))).toMatch(/empty/);
    expect(
      scoreDisagreement(expected, 0, line({}, [{ inputs: {}, step: 1, rule: 'sum', before: null, after: [1] }])),
    ).toMatch(/keys/);
    expect(scoreDisagreement(expected, 0, line({}, [step]).trimEnd())).toMatch(/one line/);
    expect(scoreDisagreement({ ...expected, exit: 1 }, 1, 'x')).toMatch(/refusal/);
  });
});
