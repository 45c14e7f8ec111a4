import { expect, it } from 'vitest';
import { checkInput, foundBy, given } from '../../testing/check-input.ts';
import { evidenceMissing, evidenceRequired } from './evidence.ts';

it('has nothing against items that have a file', () => {
  expect(foundBy(evidenceMissing, checkInput())).toEqual([]);
});

it('warns of every item that asks for evidence and has none', () => {
  expect(foundBy(evidenceMissing, checkInput({}, { evidence: [] }))).toEqual([
    'evidence.s2 checks.evidenceMissing',
    'evidence.m1 checks.evidenceMissing',
    'evidence.v1 checks.evidenceMissing',
  ]);
});

it('requires none where the scheme does not', () => {
  expect(foundBy(evidenceRequired, checkInput({}, { evidence: [] }))).toEqual([]);
});

it('requires it of mandatory and veto items where the scheme does', () => {
  expect(foundBy(evidenceRequired, checkInput({}, { evidence: [], evidenceRequired: 'mandatory-and-veto' }))).toEqual([
    'evidence.m1 checks.evidenceRequired',
    'evidence.v1 checks.evidenceRequired',
  ]);
});

it('and warns of the others', () => {
  expect(foundBy(evidenceMissing, checkInput({}, { evidence: [], evidenceRequired: 'mandatory-and-veto' }))).toEqual([
    'evidence.s2 checks.evidenceMissing',
  ]);
});

it('requires it of all items where the scheme does', () => {
  expect(foundBy(evidenceRequired, checkInput({}, { evidence: [], evidenceRequired: 'all' }))).toEqual([
    'evidence.s2 checks.evidenceRequired',
    'evidence.m1 checks.evidenceRequired',
    'evidence.v1 checks.evidenceRequired',
  ]);
});

it('asks for none of what is not met or does not apply', () => {
  expect(
    foundBy(
      evidenceMissing,
      checkInput(
        {},
        { evidence: [], drafts: { s2: given({ points: 0 }), m1: given({ met: false }), v1: given({ na: '没有' }) } },
      ),
    ),
  ).toEqual([]);
});
