import type { Language } from '#platform/text.ts';
import { translator } from '#platform/text.ts';
import { ruleBenchTexts } from '#process/rule-bench/rule-bench.text.ts';
import type { RescoreReport } from '#process/rule-bench/server/report.ts';

type Cell = RescoreReport['migration'][number];

/** The report for a reader at a terminal; the matrix is separated by tabs. */
export const rescoreLines = (report: RescoreReport, language: Language): readonly string[] => {
  const t = translator(ruleBenchTexts, language);
  const { campaign, edition, runId, migration, units, unitsLeftOut } = report;
  const { declarations, changed, unscored, differing } = report;
  const standing = (code: string | null): string => code ?? t('rescore.line.notAccepted');
  const column = ({ after, unscored: why }: Pick<Cell, 'after' | 'unscored'>): string =>
    why === null ? standing(after) : t(`rescore.unscored.${why}`);
  const columns = [...new Set(inOrder(migration).map(column))];
  const before = [...new Set(migration.map((cell) => standing(cell.before)))];
  const unitsIn = (row: string, name: string): number =>
    migration.find((cell) => standing(cell.before) === row && column(cell) === name)?.units ?? 0;
  return [
    t('rescore.line.head', { campaign: campaign.name, title: edition.title, hash: edition.hash }),
    t('rescore.line.counts', { declarations, changed, unscored, differing }),
    ...(declarations === 0 ? [] : [[t('rescore.line.corner'), ...columns].join('\t')]),
    ...before.map((row) => [row, ...columns.map((name) => unitsIn(row, name))].join('\t')),
    ...units.flatMap((unit) => {
      const named = { name: unit.name, before: standing(unit.before) };
      const why = unit.unscored === null ? '' : t(`rescore.unscored.${unit.unscored}`);
      const what = unit.differing.map((each) => t(`rescore.differing.${each}`)).join(', ');
      return [
        ...(unit.unanswered > 0 ? [t('rescore.line.unanswered', { ...named, why, count: unit.unanswered })] : []),
        ...(why !== '' && unit.unanswered === 0 ? [t('rescore.line.unscored', { ...named, why })] : []),
        ...(why === '' && unit.before !== unit.after
          ? [t('rescore.line.unit', { ...named, after: standing(unit.after), printed: unit.printed ?? '' })]
          : []),
        ...(what === '' ? [] : [t('rescore.line.differing', { name: unit.name, what })]),
      ];
    }),
    ...(unitsLeftOut > 0 ? [t('rescore.line.leftOut', { count: unitsLeftOut })] : []),
    runId === null ? t('rescore.line.dryRun') : t('rescore.line.stored', { run: runId }),
  ];
};

/** Classes before units without a score, whichever row they first occur in. */
const inOrder = (cells: readonly Cell[]): readonly Cell[] => [
  ...cells.filter(({ unscored, after }) => unscored === null && after !== null),
  ...cells.filter(({ unscored, after }) => unscored === null && after === null),
  ...cells.filter(({ unscored }) => unscored !== null),
];
