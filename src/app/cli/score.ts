import { terminalLanguage } from '#platform/config.ts';
import { compile, parseAnswers, parseEdition, score } from '#process/standards/domain/index.ts';
import { editionHash } from '#process/standards/server/edition-hash.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { readJson } from './input-file.ts';
import { readOptions } from './options.ts';

export const help = `score --edition FILE --answers FILE --json

Works out score, class and the account of how they came about, as docs/formats.md describes.

  --edition FILE   an edition, JSON of format anping-edition-v1
  --answers FILE   answers to it, JSON of format anping-answers-v1
  --json           write the result to standard output, one line of JSON

Exit code 0: done. 1: input refused or unreadable, the reason is on standard error. 2: options not understood.
`;

const OPTIONS = {
  edition: { kind: 'value', required: true },
  answers: { kind: 'value', required: true },
  json: { kind: 'flag', required: true },
} as const;

/** The command `score`; returns the exit code. */
export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const messages = messenger(io, [commandLineText, standardsFaultsText], terminalLanguage());
  const options = readOptions(args, OPTIONS);
  if (!options.ok) {
    messages.line(options.error.code, options.error.params);
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const editionFile = options.value.edition!;
  const answersFile = options.value.answers!;

  const editionValue = await readJson(editionFile, messages);
  if (!editionValue.ok) return EXIT.refused;
  const edition = parseEdition(editionValue.value);
  if (!edition.ok) {
    messages.faults(editionFile, edition.error);
    return EXIT.refused;
  }
  const answersValue = await readJson(answersFile, messages);
  if (!answersValue.ok) return EXIT.refused;
  const answers = parseAnswers(edition.value, answersValue.value, editionHash(edition.value));
  if (!answers.ok) {
    messages.faults(answersFile, answers.error);
    return EXIT.refused;
  }
  const result = score(compile(edition.value), answers.value, { trace: true });
  if (!result.ok) {
    messages.faults(answersFile, result.error);
    return EXIT.refused;
  }
  io.stdout.write(`${JSON.stringify(result.value)}\n`);
  return EXIT.done;
};
