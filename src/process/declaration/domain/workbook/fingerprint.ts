import { type Entries, spelled } from './entries.ts';
import type { GivenBook } from './given-book.ts';
import { TEMPLATE_SHEET } from './sheets.ts';

export const WORKBOOK_FORMAT = 'anping-declaration-workbook-v1';

/** What a workbook was made from (docs/formats.md). */
export interface Fingerprint {
  /** Null of a blank one, which names its unit by what is written in it. */
  readonly declarationId: string | null;
  readonly editionHash: string;
  readonly madeAt: string;
  /** Of the form and of each section, when it was made. */
  readonly registrationVersion: number;
  readonly sectionVersions: Readonly<Record<string, number>>;
  /** Everything that the workbook asks for, as it was then. */
  readonly base: Entries;
}

/** Three columns: what, key, value. The last line seals those above it. */
export type FingerprintLine = readonly [what: string, key: string, value: string];

/** An ordinary cell cannot hold more; what is longer goes on in the next line. */
const LONGEST = 30_000;

/** The text in pieces, none of which parts a character. */
const pieces = (text: string): readonly string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + LONGEST;
    const parts = end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '');
    found.push(text.slice(at, parts ? end - 1 : end));
    at = parts ? end - 1 : end;
  }
  return found;
};

/** The lines without their seal. */
export const fingerprintLines = (given: Fingerprint): readonly FingerprintLine[] => [
  ['format', '', WORKBOOK_FORMAT],
  ['declaration', '', given.declarationId ?? ''],
  ['edition', '', given.editionHash],
  ['made', '', given.madeAt],
  ['version', 'registration', String(given.registrationVersion)],
  ...Object.entries(given.sectionVersions).map(([id, version]): FingerprintLine => ['version', id, String(version)]),
  ...pieces(spelled(given.base)).map((piece): FingerprintLine => ['base', '', piece]),
];

/** What the seal is the digest of. */
export const sealedText = (lines: readonly FingerprintLine[]): string => JSON.stringify(lines);

export type ReadFingerprint =
  | { readonly kind: 'whole'; readonly fingerprint: Fingerprint }
  /** There is no such sheet, or nothing in it. */
  | { readonly kind: 'missing' }
  /** Another format, which this program does not know. */
  | { readonly kind: 'unknown'; readonly format: string }
  /** It was changed, or only part of it is left. */
  | { readonly kind: 'broken' };

/** @param digest of a text, in hex; the same that sealed it */
export const readFingerprint = (book: GivenBook, digest: (text: string) => string): ReadFingerprint => {
  const sheet = book.sheets.find(({ name }) => name === TEMPLATE_SHEET);
  if (!sheet || sheet.rows.length === 0) return { kind: 'missing' };
  const text = (cells: GivenBook['sheets'][number]['rows'][number]['cells'], letters: string) =>
    cells[letters]?.value ?? '';
  const all = sheet.rows.map(({ cells }): FingerprintLine => [text(cells, 'A'), text(cells, 'B'), text(cells, 'C')]);
  const format = all.find(([what]) => what === 'format')?.[2] ?? '';
  if (format !== WORKBOOK_FORMAT)
    return format === '' ? { kind: 'broken' } : { kind: 'unknown', format: format.slice(0, 60) };
  const lines = all.slice(0, -1);
  const [seal, , sum] = all.at(-1) ?? ['', '', ''];
  if (seal !== 'seal' || sum !== digest(sealedText(lines))) return { kind: 'broken' };
  const fingerprint = parsed(lines);
  return fingerprint ? { kind: 'whole', fingerprint } : { kind: 'broken' };
};

const parsed = (lines: readonly FingerprintLine[]): Fingerprint | undefined => {
  const head = (what: string) => lines.find((line) => line[0] === what)?.[2] ?? '';
  const versions = lines.flatMap(([what, key, value]) => (what === 'version' ? [[key, Number(value)] as const] : []));
  const base = entriesIn(lines.flatMap(([what, , value]) => (what === 'base' ? [value] : [])).join(''));
  if (!base) return undefined;
  const declarationId = head('declaration');
  return {
    declarationId: declarationId === '' ? null : declarationId,
    editionHash: head('edition'),
    madeAt: head('made'),
    registrationVersion: versions.find(([key]) => key === 'registration')?.[1] ?? 0,
    sectionVersions: Object.fromEntries(versions.filter(([key]) => key !== 'registration')),
    base,
  };
};

/** Sealed and yet no JSON: not made by this program. */
const entriesIn = (text: string): Entries | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : undefined;
  } catch {
    return undefined;
  }
};
