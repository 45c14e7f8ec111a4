import { printUnits } from '#lib/fraction.ts';
import { sql } from '#platform/db/sql.ts';
import type { Reader } from '#platform/db/tx.ts';
import { classMigration, type MigrationCell, type Standing, type Unscored } from '../domain/class-migration.ts';
import type { SubmissionRow } from './frozen-submissions.ts';
import type { Trial } from './trial.ts';
import type { Differing, TriedOut } from './try-out.ts';

/** A unit whose class changes, that needs answers, or of which something else is kept than its own edition gives. */
export interface ListedUnit {
  readonly declarationId: string;
  /** Enterprise and unit. */
  readonly name: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly unscored: Unscored | null;
  /** The new score; null where there is none. */
  readonly printed: string | null;
  readonly unanswered: number;
  readonly differing: readonly Differing[];
}

export interface RescoreReport {
  /** Null if nothing was written. */
  readonly runId: string | null;
  readonly campaign: Trial['campaign'];
  readonly edition: { readonly hash: string; readonly title: string; readonly published: boolean };
  readonly industry: string;
  readonly declarations: number;
  readonly changed: number;
  readonly differing: number;
  /** Units that have no score under the edition tried out. */
  readonly unscored: number;
  readonly migration: readonly MigrationCell[];
  readonly units: readonly ListedUnit[];
  /** Units that would be listed as well. */
  readonly unitsLeftOut: number;
}

/** Gathers what a run comes to. */
export const reporting = ({ campaign, hash, title, industry, edition, published }: Trial, most: number) => {
  const migration = classMigration();
  const units: Omit<ListedUnit, 'name'>[] = [];
  const counts = { declarations: 0, changed: 0, differing: 0, unscored: 0 };
  let listed = 0;
  return {
    add: (row: SubmissionRow, { before, after, unscored, outcome, unanswered, differing }: TriedOut): void => {
      counts.declarations += 1;
      migration.add(before, after, unscored);
      const changes = unscored === null && before !== after;
      if (changes) counts.changed += 1;
      if (differing.length > 0) counts.differing += 1;
      if (unscored !== null) counts.unscored += 1;
      if (!changes && differing.length === 0 && unscored === null) return;
      listed += 1;
      if (listed > most) return;
      const printed = outcome && printUnits(outcome.printedUnits, edition.digits);
      units.push({ declarationId: row.declarationId(), before, after, unscored, printed, unanswered, differing });
    },
    namesOf,
    finish: async (reader: Reader, cityId: number): Promise<RescoreReport> => {
      const names = await namesOf(
        reader,
        cityId,
        units.map(({ declarationId }) => declarationId),
      );
      return {
        runId: null,
        campaign,
        edition: { hash, title, published },
        industry,
        ...counts,
        migration: migration.cells(edition.classes.map(({ code }) => code)),
        units: units.map(({ declarationId, ...unit }) => ({
          declarationId,
          name: names.get(declarationId) ?? '',
          ...unit,
        })),
        unitsLeftOut: listed - units.length,
      };
    },
  };
};

const namesOf = async (
  reader: Reader,
  cityId: number,
  declarationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await reader.rows<{ id: string; name: string }>(
    sql`select d.declaration_id as id, e.name || ' ' || u.name as name
      from declarations d join units u using (city_id, unit_id) join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
      where d.city_id = ${cityId} and d.declaration_id = any(${declarationIds}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};
