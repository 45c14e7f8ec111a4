import { type Issue, type Issues, issues, ok, type Result } from '#lib/result.ts';
import { compareUtf8 } from '#lib/utf8.ts';
import { isMin, isRatio, type StratumRow } from './draw-params.ts';
import { compareRatios, greatestRatio } from './ratio.ts';

/** Joins the names of the keys of a stratum; a name free of what a pool file refuses and of the sign that joins. */
export const stratumName = (parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
        .replaceAll('|', '／')
        .trim(),
    )
    .join('|');

/** What is asked of one stratum: the share and the least number of the scheme unless `reason` says why they are others. */
export interface StratumRequest extends StratumRow {
  readonly reason: string;
}

/** What an earlier draw of the campaign was made with. */
export interface EarlierDraw {
  readonly number: string;
  /** The general ratio, which held where a stratum had none of its own. */
  readonly ratio: string;
  readonly strata: readonly StratumRow[];
}

/** The least that may be asked of a stratum of a late batch, and the draw that set it. */
export interface Floor {
  readonly ratio: string;
  readonly min: number;
  readonly draw: string;
}

/**
 * 晚到批次单独抽取、比例不得降低: in a stratum that was drawn from before, no less than then; in one that was not, no less than the
 * general ratio of the earlier draws. Null for the first draw of a campaign.
 */
export const floorOf = (stratum: string, earlier: readonly EarlierDraw[]): Floor | null => {
  const own = earlier.flatMap((draw) =>
    draw.strata.filter((row) => row.stratum === stratum).map((row) => ({ ...row, draw: draw.number })),
  );
  const rows = own.length > 0 ? own : earlier.map(({ ratio, number }) => ({ stratum, ratio, min: '0', draw: number }));
  const ratio = greatestRatio(rows.map((row) => row.ratio));
  if (ratio === undefined) return null;
  const draw = rows.find((row) => row.ratio === ratio)?.draw ?? '';
  return { ratio, min: Math.max(...rows.map(({ min }) => Number(min))), draw };
};

export type StrataRequestCode =
  | 'spot-check.stratumGone'
  | 'spot-check.stratumMissing'
  | 'spot-check.stratumTwice'
  | 'spot-check.ratioMalformed'
  | 'spot-check.minMalformed'
  | 'spot-check.ratioBelowEarlier'
  | 'spot-check.minBelowEarlier'
  | 'spot-check.reasonMissing';

export interface StrataRules {
  /** The strata of the pool. */
  readonly strata: readonly string[];
  readonly ratio: string;
  readonly min: number;
  readonly earlier: readonly EarlierDraw[];
}

/**
 * Checks what is asked of a draw: every stratum of the pool once and no other, nothing below an earlier draw, a reason wherever the
 * scheme is departed from.
 * @returns the rows of the strata file in byte order; every fault at once at `strata.<index>.<field>` or `strata`
 */
export const checkedStrata = (
  asked: readonly StratumRequest[],
  rules: StrataRules,
): Result<readonly StratumRow[], Issues> => {
  const seen = new Set<string>();
  const faults = asked.flatMap((row, index) => {
    const again = seen.has(row.stratum);
    seen.add(row.stratum);
    if (again) return [fault(index, 'stratum', 'spot-check.stratumTwice', { stratum: row.stratum })];
    if (!rules.strata.includes(row.stratum))
      return [fault(index, 'stratum', 'spot-check.stratumGone', { stratum: row.stratum })];
    return rowFaults(row, index, rules);
  });
  const missing = rules.strata.filter((stratum) => !seen.has(stratum));
  const all: Issue[] = [
    ...faults,
    ...missing.map((stratum) => ({ path: 'strata', code: 'spot-check.stratumMissing', params: { stratum } })),
  ];
  if (all.length > 0) return issues(all);
  return ok(
    asked.map(({ stratum, ratio, min }) => ({ stratum, ratio, min })).sort((a, b) => compareUtf8(a.stratum, b.stratum)),
  );
};

const fault = (
  index: number,
  field: keyof StratumRequest,
  code: StrataRequestCode,
  params: Record<string, string | number> = {},
): Issue => ({ path: `strata.${index}.${field}`, code, params });

const rowFaults = (row: StratumRequest, index: number, rules: StrataRules): Issue[] => {
  const { stratum, ratio, min, reason } = row;
  if (!isRatio(ratio)) return [fault(index, 'ratio', 'spot-check.ratioMalformed', { ratio })];
  if (!isMin(min)) return [fault(index, 'min', 'spot-check.minMalformed', { min })];
  const floor = floorOf(stratum, rules.earlier);
  const found: Issue[] = [];
  if (floor && compareRatios(ratio, floor.ratio) < 0)
    found.push(fault(index, 'ratio', 'spot-check.ratioBelowEarlier', { ratio: floor.ratio, draw: floor.draw }));
  if (floor && Number(min) < floor.min)
    found.push(fault(index, 'min', 'spot-check.minBelowEarlier', { min: floor.min, draw: floor.draw }));
  const departs = departsFrom(row, suggestionFor(stratum, rules));
  if (departs && reason.trim() === '') found.push(fault(index, 'reason', 'spot-check.reasonMissing', { stratum }));
  return found;
};

/** What a stratum is drawn with unless somebody decides otherwise: the scheme's values, or the earlier draw's where they are higher. */
export const suggestionFor = (
  stratum: string,
  { ratio, min, earlier }: Pick<StrataRules, 'ratio' | 'min' | 'earlier'>,
): { readonly ratio: string; readonly min: string } => {
  const floor = floorOf(stratum, earlier);
  return {
    ratio: floor && compareRatios(floor.ratio, ratio) > 0 ? floor.ratio : ratio,
    min: String(Math.max(min, floor?.min ?? 0)),
  };
};

const departsFrom = (row: StratumRow, suggestion: { readonly ratio: string; readonly min: string }): boolean =>
  compareRatios(row.ratio, suggestion.ratio) !== 0 || row.min !== suggestion.min;
