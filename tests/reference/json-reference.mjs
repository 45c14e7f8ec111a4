// JSON (RFC 8259) read strictly enough for RFC 8785: objects are Maps, so that no name is special and a name
// given twice is seen.
import { Refused } from './options-reference.mjs';

const NUMBER = /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]+/y;
const ESCAPED = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
];

/** Parses the bytes of a JSON file; `name` is for the reason only. */
export function parseJson(bytes, name) {
  let source;
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Refused(`${name}: not UTF-8`);
  }
  let at = 0;
  const fail = (what) => {
    throw new Refused(`${name}: at character ${at}: ${what}`);
  };
  const space = () => {
    while (at < source.length && ' \t\n\r'.includes(source[at])) at += 1;
  };
  const match = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const take = (sign) => {
    space();
    if (source[at] !== sign) return false;
    at += 1;
    return true;
  };
  const need = (sign) => {
    if (!take(sign)) fail(`${sign} expected`);
  };

  function string() {
    let out = '';
    need('"');
    for (;;) {
      out += match(PLAIN) ?? '';
      const sign = source[at];
      at += 1;
      if (sign === '"') return out;
      if (sign !== '\\') fail('a string is not closed, or holds a control character');
      const code = source[at];
      at += 1;
      if (code === 'u') {
        const hex = source.slice(at, at + 4);
        if (!/^[0-9a-fA-F]{4}$/.test(hex)) fail('a bad \\u escape');
        out += String.fromCharCode(Number.parseInt(hex, 16));
        at += 4;
      } else if (code !== undefined && Object.hasOwn(ESCAPED, code)) out += ESCAPED[code];
      else fail('a bad escape');
    }
  }

  function object() {
    const out = new Map();
    need('{');
    if (take('}')) return out;
    do {
      const key = string();
      if (out.has(key)) fail(`${key} is given twice`);
      need(':');
      out.set(key, value());
    } while (take(','));
    need('}');
    return out;
  }

  function array() {
    const out = [];
    need('[');
    if (take(']')) return out;
    do out.push(value());
    while (take(','));
    need(']');
    return out;
  }

  function value() {
    space();
    if (source[at] === '{') return object();
    if (source[at] === '[') return array();
    if (source[at] === '"') return string();
    for (const [word, meaning] of WORDS) {
      if (source.startsWith(word, at)) {
        at += word.length;
        return meaning;
      }
    }
    const digits = match(NUMBER);
    if (digits === undefined) fail('no JSON value');
    const number = Number(digits);
    if (!Number.isFinite(number)) fail('a number out of range');
    return number;
  }

  const result = value();
  space();
  if (at < source.length) fail('text after the value');
  return result;
}

const SHORT = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function canonicalString(value) {
  let out = '"';
  for (const sign of value) {
    const code = sign.codePointAt(0);
    if (code >= 0xd800 && code <= 0xdfff) throw new Refused('a lone surrogate has no canonical form');
    if (SHORT[sign] !== undefined) out += SHORT[sign];
    else if (code < 0x20) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += sign;
  }
  return `${out}"`;
}

/** RFC 8785: names in UTF-16 order, numbers as ECMAScript writes them (which makes -0 a 0), the fewest escapes. */
export function canonical(value) {
  if (typeof value === 'string') return canonicalString(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = [...value.keys()].sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${canonicalString(name)}:${canonical(value.get(name))}`).join(',')}}`;
}
