import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { consultationTitles } from './titles.text.ts';

const insiders = ['city-office', 'leading-group', 'auditor'] as const;
const commenters = ['reviewer', 'sign-off', 'expert', ...enterpriseRoles] as const;

export const consultationPages = definePages([
  {
    path: '/consultations',
    title: wording(consultationTitles, 'consultations'),
    roles: [...insiders, ...commenters],
    nav: { group: 'standards', order: 20, countKey: 'consultations' },
    component: () => import('./consultations-page.tsx').then((m) => m.ConsultationsPage),
  },
  {
    path: '/consultations/new/$draftId',
    title: wording(consultationTitles, 'newConsultation'),
    roles: ['city-office'],
    component: () => import('./send-out-page.tsx').then((m) => m.SendOutPage),
  },
  {
    path: '/consultations/$consultationId',
    title: wording(consultationTitles, 'consultation'),
    roles: [...insiders, ...commenters],
    component: () => import('./consultation-page.tsx').then((m) => m.ConsultationPage),
  },
  {
    path: '/consultations/$consultationId/summary',
    title: wording(consultationTitles, 'summary'),
    roles: insiders,
    component: () => import('./summary-page.tsx').then((m) => m.SummaryPage),
  },
  {
    path: '/item-remarks',
    title: wording(consultationTitles, 'remarks'),
    roles: insiders,
    nav: { group: 'standards', order: 30, countKey: 'item-remarks' },
    component: () => import('./remarks-page.tsx').then((m) => m.RemarksPage),
  },
  {
    path: '/my-opinions',
    title: wording(consultationTitles, 'opinions'),
    roles: commenters,
    nav: { group: 'standards', order: 40 },
    component: () => import('./opinions-page.tsx').then((m) => m.OpinionsPage),
  },
]);
