import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { READ_LIMITS, type ReadWorkbook } from '#support/documents/xlsx/workbook.ts';
import { diagnose } from '../../domain/workbook/diagnose.ts';
import type { Entries } from '../../domain/workbook/entries.ts';
import { type Fingerprint, readFingerprint } from '../../domain/workbook/fingerprint.ts';
import type { Finding } from '../../domain/workbook/given-book.ts';
import { readDeclarationBook } from '../../domain/workbook/read-declaration.ts';
import type { WorkingCopy } from './working-copy.ts';
import { sealOf } from './write-book.ts';

/** A declaration's workbook holds a few thousand cells; far more comes from no template of ours. */
const LIMITS = { ...READ_LIMITS, rows: 5_000, cells: 60_000, totalBytes: 30 * 1_048_576 };

/** What is wrong with a file by its name alone, where its content says less. */
const byName = (fileName: string, refusal: Refusal): Refusal => {
  const ending = /\.([A-Za-z0-9]{1,6})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const old = refusal.code === 'xlsx.oldFormat' || refusal.code === 'xlsx.notAZip';
  return old && ['et', 'ett', 'wps', 'dps'].includes(ending)
    ? refuse('declarationWorkbook.wpsFormat', 422, { ending: `.${ending}` }).error
    : refusal;
};

export interface OpenedBook {
  readonly book: ReadWorkbook;
  readonly fingerprint: Fingerprint;
}

/** Reads a file and says what it is, if it is no declaration's workbook of this program. */
export const openBook = async (bytes: Uint8Array, fileName: string): Promise<Result<OpenedBook, Refusal>> => {
  const read = await readWorkbook(bytes, LIMITS);
  if (!read.ok) return { ok: false, error: byName(fileName, read.error) };
  const book = read.value;
  const found = readFingerprint(book, sealOf);
  switch (found.kind) {
    case 'whole':
      return ok({ book, fingerprint: found.fingerprint });
    case 'broken':
      return refuse('declarationWorkbook.fingerprintBroken', 422);
    case 'unknown':
      return refuse('declarationWorkbook.formatUnknown', 422, { format: found.format });
    case 'missing': {
      const kind = diagnose(book);
      return refuse(
        kind === 'declaration' ? 'declarationWorkbook.fingerprintMissing' : `declarationWorkbook.is.${kind}`,
        422,
      );
    }
  }
};

/** What a workbook says of one declaration. */
export interface Understood {
  readonly entries: Entries;
  readonly places: Readonly<Record<string, string>>;
  readonly base: Entries;
  readonly editionHash: string;
  readonly madeAt: string | null;
  readonly findings: readonly Finding[];
  readonly errorCount: number;
}

/** What of a declaration a workbook is read by. */
export type Understanding = Pick<WorkingCopy, 'edition' | 'fields' | 'words' | 'classes' | 'register'>;

/** @returns `declarationWorkbook.otherEdition` if it was made for another standard than the declaration follows now */
export const understand = (
  { book, fingerprint }: OpenedBook,
  copy: Understanding,
  today: PlainDate,
): Result<Understood, Fault> => {
  if (fingerprint.editionHash !== copy.edition.hash)
    return refuse('declarationWorkbook.otherEdition', 409, { title: copy.edition.title }, 'final');
  const { base } = fingerprint;
  const read = readDeclarationBook(book, { ...copy, edition: copy.edition.edition, base, today });
  // A blank one belongs to whoever is written in it.
  const { creditCode } = read.register;
  if (fingerprint.declarationId === null && creditCode !== '' && creditCode !== copy.register.creditCode)
    return refuse('declarationWorkbook.notYours', 409, undefined, 'final');
  return ok({
    entries: read.entries,
    places: Object.fromEntries(Object.keys(read.entries).map((key) => [key, read.places[key] ?? ''])),
    base,
    editionHash: fingerprint.editionHash,
    madeAt: fingerprint.declarationId === null ? null : fingerprint.madeAt,
    findings: read.findings,
    errorCount: read.findings.filter(({ level }) => level === 'error').length,
  });
};
