import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { recordExplained } from './record-explained.ts';

it('asks nobody without a record to explain it', () => {
  expect(foundBy(recordExplained, checkInput())).toEqual([]);
});

it('has nothing against a record that is explained', () => {
  expect(foundBy(recordExplained, checkInput({ penalties: 1, recordNote: '已整改' }))).toEqual([]);
});

it('warns of accidents without a word', () => {
  expect(foundBy(recordExplained, checkInput({ accidents: [{ year: 2025, deaths: 0, seriousInjuries: 1 }] }))).toEqual([
    'registration.recordNote checks.recordWithoutNote',
  ]);
});

it('warns of more open dangers than were found', () => {
  expect(
    foundBy(recordExplained, checkInput({ majorHazardsFound: 1, majorHazardsOpen: 2, recordNote: '整改中' })),
  ).toEqual(['registration.majorHazardsOpen checks.moreOpenThanFound']);
});
