/**
 * The smallest sets of changes with which something holds, for a condition that every further change can only make truer.
 * Within a group an earlier member does all that a later one does, so that of each group the first few decide whether a size is enough.
 */
export interface ChangeSearch<Change> {
  readonly groups: readonly (readonly Change[])[];
  readonly holds: (chosen: readonly Change[]) => boolean;
  /** No smaller set can be enough; from what the caller knows. */
  readonly atLeast: number;
}

export type Smallest<Change> =
  | {
      readonly found: 'sets';
      readonly size: number;
      readonly sets: readonly (readonly Change[])[];
      readonly more: boolean;
    }
  | { readonly found: 'beyond'; readonly atLeast: number }
  | { readonly found: 'never' };

/**
 * @param largest sizes up to this are searched exactly
 * @param most sets listed at most; `more` tells that there are others of the same size
 */
export const smallestSets = <Change>(
  { groups, holds, atLeast }: ChangeSearch<Change>,
  { largest, most }: { readonly largest: number; readonly most: number },
): Smallest<Change> => {
  const all = groups.flat();
  if (!holds(all)) return { found: 'never' };
  const needed = all.filter((one) => !holds(all.filter((other) => other !== one)));
  const least = Math.max(1, atLeast, needed.length);
  const rest = groups.map((group) => group.filter((one) => !needed.includes(one))).filter((group) => group.length > 0);
  for (let size = least; size <= largest; size += 1) {
    const sets: (readonly Change[])[] = [];
    for (const pattern of patterns(rest, needed, size - needed.length, holds)) {
      for (const set of within(pattern, needed, holds)) {
        if (sets.length === most) return { found: 'sets', size, sets, more: true };
        sets.push(set);
      }
    }
    if (sets.length > 0) return { found: 'sets', size, sets, more: false };
  }
  return { found: 'beyond', atLeast: Math.max(least, largest + 1) };
};

/** How many are taken out of which group. */
type Pattern<Change> = readonly (readonly [group: readonly Change[], count: number])[];

/** The ways to spread `open` changes over the groups that hold with the first members of each. */
function* patterns<Change>(
  groups: readonly (readonly Change[])[],
  chosen: readonly Change[],
  open: number,
  holds: (chosen: readonly Change[]) => boolean,
): Generator<Pattern<Change>> {
  // Nothing below can do more than all first members together.
  if (!holds([...chosen, ...groups.flatMap((group) => group.slice(0, open))])) return;
  if (open === 0) {
    yield [];
    return;
  }
  const [group, ...later] = groups;
  if (!group) return;
  for (let count = Math.min(open, group.length); count >= 0; count -= 1) {
    for (const pattern of patterns(later, [...chosen, ...group.slice(0, count)], open - count, holds)) {
      yield count > 0 ? [[group, count], ...pattern] : pattern;
    }
  }
}

/** All sets of one pattern that hold; members of a group come strongest first, so that the first failure ends a group. */
function* within<Change>(
  pattern: Pattern<Change>,
  chosen: readonly Change[],
  holds: (chosen: readonly Change[]) => boolean,
  from = 0,
): Generator<readonly Change[]> {
  const [first, ...later] = pattern;
  if (!first) {
    yield chosen;
    return;
  }
  const [group, count] = first;
  const best = later.flatMap(([other, number]) => other.slice(0, number));
  for (let at = from; at + count <= group.length; at += 1) {
    if (!holds([...chosen, ...group.slice(at, at + count), ...best])) return;
    const taken = [...chosen, group[at]!];
    if (count > 1) yield* within([[group, count - 1], ...later], taken, holds, at + 1);
    else yield* within(later, taken, holds);
  }
}
