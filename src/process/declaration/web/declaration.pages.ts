import { enterpriseRoles, officers } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { declarationTitles } from './page-titles.text.ts';

export const declarationPages = definePages([
  {
    path: '/declarations',
    title: wording(declarationTitles, 'list'),
    roles: [...enterpriseRoles, ...officers, 'auditor'],
    nav: { group: 'declaration', order: 10, countKey: 'declarations' },
    component: () => import('./declarations-page.tsx').then((m) => m.DeclarationsPage),
  },
  {
    path: '/declarations/$declarationId',
    title: wording(declarationTitles, 'record'),
    roles: enterpriseRoles,
    component: () => import('./declaration-page.tsx').then((m) => m.DeclarationPage),
  },
  {
    path: '/declarations/$declarationId/registration',
    title: wording(declarationTitles, 'registration'),
    roles: ['enterprise'],
    component: () => import('./registration/registration-page.tsx').then((m) => m.RegistrationPage),
  },
  {
    path: '/declarations/$declarationId/assessment',
    title: wording(declarationTitles, 'sheet'),
    roles: ['enterprise'],
    component: () => import('./sheet/sheet-page.tsx').then((m) => m.SheetPage),
  },
  {
    path: '/declarations/$declarationId/files',
    title: wording(declarationTitles, 'files'),
    roles: enterpriseRoles,
    component: () => import('./evidence/files-page.tsx').then((m) => m.FilesPage),
  },
  {
    path: '/declarations/$declarationId/files/receipt',
    title: wording(declarationTitles, 'filesReceipt'),
    roles: enterpriseRoles,
    component: () => import('./evidence/receipts-page.tsx').then((m) => m.ReceiptsPage),
  },
  {
    path: '/declarations/$declarationId/workbook',
    title: wording(declarationTitles, 'workbook'),
    roles: enterpriseRoles,
    component: () => import('./workbook/workbook-page.tsx').then((m) => m.WorkbookPage),
  },
  {
    path: '/declarations/$declarationId/workbook/$workbookImportId',
    title: wording(declarationTitles, 'workbookImport'),
    roles: enterpriseRoles,
    component: () => import('./workbook/import-page.tsx').then((m) => m.ImportPage),
  },
  {
    path: '/workbook-batches',
    title: wording(declarationTitles, 'workbookBatches'),
    roles: ['reviewer', 'city-office', 'auditor'],
    nav: { group: 'declaration', order: 40 },
    component: () => import('./workbook/batch/batches-page.tsx').then((m) => m.BatchesPage),
  },
  {
    path: '/workbook-batches/$workbookBatchId',
    title: wording(declarationTitles, 'workbookBatch'),
    roles: ['reviewer', 'city-office', 'auditor'],
    component: () => import('./workbook/batch/batch-page.tsx').then((m) => m.BatchPage),
  },
  {
    path: '/declarations/$declarationId/check',
    title: wording(declarationTitles, 'check'),
    roles: enterpriseRoles,
    component: () => import('./check-page.tsx').then((m) => m.CheckPage),
  },
  {
    path: '/declarations/$declarationId/sign',
    title: wording(declarationTitles, 'sign'),
    roles: enterpriseRoles,
    component: () => import('./signing/sign-page.tsx').then((m) => m.SignPage),
  },
  {
    path: '/declarations/$declarationId/requests',
    title: wording(declarationTitles, 'requests'),
    roles: ['enterprise'],
    component: () => import('./requests/own-requests-page.tsx').then((m) => m.OwnRequestsPage),
  },
  {
    path: '/declaration-requests',
    title: wording(declarationTitles, 'requests'),
    roles: [...officers, 'auditor'],
    nav: { group: 'declaration', order: 20, countKey: 'declaration-requests' },
    component: () => import('./requests/requests-page.tsx').then((m) => m.RequestsPage),
  },
  {
    path: '/declarations/$declarationId/report',
    title: wording(declarationTitles, 'report'),
    roles: enterpriseRoles,
    component: () => import('./report/report-page.tsx').then((m) => m.ReportPage),
  },
  {
    path: '/declarations/$declarationId/rectification',
    title: wording(declarationTitles, 'rectification'),
    roles: [...enterpriseRoles, ...officers, 'expert', 'auditor'],
    component: () => import('./rectification/rectification-page.tsx').then((m) => m.RectificationPage),
  },
  {
    path: '/declarations/$declarationId/route',
    title: wording(declarationTitles, 'route'),
    roles: [...officers, 'auditor'],
    component: () => import('./moves/route-page.tsx').then((m) => m.RoutePage),
  },
  {
    path: '/submissions/$submissionId',
    title: wording(declarationTitles, 'submission'),
    roles: [...enterpriseRoles, ...officers, 'expert', 'auditor'],
    component: () => import('./submission-page.tsx').then((m) => m.SubmissionPage),
  },
  {
    path: '/submissions/$submissionId/receipt',
    title: wording(declarationTitles, 'receipt'),
    roles: [...enterpriseRoles, ...officers, 'auditor'],
    component: () => import('./receipt-page.tsx').then((m) => m.ReceiptPage),
  },
]);
