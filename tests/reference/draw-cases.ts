import fc from 'fast-check';

/** One call of a command: files by name, and arguments in which `@name` stands for the path of that file. */
export interface Call {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly args: readonly string[];
}

type Gen = fc.GeneratorValue;

const even = (min: number, max: number) => fc.noBias(fc.integer({ min, max }));

/** Imperative picks out of fast-check's generator, so that cases shrink. */
export const picks = (g: Gen) => ({
  int: (min: number, max: number) => g(even, min, max),
  chance: (percent: number) => g(even, 1, 100) > 100 - percent,
  of: <T>(choices: readonly T[]): T => choices[g(even, 0, choices.length - 1)]!,
});
export type Picks = ReturnType<typeof picks>;

/** Signs whose order differs between UTF-8 and UTF-16, that CSV quotes, or that normalisation would change. */
const SIGNS = [
  ...['a', 'b', 'Z', '0', '9', '-', "'", ';', '=', '攀', '枝', '花', 'é', 'e\u0301', '\u00c5', '\u212b'],
  ...['\ue000', '\ufb33', '\uffff', '\ufffd', '😀', '𠮷', '\u{10ffff}', '"', ',', '""', '\u200b'],
];
const INNER = [...SIGNS, ' ', '\u00a0', '\u3000', '\u2028', '\ufeff', '\u0080'];

export function value(p: Picks): string {
  const signs = Array.from({ length: p.int(1, 6) }, () => p.of(SIGNS));
  if (signs.length > 2 && p.chance(30)) signs[1] = p.of(INNER);
  return signs.join('');
}

function ratio(p: Picks): string {
  const digits = (length: number) => Array.from({ length }, () => p.int(0, 9)).join('');
  return p.of([
    () => `0.${digits(p.int(1, 2))}`,
    () => `0.${digits(18)}`,
    () => `0.${digits(p.int(1, 17))}0`,
    () => p.of(['0', '1', '0.0', '1.0', '0.000000000000000000', '1.000000000000000000', '0.50']),
    () => p.of(['0.000000000000000001', '0.999999999999999999', '0.333333333333333333', '0.333333333333333334']),
    () => p.of(['0.07', '0.14', '0.28', '0.29', '0.55', '0.56', '0.57', '0.58']),
  ])();
}

const minimum = (p: Picks) => p.of([() => String(p.int(0, 5)), () => p.of(['0', '1', '999999999', '100'])])();

function csv(p: Picks, rows: readonly (readonly string[])[]): string {
  const crlf = p.of(['never', 'always', 'mixed']);
  const quoting = p.of([0, 50, 100]);
  const lines = rows.map((row) => {
    const fields = row.map((field) =>
      /[",\r\n]/.test(field) || p.chance(quoting) ? `"${field.replaceAll('"', '""')}"` : field,
    );
    return fields.join(',') + (crlf === 'always' || (crlf === 'mixed' && p.chance(50)) ? '\r\n' : '\n');
  });
  const whole = (p.chance(20) ? '\ufeff' : '') + lines.join('');
  return p.chance(25) ? whole.replace(/\r?\n$/, '') : whole;
}

const SCRAPS: readonly (readonly number[])[] = [
  ...[[0x0d], [0x0a], [0x0d, 0x0a], [0x22], [0x22, 0x22], [0x2c], [0x00], [0x09], [0x1f], [0x7f], [0x20]],
  ...[[0xff], [0xc0, 0x80], [0xc1, 0xbf], [0xed, 0xa0, 0x80], [0xe0, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80]],
  ...[[0xf0, 0x80, 0x80, 0x80], [0xe4], [0xe6, 0x94], [0x80], [0xf8], [0xc2, 0x80], [0xef, 0xbf, 0xbf]],
  ...[[0xef, 0xbb, 0xbf], [0xc2, 0xa0], [0xe3, 0x80, 0x80], [0x41]],
];

/** Cuts into the bytes of a file: a scrap put in or in place of a byte, a byte lost, the end lost, a line doubled. */
export function damage(p: Picks, bytes: Uint8Array): Uint8Array {
  const list = [...bytes];
  const edges = list.flatMap((byte, i) => (byte === 0x2c || byte === 0x0a ? [i, i + 1] : []));
  const at = edges.length > 0 && p.chance(50) ? p.of(edges) : p.int(0, list.length);
  const scrap = p.of(SCRAPS);
  const lineStart = list.lastIndexOf(0x0a, at - 1) + 1;
  const lineEnd = list.indexOf(0x0a, at) + 1 || list.length;
  p.of([
    () => list.splice(at, 0, ...scrap),
    () => list.splice(at, 1, ...scrap),
    () => list.splice(at, 1),
    () => list.splice(at),
    () => list.splice(lineEnd, 0, ...list.slice(lineStart, lineEnd)),
    () => list.splice(lineStart, 0, ...scrap),
    () => list.splice(lineEnd, 0, ...scrap),
    () => list.push(...scrap),
    () => list.unshift(...scrap),
  ])();
  return Uint8Array.from(list);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export function unusualOptions(p: Picks, args: string[], bad: readonly (readonly string[])[]): string[] {
  const at = p.int(0, args.length - 1);
  return p.of([
    () => args.filter((_, i) => i !== at),
    () => [...args, args[at]!],
    () => [...args, ...p.of(bad)],
    () => [...p.of(bad), ...args],
    () => args.flatMap((arg, i) => (i === at ? p.of(bad) : [arg])),
  ])();
}

const BAD_RATIOS = [
  ...['', '1.5', '.5', '0.', '1.', '2', '01', '-0.5', '+0.5', '1e-1', '0,5', ' 0.5', '0.5 ', '0.5\n', '０.５'],
  ...['0.1234567890123456789', '1.01', '1.0000000000000000000', '0x1'],
];
const BAD_MINIMA = ['', '01', '-1', '1.5', '1000000000', '1e3', ' 1', '1\n', '١', 'x'];
const BAD_OPTIONS = [
  ...BAD_RATIOS.map((r) => [`--ratio=${r}`]),
  ...BAD_MINIMA.map((m) => [`--min=${m}`]),
  ...[['--json=true'], ['--json='], ['--unknown'], ['--unknown=1'], ['stray'], ['--Ratio=0.5'], ['--pool'], ['--seed']],
  ...[['--strata=@absent.csv'], ['--pool=@absent.csv'], ['--json'], ['--seed=again']],
];

/** Calls of `draw`, most of them valid. */
export const drawCalls: fc.Arbitrary<Call> = fc.gen().map((g) => {
  const p = picks(g);
  const strata = [...new Set(Array.from({ length: p.int(1, 4) }, () => value(p)))];
  const plain = p.chance(40);
  const ids = plain
    ? Array.from({ length: p.of([1, 2, 3, 10, 50, 100]) }, (_, i) => `E${i}`)
    : [...new Set(Array.from({ length: p.int(1, 12) }, () => value(p)))];
  const rows = ids.map((id) => [id, plain ? strata[0]! : p.of(strata)]);
  if (p.chance(4)) rows.push([p.of(rows)[0]!, p.of(strata)]);
  if (p.chance(3)) rows.length = 0;
  let pool: Uint8Array = utf8(csv(p, [['id', 'stratum'], ...rows]));
  if (p.chance(25)) pool = damage(p, pool);
  const files: Record<string, Uint8Array> = { 'pool.csv': pool };
  const seed = p.of([() => '', () => value(p), () => '12 34 = "56"\n', () => '攀枝花 😀', () => '-1'])();
  const pair = (name: string, text: string) => (p.chance(70) ? [`--${name}=${text}`] : [`--${name}`, text]);
  let args = [pair('pool', '@pool.csv'), [`--seed=${seed}`], ['--json']];
  const used = [...new Set(rows.map((row) => row[1]!))];
  if (p.chance(40)) {
    const named = p.chance(60) ? [...used] : used.filter(() => p.chance(60));
    if (p.chance(8)) named.push(`${p.of(strata)}x`);
    if (p.chance(8) && named.length > 0) named.push(p.of(named));
    const odd = (good: string, bad: readonly string[]) => (p.chance(3) ? p.of(bad) : good);
    const settings = named.map((name) => [name, odd(ratio(p), BAD_RATIOS), odd(minimum(p), BAD_MINIMA)]);
    const file = utf8(csv(p, [['stratum', 'ratio', 'min'], ...settings]));
    files['strata.csv'] = p.chance(10) ? damage(p, file) : file;
    args.push(pair('strata', '@strata.csv'));
  }
  if (args.length === 3 || p.chance(60)) args.push(pair('ratio', ratio(p)));
  if (p.chance(50)) args.push(pair('min', minimum(p)));
  if (p.chance(30)) args = args.toReversed();
  const flat = args.flat();
  return { files, args: p.chance(12) ? unusualOptions(p, flat, BAD_OPTIONS) : flat };
});
