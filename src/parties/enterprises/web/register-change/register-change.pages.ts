import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { registerChangeTitles } from './titles.text.ts';

const readers = [...enterpriseRoles, ...officers, 'auditor'] as const;

export const registerChangePages = definePages([
  {
    path: '/register-changes',
    title: wording(registerChangeTitles, 'list'),
    roles: readers,
    nav: { group: 'declaration', order: 70, countKey: 'register-changes' },
    component: () => import('./list-page.tsx').then((m) => m.RegisterChangesPage),
  },
  {
    path: '/register-changes/$changeId',
    title: wording(registerChangeTitles, 'change'),
    roles: readers,
    component: () => import('./change-page.tsx').then((m) => m.RegisterChangePage),
  },
  {
    path: '/register/units/$unitId',
    title: wording(registerChangeTitles, 'unit'),
    roles: readers,
    component: () => import('./unit-page.tsx').then((m) => m.UnitRegisterPage),
  },
  {
    path: '/register/units/$unitId/change',
    title: wording(registerChangeTitles, 'request'),
    roles: [...enterpriseRoles, 'reviewer', 'city-office'],
    component: () => import('./request-page.tsx').then((m) => m.RequestChangePage),
  },
]);
