import { type CheckRule, inForm } from './check-input.ts';

/** The head of the team is one of its members. */
export const teamLeader: CheckRule = {
  code: 'teamLeader',
  level: 'error',
  find: ({ form: { teamLeader: leader, team } }) =>
    leader === undefined || !team?.length || team.some(({ name }) => name === leader)
      ? []
      : [{ path: inForm('teamLeader'), code: 'checks.leaderNotInTeam', params: { leader } }],
};
