import type { Translation } from '#platform/text.ts';
import type { zhCN } from './people.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'field.login': 'Login',
  'field.password': 'Password',
  'field.current-password': 'Current password',
  'field.new-password': 'New password',
  'field.repeat-password': 'New password again',
  'field.activation-code': 'Activation code',
  'field.name': 'Name',
  'hint.password': 'At least {min} characters, of {kinds} kinds out of capitals, small letters, digits and others.',
  'hint.login': '3–40 Chinese characters, letters, digits or . _ -; you will sign in with it.',
  'hint.activation-code': 'On the activation slip; hyphens and spaces may be left out.',

  'sign-in.wrong': 'Login or password is wrong. Check capitals and the input method, then try again.',
  'sign-in.locked':
    'Too many wrong attempts, the account is locked. Try again in {minutes} minutes or ask the administrator.',
  'sign-in.disabled': 'The account is disabled. Please ask the administrator.',
  'password.wrong': 'The current password is wrong.',
  'password.same': 'The new password is the current one, choose another.',
  'password.too-short': 'Too short, at least {limit} characters.',
  'password.too-simple': 'Too simple, use at least {kinds} of capitals, small letters, digits and others.',
  'password.different': 'The two new passwords differ.',
  'login.taken': 'This login is taken, choose another.',
  'login.wrongFormat': 'Only 3–40 Chinese characters, letters, digits or . _ -.',
  'activation.unknown': 'There is no such code. Compare the slip; the letter O and the digit 0 are easily confused.',
  'activation.used': 'This code has been used. Sign in; if you forgot the password, ask your supervising body.',
  'activation.expired': 'This code has expired. Ask your supervising body for a new slip.',
  'first-administrator.unknown':
    'The link is not valid or has been used. The first administrator can be created only once.',
  'demo.only': 'Only a demonstration can do this.',
};
