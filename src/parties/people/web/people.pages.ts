import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { peopleTitles } from './titles.text.ts';

export const peoplePages = definePages([
  {
    path: '/accounts',
    title: wording(peopleTitles, 'accounts'),
    roles: ['administrator', 'auditor'],
    nav: { group: 'setup', order: 20 },
    component: () => import('./accounts/accounts-page.tsx').then((m) => m.AccountsPage),
  },
  {
    path: '/accounts/new',
    title: wording(peopleTitles, 'invite'),
    roles: ['administrator'],
    component: () => import('./accounts/invite-page.tsx').then((m) => m.InvitePage),
  },
  {
    path: '/our-accounts',
    title: wording(peopleTitles, 'colleagues'),
    roles: enterpriseRoles,
    nav: { group: 'setup', order: 15 },
    component: () => import('./colleagues/colleagues-page.tsx').then((m) => m.ColleaguesPage),
  },
  {
    path: '/enterprise-accounts',
    title: wording(peopleTitles, 'slips'),
    roles: ['city-office', 'reviewer', 'sign-off', 'administrator', 'auditor'],
    nav: { group: 'campaign', order: 40 },
    component: () => import('./accounts/slips-page.tsx').then((m) => m.SlipsPage),
  },
]);
