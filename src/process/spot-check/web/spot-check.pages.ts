import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { spotCheckTitles } from './page-titles.text.ts';

const readers = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off'] as const;

export const spotCheckPages = definePages([
  {
    path: '/draws',
    title: wording(spotCheckTitles, 'draws'),
    roles: readers,
    nav: { group: 'spot-check', order: 10, countKey: 'draws' },
    component: () => import('./draws/draws-page.tsx').then((m) => m.DrawsPage),
  },
  {
    path: '/draws/$drawId',
    title: wording(spotCheckTitles, 'draw'),
    roles: readers,
    component: () => import('./draws/draw-page.tsx').then((m) => m.DrawPage),
  },
  {
    path: '/my-verifications',
    title: wording(spotCheckTitles, 'tasks'),
    roles: ['expert'],
    nav: { group: 'spot-check', order: 5, countKey: 'my-verifications' },
    component: () => import('./sheet/tasks-page.tsx').then((m) => m.TasksPage),
  },
  {
    path: '/verifications',
    title: wording(spotCheckTitles, 'verifications'),
    roles: readers,
    nav: { group: 'spot-check', order: 20, countKey: 'verifications' },
    component: () => import('./verifications/verifications-page.tsx').then((m) => m.VerificationsPage),
  },
  {
    path: '/verifications/$verificationId',
    title: wording(spotCheckTitles, 'verification'),
    roles: [...readers, 'expert'],
    component: () => import('./verifications/verification-page.tsx').then((m) => m.VerificationPage),
  },
  {
    path: '/verifications/$verificationId/sheet',
    title: wording(spotCheckTitles, 'sheet'),
    roles: ['expert'],
    component: () => import('./sheet/sheet-page.tsx').then((m) => m.SheetPage),
  },
  {
    path: '/kept-classes',
    title: wording(spotCheckTitles, 'kept'),
    roles: ['city-office', 'leading-group', 'auditor'],
    nav: { group: 'spot-check', order: 30, countKey: 'settlement' },
    component: () => import('./settlement/kept-page.tsx').then((m) => m.KeptPage),
  },
  {
    path: '/score-comparison',
    title: wording(spotCheckTitles, 'comparison'),
    roles: readers,
    nav: { group: 'spot-check', order: 40 },
    component: () => import('./settlement/comparison-page.tsx').then((m) => m.ComparisonPage),
  },
]);
