import { type Fault, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { GuardedZip } from '#support/documents/xlsx/guarded-zip.ts';
import { WorkbookRefused } from '#support/documents/xlsx/refusal.ts';
import { sniff } from '#support/files/domain/file-type.ts';

/** Sizes in bytes. */
export const BATCH_LIMITS = {
  archiveBytes: 60 * 1_048_576,
  files: 1_000,
  entries: 3_000,
  entryBytes: 20 * 1_048_576,
  totalBytes: 300 * 1_048_576,
};

/** One file of an archive: its content, or why it is not looked into. */
export interface Unpacked {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly content: { readonly bytes: Buffer } | { readonly code: string };
}

/** What archivers and desktops leave behind: folders, resource forks, thumbnails, locks of open files. */
const isLitter = (name: string): boolean =>
  name.endsWith('/') || /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i.test(name);

const CODES: Readonly<Record<string, string>> = {
  'xlsx.bomb': 'workbookBatch.tooBig',
  'xlsx.encrypted': 'workbookBatch.encrypted',
};

const refused = (cause: unknown): Refusal => {
  if (!(cause instanceof WorkbookRefused)) throw cause;
  return refuse(CODES[cause.refusal.code] ?? 'workbookBatch.broken', 422).error;
};

/**
 * Takes an archive of workbooks apart under limits, one file after the other. Refusals: `workbookBatch.notAZip`, `.isWorkbook`, `.broken`,
 * `.encrypted`, `.tooBig`, `.tooMany` {limit}, `.empty`.
 */
export const openArchive = (
  bytes: Buffer,
): Result<{ readonly names: readonly string[]; readonly zip: GuardedZip }, Fault> => {
  if (sniff(bytes) !== 'zip') return refuse('workbookBatch.notAZip', 422);
  try {
    const zip = GuardedZip.open(bytes, BATCH_LIMITS);
    if (zip.has('[Content_Types].xml')) return refuse('workbookBatch.isWorkbook', 422);
    const names = zip.entries.map(({ name }) => name).filter((name) => !isLitter(name));
    if (names.length === 0) return refuse('workbookBatch.empty', 422);
    if (names.length > BATCH_LIMITS.files) return refuse('workbookBatch.tooMany', 422, { limit: BATCH_LIMITS.files });
    // All of them at once, before the first is inflated: an archive that promises too much is refused whole.
    const promised = zip.entries.reduce((sum, { size }) => sum + size, 0);
    if (promised > BATCH_LIMITS.totalBytes) return refuse('workbookBatch.tooBig', 422);
    return ok({ names, zip });
  } catch (cause) {
    return { ok: false, error: refused(cause) };
  }
};

/** @param name one of the archive's */
export const unpack = (zip: GuardedZip, name: string): Unpacked => {
  const sizeBytes = zip.entries.find((entry) => entry.name === name)?.size ?? 0;
  const fileName = name
    .toWellFormed()
    .replace(/[\u0000-\u001f]/g, '')
    .slice(-200);
  if (/\.(zip|rar|7z|tar|gz)$/i.test(name)) return { fileName, sizeBytes, content: { code: 'workbookBatch.nested' } };
  try {
    return { fileName, sizeBytes, content: { bytes: zip.read(name) } };
  } catch (cause) {
    const { code } = refused(cause);
    return {
      fileName,
      sizeBytes,
      content: { code: code === 'workbookBatch.broken' ? 'workbookBatch.fileBroken' : code },
    };
  }
};
