import { terminalLanguage } from '#platform/config.ts';
import { translator } from '#platform/text.ts';
import { comparisonTexts } from '#process/standards/comparison.text.ts';
import { type DifferenceWords, fieldName, fieldText, otherChanges } from '#process/standards/difference-words.ts';
import {
  differenceOf,
  type Edition,
  type EditionDifference,
  effectOnPoints,
  type FieldChange,
  isSame,
  type PointsEffect,
} from '#process/standards/domain/index.ts';
import { elementTitle, itemName, pointsText } from '#process/standards/edition-words.ts';
import { standardsTexts } from '#process/standards/standards.text.ts';
import { standardsFaultsText } from '#process/standards/standards-faults.text.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { readEdition } from './edition-file.ts';
import { readOptions } from './options.ts';

export const help = `edition diff A B [--json]

Tells what changes from edition A to edition B: two files of format anping-edition-v1, YAML if their names end in .yaml or .yml, else JSON.

  --json           write the whole difference to standard output, one line of JSON

Exit code 0: compared, whether or not they differ. 1: a file was refused or unreadable, the reason is on standard error.
2: options not understood.
`;

/** The command `edition diff`; returns the exit code. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const messages = messenger(io, [commandLineText, standardsFaultsText], terminalLanguage());
  const files = args.filter((argument) => !argument.startsWith('--'));
  const options = readOptions(
    args.filter((argument) => argument.startsWith('--')),
    { json: { kind: 'flag' } },
  );
  const [fileA, fileB, surplus] = files;
  if (!options.ok || fileA === undefined || fileB === undefined || surplus !== undefined) {
    if (!options.ok) messages.line(options.error.code, options.error.params);
    else if (surplus !== undefined) messages.line('option.unknown', { given: surplus });
    else messages.line('option.missing', { option: fileA === undefined ? 'A' : 'B' });
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const a = await readEdition(fileA, messages);
  const b = await readEdition(fileB, messages);
  if (!a.ok || !b.ok) return EXIT.refused;
  const difference = differenceOf(a.value, b.value);
  const points = effectOnPoints(a.value, b.value);
  if (options.value.json === undefined) {
    for (const line of linesOf(difference, points, a.value, b.value)) io.stdout.write(`${line}\n`);
  } else io.stdout.write(`${JSON.stringify({ same: isSame(difference), ...difference, points })}\n`);
  return EXIT.done;
};

/** The difference for a reader at a terminal: `+` added, `-` removed, `>` moved, `~` changed, `*` everything beside items. */
const linesOf = (
  difference: EditionDifference,
  points: ReturnType<typeof effectOnPoints>,
  a: Edition,
  b: Edition,
): readonly string[] => {
  const language = terminalLanguage();
  const words: DifferenceWords = {
    t: translator(comparisonTexts, language),
    standards: translator(standardsTexts, language),
  };
  const { t } = words;
  if (isSame(difference)) return [t('comparison.line.same')];
  const { items } = difference;
  const value = (field: string, given: unknown, edition: Edition) =>
    fieldText(field, given, edition, words).replaceAll('\n', ' / ') || t('comparison.absent');
  const fieldLine = ({ field, before, after }: FieldChange) =>
    t('comparison.line.field', {
      field: fieldName(field, t),
      before: value(field, before, a),
      after: value(field, after, b),
    });
  const shift = ({ before, after }: PointsEffect) =>
    before === after ? String(after) : t('comparison.line.shift', { before, after });
  return [
    ...otherChanges(difference, words).flatMap(({ what, fields }) => [
      t('comparison.line.head', { what }),
      ...fields.map(fieldLine),
    ]),
    ...difference.reordered.map((id) => t('comparison.line.reordered', { name: elementTitle(b, id) })),
    ...items.removed.map((item) =>
      t('comparison.line.removed', { item: itemName(item), points: pointsText(item.full, a) }),
    ),
    ...items.added.map((item) =>
      t('comparison.line.added', { item: itemName(item), points: pointsText(item.full, b) }),
    ),
    ...items.moved.map(({ after, place }) =>
      t('comparison.line.moved', {
        item: itemName(after),
        changes: place.map((one) => fieldLine(one).trim()).join('; '),
      }),
    ),
    ...items.changed.flatMap(({ after, fields, place }) => [
      t('comparison.line.changed', { item: itemName(after) }),
      ...[...place, ...fields].map(fieldLine),
    ]),
    t('comparison.line.total', {
      items: shift(points.itemCount),
      total: shift(points.total),
      mandatory: shift(points.mandatory),
      veto: shift(points.veto),
    }),
  ];
};
