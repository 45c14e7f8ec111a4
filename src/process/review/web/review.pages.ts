import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { reviewTitles } from './page-titles.text.ts';

const readers = ['reviewer', 'sign-off', 'city-office', 'leading-group', 'auditor'] as const;

export const reviewPages = definePages([
  {
    path: '/reviews',
    title: wording(reviewTitles, 'list'),
    roles: readers,
    nav: { group: 'review', order: 10, countKey: 'reviews' },
    component: () => import('./reviews-page.tsx').then((m) => m.ReviewsPage),
  },
  {
    path: '/reviews/$reviewId',
    title: wording(reviewTitles, 'review'),
    roles: readers,
    component: () => import('./workbench/workbench-page.tsx').then((m) => m.WorkbenchPage),
  },
  {
    path: '/batches',
    title: wording(reviewTitles, 'batches'),
    roles: readers,
    nav: { group: 'review', order: 20, countKey: 'batches' },
    component: () => import('./batches/batches-page.tsx').then((m) => m.BatchesPage),
  },
  {
    path: '/batches/new',
    title: wording(reviewTitles, 'transmit'),
    roles: ['reviewer', 'sign-off'],
    component: () => import('./batches/transmit-page.tsx').then((m) => m.TransmitPage),
  },
  {
    path: '/batches/$batchId',
    title: wording(reviewTitles, 'batch'),
    roles: readers,
    component: () => import('./batches/batch-page.tsx').then((m) => m.BatchPage),
  },
]);
