import { describe, expect, it } from 'vitest';
import { assignmentFaults } from './assignment.ts';
import { poolId } from './pool-id.ts';
import { openVerificationActions, verificationStates, verificationTransitions } from './verification.ts';
import { visitFault } from './verification-gaps.ts';

describe('the course of a verification', () => {
  it('gives each person the actions of the state and the part, and nothing after it is confirmed', () => {
    expect(openVerificationActions('to-assign', ['city-office'], 'none')).toEqual(['assign']);
    expect(openVerificationActions('submitted', ['city-office'], 'none')).toEqual(['send-back', 'confirm']);
    expect(openVerificationActions('assigned', ['expert'], 'expert')).toEqual(['recuse', 'examine']);
    expect(openVerificationActions('assigned', ['expert'], 'lead')).toEqual(['recuse', 'examine', 'submit']);
    expect(openVerificationActions('assigned', ['expert'], 'none')).toEqual([]);
    expect(openVerificationActions('assigned', ['auditor', 'reviewer', 'leading-group'], 'none')).toEqual([]);
    expect(openVerificationActions('confirmed', ['city-office', 'expert'], 'lead')).toEqual([]);
  });

  it('reaches every state from the first one', () => {
    const reached = new Set(['to-assign']);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of verificationTransitions) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...verificationStates].sort());
  });
});

describe('the day of the visit', () => {
  it('lies between the assignment and today, both included', () => {
    expect(visitFault('2026-11-05', '2026-11-05', '2026-11-05')).toBeUndefined();
    expect(visitFault(null, '2026-11-05', '2026-11-05')).toBeUndefined();
    expect(visitFault('2026-11-06', '2026-11-05', '2026-11-05')?.code).toBe('spot-check.visitInFuture');
    expect(visitFault('2026-11-04', '2026-11-05', '2026-11-05')?.code).toBe('spot-check.visitBeforeAssignment');
  });
});

describe('naming experts', () => {
  const known = [
    { accountId: 'a', name: '甲', industries: ['metallurgy'] },
    { accountId: 'b', name: '乙', industries: ['metallurgy'] },
    { accountId: 'c', name: '丙', industries: ['coal-mine'] },
  ];
  const unit = { unitName: '一号高炉', industry: 'metallurgy', recused: ['b'] };
  const codes = (experts: string[], lead: string, needed = 2) =>
    assignmentFaults({ experts, lead, known, needed }, unit).map(({ path, code }) => `${path} ${code}`);

  it('needs enough of the industry, none who withdrew, and a lead among them', () => {
    expect(codes(['a'], 'a', 1)).toEqual([]);
    expect(codes(['a'], 'a')).toEqual(['experts spot-check.tooFewExperts']);
    expect(codes(['a', 'b'], 'a')).toEqual(['experts spot-check.expertRecused']);
    expect(codes(['a', 'c'], 'x')).toEqual(['experts spot-check.expertOtherIndustry', 'lead spot-check.leadNotAmong']);
    expect(codes(['a', 'z', 'z'], 'a')).toEqual(['experts spot-check.expertTwice', 'experts spot-check.expertUnknown']);
  });
});

describe('the public id of a unit', () => {
  it('is the credit code and the number of the unit within the enterprise', () => {
    expect(poolId('91510400MA6AAAAA1X', 3)).toBe('91510400MA6AAAAA1X-03');
  });
});
