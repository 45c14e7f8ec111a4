import { err, ok, type Result } from './result.ts';

/** UTF-8 bytes of a text. @throws on a lone surrogate, which no UTF-8 can hold; ask `isWellFormed()` first. */
export const encodeUtf8 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index)!;
    if (point < 0x80) {
      bytes[length++] = point;
    } else if (point < 0x800) {
      bytes[length++] = 0xc0 | (point >> 6);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      if (point >= 0xd800 && point <= 0xdfff) throw new RangeError(`lone surrogate at ${index}`);
      bytes[length++] = 0xe0 | (point >> 12);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    } else {
      index += 1;
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[length++] = 0x80 | (point & 0x3f);
    }
  }
  return bytes.slice(0, length);
};

const PIECE = 8192;

/** Length of the well-formed sequence at an offset (RFC 3629 §4: no overlong form, no surrogate, at most U+10FFFF), else 0. */
const sequenceLength = (bytes: Uint8Array, at: number): 0 | 1 | 2 | 3 | 4 => {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const continues = (offset: number) => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (first >= 0xc2 && first <= 0xdf) return continues(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80;
    const high = first === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && continues(2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80;
    const high = first === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && continues(2) && continues(3) ? 4 : 0;
  }
  return 0;
};

/** The text of UTF-8 bytes; the first invalid byte is refused with its offset. A byte-order mark stays. */
export const decodeUtf8 = (bytes: Uint8Array): Result<string, { readonly offset: number }> => {
  let text = '';
  let points: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return err({ offset: at });
    let point = length === 1 ? bytes[at]! : bytes[at]! & (0x7f >> length);
    for (let offset = 1; offset < length; offset += 1) point = (point << 6) | (bytes[at + offset]! & 0x3f);
    points.push(point);
    at += length;
    if (points.length === PIECE) {
      text += String.fromCodePoint(...points);
      points = [];
    }
  }
  return ok(text + String.fromCodePoint(...points));
};

/** Order of two texts by their UTF-8 bytes, which is the order of their code points and not that of UTF-16. */
export const compareUtf8 = (a: string, b: string): -1 | 0 | 1 => {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return rankOfUnit(left) < rankOfUnit(right) ? -1 : 1;
  }
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
};

/** Surrogates stand for points above U+FFFF, so they sort behind every other unit. */
const rankOfUnit = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
