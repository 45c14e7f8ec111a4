import { WorkbookRefused } from './refusal.ts';

/** The value of an attribute by its name without prefix; undefined if it is not there. Read only when it is asked for. */
export type Attributes = (name: string) => string | undefined;

export interface XmlHandlers {
  /** Element names come without their namespace prefix. */
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Elements that are passed over with everything in them, which is not looked at. */
  readonly skip?: ReadonlySet<string>;
  /** Whole elements as most programs write them, taken at once instead of piece by piece; others come as events. */
  readonly usual?: UsualElements;
}

export interface UsualElements {
  /** A sticky expression for one whole element without entities. Tried where no text is open. */
  readonly pattern: RegExp;
  readonly take: (match: RegExpExecArray) => void;
}

/** No part of a workbook nests deeper than this by far. */
const DEEPEST = 64;
/** The rest of a tag up to its end; `>` may stand in quotes. */
const TAG_END = /[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>/y;
/** White space, `/`, `>`, quotes, `=` and `<`. */
const ENDS_NAME = new Set([...' \t\r\n/>"\'=<'].map((sign) => sign.charCodeAt(0)));
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads UTF-8 XML. Only the five entities of XML itself and character references are known, and document type definitions are passed over,
 * so entities of theirs are faults. @throws WorkbookRefused `xlsx.broken` {part} if it is not well-formed
 */
export const readXml = (part: string, bytes: Uint8Array, handlers: XmlHandlers): void => {
  new Scanner(part, new TextDecoder().decode(bytes), handlers).run();
};

class Scanner {
  readonly #part: string;
  readonly #source: string;
  readonly #handlers: XmlHandlers;
  readonly #open: string[] = [];
  #at = 0;
  #roots = 0;

  constructor(part: string, source: string, handlers: XmlHandlers) {
    this.#part = part;
    this.#source = source;
    this.#handlers = handlers;
  }

  run(): void {
    const source = this.#source;
    if (FORBIDDEN.test(source)) this.#broken();
    for (;;) {
      const next = source.indexOf('<', this.#at);
      const end = next < 0 ? source.length : next;
      if (end > this.#at) this.#text(source.slice(this.#at, end));
      if (next < 0) break;
      this.#at = next;
      const sign = source.charCodeAt(next + 1);
      if (sign === 0x2f) this.#closeTag();
      else if (sign === 0x21) this.#declaration();
      else if (sign === 0x3f) this.#skipTo('?>', next);
      else if (!this.#takeUsual(next)) this.#openTag();
    }
    if (this.#open.length > 0 || this.#roots !== 1) this.#broken();
  }

  #broken(): never {
    throw new WorkbookRefused('xlsx.broken', { part: this.#part });
  }

  #text(raw: string): void {
    if (this.#open.length === 0) {
      if (raw.trim() !== '') this.#broken();
      return;
    }
    this.#handlers.text?.(this.#decoded(raw));
  }

  #decoded(raw: string): string {
    const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (!text.includes('&')) return text;
    return text.replace(/&([^;]{0,12});?/g, (whole, name: string) => {
      const known = whole.endsWith(';') ? (NAMED[name] ?? referenced(name)) : undefined;
      return known ?? this.#broken();
    });
  }

  #skipTo(end: string, from: number): number {
    const found = this.#source.indexOf(end, from);
    if (found < 0) this.#broken();
    this.#at = found + end.length;
    return found;
  }

  #declaration(): void {
    const from = this.#at;
    if (this.#source.startsWith('<!--', from)) this.#skipTo('-->', from + 4);
    else if (this.#source.startsWith('<![CDATA[', from)) {
      const end = this.#skipTo(']]>', from);
      if (this.#open.length === 0) this.#broken();
      this.#handlers.text?.(this.#source.slice(from + 9, end));
    } else if (this.#source.startsWith('<!DOCTYPE', from) && this.#roots === 0) this.#passDoctype(from);
    else this.#broken();
  }

  /** To the end of the definitions, which may stand in brackets and hold quoted texts. */
  #passDoctype(from: number): void {
    let depth = 0;
    for (let at = from + 9; at < this.#source.length; at += 1) {
      const sign = this.#source[at];
      if (sign === '"' || sign === "'") {
        at = this.#source.indexOf(sign, at + 1);
        if (at < 0) this.#broken();
      } else if (sign === '[') depth += 1;
      else if (sign === ']') depth -= 1;
      else if (sign === '>' && depth === 0) {
        this.#at = at + 1;
        return;
      }
    }
    this.#broken();
  }

  #nameAt(from: number): string {
    let at = from;
    while (at < this.#source.length && !ENDS_NAME.has(this.#source.charCodeAt(at))) at += 1;
    return at > from ? this.#source.slice(from, at) : this.#broken();
  }

  #takeUsual(from: number): boolean {
    const usual = this.#handlers.usual;
    if (!usual || this.#open.length === 0) return false;
    usual.pattern.lastIndex = from;
    const match = usual.pattern.exec(this.#source);
    if (!match) return false;
    this.#at = usual.pattern.lastIndex;
    usual.take(match);
    return true;
  }

  #openTag(): void {
    const from = this.#at + 1;
    const name = this.#nameAt(from);
    const attributesAt = from + name.length;
    TAG_END.lastIndex = attributesAt;
    if (!TAG_END.test(this.#source)) this.#broken();
    this.#at = TAG_END.lastIndex;
    const closed = this.#source.charCodeAt(this.#at - 2) === 0x2f;
    if (this.#open.length === 0) this.#roots += 1;
    if (this.#open.length >= DEEPEST) this.#broken();
    const inside = this.#source.slice(attributesAt, this.#at - (closed ? 2 : 1));
    if (inside.includes('<')) this.#broken();
    const short = local(name);
    if (!closed && this.#open.length > 0 && this.#handlers.skip?.has(short)) {
      this.#skipTo(`</${name}>`, this.#at);
      return;
    }
    this.#handlers.open?.(short, (wanted) => this.#attribute(inside, wanted));
    if (closed) this.#handlers.close?.(short);
    else this.#open.push(name);
  }

  #closeTag(): void {
    const from = this.#at + 2;
    const name = this.#open.pop() ?? this.#broken();
    const end = this.#source.indexOf('>', from);
    if (end < 0 || !this.#source.startsWith(name, from)) this.#broken();
    if (end !== from + name.length && this.#source.slice(from + name.length, end).trim() !== '') this.#broken();
    this.#at = end + 1;
    this.#handlers.close?.(local(name));
  }

  /** Names with different prefixes may stand side by side only in elements that are not read here. */
  #attribute(inside: string, wanted: string): string | undefined {
    for (let at = inside.indexOf(wanted); at >= 0; at = inside.indexOf(wanted, at + 1)) {
      const before = inside[at - 1];
      if (before !== undefined && !/[\s:]/.test(before)) continue;
      const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside.slice(at + wanted.length));
      if (!value || isQuoted(inside, at)) continue;
      return this.#decoded(value[1] ?? value[2] ?? '');
    }
    return undefined;
  }
}

/** Whether a place lies within the value of another attribute. */
const isQuoted = (inside: string, at: number): boolean => {
  let quote = '';
  for (let place = 0; place < at; place += 1) {
    const sign = inside[place]!;
    if (quote === '') quote = sign === '"' || sign === "'" ? sign : '';
    else if (sign === quote) quote = '';
  }
  return quote !== '';
};

/** The character of a reference such as `#x4e00`, if it is one that XML allows. */
const referenced = (name: string): string | undefined => {
  const [, hex, decimal] = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return undefined;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (code > 0x10ffff || isSurrogate) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
};

const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);
