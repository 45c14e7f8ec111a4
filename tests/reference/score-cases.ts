import fc from 'fast-check';
import { type Call, damage, type Picks, picks, unusualOptions } from './draw-cases.ts';
import { broken, type Case, type Json, Literal } from './score-faults.ts';
import { editionHash, scoreReference } from './score-reference.mjs';

const IDS = [
  'a',
  'b',
  '1',
  '2',
  '10',
  '01',
  'constructor',
  '__proto__',
  'toString',
  '攀枝花',
  '😀',
  '\ufb33',
  'A 1',
  'é"\\',
  '\u2028',
];
const FACTS = ['death', 'fire', '事故', '__proto__'];

/** Distinct names, some of which JavaScript objects treat specially or reorder. */
function names(p: Picks, count: number): string[] {
  const all = Array.from({ length: count }, (_, i) => `${p.of(IDS)}${p.chance(50) ? '' : i}`);
  return [...new Set(all)];
}

const fixed = (value: bigint, digits: number) => {
  const text = value.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** As many thresholds on, just above, just below and far from the printed value of the case, strictly falling to "0". */
function thresholds(p: Picks, printed: string, digits: number, scale: number, count: number): string[] {
  const finer = scale * 10 ** digits < 10 ? 1 : p.of([0, 0, 1, 2]);
  const unit = 10n ** BigInt(digits + finer);
  const centre = BigInt(printed.replace('.', '')) * 10n ** BigInt(finer);
  const top = BigInt(scale) * unit;
  const found = new Set<bigint>();
  const put = (value: bigint) => value > 0n && value <= top && found.size < count - 1 && found.add(value);
  if (p.chance(60)) put(centre);
  for (let i = 1; i < count; i += 1)
    put(p.chance(50) ? centre + BigInt(p.int(-2, 2)) : (top * BigInt(p.int(1, 20))) / 20n);
  for (let value = 1n; found.size < count - 1; value += 1n) put(value);
  const falling = [...found].sort((a, b) => (a < b ? 1 : -1));
  return [...falling.map((value) => fixed(value, digits + finer)), '0'];
}

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

function asOfDate(p: Picks): string {
  const year = p.of([1999, 2000, 2023, 2024, 2025, 2100]);
  const monthEnd = Date.UTC(year, p.int(1, 12), 0);
  return iso(p.chance(70) ? monthEnd - p.int(0, 3) * DAY : monthEnd - p.int(0, 30) * DAY);
}

/** A day at or beside one end of a gate's window, found without the clamping rule: any day around the month's end. */
function factDate(p: Picks, asOf: string, months: number): string {
  const [year, month, day] = asOf.split('-').map(Number) as [number, number, number];
  const start = Date.UTC(year, month - 1 - months, 1);
  return p.of([
    () => iso(Date.parse(asOf) + p.int(-1, 1) * DAY),
    () => iso(start + (day - 1 + p.int(-1, 1)) * DAY),
    () => iso(Date.UTC(year, month - months, 0) + p.int(-2, 1) * DAY),
    () => iso(start + p.int(0, 30 * Math.max(1, months)) * DAY),
  ])();
}

function shuffled<T>(p: Picks, list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(p.int(0, rest.length - 1), 1)[0]!);
}

function caseOf(p: Picks): Case {
  const scale = p.of([100, 100, 100, 1000, 10, 1, 7]);
  const digits = p.of([1, 1, 0, 2, 4]);
  const statuses = ['停产', 'S2'].slice(0, p.of([0, 1, 2, 2]));
  const elementIds = names(p, p.int(1, 8));
  const depth: number[] = [];
  const elements = elementIds.map((id, i): Record<string, Json> => {
    const parents = elementIds.filter((_, j) => j < i && depth[j]! < 3);
    const parent = parents.length > 0 && p.chance(70) ? p.of(parents) : null;
    depth.push(parent === null ? 1 : depth[elementIds.indexOf(parent)]! + 1);
    return { id, parent };
  });
  const items = names(p, p.int(1, 10)).map((id): Record<string, Json> => {
    const full = p.of([0, 1, 2, 3, 7, 10, 20, p.int(1, 2000)]);
    const kind = p.of(['scored', 'scored', 'mandatory', 'veto']);
    const scoring = p.of(['points', 'points', 'met']);
    return { id, element: p.of(elementIds), full, kind, scoring, na: p.of(['allowed', 'forbidden']), onFail: [] };
  });
  const gates = names(p, p.int(0, 4)).map((id): Record<string, Json> => {
    return { id, fact: p.of(FACTS), atLeast: p.of([1, 1, 2, 3]), months: p.of([1, 2, 3, 6, 12, 36, 120]), effects: [] };
  });
  const asOf = asOfDate(p);
  const facts = gates.flatMap((gate) =>
    Array.from({ length: p.int(0, 3) }, () => ({
      fact: p.chance(85) ? gate.fact! : p.of(FACTS),
      date: factDate(p, asOf, Number(gate.months)),
    })),
  );
  const generous = p.chance(65);
  const answers = items.map((item): [string, Json] => {
    const full = Number(item.full);
    if (item.na === 'allowed' && p.chance(30)) return [String(item.id), { na: p.of(['不涉及', 'none', ' x ']) }];
    if (item.scoring === 'met') return [String(item.id), { met: p.chance(generous ? 90 : 50) }];
    const points = generous && p.chance(80) ? full : p.int(0, full);
    return [String(item.id), { points }];
  });
  const ranked = ['A', 'B', 'C', 'D', '__proto__'].slice(0, p.of([1, 2, 3, 4, 5, 5]));
  const effects = (kinds: readonly string[]) =>
    Array.from({ length: p.of([0, 1, 1, 2]) }, (): Json => {
      const kind = p.of(kinds.filter((name) => name !== 'status' || statuses.length > 0));
      if (kind === 'cap') return { cap: p.of(ranked) };
      if (kind === 'down') return { down: p.of([1, 1, 1, 2, 3]) };
      if (kind === 'zero') return { zero: p.of(elementIds) };
      if (kind === 'status') return { status: p.of(statuses) };
      return { refuse: true };
    });
  for (const item of items) {
    if (item.kind !== 'scored')
      item.onFail = effects(['cap', 'cap', 'cap', 'down', 'down', 'down', 'zero', 'zero', 'refuse']);
  }
  for (const gate of gates) {
    gate.effects = effects([
      'cap',
      'cap',
      'down',
      'down',
      'zero',
      'zero',
      'zero',
      'refuse',
      'status',
      'status',
      'status',
    ]);
  }
  for (const element of elements) {
    const percent = p.of([0, 50, 60, 80, 100, p.int(1, 99)]);
    if (p.chance(50)) element.floor = { percent, effects: effects(['cap', 'down']) };
  }
  const sheet = {
    ...{ format: 'anping-edition-v1', unitsPerPoint: p.int(1, 10), scale, digits, compare: p.of(['printed', 'exact']) },
    ...{ elements: shuffled(p, elements), items: shuffled(p, items), gates },
  };
  const edition = (froms: readonly string[]): Record<string, Json> => {
    const classes = froms.map((from, i): Json => ({ code: ranked[i]!, rank: i + 1, from }));
    return { ...sheet, classes: [...classes, ...statuses.map((code) => ({ code }))] };
  };
  const paper = { format: 'anping-answers-v1', asOf, facts, answers: new Map(shuffled(p, answers)) };
  const trial = edition(ranked.map((_, i) => `${i + 1 < ranked.length ? '0.' : ''}${ranked.length - 1 - i}`));
  const files: Record<string, Uint8Array> = { '@edition.json': json(trial) };
  files['@answers.json'] = json({ edition: editionHash(json(trial)), ...paper });
  const printed = scoreReference(ARGS, (path) => files[path] ?? null).stdout?.printed ?? fixed(0n, digits);
  const final = edition(thresholds(p, printed, digits, scale, ranked.length));
  return { edition: { ...final, classes: shuffled(p, final.classes as Json[]) }, answers: paper };
}

/** Extra names and values that only the edition hash sees. */
function decorated(p: Picks, edition: Record<string, Json>): Record<string, Json> {
  const numbers = [
    '1e21',
    '1E-7',
    '0.10',
    '-0',
    '5e-324',
    '1.7976931348623157e308',
    '333333333.33333329',
    '4.50',
    '1E30',
  ];
  numbers.push('9007199254740993', '100000000000000000000', '123e-5', '1e-400', '0e9', '-1.5e+3');
  const extra = (): Json =>
    p.of<() => Json>([
      () => new Literal(p.of(numbers)),
      () => p.of(['\u0000\u001f\u007f\u0080', '\u2028/"\\\b\f\n\r\t', '😀\ufb33', '<é>', 'e\u0301']),
      () => [null, true, false, [], new Map()],
      () => new Map(IDS.map((id) => [id, id])),
      () =>
        new Map([
          ['\u20ac', 1],
          ['\r', 2],
          ['\ufb33', 3],
          ['1', 4],
          ['😀', 5],
          ['\u0080', 6],
          ['ö', 7],
        ] as [string, Json][]),
    ])();
  const out = { ...edition };
  for (let i = p.int(0, 3); i > 0; i -= 1) out[p.of(['title', 'basis', '注', '\ufb33', '😀', 'Z'])] = extra();
  return out;
}

/** JSON text in one of the many forms that mean the same. */
function written(p: Picks, value: Json, blanks: boolean, ascii: boolean): string {
  const gap = () => (blanks && p.chance(20) ? p.of([' ', '\n', '\t', '\r\n  ']) : '');
  const text = (string: string) => {
    const plain = JSON.stringify(string);
    return ascii ? plain.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
  };
  const put = (node: Json): string => {
    if (typeof node === 'string') return text(node);
    if (node === null || typeof node !== 'object') return String(node);
    if (node instanceof Literal) return node.text;
    if (Array.isArray(node)) return `[${node.map((one) => gap() + put(one)).join(`${gap()},`)}${gap()}]`;
    const entries = node instanceof Map ? [...node] : Object.entries(node);
    return `{${entries.map(([name, one]) => `${gap()}${text(name)}${gap()}:${gap()}${put(one)}`).join(`${gap()},`)}${gap()}}`;
  };
  return gap() + put(value) + gap();
}

const ARGS = ['--edition', '@edition.json', '--answers', '@answers.json', '--json'];
const utf8 = (text: string) => new TextEncoder().encode(text);
const plainPicks: Picks = { int: (min) => min, chance: () => false, of: (choices) => choices[0]! };
const json = (value: Json) => utf8(written(plainPicks, value, false, false));

const BAD_OPTIONS = [
  ...[['--json=true'], ['--json'], ['--unknown'], ['--unknown=1'], ['stray'], ['--edition'], ['--answers']],
  ...[['--edition=@absent.json'], ['--answers=@absent.json'], ['--ratio=0.5'], ['--seed=1']],
];

/** The two files of a valid call, in memory: editions and answers in which effects of every kind meet. */
export const scoreFiles: fc.Arbitrary<{ readonly edition: Uint8Array; readonly answers: Uint8Array }> = fc
  .gen()
  .map((g) => {
    const { edition, answers } = caseOf(picks(g));
    const bytes = json(edition);
    return { edition: bytes, answers: json({ ...answers, edition: editionHash(bytes) }) };
  });

/** Calls of `score`, most of them valid. */
export const scoreCalls: fc.Arbitrary<Call> = fc.gen().map((g) => {
  const p = picks(g);
  let { edition, answers } = caseOf(p);
  if (p.chance(25)) ({ edition, answers } = broken(p, { edition, answers }));
  edition = decorated(p, edition);
  let editionBytes: Uint8Array = utf8(written(p, edition, p.chance(30), p.chance(30)));
  let hash = '0'.repeat(64);
  try {
    hash = editionHash(editionBytes);
  } catch {
    // An edition without a canonical form: any hash will do, both sides must refuse the file.
  }
  const bound = 'edition' in answers ? answers : { ...answers, edition: hash };
  let answersBytes: Uint8Array = utf8(written(p, bound, p.chance(30), p.chance(30)));
  if (p.chance(4)) editionBytes = damage(p, editionBytes);
  if (p.chance(4)) answersBytes = damage(p, answersBytes);
  const pair = (name: string) => (p.chance(50) ? [`--${name}=@${name}.json`] : [`--${name}`, `@${name}.json`]);
  const flat = shuffled(p, [pair('edition'), pair('answers'), ['--json']]).flat();
  const args = p.chance(8) ? unusualOptions(p, flat, BAD_OPTIONS) : flat;
  return { files: { 'edition.json': editionBytes, 'answers.json': answersBytes }, args };
});
