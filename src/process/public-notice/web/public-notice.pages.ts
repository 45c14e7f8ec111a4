import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { publicNoticeTitles } from './titles.text.ts';

const readers = ['city-office', 'leading-group', 'auditor', 'reviewer', 'sign-off'] as const;
const insiders = ['city-office', 'leading-group', 'auditor'] as const;

export const publicNoticePages = definePages([
  {
    path: '/notices',
    title: wording(publicNoticeTitles, 'notices'),
    roles: readers,
    nav: { group: 'public-notice', order: 10, countKey: 'notices' },
    component: () => import('./notices-page.tsx').then((m) => m.NoticesPage),
  },
  {
    path: '/notices/new',
    title: wording(publicNoticeTitles, 'newNotice'),
    roles: ['city-office'],
    component: () => import('./new-notice-page.tsx').then((m) => m.NewNoticePage),
  },
  {
    path: '/notices/$noticeId',
    title: wording(publicNoticeTitles, 'notice'),
    roles: readers,
    component: () => import('./notice-page.tsx').then((m) => m.NoticePage),
  },
  {
    path: '/objections',
    title: wording(publicNoticeTitles, 'objections'),
    roles: insiders,
    nav: { group: 'public-notice', order: 20, countKey: 'objections' },
    component: () => import('./objections-page.tsx').then((m) => m.ObjectionsPage),
  },
  {
    path: '/objections/$objectionId',
    title: wording(publicNoticeTitles, 'objection'),
    roles: insiders,
    component: () => import('./objection-page.tsx').then((m) => m.ObjectionPage),
  },
]);
