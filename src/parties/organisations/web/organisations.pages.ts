import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { organisationsTitles } from './titles.text.ts';

export const organisationsPages = definePages([
  {
    path: '/organisations',
    title: wording(organisationsTitles, 'bodies'),
    roles: ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor', 'administrator'],
    nav: { group: 'setup', order: 10 },
    component: () => import('./organisations-page.tsx').then((m) => m.OrganisationsPage),
  },
]);
