import { openPromise, type ZipFile } from 'yauzl';

const MOST_ENTRIES = 5000;

/**
 * Which Office file a zip archive is, read from its directory of entries (nothing is inflated): `docx`, `xlsx`, `zip` for any
 * other archive, `broken` if the directory at its end is missing or damaged, as after a cut-off transfer.
 */
export const officeType = async (path: string): Promise<'docx' | 'xlsx' | 'zip' | 'broken'> => {
  let archive: ZipFile;
  try {
    archive = await openPromise(path, { autoClose: false });
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    return 'broken';
  }
  try {
    if (archive.entryCount > MOST_ENTRIES) return 'zip';
    const names = new Set<string>();
    for await (const entry of archive.eachEntry()) names.add(entry.fileName);
    if (!names.has('[Content_Types].xml')) return 'zip';
    if (names.has('word/document.xml')) return 'docx';
    return names.has('xl/workbook.xml') ? 'xlsx' : 'zip';
  } catch (cause) {
    if (cause instanceof Error && 'syscall' in cause) throw cause;
    return 'broken';
  } finally {
    archive.close();
  }
};
