import { describe, expect, it } from 'vitest';
import type { Role } from '#parties/access/domain/roles.ts';
import { invitedRoles, roleFaults } from './role-rule.ts';

const codes = (roles: readonly Role[], bodyKind: string | null = null, industries: readonly string[] = []) =>
  roleFaults({ roles, bodyKind, industries }).map(({ path, code }) => `${path} ${code}`);

describe('the roles of an account', () => {
  it('are one: nobody reviews and signs off, runs and adopts, or keeps accounts and does business', () => {
    for (const first of invitedRoles)
      for (const second of invitedRoles)
        if (first !== second) expect(codes([first, second], 'county-bureau')).toEqual(['roles accounts.oneRole']);
    expect(codes([])).toEqual(['roles accounts.oneRole']);
  });

  it('fit the body that the person works for', () => {
    expect(codes(['reviewer'], 'county-bureau')).toEqual([]);
    expect(codes(['sign-off'], 'park')).toEqual([]);
    expect(codes(['reviewer'], 'division')).toEqual([]);
    expect(codes(['city-office'], 'city-office')).toEqual([]);
    expect(codes(['leading-group'], 'leading-group')).toEqual([]);
    expect(codes(['reviewer'], 'city-office')).toEqual(['bodyId accounts.bodyOfOtherKind']);
    expect(codes(['city-office'], 'county-bureau')).toEqual(['bodyId accounts.bodyOfOtherKind']);
    expect(codes(['leading-group'])).toEqual(['bodyId accounts.bodyMissing']);
  });

  it('give an expert industries and no body, so that nobody verifies for the body that reviewed', () => {
    expect(codes(['expert'], null, ['opencast-mine'])).toEqual([]);
    expect(codes(['expert'])).toEqual(['industries accounts.industriesMissing']);
    expect(codes(['expert'], 'county-bureau', ['opencast-mine'])).toEqual(['bodyId accounts.expertHasNoBody']);
    expect(codes(['reviewer'], 'park', ['opencast-mine'])).toEqual(['industries accounts.industriesForExpertsOnly']);
  });
});
