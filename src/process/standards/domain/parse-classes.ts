import { compareDecimals, type Decimal, parseDecimal } from '#lib/fraction.ts';
import { type EditionReading, readId, readList } from './edition-reading.ts';
import { type JsonObject, own } from './reading.ts';

interface RankedClass {
  readonly rank: number;
  readonly path: string;
  readonly from: Decimal | undefined;
  readonly text: unknown;
}

/** Checks the classes; gives each code with whether it is ranked or a status. */
export const readClasses = (read: EditionReading, edition: JsonObject): Map<string, 'ranked' | 'status'> => {
  const taken = new Set<string>();
  const kinds = new Map<string, 'ranked' | 'status'>();
  const ranked: RankedClass[] = [];
  const list = readList(read, edition, 'classes');
  for (const [member, path] of list) {
    const code = readId(read, member, 'code', path, taken);
    const rank = own(member, 'rank');
    const text = own(member, 'from');
    if (code !== undefined) kinds.set(code, rank === undefined ? 'status' : 'ranked');
    if (rank === undefined) {
      if (text !== undefined) read.fault(`${path}.from`, 'edition.fromWithoutRank');
      continue;
    }
    if (!Number.isSafeInteger(rank) || (rank as number) < 1) {
      read.fault(`${path}.rank`, 'edition.rankNotInteger');
      continue;
    }
    const from = typeof text === 'string' ? parseDecimal(text) : undefined;
    if (!from) read.fault(`${path}.from`, 'edition.fromNotDecimal');
    ranked.push({ rank: rank as number, path, from, text });
  }
  if (list.length > 0 || Array.isArray(own(edition, 'classes'))) checkRanks(read, ranked);
  return kinds;
};

const checkRanks = (read: EditionReading, unordered: readonly RankedClass[]): void => {
  const ranked = [...unordered].sort((a, b) => a.rank - b.rank);
  const last = ranked.at(-1);
  if (!last) {
    read.fault('classes', 'edition.noRankedClass');
    return;
  }
  ranked.forEach(({ rank, path, from, text }, index) => {
    if (rank !== index + 1) read.fault(`${path}.rank`, 'edition.ranksWithGap', { rank, expected: index + 1 });
    const above = ranked[index - 1];
    if (from && above?.from && compareDecimals(above.from, from) <= 0) {
      read.fault(`${path}.from`, 'edition.fromNotFalling', { from: String(text), above: String(above.text) });
    }
  });
  if (last.from && last.text !== '0') {
    read.fault(`${last.path}.from`, 'edition.lastFromNotZero', { from: String(last.text) });
  }
};
