import type { Call } from './draw-cases.ts';
import { editionHash } from './score-reference.mjs';

const utf8 = (text: string) => new TextEncoder().encode(text);

const MISTAKES = [
  [0x80],
  [0xc0, 0x80],
  [0xc1, 0xbf],
  [0xe0, 0x9f, 0xbf],
  [0xed, 0xa0, 0x80],
  [0xed, 0xbf, 0xbf],
  [0xf0, 0x8f, 0xbf, 0xbf],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf5, 0x80, 0x80, 0x80],
  [0xff],
  [0xe6, 0x94],
  [0xf0, 0x9f, 0x98],
];

/** What is wrong, and the pool. */
export const REFUSED_POOLS: readonly (readonly [string, Uint8Array])[] = [
  ...(
    [
      ['no header', 'a,x\n'],
      ['another header', 'id,Stratum\na,x\n'],
      ['a blank in the header', 'id, stratum\na,x\n'],
      ['a third column', 'id,stratum,\na,x,\n'],
      ['no rows', 'id,stratum\n'],
      ['a header only, without line end', 'id,stratum'],
      ['nothing', ''],
      ['nothing but a mark', '\ufeff'],
      ['two marks at the start', '\ufeff\ufeffid,stratum\na,x\n'],
      ['a blank line at the start', '\nid,stratum\na,x\n'],
      ['a blank line', 'id,stratum\n\na,x\n'],
      ['a blank line at the end', 'id,stratum\na,x\n\n'],
      ['a blank CRLF line at the end', 'id,stratum\r\na,x\r\n\r\n'],
      ['a lone CR', 'id,stratum\ra,x\n'],
      ['a doubled CR', 'id,stratum\r\r\na,x\n'],
      ['a CR at the end', 'id,stratum\na,x\r'],
      ['a lone CR in quotes', 'id,stratum\n"a\rb",x\n'],
      ['a quote inside an unquoted field', 'id,stratum\na"b,x\n'],
      ['a quote at the end of an unquoted field', 'id,stratum\na",x\n'],
      ['text after a quoted field', 'id,stratum\n"a"b,x\n'],
      ['a blank after a quoted field', 'id,stratum\n"a" ,x\n'],
      ['an open quote', 'id,stratum\n"a,x\n'],
      ['an open quote after a doubled one', 'id,stratum\na,"x""'],
      ['a line end in a value', 'id,stratum\n"a\nb",x\n'],
      ['a CRLF in a value', 'id,stratum\n"a\r\nb",x\n'],
      ['one field', 'id,stratum\na\n'],
      ['three fields', 'id,stratum\na,x,\n'],
      ['an empty value', 'id,stratum\na,\n'],
      ['an empty value at the end of the file', 'id,stratum\na,'],
      ['an empty quoted value', 'id,stratum\na,""\n'],
      ['a leading blank', 'id,stratum\n a,x\n'],
      ['a trailing blank in quotes', 'id,stratum\na,"x "\n'],
      ['a trailing ideographic space', 'id,stratum\na,x\u3000\n'],
      ['a leading no-break space', 'id,stratum\n\u00a0a,x\n'],
      ['a leading line separator', 'id,stratum\n\u2028a,x\n'],
      ['NUL', 'id,stratum\na\u0000b,x\n'],
      ['TAB', 'id,stratum\na\tb,x\n'],
      ['U+001F', 'id,stratum\na,x\u001fy\n'],
      ['DEL', 'id,stratum\na\u007fb,x\n'],
      ['one id twice', 'id,stratum\na,x\nb,x\n"a",y\n'],
    ] as const
  ).map(([what, text]) => [what, utf8(text)] as const),
  ...MISTAKES.map((bytes) => {
    const what = `bytes that are not UTF-8: ${bytes.map((byte) => byte.toString(16)).join(' ')}`;
    return [what, Uint8Array.from([...utf8('id,stratum\na'), ...bytes, ...utf8(',x\n')])] as const;
  }),
];

const STRATA = [
  ['stratum,ratio,min\nx,0.50,1\n', 0],
  ['stratum,ratio,min\r\n"x","1.0","0"\r\ny,0.0,999999999', 0],
  ['stratum,ratio\nx,0.5\n', 1],
  ['stratum,ratio,min\nz,0.5,1\n', 1],
  ['stratum,ratio,min\nx,0.5,1\nx,0.5,1\n', 1],
  ['stratum,ratio,min\nx,,1\n', 1],
  ['stratum,ratio,min\nx,0.5,\n', 1],
  ['stratum,ratio,min\nx,0.5\n', 1],
  ['stratum,ratio,min\nx,50%,1\n', 1],
  ['stratum,ratio,min\nx,0.5,01\n', 1],
] as const;

/** Calls of `draw` at the edges of the format. */
export const drawEdges: readonly Call[] = [
  ...['x,0.5,1\n', 'x,0.5,1\ny,1,0\n', ''].map((rows) => ({
    files: { 'pool.csv': utf8('id,stratum\na,x\nb,y\n'), 'strata.csv': utf8(`stratum,ratio,min\n${rows}`) },
    args: ['--pool', '@pool.csv', '--seed=s', '--strata', '@strata.csv', '--json'],
  })),
  {
    files: { 'pool.csv': utf8('id,stratum\n\uffff,😀\n😀,\ufb33\n\ue000,\ue000\na,攀枝花\n') },
    args: ['--pool', '@pool.csv', '--seed=', '--ratio', '1', '--json'],
  },
  ...REFUSED_POOLS.map(([, pool]) => ({
    files: { 'pool.csv': pool },
    args: ['--pool', '@pool.csv', '--seed=s', '--ratio', '0.5', '--json'],
  })),
  ...STRATA.map(([strata]) => ({
    files: { 'pool.csv': utf8('id,stratum\n😀,x\n\ufb33,x\na,x\nb,y\n'), 'strata.csv': utf8(strata) },
    args: ['--pool', '@pool.csv', '--seed=s', '--ratio', '0.5', '--strata', '@strata.csv', '--json'],
  })),
];

/** A small edition with every kind of effect. */
export const EDITION = {
  ...{ format: 'anping-edition-v1', unitsPerPoint: 2, scale: 100, digits: 1, compare: 'printed' },
  classes: [
    { code: 'A', rank: 1, from: '90' },
    { code: 'B', rank: 2, from: '75' },
    { code: 'C', rank: 3, from: '60' },
    { code: 'D', rank: 4, from: '0' },
    { code: '停产' },
  ],
  elements: [
    { id: 'E1', parent: null, floor: { percent: 60, effects: [{ cap: 'C' }] } },
    { id: 'E1.1', parent: 'E1' },
    { id: 'E2', parent: null },
  ],
  items: [
    { id: '1', element: 'E1.1', full: 200, kind: 'mandatory', scoring: 'points', na: 'allowed', onFail: [{ down: 1 }] },
    { id: '2', element: 'E1', full: 100, kind: 'scored', scoring: 'met', na: 'allowed', onFail: [] },
    { id: '3', element: 'E2', full: 1700, kind: 'scored', scoring: 'points', na: 'allowed', onFail: [] },
    { id: '4', element: 'E2', full: 0, kind: 'veto', scoring: 'points', na: 'forbidden', onFail: [{ refuse: true }] },
  ],
  gates: [
    { id: 'G1', fact: 'stop', atLeast: 1, months: 1, effects: [{ status: '停产' }] },
    { id: 'G2', fact: 'fire', atLeast: 2, months: 12, effects: [{ zero: 'E1' }] },
  ],
};

const ANSWERS = { '1': { points: 200 }, '2': { met: true }, '3': { points: 1500 }, '4': { points: 0 } };
const PAPER = { format: 'anping-answers-v1', asOf: '2024-03-31', answers: ANSWERS, facts: [] };

const scoreCall = (edition: string, paper: string): Call => ({
  files: { 'edition.json': utf8(edition), 'answers.json': utf8(paper) },
  args: ['--edition', '@edition.json', '--answers', '@answers.json', '--json'],
});

function edited(change: object, paper: object = {}): Call {
  const edition = JSON.stringify({ ...EDITION, ...change });
  return scoreCall(edition, JSON.stringify({ ...PAPER, edition: editionHash(utf8(edition)), ...paper }));
}

const chain = ['P', 'Q', 'R', 'S'].map((id, i) => ({ id, parent: i === 0 ? null : 'PQRS'[i - 1] }));
const fact = (...dates: string[]) => dates.map((date) => ({ fact: 'stop', date }));
const fires = ['2023-04-01', '2024-03-31'].map((date) => ({ fact: 'fire', date }));
const classes = (...froms: unknown[]) => ({ classes: froms.map((from, i) => ({ code: `K${i}`, rank: i + 1, from })) });
const text = JSON.stringify({ ...PAPER, edition: editionHash(utf8(JSON.stringify(EDITION))) });

/** Calls of `score` at the edges of the format. */
export const scoreEdges: readonly Call[] = [
  edited({}),
  edited({ elements: [...EDITION.elements, ...chain.slice(0, 3)] }),
  edited({ elements: [...EDITION.elements, ...chain.slice(0, 3).toReversed()] }),
  edited({ elements: [...EDITION.elements, ...chain] }),
  edited({ elements: [...EDITION.elements, { id: 'P', parent: 'P' }] }),
  edited({ elements: [...EDITION.elements, { id: 'P', parent: 'Q' }, { id: 'Q', parent: 'P' }] }),
  ...[
    ['0'],
    ['90', '0'],
    ['90', '90', '0'],
    ['9', '10', '0'],
    ['90'],
    ['90', '0.0'],
    [90, 0],
    ['1e1', '0'],
    ['-1', '0'],
  ].map((froms) =>
    edited({ ...classes(...froms), elements: EDITION.elements.map(({ id, parent }) => ({ id, parent })), gates: [] }),
  ),
  edited({ classes: [{ code: '停产' }] }),
  edited({}, { asOf: '2023-02-29' }),
  edited({}, { asOf: '2100-02-29' }),
  edited({}, { asOf: '2000-02-29' }),
  edited({}, { facts: fact('2024-02-29') }),
  edited({}, { facts: fact('2024-03-01') }),
  edited({}, { facts: fact('2024-03-31') }),
  edited({}, { facts: fact('2024-04-01') }),
  edited({}, { asOf: '2100-03-29', facts: fact('2100-02-28') }),
  edited({}, { asOf: '2100-03-31', facts: fact('2100-03-01') }),
  edited({}, { answers: { ...ANSWERS, '1': { points: 80 }, '3': { points: 1700 } } }),
  edited({}, { answers: { ...ANSWERS, '1': { points: 79 }, '3': { points: 1700 } } }),
  edited({}, { answers: { ...ANSWERS, '1': { na: 'x' }, '2': { met: false } } }),
  edited({}, { answers: { ...ANSWERS, '3': { points: 1499 } } }),
  edited({ compare: 'exact' }, { answers: { ...ANSWERS, '3': { points: 1499 } } }),
  edited({ compare: 'exact' }),
  edited({}, { answers: { ...ANSWERS, '3': { points: 1700 } }, facts: fires }),
  edited({}, { answers: { ...ANSWERS, '5': { points: 0 } } }),
  edited({}, { answers: { ...ANSWERS, '1': { points: 201 } } }),
  edited({}, { edition: '0'.repeat(64) }),
  scoreCall(JSON.stringify(EDITION), text.replace('"2":', '"1":{"points":200},"2":')),
  scoreCall(JSON.stringify(EDITION), text.replace('}', '},')),
  scoreCall(JSON.stringify(EDITION, null, 2), text),
  scoreCall('', text),
  scoreCall(JSON.stringify(EDITION), 'null'),
];
