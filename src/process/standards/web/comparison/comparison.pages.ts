import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { comparisonTitles } from './titles.text.ts';

export const comparisonPages = definePages([
  {
    path: '/standards/compare',
    title: wording(comparisonTitles, 'compare'),
    roles: 'signed-in',
    component: () => import('./comparison-page.tsx').then((m) => m.ComparisonPage),
  },
]);
