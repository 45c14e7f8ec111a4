import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { auditLogTexts } from '../audit-log.text.ts';

export const auditLogPages = definePages([
  {
    path: '/audit-log',
    title: wording(auditLogTexts, 'audit.title'),
    roles: ['auditor', 'city-office'],
    nav: { group: 'setup', order: 90 },
    component: () => import('./audit-log-page.tsx').then((m) => m.AuditLogPage),
  },
]);
