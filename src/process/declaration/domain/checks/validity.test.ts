import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { validity } from './validity.ts';

it('has nothing against what runs for longer than three months', () => {
  expect(foundBy(validity, checkInput({ principalCertificateTo: '2026-12-01' }))).toEqual([]);
});

it('leaves an expired licence of the trade to the rule about licences', () => {
  expect(foundBy(validity, checkInput({ certificates: [{ kind: 'work-safety-permit', to: '2026-08-31' }] }))).toEqual(
    [],
  );
});

it('does not ask for the end of an insurance that there is not', () => {
  expect(foundBy(validity, checkInput({ liabilityInsurance: false, insuredTo: '2020-01-01' }))).toEqual([]);
});

it('tells what soon runs out', () => {
  expect(foundBy(validity, checkInput({ principalCertificateTo: '2026-11-30', insuredTo: '2026-09-01' }))).toEqual([
    'registration.principalCertificateTo checks.expiresSoon',
    'registration.insuredTo checks.expiresSoon',
  ]);
});

it('tells what has run out', () => {
  expect(
    foundBy(validity, checkInput({ certificates: [{ kind: 'occupational-health-system', to: '2026-08-31' }] })),
  ).toEqual(['registration.certificates.0.to checks.expired']);
});
