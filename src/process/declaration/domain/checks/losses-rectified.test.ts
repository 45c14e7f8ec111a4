import { expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { checkInput, foundBy, given } from '../../testing/check-input.ts';
import { lossesRectified } from './losses-rectified.ts';

it('has nothing against full points', () => {
  expect(foundBy(lossesRectified, checkInput())).toEqual([]);
});

it('has nothing against losses with whole measures', () => {
  expect(
    foundBy(
      lossesRectified,
      checkInput(
        {},
        {
          drafts: { ...checkInput().drafts, s1: given({ points: 4 }, '台账不全'), m1: given({ met: false }, '无证') },
          measures: {
            s1: { measure: '补台账', person: '林', dueOn: plainDate('2026-10-01') },
            m1: { measure: '办证', person: '余', dueOn: plainDate('2026-10-01') },
          },
        },
      ),
    ),
  ).toEqual([]);
});

it('names losses without a measure, and those whose measure lacks something', () => {
  expect(
    foundBy(
      lossesRectified,
      checkInput(
        {},
        {
          drafts: { ...checkInput().drafts, s1: given({ points: 4 }, '台账不全'), m1: given({ met: false }, '无证') },
          measures: { s1: { measure: '补台账', person: '', dueOn: null } },
        },
      ),
    ),
  ).toEqual(['rectification.s1 checks.measureMissing', 'rectification.m1 checks.measureMissing']);
});
