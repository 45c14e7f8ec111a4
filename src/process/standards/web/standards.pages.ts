import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { standardsTitles } from './drafting/titles.text.ts';
import { standardsReaders } from './standards-readers.ts';

export const standardsPages = definePages([
  {
    path: '/standards',
    title: wording(standardsTitles, 'standards'),
    roles: standardsReaders,
    nav: { group: 'standards', order: 10, countKey: 'standards' },
    component: () => import('./drafting/standards-page.tsx').then((m) => m.StandardsPage),
  },
  {
    path: '/standards/editions/$editionHash',
    title: wording(standardsTitles, 'edition'),
    roles: 'signed-in',
    component: () => import('./drafting/edition-page.tsx').then((m) => m.EditionPage),
  },
  {
    path: '/standards/drafts/$draftId',
    title: wording(standardsTitles, 'draft'),
    roles: ['city-office', 'leading-group', 'auditor'],
    component: () => import('./drafting/draft-page.tsx').then((m) => m.DraftPage),
  },
  {
    path: '/standards/new-from-excel/$industry',
    title: wording(standardsTitles, 'newImport'),
    roles: ['city-office'],
    component: () => import('./drafting/new-import-page.tsx').then((m) => m.NewImportPage),
  },
  {
    path: '/standards/imports/$editionImportId',
    title: wording(standardsTitles, 'imported'),
    roles: ['city-office', 'auditor'],
    component: () => import('./drafting/import-page.tsx').then((m) => m.ImportPage),
  },
]);
