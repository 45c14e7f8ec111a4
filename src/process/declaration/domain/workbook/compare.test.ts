import { expect, test } from 'vitest';
import { differences } from './compare.ts';

const key = 'registration.specialHazards';
const nothing: ReadonlySet<string> = new Set();

test('choices ticked in another order than the workbook lists them are no difference', () => {
  const system = { [key]: ['special-equipment', 'combustible-dust'] };
  expect(differences({ [key]: ['combustible-dust', 'special-equipment'] }, system, system, nothing)).toEqual([]);
});

test('a choice more, less or another is a difference, also where their number is the same', () => {
  const system = { [key]: ['special-equipment', 'combustible-dust'] };
  for (const mine of [
    ['special-equipment'],
    ['special-equipment', 'confined-space'],
    ['special-equipment', 'combustible-dust', 'confined-space'],
  ])
    expect(differences({ [key]: mine }, system, system, nothing)).toMatchObject([{ key, kind: 'filled' }]);
});

test('rows of a table keep their order', () => {
  const [first, second] = [{ name: '甲' }, { name: '乙' }];
  const system = { 'registration.team': [first, second] };
  expect(differences({ 'registration.team': [second, first] }, system, system, nothing)).toHaveLength(1);
});
