import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import { fill, wordingOf } from '#platform/text.ts';
import { checkForPublishing, type Edition, parseEdition } from '#process/standards/domain/index.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { editionConflicts } from '../domain/edition-conflicts.ts';
import { type Body, bodyConflicts, parseOrganisations } from '../domain/organisations.ts';
import { parseScheme, type Scheme } from '../domain/scheme.ts';
import { schemeFaultsText } from '../scheme-faults.text.ts';

/** An edition that may be published: what `checkForPublishing` asks for is there. */
export type PublishableEdition = Edition & { readonly industry: string; readonly title: string };

/** A folder of `schemes/`: the scheme, its bodies (a parent before its children) and one edition per industry in the scheme's order. */
export interface SchemeFolder {
  readonly scheme: Scheme;
  readonly bodies: readonly Body[];
  readonly editions: readonly PublishableEdition[];
}

const SHIPPED = fileURLToPath(new URL('../../../../schemes/', import.meta.url));
const CATALOGUES = [schemeFaultsText, standardsFaultsText];
const INSIDE = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.yaml$/;

/** Reads a scheme shipped with the program. @throws if its files are faulty, naming every fault. */
export const readScheme = async (id: string): Promise<SchemeFolder> => {
  const read = await readSchemeFolder(join(SHIPPED, id));
  if (read.ok) return read.value;
  const faults = read.error.issues.map(
    ({ path, code, params }) => `${path}: ${fill(wordingOf(CATALOGUES, 'zh-CN', code) ?? code, params)}`,
  );
  throw new Error(`scheme ${id} is faulty:\n${faults.join('\n')}`);
};

/** Reads a folder of the same make from anywhere; every fault's path starts with the file (`standards/coal-mine.yaml items[3].full`). */
export const readSchemeFolder = async (folder: string): Promise<Result<SchemeFolder, Issues>> => {
  const scheme = await readPart(folder, 'scheme.yaml', parseScheme);
  if (!scheme.ok) return scheme;
  const organisations = await readPart(folder, scheme.value.organisations, parseOrganisations);
  const editions = await Promise.all(
    scheme.value.industries.map((industry) =>
      readPart(folder, industry.standard, (value) => readEdition(value, scheme.value, industry.code)),
    ),
  );
  const faults: Issue[] = [organisations, ...editions].flatMap((part) => (part.ok ? [] : part.error.issues));
  if (organisations.ok) faults.push(...inFile('scheme.yaml', bodyConflicts(scheme.value, organisations.value)));
  if (faults.length > 0 || !organisations.ok) return issues(faults);
  return ok({
    scheme: scheme.value,
    bodies: organisations.value,
    editions: editions.flatMap((part) => (part.ok ? [part.value] : [])),
  });
};

const readEdition = (value: unknown, scheme: Scheme, industry: string): Result<PublishableEdition, Issues> => {
  const edition = parseEdition(value);
  if (!edition.ok) return edition;
  const faults = [...checkForPublishing(edition.value), ...editionConflicts(scheme, industry, edition.value)];
  return faults.length > 0 ? issues(faults) : ok(edition.value as PublishableEdition);
};

const readPart = async <T>(
  folder: string,
  file: string,
  parse: (value: unknown) => Result<T, Issues>,
): Promise<Result<T, Issues>> => {
  if (!INSIDE.test(file)) return issues([{ path: file, code: 'scheme.fileOutsideFolder' }]);
  const text = await readText(join(folder, file));
  if (text === undefined) return issues([{ path: file, code: 'scheme.fileMissing' }]);
  const document = parseDocument(text);
  if (document.errors.length > 0)
    return issues(
      document.errors.map((error) => ({
        path: `${file} ${error.linePos?.[0].line ?? 1}:${error.linePos?.[0].col ?? 1}`,
        code: 'scheme.notYaml',
        params: { cause: error.code },
      })),
    );
  const parsed = parse(document.toJS());
  return parsed.ok ? parsed : issues(inFile(file, parsed.error.issues));
};

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const inFile = (file: string, found: readonly Issue[]): readonly Issue[] =>
  found.map((issue) => ({ ...issue, path: `${file} ${issue.path}`.trim() }));
