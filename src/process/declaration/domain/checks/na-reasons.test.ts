import { expect, it } from 'vitest';
import { checkInput, foundBy, given } from '../../testing/check-input.ts';
import { naReasons } from './na-reasons.ts';

it('has nothing against a reason that says why', () => {
  expect(foundBy(naReasons, checkInput({}, { drafts: { s1: given({ na: '本单位没有井下作业' }) } }))).toEqual([]);
});

it('leaves the missing reason to the rule about answers', () => {
  expect(foundBy(naReasons, checkInput({}, { drafts: { s1: given({ na: '' }) } }))).toEqual([]);
});

it('warns of a reason that says little, however many signs it has', () => {
  expect(foundBy(naReasons, checkInput({}, { drafts: { s1: given({ na: '不适用。。。。。。。' }) } }))).toEqual([
    'items.s1 checks.naReasonShort',
  ]);
});
