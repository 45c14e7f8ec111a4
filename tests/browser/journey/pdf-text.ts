import { inflateSync } from 'node:zlib';

const numbered = /(\d+) 0 obj\b([\s\S]*?)\bendobj/g;
const streamed = /stream\r?\n([\s\S]*?)\r?\nendstream/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const streamOf = (object: string): string => {
  const raw = streamed.exec(object)?.[1] ?? '';
  return object.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
};

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** From the two bytes of a glyph to what it means. */
const meanings = (cmap: string): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  for (const [, block] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of (block ?? '').matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(Number.parseInt(glyph, 16), utf16(text));
  for (const [, block] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of (block ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      for (let glyph = first; glyph <= Number.parseInt(to, 16); glyph++)
        found.set(glyph, String.fromCodePoint((utf16(text).codePointAt(0) ?? 0) + glyph - first));
    }
  return found;
};

/** The bytes of a literal string between its parentheses. */
const bytesOf = (literal: string): Buffer =>
  Buffer.from(
    literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
    ),
    'latin1',
  );

/** A font, a literal string (balanced parentheses in it stand as they are), a hexadecimal one, or the operator that shows what came before it. */
const shown =
  /\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|(?<!<)<([0-9A-Fa-f]+)>|\b(T[Jj])\b/g;

const read = (bytes: Buffer, font: ReadonlyMap<number, string> | undefined): string =>
  Array.from({ length: bytes.length / 2 }, (_, at) => font?.get(bytes.readUInt16BE(2 * at)) ?? '\ufffd').join('');

/** What is printed in a document of the product, one line for each piece of text, in the order in which it is set. */
export const textOfPdf = (pdf: Buffer): readonly string[] => {
  const objects = new Map([...pdf.toString('latin1').matchAll(numbered)].map(([, id, body]) => [id, body ?? '']));
  const fonts = new Map<string, ReadonlyMap<number, string>>();
  const lines: string[] = [];
  for (const page of [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object))) {
    for (const [, name = '', id] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      fonts.set(name, meanings(streamOf(objects.get(cmap) ?? '')));
    }
    const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1]) ?? '');
    let font: ReadonlyMap<number, string> | undefined;
    let line = '';
    for (const [, name, literal, hex, shows] of content.matchAll(shown)) {
      if (name !== undefined) font = fonts.get(name);
      if (literal !== undefined) line += read(bytesOf(literal), font);
      if (hex !== undefined) line += read(Buffer.from(hex, 'hex'), font);
      if (shows !== undefined) {
        lines.push(line);
        line = '';
      }
    }
  }
  return lines;
};
