import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { err, ok, type Result } from '#lib/result.ts';
import { type Edition, parseEdition } from '#process/standards/domain/index.ts';
import type { Messenger } from './command.ts';
import { jsonIn, readText } from './input-file.ts';

interface EditionFile {
  readonly value: unknown;
  /** The line that a path such as `items[3].full`, or the nearest thing above it, stands on. */
  readonly lineOf: (path: string) => number;
}

const positionsIn = (document: Document, lines: LineCounter) => (path: string) => {
  const steps = [...path.matchAll(/[^.[\]]+/g)].map(([step]) => (/^\d+$/.test(step) ? Number(step) : step));
  for (; ; steps.pop()) {
    const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    if (steps.length === 0) return 1;
  }
};

/** The document in a file, YAML if its name ends in `.yaml` or `.yml`, else JSON; what is wrong with it is told on standard error. */
export const readEditionFile = async (file: string, messages: Messenger): Promise<Result<EditionFile, 'told'>> => {
  const text = await readText(file, messages);
  if (!text.ok) return text;
  const isYaml = /\.ya?ml$/i.test(file);
  const json = isYaml ? undefined : jsonIn(text.value, file, messages);
  if (json && !json.ok) return json;
  const lines = new LineCounter();
  // JSON is YAML as far as lines are concerned.
  const document = parseDocument(text.value, { lineCounter: lines });
  const lineOf = positionsIn(document, lines);
  if (json) return ok({ value: json.value, lineOf });
  for (const { code, linePos } of document.errors)
    messages.line('yaml.syntax', { reason: code }, `${file}:${linePos?.[0].line ?? 1}`);
  if (document.errors.length > 0) return err('told');
  try {
    return ok({ value: document.toJS(), lineOf });
  } catch (thrown) {
    // Anchors that multiply beyond all measure.
    if (!(thrown instanceof ReferenceError)) throw thrown;
    messages.line('yaml.syntax', { reason: 'ALIAS_COUNT' }, file);
    return err('told');
  }
};

/** The edition in a file; every fault of it is told on standard error with its line. */
export const readEdition = async (file: string, messages: Messenger): Promise<Result<Edition, 'told'>> => {
  const document = await readEditionFile(file, messages);
  if (!document.ok) return document;
  const edition = parseEdition(document.value.value);
  if (edition.ok) return edition;
  for (const { path, code, params } of edition.error.issues) {
    messages.line(code, params, `${file}:${document.value.lineOf(path)}${path === '' ? '' : `: ${path}`}`);
  }
  return err('told');
};
