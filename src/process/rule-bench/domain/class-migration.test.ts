import { expect, it } from 'vitest';
import { classMigration } from './class-migration.ts';

it('counts who goes from which class to which, in the order of the classes', () => {
  const migration = classMigration();
  for (const [before, after] of [
    ['C', 'B'],
    ['A', 'B'],
    ['A', 'A'],
    ['A', 'B'],
    ['A', null],
    [null, 'D'],
  ] as const) {
    migration.add(before, after, null);
  }
  migration.add('A', null, 'needs-answers');
  migration.add('A', null, 'no-score');
  expect(migration.cells(['A', 'B', 'C', 'D'])).toEqual([
    { before: 'A', after: 'A', unscored: null, units: 1 },
    { before: 'A', after: 'B', unscored: null, units: 2 },
    { before: 'A', after: null, unscored: null, units: 1 },
    { before: 'A', after: null, unscored: 'needs-answers', units: 1 },
    { before: 'A', after: null, unscored: 'no-score', units: 1 },
    { before: 'C', after: 'B', unscored: null, units: 1 },
    { before: null, after: 'D', unscored: null, units: 1 },
  ]);
});
