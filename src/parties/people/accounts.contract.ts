import { z } from 'zod';
import { roles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { invitedRoles } from './domain/role-rule.ts';

const accountId = z.object({ accountId: z.uuid() });

/**
 * `invited`: a code was issued and not used yet; `expired`: no valid code is left; `locked`: too many wrong passwords.
 */
export const accountStates = ['invited', 'expired', 'active', 'locked', 'disabled'] as const;

/** As a person types it for a new account. */
export const loginName = z
  .string()
  .trim()
  .regex(/^[\p{Script=Han}a-zA-Z0-9._-]{3,40}$/u, 'login.wrongFormat');

export const phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^[0-9+() -]*$/, 'accounts.phoneForm')
  .default('');

/** When an account was made, last used, until when its code can be used, until when it is locked. */
export const accountTimes = {
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  invitationExpiresAt: z.iso.datetime().nullable(),
  lockedUntil: z.iso.datetime().nullable(),
};

const listed = z.object({
  accountId: z.uuid(),
  login: z.string(),
  name: z.string(),
  phone: z.string(),
  roles: z.array(z.enum(roles)),
  bodyName: z.string().nullable(),
  enterpriseName: z.string().nullable(),
  industries: z.array(z.string()),
  state: z.enum(accountStates),
  ...accountTimes,
  isSelf: z.boolean(),
});

/** A one-time code, told once: only its digest is kept. */
export const invitation = z.object({
  accountId: z.uuid(),
  login: z.string(),
  name: z.string(),
  code: z.string(),
  expiresAt: z.iso.datetime(),
});

export const slipStates = ['none', 'issued', 'expired', 'active', 'disabled'] as const;

export const accountsContract = contract({
  accounts: {
    kind: 'query',
    method: 'GET',
    path: '/api/accounts',
    roles: ['administrator', 'auditor'],
    summary: 'Accounts, by name; those of enterprises only when asked for by role',
    query: z.object({
      text: z.string().trim().max(60).optional(),
      role: z.enum(roles).optional(),
      body: z.string().max(60).optional(),
      state: z.enum(accountStates).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({ rows: z.array(listed), total: z.int() }),
  },
  /**
   * Issues at `roles`, `bodyId`, `industries` (`accounts.*` of `roleFaults`, `input.notAChoice`); refused with `login.taken`
   * (409). The answer is not kept: repeating the request is refused with `login.taken`, and a new code is had by a reset.
   */
  inviteOfficer: {
    kind: 'command',
    method: 'POST',
    path: '/api/accounts',
    roles: ['administrator'],
    summary: 'Make an account for an officer, expert, auditor or administrator, with a one-time code',
    body: z.object({
      name: z.string().trim().min(1).max(40),
      login: loginName,
      phone,
      roles: z.array(z.enum(invitedRoles)).min(1, 'accounts.noRole').max(3),
      bodyId: z.string().max(60).nullable().default(null),
      industries: z.array(z.string().max(60)).max(30).default([]),
    }),
    answer: invitation,
  },
  /** A new code; the password and any earlier code stop working, sessions end. Refused with `accounts.notYourself`, `accounts.isDisabled` (409). */
  resetAccount: {
    kind: 'command',
    method: 'POST',
    path: '/api/accounts/{accountId}/invitation',
    roles: ['administrator'],
    summary: 'Issue a new one-time code for an account',
    params: accountId,
    answer: invitation,
  },
  /** Refused with `accounts.notYourself`, `accounts.isDisabled` (409). */
  disableAccount: {
    kind: 'command',
    method: 'POST',
    path: '/api/accounts/{accountId}/disablement',
    roles: ['administrator'],
    summary: 'Disable an account; its sessions end at once',
    params: accountId,
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    answer: z.object({ accountId: z.uuid() }),
  },
  /** Refused with `accounts.isEnabled` (409). */
  enableAccount: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/accounts/{accountId}/disablement',
    roles: ['administrator'],
    summary: 'Enable a disabled account',
    params: accountId,
    answer: z.object({ accountId: z.uuid() }),
  },
  /** Refused with `accounts.isNotLocked` (409). */
  unlockAccount: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/accounts/{accountId}/lock',
    roles: ['administrator'],
    summary: 'Unlock an account that was locked by wrong passwords',
    params: accountId,
    answer: z.object({ accountId: z.uuid() }),
  },
  /** Reviewers and sign-off see the enterprises of their own body. */
  enterpriseAccounts: {
    kind: 'query',
    method: 'GET',
    path: '/api/enterprise-accounts',
    roles: ['city-office', 'reviewer', 'sign-off', 'administrator', 'auditor'],
    summary: 'Enterprises and whether they have opened their account',
    query: z.object({
      text: z.string().trim().max(60).optional(),
      body: z.string().max(60).optional(),
      state: z.enum(slipStates).optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
      size: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          enterpriseId: z.uuid(),
          name: z.string(),
          creditCode: z.string(),
          bodies: z.array(z.string()),
          unitCount: z.int(),
          state: z.enum(slipStates),
          /** Of the account that a slip is for: a manager's. */
          login: z.string().nullable(),
          slipExpiresAt: z.iso.datetime().nullable(),
          /** Everybody who has an account of the enterprise. */
          people: z.array(
            z.object({
              accountId: z.uuid(),
              name: z.string(),
              login: z.string(),
              phone: z.string(),
              roles: z.array(z.enum(roles)),
              state: z.enum(accountStates),
              maySign: z.boolean(),
            }),
          ),
        }),
      ),
      total: z.int(),
      /** Enterprises in reach that were never given a slip and have no open account. */
      withoutSlip: z.int(),
      mayPrint: z.boolean(),
    }),
  },
  /**
   * A PDF of slips, four on a page. With `enterpriseIds` those, an earlier code of theirs stops working; without, the next 200
   * enterprises in reach that have neither an account in use nor a valid slip. Refused with `slips.nothing`, `slips.inUse`
   * {name}, `slips.disabled` {name} (409), and `input.noSuchRecord` (404) for an enterprise of another body.
   */
  issueSlips: {
    kind: 'command',
    method: 'POST',
    path: '/api/activation-slips',
    roles: ['city-office', 'reviewer'],
    summary: 'Make one-time codes for enterprises and print them as slips',
    body: z.object({
      enterpriseIds: z.array(z.uuid()).min(1).max(200).optional(),
      bodyId: z.string().max(60).optional(),
      /** Where enterprises find this instance; printed on the slips. */
      address: z.url({ protocol: /^https?$/ }).max(200),
    }),
    answer: 'file',
  },
});
