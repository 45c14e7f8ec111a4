import { describe, expect, it } from 'vitest';
import { plainDate } from '#lib/plain-date.ts';
import { type ExtensionInput, extensionFault, requestActions, takesRequests } from './declaration-requests.ts';
import { declarationStates } from './states.ts';

const asked = (change: Partial<Record<keyof ExtensionInput, string>> & { grantedBefore?: never } = {}) =>
  extensionFault({
    wantedUntil: plainDate(change.wantedUntil ?? '2026-11-06'),
    dueOn: plainDate('2026-10-31'),
    latest: plainDate('2026-11-13'),
    today: plainDate(change.today ?? '2026-10-20'),
    grantedBefore: 0,
    rule: { workingDays: 10, times: 1 },
  });

describe('asking for an extension', () => {
  it('takes a day after the last day and within the rule, and the last such day', () => {
    expect(asked()).toBeNull();
    expect(asked({ wantedUntil: '2026-11-13' })).toBeNull();
    expect(asked({ wantedUntil: '2026-11-01' })).toBeNull();
  });

  it('refuses the last day itself, a day before it, and one beyond the rule, with the day that would do', () => {
    expect(asked({ wantedUntil: '2026-10-31' })).toEqual({
      code: 'requests.notLater',
      params: { dueOn: '2026-10-31' },
    });
    expect(asked({ wantedUntil: '2026-11-14' })).toEqual({
      code: 'requests.tooLong',
      params: { latest: '2026-11-13', workingDays: 10 },
    });
  });

  it('refuses a day that is past already', () => {
    expect(asked({ wantedUntil: '2026-11-03', today: '2026-11-05' })?.code).toBe('requests.inThePast');
  });

  it('refuses more extensions than the scheme allows', () => {
    const again = extensionFault({
      wantedUntil: plainDate('2026-11-06'),
      dueOn: plainDate('2026-10-31'),
      latest: plainDate('2026-11-13'),
      today: plainDate('2026-10-20'),
      grantedBefore: 1,
      rule: { workingDays: 10, times: 1 },
    });
    expect(again).toEqual({ code: 'requests.noMoreExtensions', params: { times: 1 } });
  });
});

describe('the course of a request', () => {
  it('lets the enterprise take back what is pending and the body decide it, and nothing be decided twice', () => {
    expect(requestActions('pending', 'extension', 'enterprise')).toEqual(['withdraw']);
    expect(requestActions('pending', 'extension', 'body')).toEqual(['grant', 'refuse']);
    expect(requestActions('granted', 'extension', 'body')).toEqual([]);
    expect(requestActions('refused', 'not-assessed', 'body')).toEqual([]);
  });

  it('lets the body take a unit in again that is not assessed', () => {
    expect(requestActions('granted', 'not-assessed', 'body')).toEqual(['reinstate']);
    expect(requestActions('ended', 'not-assessed', 'body')).toEqual([]);
  });

  it('is open only while nothing is handed in', () => {
    expect(declarationStates.filter(takesRequests)).toEqual(['not-started', 'draft', 'returned']);
  });
});
