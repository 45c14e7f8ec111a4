import { createHash } from 'node:crypto';
import { terminalLanguage } from '#platform/config.ts';
import { draw, isMin, isRatio, parsePoolCsv, parseStrataCsv } from '#process/spot-check/domain/index.ts';
import { drawFaultsText } from '#process/spot-check/draw-faults.text.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { readBytes } from './input-file.ts';
import { readOptions } from './options.ts';

export const help = `draw --pool FILE --seed=TEXT [--ratio R] [--min M] [--strata FILE] --json

Draws a sample from every stratum of a pool, as docs/formats.md describes; the same input gives the same sample everywhere.

  --pool FILE      CSV with the header id,stratum
  --seed=TEXT      the seed, taken as it stands; always written with =
  --ratio R        share of each stratum, 0 to 1; may be left out if the strata file names every stratum
  --min M          at least so many of each stratum, if it has them; 1 if left out
  --strata FILE    CSV with the header stratum,ratio,min, for strata with a ratio and a least number of their own
  --json           write the result to standard output, one line of JSON

Exit code 0: done. 1: input refused or unreadable, the reason is on standard error. 2: options not understood.
`;

const OPTIONS = {
  pool: { kind: 'value', required: true },
  seed: { kind: 'text', required: true },
  ratio: { kind: 'value', pattern: isRatio },
  min: { kind: 'value', pattern: isMin },
  strata: { kind: 'value' },
  json: { kind: 'flag', required: true },
} as const;

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The command `draw`; returns the exit code. */
export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const messages = messenger(io, [commandLineText, drawFaultsText], terminalLanguage());
  const options = readOptions(args, OPTIONS);
  if (!options.ok) {
    messages.line(options.error.code, options.error.params);
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const { ratio, min, strata: strataFile } = options.value;
  const poolFile = options.value.pool!;
  if (ratio === undefined && strataFile === undefined) {
    messages.line('option.missing', { option: '--ratio' });
    return EXIT.options;
  }

  const poolBytes = await readBytes(poolFile, messages);
  if (!poolBytes.ok) return EXIT.refused;
  const pool = parsePoolCsv(poolBytes.value);
  if (!pool.ok) {
    messages.faults(poolFile, pool.error);
    return EXIT.refused;
  }
  const strataBytes = strataFile === undefined ? undefined : await readBytes(strataFile, messages);
  if (strataBytes && !strataBytes.ok) return EXIT.refused;
  const strata = strataBytes && parseStrataCsv(strataBytes.value);
  if (strata && !strata.ok) {
    messages.faults(strataFile!, strata.error);
    return EXIT.refused;
  }
  const drawn = draw(pool.value, { ratio, min, strata: strata?.value }, options.value.seed!, sha256);
  if (!drawn.ok) {
    messages.faults(strataFile ?? poolFile, drawn.error);
    return EXIT.refused;
  }
  io.stdout.write(`${JSON.stringify(drawn.value)}\n`);
  return EXIT.done;
};
