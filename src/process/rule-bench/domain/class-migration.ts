/** Why a unit has no class: items are without an answer, a gate asks for facts that were not frozen, or nothing applies. */
export type Unscored = 'needs-answers' | 'needs-facts' | 'no-score';

/** A class; null is not accepted. */
export type Standing = string | null;

export interface MigrationCell {
  readonly before: Standing;
  readonly after: Standing;
  /** Why there is no class after; null where there is one, or where the assessment is not accepted. */
  readonly unscored: Unscored | null;
  readonly units: number;
}

export interface ClassMigration {
  readonly add: (before: Standing, after: Standing, unscored: Unscored | null) => void;
  /** Every pair that occurs, in the order of the classes given, then not accepted, then units without a score. */
  readonly cells: (classes: readonly string[]) => readonly MigrationCell[];
}

interface Row {
  readonly scored: Map<Standing, number>;
  readonly unscored: Map<Unscored, number>;
}

const count = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts how many units go from which class to which (类别迁移矩阵). */
export const classMigration = (): ClassMigration => {
  const rows = new Map<Standing, Row>();
  return {
    add: (before, after, unscored) => {
      let row = rows.get(before);
      if (!row) {
        row = { scored: new Map(), unscored: new Map() };
        rows.set(before, row);
      }
      if (unscored === null) count(row.scored, after);
      else count(row.unscored, unscored);
    },
    cells: (classes) => {
      const place = (code: Standing): number => (code === null ? classes.length : classes.indexOf(code));
      const inOrder = <Value>(map: ReadonlyMap<Standing, Value>) => [...map].sort(([a], [b]) => place(a) - place(b));
      return inOrder(rows).flatMap(([before, { scored, unscored }]): MigrationCell[] => [
        ...inOrder(scored).map(([after, units]) => ({ before, after, unscored: null, units })),
        ...[...unscored].map(([why, units]) => ({ before, after: null, unscored: why, units })),
      ]);
    },
  };
};
