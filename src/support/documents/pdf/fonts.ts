import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (family: string, weight: string): string =>
  join(dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/package.json`))), weight);

/** Folders of the weights that the templates use; each holds one TrueType file. */
export const FONT_FOLDERS: readonly string[] = [
  folderOf('noto-serif-sc', '400Regular'),
  folderOf('noto-serif-sc', '700Bold'),
  folderOf('noto-sans-sc', '700Bold'),
];

/** Files whose coverage decides whether a character can be printed: a text may stand in either family. */
const COVERING = [
  join(folderOf('noto-serif-sc', '400Regular'), 'NotoSerifSC_400Regular.ttf'),
  join(folderOf('noto-sans-sc', '700Bold'), 'NotoSansSC_700Bold.ttf'),
];

/** Characters that never need a shape of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

/** Whether every font that a text may be set in has the character (given as its code point). */
export type Coverage = (codePoint: number) => boolean;

let coverage: Promise<Coverage> | undefined;

/** Reads the character tables of the fonts, once. */
export const fontCoverage = (): Promise<Coverage> => {
  coverage ??= Promise.all(COVERING.map(readCoverage)).then(
    (fonts) => (codePoint) => INVISIBLE.test(String.fromCodePoint(codePoint)) || fonts.every((has) => has(codePoint)),
  );
  return coverage;
};

/** The OpenType table `cmap`, subtable format 12 (ranges of 32-bit code points), which both families have. */
const readCoverage = async (path: string): Promise<Coverage> => {
  const cmap = await readTable(path, 'cmap');
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const at = cmap.readUInt32BE(4 + record * 8 + 4);
    if (cmap.readUInt16BE(at) === 12) return inGroups(cmap.subarray(at));
  }
  throw new Error(`${path} has no character table of format 12`);
};

const inGroups = (table: Buffer): Coverage => {
  const count = table.readUInt32BE(12);
  const startOf = (group: number) => table.readUInt32BE(16 + group * 12);
  const endOf = (group: number) => table.readUInt32BE(20 + group * 12);
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (codePoint < startOf(middle)) high = middle - 1;
      else if (codePoint > endOf(middle)) low = middle + 1;
      else return true;
    }
    return false;
  };
};

const readTable = async (path: string, tag: string): Promise<Buffer> => {
  const file = await open(path, 'r');
  try {
    const bytes = async (position: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
    const tables = (await bytes(4, 2)).readUInt16BE();
    const directory = await bytes(12, tables * 16);
    for (let at = 0; at < directory.length; at += 16) {
      if (directory.toString('latin1', at, at + 4) !== tag) continue;
      return await bytes(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
    }
    throw new Error(`${path} has no table ${tag}`);
  } finally {
    await file.close();
  }
};
