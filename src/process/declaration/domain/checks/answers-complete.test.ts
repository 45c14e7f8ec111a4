import { expect, it } from 'vitest';
import { checkInput, foundBy, given } from '../../testing/check-input.ts';
import { answersComplete } from './answers-complete.ts';

it('has nothing against answers to every item', () => {
  expect(foundBy(answersComplete, checkInput())).toEqual([]);
});

it('names items without an answer', () => {
  expect(foundBy(answersComplete, checkInput({}, { drafts: { s1: given({ points: 10 }) } }))).toEqual([
    'items.s2 answers.itemUnanswered',
    'items.m1 answers.itemUnanswered',
    'items.v1 answers.itemUnanswered',
  ]);
});

it('names what is not applicable without a reason, and points lost without one', () => {
  expect(
    foundBy(
      answersComplete,
      checkInput({}, { drafts: { ...checkInput().drafts, s1: given({ na: ' ' }), s2: given({ points: 5 }) } }),
    ),
  ).toEqual(['items.s1 answers.naWithoutReason', 'items.s2 answers.deductionWithoutReason']);
});

it('has nothing against points lost for a reason', () => {
  expect(
    foundBy(
      answersComplete,
      checkInput({}, { drafts: { ...checkInput().drafts, s2: given({ points: 5 }, '台账不全') } }),
    ),
  ).toEqual([]);
});
