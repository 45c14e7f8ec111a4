import { type Entries, partOf, sameEntry } from './entries.ts';

/**
 * How an entry of a workbook stands to the system, by what it was when the workbook was made:
 * - `filled`: only the workbook changed it
 * - `cleared`: only the workbook changed it, to nothing
 * - `both`: workbook and system changed it, each to something else
 * - `system`: only the system changed it since; the workbook holds what was there before
 * - `accepted`: the workbook changed it, and a reviewer has accepted what the system holds
 */
export const differenceKinds = ['filled', 'both', 'cleared', 'system', 'accepted'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly workbook: unknown;
  readonly system: unknown;
  /** As it was when the workbook was made; null if it was empty or is not known. */
  readonly base: unknown;
}

export type Side = 'workbook' | 'system';

/** What is chosen where a person has not chosen; undefined where one has to. */
export const usualChoice: Readonly<Record<DifferenceKind, Side | undefined>> = {
  filled: 'workbook',
  both: undefined,
  cleared: 'system',
  system: 'system',
  accepted: 'system',
};

/** @param accepted items whose answers stand and cannot be changed */
export const differences = (
  workbook: Entries,
  system: Entries,
  base: Entries,
  accepted: ReadonlySet<string>,
): readonly Difference[] =>
  Object.keys(workbook).flatMap((key): Difference[] => {
    const [mine, theirs, before] = [workbook[key] ?? null, system[key] ?? null, base[key] ?? null];
    // What was empty when the workbook was made and still is says nothing against what is there now.
    if (sameEntry(mine, theirs) || (mine === null && before === null)) return [];
    return [{ key, kind: kindOf(key, mine, theirs, before, accepted), workbook: mine, system: theirs, base: before }];
  });

const kindOf = (
  key: string,
  mine: unknown,
  theirs: unknown,
  before: unknown,
  accepted: ReadonlySet<string>,
): DifferenceKind => {
  if (sameEntry(mine, before)) return 'system';
  const place = partOf(key);
  if (place?.part === 'items' && accepted.has(place.name)) return 'accepted';
  if (!sameEntry(theirs, before)) return 'both';
  return mine === null ? 'cleared' : 'filled';
};

export type Choices = Readonly<Record<string, Side>>;

export interface Chosen {
  /** Keys whose value is taken from the workbook. */
  readonly taken: readonly string[];
  /** Keys that a person still has to choose on. */
  readonly open: readonly string[];
}

/** What follows from choices. Accepted items stay whatever is chosen. */
export const chosen = (list: readonly Difference[], choices: Choices): Chosen => {
  const taken: string[] = [];
  const open: string[] = [];
  for (const { key, kind } of list) {
    const side = kind === 'accepted' ? 'system' : Object.hasOwn(choices, key) ? choices[key] : usualChoice[kind];
    if (side === undefined) open.push(key);
    else if (side === 'workbook') taken.push(key);
  }
  return { taken, open };
};
