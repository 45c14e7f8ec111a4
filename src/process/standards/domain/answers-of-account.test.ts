import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { anyCase } from '../testing/arbitraries.ts';
import { answersOfAccount } from './answers-of-account.ts';
import { compile, score } from './index.ts';

describe('the answers of an account', () => {
  it('score to the same account again, whatever edition and answers it is of', () => {
    fc.assert(
      fc.property(anyCase, ({ edition, answers }) => {
        const plan = compile(edition);
        const first = score(plan, answers, { trace: true });
        if (!first.ok) return;
        const again = answersOfAccount(answers.edition, first.value.trace, plainDate('2020-01-01'));
        expect(score(plan, again, { trace: true })).toEqual(first);
      }),
    );
  });

  it('stand on the day given where no gate names one', () => {
    expect(answersOfAccount('0', [], plainDate('2026-11-20'))).toEqual({
      format: 'anping-answers-v1',
      edition: '0',
      asOf: '2026-11-20',
      answers: {},
      facts: [],
    });
  });
});
