import { plainDate } from '#lib/plain-date.ts';
import type { Answer, Answers, Edition, Fact, Gate, Item } from '../domain/index.ts';
import { editionHash } from '../server/edition-hash.ts';

/** Four ranked classes, one status, one element; tests change what they are about. */
export const smallEdition = (change: Partial<Edition> = {}): Edition => ({
  format: 'anping-edition-v1',
  unitsPerPoint: 2,
  scale: 100,
  digits: 1,
  compare: 'printed',
  classes: [
    { code: 'A', rank: 1, from: '90' },
    { code: 'B', rank: 2, from: '75' },
    { code: 'C', rank: 3, from: '60' },
    { code: 'D', rank: 4, from: '0' },
    { code: '停产' },
  ],
  elements: [{ id: '1', parent: null }],
  items: [smallItem('a'), smallItem('b')],
  gates: [],
  ...change,
});

export const smallItem = (id: string, change: Partial<Item> = {}): Item => ({
  id,
  element: '1',
  full: 10,
  kind: 'scored',
  scoring: 'points',
  na: 'allowed',
  onFail: [],
  ...change,
});

export const smallGate = (id: string, change: Partial<Gate> = {}): Gate => ({
  id,
  fact: 'death',
  atLeast: 1,
  months: 12,
  effects: [],
  ...change,
});

/** Answers of 2026-03-31; a number is points. */
export const smallAnswers = (
  edition: Edition,
  answers: Record<string, Answer | number>,
  facts: [fact: string, date: string][] = [],
): Answers => ({
  format: 'anping-answers-v1',
  edition: editionHash(edition),
  asOf: plainDate('2026-03-31'),
  answers: Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'number' ? { points: answer } : answer]),
  ),
  facts: facts.map(([fact, date]): Fact => ({ fact, date: plainDate(date) })),
});
