import { expect, it } from 'vitest';
import { checkInput, foundBy } from '../../testing/check-input.ts';
import { teamLeader } from './team-leader.ts';

it('has nothing against a head who is a member', () => {
  expect(foundBy(teamLeader, checkInput())).toEqual([]);
});

it('leaves blanks to the rule about blanks', () => {
  expect(foundBy(teamLeader, checkInput({ team: undefined }))).toEqual([]);
});

it('names a head who is not', () => {
  expect(foundBy(teamLeader, checkInput({ teamLeader: '王某' }))).toEqual([
    'registration.teamLeader checks.leaderNotInTeam',
  ]);
});
