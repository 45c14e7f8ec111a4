import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { paperTitles } from './paper-titles.text.ts';

export const paperPages = definePages([
  {
    path: '/submissions/$submissionId/paper',
    title: wording(paperTitles, 'paper'),
    roles: [...enterpriseRoles, ...officers, 'expert', 'auditor'],
    component: () => import('./paper-page.tsx').then((m) => m.PaperPage),
  },
  {
    path: '/papers',
    title: wording(paperTitles, 'desk'),
    roles: [...officers, 'auditor'],
    nav: { group: 'declaration', order: 30, countKey: 'papers' },
    component: () => import('./desk-page.tsx').then((m) => m.DeskPage),
  },
  {
    path: '/own-papers',
    title: wording(paperTitles, 'paper'),
    roles: enterpriseRoles,
    nav: { group: 'declaration', order: 35, countKey: 'own-papers' },
    component: () => import('./desk-page.tsx').then((m) => m.OwnPapersPage),
  },
  {
    path: '/check',
    title: wording(paperTitles, 'check'),
    roles: 'public',
    component: () => import('./check-paper-page.tsx').then((m) => m.CheckPaperPage),
  },
  {
    path: '/check/$paperCode',
    title: wording(paperTitles, 'check'),
    roles: 'public',
    component: () => import('./check-paper-page.tsx').then((m) => m.CheckPaperPage),
  },
]);
