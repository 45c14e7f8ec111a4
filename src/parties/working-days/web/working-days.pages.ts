import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { workingDaysTitles } from './titles.text.ts';

export const workingDaysPages = definePages([
  {
    path: '/working-days',
    title: wording(workingDaysTitles, 'calendar'),
    roles: ['administrator', 'city-office', 'auditor'],
    nav: { group: 'setup', order: 30 },
    component: () => import('./working-days-page.tsx').then((m) => m.WorkingDaysPage),
  },
]);
