import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { reportingTitles } from './titles.text.ts';

export const reportingPages = definePages([
  {
    path: '/progress',
    title: wording(reportingTitles, 'progress'),
    roles: ['city-office', 'leading-group', 'auditor'],
    nav: { group: 'reporting', order: 10 },
    component: () => import('./progress-page.tsx').then((m) => m.ProgressPage),
  },
]);
