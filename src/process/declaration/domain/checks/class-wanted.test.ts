import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { classWanted } from './class-wanted.ts';

it('has nothing against the class that the answers come to', () => {
  expect(foundBy(classWanted, checkInput({ classWanted: 'A' }))).toEqual([]);
});

it('waits until the class is known', () => {
  expect(foundBy(classWanted, checkInput({ classWanted: 'B' }, { classCode: undefined }))).toEqual([]);
});

it('warns of another class', () => {
  expect(foundBy(classWanted, checkInput({ classWanted: 'A' }, { classCode: 'B' }))).toEqual([
    'registration.classWanted checks.classDiffers',
  ]);
});

it('warns of a class where the assessment is not accepted', () => {
  expect(foundBy(classWanted, checkInput({ classWanted: 'A' }, { classCode: null }))).toEqual([
    'registration.classWanted checks.classNotAccepted',
  ]);
});
