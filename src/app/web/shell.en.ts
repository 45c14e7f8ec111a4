import type { Translation } from '#platform/text.ts';
import type { zhCN } from './shell.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'product.name': 'Anping',
  'product.title': 'Safety assessment and classified supervision of enterprises',

  'nav.label': 'Process',
  'nav.menu': 'Menu',
  'nav.home': 'Today’s work',
  'nav.standards': 'Standards',
  'nav.campaign': 'Campaign',
  'nav.declaration': 'Self-assessment',
  'nav.review': 'Preliminary review',
  'nav.spot-check': 'Spot check',
  'nav.public-notice': 'Public notice',
  'nav.classification': 'Classification list',
  'nav.supervision': 'Supervision',
  'nav.reporting': 'Progress and circulars',
  'nav.setup': 'Bodies and people',
  'nav.waiting': '{count} waiting',
  'nav.skip': 'Skip to the content',

  'top.no-campaign': 'No campaign under way',
  'top.language': '中文',
  'top.help': 'Help',
  'top.keys': 'Keyboard',
  'top.public-site': 'Public site',
  'top.password': 'Change password',
  'top.sign-out': 'Sign out',

  'demo.label': 'Demonstration data',
  'demo.date': 'demonstration date {date}',
  'demo.advance': 'Move the date on',
  'demo.days': 'By how many days',
  'demo.days-unit': 'days (1–60)',
  'demo.advance-first':
    'The demonstration date moves on. What falls due meanwhile happens as usual: time limits end, public notices close, reminders go out.',
  'demo.advance-second': 'The date changes for everybody and cannot be turned back.',
  'demo.advanced': 'The demonstration date is now {date}',

  'sign-in.title': 'Sign in',
  'sign-in.submit': 'Sign in',
  'sign-in.activate': 'Activate an enterprise account with a code',
  'sign-in.forgot': 'Forgot the password? Ask your administrator; enterprises ask their supervising body.',
  'sign-in.demo-title': 'Enter as',
  'sign-in.demo-text':
    'This is a demonstration: enterprises, people and data are fictitious. Choose a person to enter; you can change at any time.',
  'sign-in.demo-accounts': 'Or sign in with an account',
  'sign-in.again-title': 'Please sign in again',
  'sign-in.again-text':
    'Your session has expired, or another account has signed in in this browser. Sign in with the same account to go on; everything on this page is still here.',
  'sign-in.leave': 'Leave the page without signing in',

  'password.title': 'Change password',
  'password.first-title': 'Please change the initial password',
  'password.first-text':
    'You are using the initial password set by the administrator. Replace it by one that only you know, then start working.',
  'password.submit': 'Change password',
  'password.done': 'The password has been changed',

  'activate.title': 'Activate an enterprise account',
  'activate.text': 'The activation slip has the code of your enterprise. It can be used once.',
  'activate.submit': 'Activate and sign in',
  'activate.to-sign-in': 'Already activated: sign in',

  'first.title': 'Create the first administrator',
  'first.text':
    'Nobody is registered yet. The first administrator keeps people and bodies only and takes no part in assessments.',
  'first.submit': 'Create and sign in',

  'home.waiting': 'Waiting for me',
  'home.waiting-empty': 'Nothing is waiting for you.',
  'home.waiting-empty-but-late': 'Nothing waits for you besides what is overdue.',
  'home.late': 'Late',
  'home.late-empty': 'Nothing is late.',
  'home.awaited': 'Waiting for others',
  'home.awaited-empty': 'You are not waiting for anybody.',
  'home.count': '{count}',
  'home.since': 'oldest {date}',
  'home.today': 'Today is {date}',

  'account.switch': 'Enter as somebody else',
};
