import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { licencesExplained, licencesHeld } from './licences-held.ts';

it('has nothing against licences that run out today', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput({ certificates: [{ kind: 'work-safety-permit', to: '2026-09-01' }, { kind: 'mining-permit' }] }),
    ),
  ).toEqual([]);
});

it('asks a machine works for none', () => {
  expect(
    foundBy(licencesHeld, checkInput({ certificates: [] }, { setting: { industry: 'machinery' } as never })),
  ).toEqual([]);
});

it('lets a chemical works have one of two', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput(
        { certificates: [{ kind: 'work-safety-permit' }] },
        { setting: { industry: 'hazardous-chemicals' } as never },
      ),
    ),
  ).toEqual([]);
});

it('names the licence that the trade needs', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput({
        certificates: [
          { kind: 'business-licence', number: '1' },
          { kind: 'mining-permit', to: '2030-01-01' },
        ],
      }),
    ),
  ).toEqual(['registration.certificates checks.licenceMissing.work-safety-permit']);
});

it('names the licence that has run out, at its end', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput({
        certificates: [
          { kind: 'work-safety-permit', to: '2026-08-31' },
          { kind: 'mining-permit', to: '2026-09-01' },
        ],
      }),
    ),
  ).toEqual(['registration.certificates.0.to checks.licenceExpired.work-safety-permit']);
});

it('is satisfied by the newer of two licences', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput({
        certificates: [
          { kind: 'work-safety-permit', to: '2026-08-31' },
          { kind: 'work-safety-permit', to: '2029-08-31' },
          { kind: 'mining-permit' },
        ],
      }),
    ),
  ).toEqual([]);
});

it('lets whoever explains the lack hand in', () => {
  expect(
    foundBy(
      licencesHeld,
      checkInput({
        certificates: [
          { kind: 'business-licence', number: '1' },
          { kind: 'mining-permit', to: '2030-01-01' },
        ],
        licenceNote: '正在办理',
      }),
    ),
  ).toEqual([]);
});

it('and warns of it', () => {
  expect(
    foundBy(
      licencesExplained,
      checkInput({
        certificates: [
          { kind: 'business-licence', number: '1' },
          { kind: 'mining-permit', to: '2030-01-01' },
        ],
        licenceNote: '正在办理',
      }),
    ),
  ).toEqual(['registration.certificates checks.licenceMissingExplained.work-safety-permit']);
});

it('warns of nothing where nothing is explained', () => {
  expect(
    foundBy(
      licencesExplained,
      checkInput({
        certificates: [
          { kind: 'business-licence', number: '1' },
          { kind: 'mining-permit', to: '2030-01-01' },
        ],
      }),
    ),
  ).toEqual([]);
});
