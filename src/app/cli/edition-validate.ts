import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { err, ok, type Result } from '#lib/result.ts';
import { terminalLanguage } from '#platform/config.ts';
import { translator } from '#platform/text.ts';
import { editionFaults, parseEdition } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { type CommandIo, EXIT, type Messenger, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { jsonIn, readText } from './input-file.ts';

export const help = `edition validate FILE

Checks whether a document of format anping-edition-v1 may be published, as docs/formats.md describes. FILE is YAML if its name ends in
.yaml or .yml, else JSON. Every fault is written to standard error with its line, its place in the document, cause and cure.

Exit code 0: may be published. 1: has faults, or cannot be read. 2: arguments not understood.
`;

interface Read {
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

const read = async (file: string, messages: Messenger): Promise<Result<Read, 'told'>> => {
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

/** The command `edition validate`; returns the exit code. */
export const run = async ([file, ...more]: readonly string[], io: CommandIo): Promise<number> => {
  const language = terminalLanguage();
  const messages = messenger(io, [commandLineText, standardsFaultsText], language);
  if (file === undefined || file.startsWith('--') || more.length > 0) {
    if (file === undefined) messages.line('option.missing', { option: 'FILE' });
    else messages.line('option.unknown', { given: file.startsWith('--') ? file : (more[0] ?? '') });
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const document = await read(file, messages);
  if (!document.ok) return EXIT.refused;
  const { value, lineOf } = document.value;
  const faults = editionFaults(value);
  for (const { path, code, params } of faults)
    messages.line(code, params, `${file}:${lineOf(path)}${path === '' ? '' : `: ${path}`}`);
  const t = translator(commandLineText, language);
  const edition = parseEdition(value);
  if (faults.length > 0 || !edition.ok) {
    io.stderr.write(`${t('validate.faults', { file, count: faults.length })}\n`);
    return EXIT.refused;
  }
  const { items } = edition.value;
  const points = pointsText(
    items.reduce((sum, { full }) => sum + full, 0),
    edition.value,
  );
  const params = { file, items: items.length, points, hash: editionHash(edition.value) };
  io.stdout.write(`${t('validate.publishable', params)}\n`);
  return EXIT.done;
};
