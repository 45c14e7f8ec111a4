import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { formComplete } from './form-complete.ts';

it('has nothing against a form with everything required', () => {
  expect(foundBy(formComplete, checkInput())).toEqual([]);
});

it('names the field that is blank', () => {
  expect(foundBy(formComplete, checkInput({ staffCount: undefined }))).toEqual([
    'registration.staffCount registration.missing',
  ]);
});

it('names the cell that is blank', () => {
  expect(foundBy(formComplete, checkInput({ team: [{ name: '余负责' }] }))).toEqual([
    'registration.team.0.department registration.missing',
  ]);
});

it('asks for the township’s opinion where the scheme does', () => {
  expect(foundBy(formComplete, checkInput({}, { setting: { townshipOpinion: true } as never }))).toEqual([
    'registration.townshipOpinion registration.missing',
    'registration.townshipOffice registration.missing',
    'registration.townshipSigner registration.missing',
    'registration.townshipOn registration.missing',
  ]);
});
