// A second implementation of `draw`, written from the published format alone. It works on bytes from end to end,
// so that orders and digests never pass through UTF-16.
import { createHash } from 'node:crypto';
import { BadOption, bytesOf, outcome, Refused, readOptions, required } from './options-reference.mjs';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const RATIO = /^(0(\.[0-9]{1,18})?|1(\.0{1,18})?)$/;
const MINIMUM = /^(0|[1-9][0-9]{0,8})$/;

const sha256 = (parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const text = (bytes) => Buffer.from(bytes).toString('utf8');

/** Where the bytes stop being UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF), or -1. */
export function firstBadByte(bytes) {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at];
    let more = 0;
    let low = 0x80;
    let high = 0xbf;
    if (lead >= 0x80) {
      if (lead >= 0xc2 && lead <= 0xdf) more = 1;
      else if (lead >= 0xe0 && lead <= 0xef) more = 2;
      else if (lead >= 0xf0 && lead <= 0xf4) more = 3;
      else return at;
      if (lead === 0xe0) low = 0xa0;
      if (lead === 0xed) high = 0x9f;
      if (lead === 0xf0) low = 0x90;
      if (lead === 0xf4) high = 0x8f;
    }
    for (let i = 1; i <= more; i += 1) {
      const next = bytes[at + i];
      if (next === undefined || next < low || next > high) return at;
      low = 0x80;
      high = 0xbf;
    }
    at += 1 + more;
  }
  return -1;
}

/** Records of byte strings; `name` is for the reason only. */
function records(bytes, name) {
  const bad = firstBadByte(bytes);
  if (bad >= 0) throw new Refused(`${name}: byte ${bad} is not UTF-8`);
  const rows = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const fail = (what) => {
    throw new Refused(`${name}: record ${rows.length + 1}: ${what}`);
  };
  while (at < bytes.length) {
    const row = [];
    for (let open = true; open; ) {
      const field = [];
      if (bytes[at] === QUOTE) {
        at += 1;
        for (;;) {
          if (at >= bytes.length) fail('a quote is not closed');
          if (bytes[at] === QUOTE && bytes[at + 1] !== QUOTE) break;
          if (bytes[at] === QUOTE) at += 1;
          field.push(bytes[at]);
          at += 1;
        }
        at += 1;
      } else {
        while (at < bytes.length && bytes[at] !== COMMA && bytes[at] !== LF && bytes[at] !== CR) {
          if (bytes[at] === QUOTE) fail('a quote inside an unquoted field');
          field.push(bytes[at]);
          at += 1;
        }
      }
      row.push(Uint8Array.from(field));
      const next = bytes[at];
      if (next === CR && bytes[at + 1] !== LF) fail('a lone CR');
      if (next !== undefined && next !== COMMA && next !== LF && next !== CR) fail('text after a closing quote');
      at += next === CR ? 2 : 1;
      open = next === COMMA;
    }
    rows.push(row);
  }
  return rows;
}

/** The data records of a CSV file with the given header, every value checked. */
function table(bytes, header, name) {
  const [head, ...rows] = records(bytes, name);
  if (head === undefined || head.length !== header.length || head.some((field, i) => text(field) !== header[i])) {
    throw new Refused(`${name}: the first record must be ${header.join(',')}`);
  }
  rows.forEach((row, index) => {
    const where = `${name}: record ${index + 2}`;
    if (row.length !== header.length) throw new Refused(`${where}: ${row.length} fields, not ${header.length}`);
    for (const field of row) {
      if (field.length === 0) throw new Refused(`${where}: an empty value`);
      if (field.some((byte) => byte < 0x20 || byte === 0x7f)) throw new Refused(`${where}: a control character`);
      if (/^[\p{White_Space}\ufeff]|[\p{White_Space}\ufeff]$/u.test(text(field)))
        throw new Refused(`${where}: white space at an end`);
    }
  });
  return rows;
}

const plainRatio = (ratio) => (ratio.includes('.') ? ratio.replace(/0+$/, '').replace(/\.$/, '') : ratio);

/** ceil(size × ratio), exactly. */
function share(size, ratio) {
  const [whole, fraction = ''] = ratio.split('.');
  const unit = 10n ** BigInt(fraction.length);
  return (BigInt(size) * BigInt(whole + fraction) + unit - 1n) / unit;
}

function readPool(bytes, name) {
  const rows = table(bytes, ['id', 'stratum'], name);
  if (rows.length === 0) throw new Refused(`${name}: no rows`);
  const pool = rows.map(([id, stratum]) => ({ id, stratum })).sort((a, b) => Buffer.compare(a.id, b.id));
  for (let i = 1; i < pool.length; i += 1) {
    if (Buffer.compare(pool[i - 1].id, pool[i].id) === 0)
      throw new Refused(`${name}: ${text(pool[i].id)} is there twice`);
  }
  return pool;
}

function readStrata(bytes, name, known) {
  const named = new Map();
  for (const row of table(bytes, ['stratum', 'ratio', 'min'], name)) {
    const [stratum, ratio, min] = row.map(text);
    if (!known.has(stratum)) throw new Refused(`${name}: the pool has no stratum ${stratum}`);
    if (named.has(stratum)) throw new Refused(`${name}: ${stratum} is there twice`);
    if (!RATIO.test(ratio)) throw new Refused(`${name}: ${stratum}: ratio ${ratio}`);
    if (!MINIMUM.test(min)) throw new Refused(`${name}: ${stratum}: min ${min}`);
    named.set(stratum, { ratio, min });
  }
  return named;
}

function drawn(members, key, count) {
  const tickets = members.map(({ id }) => ({ id, ticket: sha256([key, '\n', id]) }));
  tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : Buffer.compare(a.id, b.id)));
  return tickets.slice(0, count).map(({ id, ticket }, i) => ({ rank: i + 1, id: text(id), ticket }));
}

/**
 * The whole command: arguments in, exit code and the exact text of stdout out.
 * @param {readonly string[]} args what follows `draw`
 * @param {(path: string) => Uint8Array | null} read a file's bytes, null where it cannot be read
 */
export function drawReference(args, read) {
  const result = outcome(() => {
    const options = readOptions(args, ['pool', 'seed', 'ratio', 'min', 'strata']);
    const poolFile = required(options, 'pool');
    const seed = required(options, 'seed');
    const ratio = options.get('ratio');
    const min = options.get('min') ?? '1';
    const strataFile = options.get('strata');
    if (ratio !== undefined && !RATIO.test(ratio)) throw new BadOption(`--ratio ${ratio}`);
    if (!MINIMUM.test(min)) throw new BadOption(`--min ${min}`);
    if (ratio === undefined && strataFile === undefined) throw new BadOption('--ratio is missing');

    const pool = readPool(bytesOf(read, poolFile), poolFile);
    const strata = new Map();
    for (const row of pool) {
      const stratum = text(row.stratum);
      if (strata.has(stratum)) strata.get(stratum).push(row);
      else strata.set(stratum, [row]);
    }
    const order = [...strata.values()].sort((a, b) => Buffer.compare(a[0].stratum, b[0].stratum));
    const named = strataFile === undefined ? new Map() : readStrata(bytesOf(read, strataFile), strataFile, strata);
    const settings = order.map((members) => {
      const stratum = text(members[0].stratum);
      const own = named.get(stratum) ?? { ratio, min };
      if (own.ratio === undefined) throw new Refused(`${strataFile}: no ratio for ${stratum}, and no --ratio`);
      return { stratum, members, ratio: plainRatio(own.ratio), min: own.min };
    });

    const poolDigest = sha256(pool.flatMap(({ id, stratum }) => [id, '\t', stratum, '\n']));
    const lines = settings.map((s) => `${s.stratum}\t${s.ratio}\t${s.min}\n`);
    const paramsDigest = sha256(['anping-draw-params-v1\n', poolDigest, '\n', ...lines]);
    const key = sha256(['anping-draw-v1\n', poolDigest, '\n', seed]);
    return {
      poolDigest,
      paramsDigest,
      key,
      strata: settings.map((s) => {
        const size = s.members.length;
        const least = share(size, s.ratio) > BigInt(s.min) ? share(size, s.ratio) : BigInt(s.min);
        const count = least > BigInt(size) ? size : Number(least);
        return { stratum: s.stratum, size, ratio: s.ratio, min: Number(s.min), drawn: drawn(s.members, key, count) };
      }),
    };
  });
  return { ...result, stdout: result.exit === 0 ? `${JSON.stringify(result.stdout)}\n` : '' };
}
