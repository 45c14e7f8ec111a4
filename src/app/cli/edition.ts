import { terminalLanguage } from '#platform/config.ts';
import { type CommandIo, type CommandModule, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';

const subcommands: Readonly<Record<string, () => Promise<CommandModule>>> = {
  validate: () => import('./edition-validate.ts'),
  diff: () => import('./edition-diff.ts'),
};

export const help = `edition SUBCOMMAND [options]

  validate FILE    name everything that keeps an edition from being published
  diff A B         tell what changes from one edition to another

Help of a subcommand: edition SUBCOMMAND, without anything behind it.
`;

/** The command `edition`: its first argument says what is done with editions. */
export const run = async ([name, ...rest]: readonly string[], io: CommandIo): Promise<number> => {
  const load = name === undefined ? undefined : subcommands[name];
  if (load === undefined) {
    const messages = messenger(io, [commandLineText], terminalLanguage());
    if (name === undefined) messages.line('option.missing', { option: Object.keys(subcommands).join(' | ') });
    else messages.line('option.unknown', { given: name });
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const command = await load();
  if (rest.length === 0) {
    io.stdout.write(command.help);
    return EXIT.options;
  }
  return command.run(rest, io);
};
