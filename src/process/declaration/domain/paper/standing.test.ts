import { describe, expect, it } from 'vitest';
import type { DeclarationState } from '../states.ts';
import { type Line, paperVersion, standingOf, type Version } from './standing.ts';

const version = (sequence: number, byRevision = false): Version => ({
  submissionId: `s${sequence}`,
  sequence,
  receiptNumber: `SJ-2026-00000${sequence}`,
  byRevision,
});
const line = (state: DeclarationState, current: string | null, ...versions: Version[]): Line => ({
  state,
  currentSubmissionId: current,
  versions,
});

describe('a version', () => {
  it.each([
    ['current', line('submitted', 's1', version(1))],
    ['returned', line('returned', 's1', version(1))],
    ['returned', line('to-sign', 's1', version(1))],
    ['withdrawn', line('draft', null, version(1))],
    ['withdrawn', line('to-sign', null, version(1))],
    ['set-aside', line('not-assessed', 's1', version(1))],
    ['superseded', line('submitted', 's2', version(1), version(2))],
    ['superseded', line('returned', 's2', version(1), version(2))],
    ['superseded', line('draft', null, version(1), version(2))],
  ] as const)('is %s', (state, given) => expect(standingOf(given, 's1').state).toBe(state));

  it('names what came directly after it and how, and the newest where that is another one', () => {
    const given = line('submitted', 's3', version(3), version(1), version(2, true));
    expect(standingOf(given, 's1')).toMatchObject({
      successor: { submissionId: 's2', how: 'revision' },
      newest: { submissionId: 's3' },
    });
    expect(standingOf(given, 's2')).toMatchObject({ successor: { submissionId: 's3', how: 'resubmission' } });
    expect(standingOf(given, 's3')).toEqual({ state: 'current', successor: null, newest: null });
  });
});

describe('the paper that is asked for', () => {
  it('is that of the version in force', () => {
    expect(paperVersion(line('submitted', 's2', version(1), version(2)))?.submissionId).toBe('s2');
  });

  it('stays that of the version that was signed where the system froze it anew', () => {
    const given = line('submitted', 's3', version(1), version(2, true), version(3, true));
    expect(paperVersion(given)?.submissionId).toBe('s1');
  });

  it('is none while nothing is in force', () => {
    expect(paperVersion(line('draft', null, version(1)))).toBeNull();
    expect(paperVersion(line('returned', 's1', version(1)))).toBeNull();
    expect(paperVersion(line('not-assessed', 's1', version(1)))).toBeNull();
  });
});
