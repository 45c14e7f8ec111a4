import type { Page } from '#parties/access/pages.ts';
import { auditLogPages } from '#parties/audit-log/web/pages.ts';
import { registerChangePages } from '#parties/enterprises/web/register-change/register-change.pages.ts';
import { organisationsPages } from '#parties/organisations/web/organisations.pages.ts';
import { peoplePages } from '#parties/people/web/people.pages.ts';
import { workingDaysPages } from '#parties/working-days/web/working-days.pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { campaignPages } from '#process/campaign/web/campaign.pages.ts';
import { classificationPages } from '#process/classification/web/classification.pages.ts';
import { declarationPages } from '#process/declaration/web/declaration.pages.ts';
import { paperPages } from '#process/declaration/web/paper/paper.pages.ts';
import { publicNoticePages } from '#process/public-notice/web/public-notice.pages.ts';
import { reportingPages } from '#process/reporting/web/reporting.pages.ts';
import { reviewPages } from '#process/review/web/review.pages.ts';
import { spotCheckPages } from '#process/spot-check/web/spot-check.pages.ts';
import { comparisonPages } from '#process/standards/web/comparison/comparison.pages.ts';
import { consultationPages } from '#process/standards/web/consultation/consultation.pages.ts';
import { standardsPages } from '#process/standards/web/standards.pages.ts';
import { shellTexts } from './shell.text.ts';

/** The pages of the frame itself. */
export const shellPages: readonly Page[] = [
  {
    path: '/',
    title: wording(shellTexts, 'nav.home'),
    roles: 'signed-in',
    nav: { group: 'home', order: 0 },
    component: () => import('./home/home-page.tsx').then((m) => m.HomePage),
  },
  {
    path: '/password',
    title: wording(shellTexts, 'password.title'),
    roles: 'signed-in',
    component: () => import('./sign-in/password-page.tsx').then((m) => m.PasswordPage),
  },
  {
    path: '/activate',
    title: wording(shellTexts, 'activate.title'),
    roles: 'public',
    component: () => import('./sign-in/activation-page.tsx').then((m) => m.ActivationPage),
  },
  {
    path: '/first-administrator',
    title: wording(shellTexts, 'first.title'),
    roles: 'public',
    component: () => import('./sign-in/first-administrator-page.tsx').then((m) => m.FirstAdministratorPage),
  },
];

/** The pages of the slices: one line for each, `...rosterPages`. */
export const slicePages: readonly Page[] = [
  ...standardsPages,
  ...comparisonPages,
  ...consultationPages,
  ...campaignPages,
  ...peoplePages,
  ...organisationsPages,
  ...workingDaysPages,
  ...declarationPages,
  ...paperPages,
  ...registerChangePages,
  ...reviewPages,
  ...spotCheckPages,
  ...publicNoticePages,
  ...classificationPages,
  ...reportingPages,
  ...auditLogPages,
];
