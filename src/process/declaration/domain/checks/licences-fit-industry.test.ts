import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { licencesFitIndustry } from './licences-fit-industry.ts';

it('has nothing against the licences of the trade', () => {
  expect(foundBy(licencesFitIndustry, checkInput())).toEqual([]);
});

it('has nothing against the licence of a hazard that is ticked', () => {
  expect(
    foundBy(
      licencesFitIndustry,
      checkInput({ specialHazards: ['mine', 'tank-farm'], certificates: [{ kind: 'hazardous-chemicals-permit' }] }),
    ),
  ).toEqual([]);
});

it('names a licence of another trade', () => {
  expect(foundBy(licencesFitIndustry, checkInput({ certificates: [{ kind: 'fireworks-permit' }] }))).toEqual([
    'registration.certificates.0.kind checks.licenceOfOtherTrade.fireworks-permit',
  ]);
});

it('names a mining permit of a machine works', () => {
  expect(
    foundBy(licencesFitIndustry, checkInput({ specialHazards: [] }, { setting: { industry: 'machinery' } as never })),
  ).toEqual(['registration.certificates.2.kind checks.licenceOfOtherTrade.mining-permit']);
});
