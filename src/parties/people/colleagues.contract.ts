import { z } from 'zod';
import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { contract } from '#parties/access/endpoint.ts';
import { accountStates, accountTimes, invitation, loginName, phone } from './accounts.contract.ts';

const colleague = z.object({ colleagueId: z.uuid() });
const done = z.object({ accountId: z.uuid() });
const name = z.string().trim().min(1).max(40);
const roles = z.array(z.enum(enterpriseRoles)).min(1, 'accounts.noRole').max(2);

const manager = ['enterprise-manager'] as const;

/** 本单位账号: an enterprise's people and their accounts. To other enterprises none of these accounts exist (`input.noSuchRecord`, 404). */
export const colleaguesContract = contract({
  colleagues: {
    kind: 'query',
    method: 'GET',
    path: '/api/own-enterprise/accounts',
    roles: enterpriseRoles,
    summary: 'The accounts of the own enterprise: who fills in, who signs',
    answer: z.object({
      rows: z.array(
        z.object({
          accountId: z.uuid(),
          login: z.string(),
          name: z.string(),
          phone: z.string(),
          roles: z.array(z.enum(enterpriseRoles)),
          state: z.enum(accountStates),
          ...accountTimes,
          isSelf: z.boolean(),
        }),
      ),
      /** Whether the person asking may change anything here. */
      mayKeep: z.boolean(),
      /** A user name that nobody has, for the next colleague. */
      nextLogin: z.string(),
    }),
  },
  /** Refused with `login.taken`, `colleagues.tooMany` {limit} (409). The answer is not kept: a new code is had by a reset. */
  inviteColleague: {
    kind: 'command',
    method: 'POST',
    path: '/api/own-enterprise/accounts',
    roles: manager,
    summary: 'Make an account for a colleague of the own enterprise, with a one-time code',
    body: z.object({ name, login: loginName, phone, roles }),
    answer: invitation,
  },
  /** Refused with `colleagues.lastManager` (409) where nobody would be left who can sign. */
  changeColleague: {
    kind: 'command',
    method: 'PUT',
    path: '/api/own-enterprise/accounts/{colleagueId}',
    roles: manager,
    summary: 'Change name, telephone and roles of an account of the own enterprise',
    params: colleague,
    body: z.object({ name, phone, roles }),
    answer: done,
  },
  /** The manager's role passes from the person who asks. Refused with `accounts.notYourself`, `colleagues.notInUse` (409). */
  handOverManager: {
    kind: 'command',
    method: 'POST',
    path: '/api/own-enterprise/accounts/{colleagueId}/manager',
    roles: manager,
    summary: 'Hand the own role of manager over to a colleague',
    params: colleague,
    answer: done,
  },
  /** Refused with `accounts.notYourself`, `accounts.isDisabled` (409). */
  resetColleague: {
    kind: 'command',
    method: 'POST',
    path: '/api/own-enterprise/accounts/{colleagueId}/invitation',
    roles: manager,
    summary: 'Issue a new one-time code for a colleague; password and earlier code stop working, sessions end',
    params: colleague,
    answer: invitation,
  },
  /** Refused with `accounts.notYourself`, `accounts.isDisabled` (409). */
  disableColleague: {
    kind: 'command',
    method: 'POST',
    path: '/api/own-enterprise/accounts/{colleagueId}/disablement',
    roles: manager,
    summary: 'Disable an account of the own enterprise; its sessions end at once',
    params: colleague,
    body: z.object({ reason: z.string().trim().min(2).max(500) }),
    answer: done,
  },
  /** Refused with `accounts.isEnabled`, `colleagues.tooMany` {limit} (409). */
  enableColleague: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/own-enterprise/accounts/{colleagueId}/disablement',
    roles: manager,
    summary: 'Enable a disabled account of the own enterprise',
    params: colleague,
    answer: done,
  },
  /** Refused with `accounts.isNotLocked` (409). */
  unlockColleague: {
    kind: 'command',
    method: 'DELETE',
    path: '/api/own-enterprise/accounts/{colleagueId}/lock',
    roles: manager,
    summary: 'Unlock an account of the own enterprise that was locked by wrong passwords',
    params: colleague,
    answer: done,
  },
  /**
   * For a manager who forgot the password, also while the account is in use: a PDF with one slip. Reviewers reach the enterprises that
   * their body supervises. Refused with `accounts.isDisabled` (409).
   */
  resetManager: {
    kind: 'command',
    method: 'POST',
    path: '/api/enterprise-managers/{managerId}/slip',
    roles: ['city-office', 'reviewer'],
    summary: 'Reset the account of an enterprise’s manager and print a new activation slip',
    params: z.object({ managerId: z.uuid() }),
    body: z.object({
      reason: z.string().trim().min(2).max(500),
      /** Where enterprises find this instance; printed on the slip. */
      address: z.url({ protocol: /^https?$/ }).max(200),
    }),
    answer: 'file',
  },
});
