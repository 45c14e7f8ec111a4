import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCase } from '../testing/arbitraries.ts';
import { smallAnswers, smallEdition, smallItem } from '../testing/small-edition.ts';
import { parseAnswers } from './index.ts';

const edition = smallEdition({
  items: [smallItem('a'), smallItem('m', { scoring: 'met', na: 'forbidden' }), smallItem('constructor')],
});
const good = smallAnswers(edition, { a: 10, m: { met: true }, constructor: { na: '无此设施' } }, [
  ['death', '2024-02-29'],
]);
const faultsOf = (change: object): string[] => {
  const result = parseAnswers(edition, { ...good, ...change }, good.edition);
  return result.ok ? [] : result.error.issues.map(({ path, code }) => `${path} ${code}`);
};
const withAnswer = (id: string, answer: unknown) => ({ answers: { ...good.answers, [id]: answer } });

describe('a set of answers', () => {
  it('is accepted when each item is answered once within its range', () => {
    fc.assert(
      fc.property(anyCase, (some) => {
        expect(parseAnswers(some.edition, some.answers, some.answers.edition)).toEqual({
          ok: true,
          value: some.answers,
        });
      }),
    );
    expect(faultsOf({ note: 'unknown members do no harm' })).toEqual([]);
  });

  it.each<[object, string]>([
    [{ format: 'anping-answers-v2' }, 'format answers.formatUnknown'],
    [{ edition: '0'.repeat(64) }, 'edition answers.otherEdition'],
    [{ asOf: '2026-02-30' }, 'asOf answers.notADay'],
    [{ asOf: 20260228 }, 'asOf answers.notADay'],
    [{ answers: [] }, 'answers answers.notAnObject'],
    [{ facts: undefined }, 'facts answers.notAList'],
    [{ facts: ['death'] }, 'facts[0] answers.notAnObject'],
    [{ facts: [{ fact: '', date: '2026-01-01' }] }, 'facts[0].fact answers.factMissing'],
    [{ facts: [{ fact: 'death', date: '2025-02-29' }] }, 'facts[0].date answers.notADay'],
    [withAnswer('z', { points: 1 }), 'answers.z answers.itemUnknown'],
    [withAnswer('a', undefined), 'answers.a answers.notAnObject'],
    [withAnswer('a', {}), 'answers.a answers.answerNotOne'],
    [withAnswer('a', { points: 1, na: '无' }), 'answers.a answers.answerNotOne'],
    [withAnswer('a', { points: 1.5 }), 'answers.a answers.pointsNotInteger'],
    [withAnswer('a', { points: '5' }), 'answers.a answers.pointsNotInteger'],
    [withAnswer('a', { points: -1 }), 'answers.a answers.pointsOutOfRange'],
    [withAnswer('a', { points: 11 }), 'answers.a answers.pointsOutOfRange'],
    [withAnswer('a', { met: true }), 'answers.a answers.metOnPointsItem'],
    [withAnswer('m', { points: 10 }), 'answers.m answers.pointsOnMetItem'],
    [withAnswer('m', { met: 'yes' }), 'answers.m answers.metNotBoolean'],
    [withAnswer('m', { na: '无' }), 'answers.m answers.naForbidden'],
    [withAnswer('a', { na: ' 　' }), 'answers.a answers.naWithoutReason'],
    [withAnswer('a', { na: true }), 'answers.a answers.naWithoutReason'],
  ])('is refused with %j', (change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  it('is refused when an item is left out, even one named like a built-in member', () => {
    expect(faultsOf({ answers: { a: { points: 1 } } })).toEqual([
      'answers.m answers.itemUnanswered',
      'answers.constructor answers.itemUnanswered',
    ]);
  });
});
