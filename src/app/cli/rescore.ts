import type { PlainDate } from '#lib/plain-date.ts';
import { onDay, systemClock } from '#platform/clock.ts';
import { terminalLanguage } from '#platform/config.ts';
import { type Database, openDatabase } from '#platform/db/open.ts';
import { ruleBenchTexts } from '#process/rule-bench/rule-bench.text.ts';
import { rescore } from '#process/rule-bench/server/rescore.ts';
import type { EditionGiven } from '#process/rule-bench/server/trial.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { type City, citiesOf } from '../application.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { configured } from './configured.ts';
import { readEdition } from './edition-file.ts';
import { readOptions } from './options.ts';
import { rescoreLines } from './rescore-lines.ts';

export const help = `rescore --campaign CAMPAIGN --edition EDITION [--dry-run] [--traces] [--list N] [--json]

Scores every frozen submission of a campaign anew under an edition, and tells who would change class. A submission that was answered under
another edition keeps its answers to items that say the same, or have the same id and are worth the same; a unit with items left over is
reported as needing answers. What is kept with each submission is held against what its own edition gives today.

  --campaign C     id or name of the campaign
  --edition E      hash of a published edition (64 hex digits), or a file of format anping-edition-v1, YAML or JSON by its name
  --dry-run        write nothing; without it the run and a result per declaration are stored
  --traces         also work out every account whole and hold it against the digest kept with the submission; much slower
  --list N         name at most N units, 100 if left out
  --json           write the report to standard output as one line of JSON

Exit code 0: done. 1: something is refused, the reason is on standard error, or a submission is kept otherwise than its edition gives.
2: options not understood.
`;

const OPTIONS = {
  campaign: { kind: 'value', required: true },
  edition: { kind: 'value', required: true },
  'dry-run': { kind: 'flag' },
  traces: { kind: 'flag' },
  list: { kind: 'value', pattern: (text: string) => /^(0|[1-9][0-9]{0,6})$/.test(text) },
  json: { kind: 'flag' },
} as const;

const HASH = /^[0-9a-f]{64}$/;
const DEFAULT_LIST = 100;

type Options = Partial<Record<keyof typeof OPTIONS, string>>;

/** Re-scores in the city of an open instance; the exit code. */
export const rescoreIn = async (
  database: Pick<Database, 'app' | 'owner'>,
  city: City | undefined,
  options: Options,
  edition: EditionGiven,
  io: CommandIo,
): Promise<number> => {
  if (!city) {
    io.stderr.write('还没有城市数据，请先启动一次服务。 There is no city yet: start the server once.\n');
    return EXIT.refused;
  }
  const machineNow = systemClock.now();
  const now = city.demonstration_date ? onDay(machineNow, city.demonstration_date as PlainDate) : machineNow;
  const { app, owner } = database;
  const done = await rescore(
    { app, owner, now },
    {
      cityId: city.city_id,
      campaign: options.campaign!,
      edition,
      dryRun: options['dry-run'] !== undefined,
      traces: options.traces !== undefined,
      most: Number(options.list ?? DEFAULT_LIST),
    },
  );
  if (!done.ok) {
    messenger(io, [ruleBenchTexts, standardsFaultsText], terminalLanguage()).faults('rescore', done.error);
    return EXIT.refused;
  }
  if (options.json !== undefined) io.stdout.write(`${JSON.stringify(done.value)}\n`);
  else for (const line of rescoreLines(done.value, terminalLanguage())) io.stdout.write(`${line}\n`);
  return done.value.differing > 0 ? EXIT.refused : EXIT.done;
};

/** The command `rescore`; returns the exit code. */
export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const messages = messenger(io, [commandLineText, standardsFaultsText], terminalLanguage());
  const options = readOptions(args, OPTIONS);
  if (!options.ok) {
    messages.line(options.error.code, options.error.params);
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const given = options.value.edition!;
  const edition = HASH.test(given) ? null : await readEdition(given, messages);
  if (edition && !edition.ok) return EXIT.refused;
  const config = configured(io);
  if (!config) return EXIT.refused;
  const database = await openDatabase(config, { ifRunning: 'join' });
  try {
    const [city] = await citiesOf(database.app);
    return await rescoreIn(database, city, options.value, edition ? { edition: edition.value } : { hash: given }, io);
  } finally {
    await database.close();
  }
};
