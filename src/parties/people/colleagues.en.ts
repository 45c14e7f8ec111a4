import type { Translation } from '#platform/text.ts';
import type { zhCN } from './colleagues.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'colleagues.title': 'Our accounts',
  'colleagues.intro':
    'Staff fill in the declaration and hand it over; the manager checks, signs and submits. One person may do both, but nobody signs what they handed over themselves.',
  'colleagues.single':
    'One account is in use, whose person checks, signs and submits. Once a colleague joins, one hands over and another signs.',
  'colleagues.signers': 'May sign: {names}.',
  'colleagues.readOnly': 'The enterprise’s manager keeps the accounts.',
  'colleagues.invite': 'Invite a colleague',
  'colleagues.submitInvite': 'Make the account and a code',
  'colleagues.roles': 'Duties',
  'colleagues.role.enterprise': 'Filling in (safety officer): fills in, hands over',
  'colleagues.role.enterprise-manager': 'Signing (manager): checks, signs and submits, keeps these accounts',
  'colleagues.loginHint': 'For signing in; the person may change it when opening the account.',
  'colleagues.change': 'Correct details and duties',
  'colleagues.save': 'Save',
  'colleagues.changed': 'Saved',
  'colleagues.handOver': 'Hand over the manager’s role',
  'colleagues.handOver.first': '{name} becomes the manager, who signs declarations and keeps these accounts.',
  'colleagues.handOver.second': 'You are no longer the manager and can only fill in.',
  'colleagues.handedOver': 'Handed over',
  'colleagues.you': 'You',

  'colleagues.lastManager':
    'At least one manager must be able to sign in. Make another manager first and have the account opened.',
  'colleagues.tooMany': 'At most {limit} accounts can be in use. Disable those that are not needed.',
  'colleagues.notInUse': 'The account of “{name}” is not open or is disabled, so nothing can be handed over to it.',

  'managers.title': 'Accounts of this enterprise',
  'managers.none': 'No account yet. It opens one with its activation slip.',
  'managers.maySign': 'May sign',
  'managers.reset': 'Reset the manager’s account',
  'managers.reset.first': 'The old password and code of {name} stop working at once; the person is signed out.',
  'managers.reset.second':
    'A new activation slip is made; its code appears in this PDF only, once. Make sure who it is and hand it over in person.',
  'managers.reset.third': 'The reset and its reason go into the audit log.',
  'managers.done': 'The new slip is made',

  'command.people.invite-colleague': 'Enterprise invited a colleague',
  'command.people.change-colleague': 'Enterprise changed an account',
  'command.people.hand-over-manager': 'Enterprise handed the manager’s role over',
  'command.people.reset-colleague': 'Enterprise made a new code for a colleague',
  'command.people.disable-colleague': 'Enterprise disabled an account',
  'command.people.enable-colleague': 'Enterprise enabled an account',
  'command.people.unlock-colleague': 'Enterprise unlocked an account',
  'command.people.reset-manager': 'Reset the account of an enterprise’s manager',
};
