import { enterpriseRoles } from '#parties/access/domain/roles.ts';
import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { classificationTitles } from './titles.text.ts';

const insiders = ['city-office', 'leading-group', 'auditor'] as const;
const readers = [...insiders, 'reviewer', 'sign-off'] as const;

export const classificationPages = definePages([
  {
    path: '/adoptions',
    title: wording(classificationTitles, 'adoptions'),
    roles: insiders,
    nav: { group: 'classification', order: 10, countKey: 'adoptions' },
    component: () => import('./adoptions-page.tsx').then((m) => m.AdoptionsPage),
  },
  {
    path: '/adoptions/new',
    title: wording(classificationTitles, 'newAdoption'),
    roles: ['city-office'],
    component: () => import('./new-adoption-page.tsx').then((m) => m.NewAdoptionPage),
  },
  {
    path: '/adoptions/$adoptionId',
    title: wording(classificationTitles, 'adoption'),
    roles: insiders,
    component: () => import('./adoption-page.tsx').then((m) => m.AdoptionPage),
  },
  {
    path: '/decisions',
    title: wording(classificationTitles, 'decisions'),
    roles: readers,
    nav: { group: 'classification', order: 20 },
    component: () => import('./decisions-page.tsx').then((m) => m.DecisionsPage),
  },
  {
    path: '/decisions/$decisionId',
    title: wording(classificationTitles, 'decision'),
    roles: [...readers, ...enterpriseRoles],
    component: () => import('./decision-page.tsx').then((m) => m.DecisionPage),
  },
  {
    path: '/decisions/$decisionId/certificate',
    title: wording(classificationTitles, 'certificate'),
    roles: [...readers, ...enterpriseRoles],
    component: () => import('./certificate-page.tsx').then((m) => m.CertificatePage),
  },
  {
    path: '/my-classes',
    title: wording(classificationTitles, 'myClasses'),
    roles: enterpriseRoles,
    nav: { group: 'classification', order: 30 },
    component: () => import('./my-classes-page.tsx').then((m) => m.MyClassesPage),
  },
  {
    path: '/units/$unitId/course',
    title: wording(classificationTitles, 'course'),
    roles: readers,
    component: () => import('./unit-course-page.tsx').then((m) => m.UnitCoursePage),
  },
]);
