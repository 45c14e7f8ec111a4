import { terminalLanguage } from '#platform/config.ts';
import { translator } from '#platform/text.ts';
import { editionFaults, parseEdition } from '#process/standards/domain/index.ts';
import { pointsText } from '#process/standards/edition-words.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { readEditionFile } from './edition-file.ts';

export const help = `edition validate FILE

Checks whether a document of format anping-edition-v1 may be published, as docs/formats.md describes. FILE is YAML if its name ends in
.yaml or .yml, else JSON. Every fault is written to standard error with its line, its place in the document, cause and cure.

Exit code 0: may be published. 1: has faults, or cannot be read. 2: arguments not understood.
`;

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
  const document = await readEditionFile(file, messages);
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
