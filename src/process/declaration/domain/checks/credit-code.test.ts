import { expect, it } from 'vitest';
import { makeCreditCode } from '#parties/enterprises/domain/credit-code.ts';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { creditCode } from './credit-code.ts';

it('has nothing against a code that is one, and a licence with the same', () => {
  expect(
    foundBy(
      creditCode,
      checkInput(
        { certificates: [{ kind: 'business-licence', number: makeCreditCode('91510402MA0000000') }] },
        { creditCode: makeCreditCode('91510402MA0000000') },
      ),
    ),
  ).toEqual([]);
});

it('lets a licence have a number of an older kind', () => {
  expect(
    foundBy(
      creditCode,
      checkInput(
        { certificates: [{ kind: 'business-licence', number: '5104002003' }] },
        { creditCode: makeCreditCode('91510402MA0000000') },
      ),
    ),
  ).toEqual([]);
});

it('warns of a code whose check character is wrong', () => {
  expect(
    foundBy(
      creditCode,
      checkInput({ certificates: [] }, { creditCode: `${makeCreditCode('91510402MA0000000').slice(0, 17)}W` }),
    ),
  ).toEqual(['register.creditCode checks.creditCodeWrong']);
});

it('warns of a licence of somebody else', () => {
  expect(
    foundBy(
      creditCode,
      checkInput(
        { certificates: [{ kind: 'business-licence', number: makeCreditCode('91510402MA0000001') }] },
        { creditCode: makeCreditCode('91510402MA0000000') },
      ),
    ),
  ).toEqual(['registration.certificates.0.number checks.licenceOfOtherCode']);
});
