import { definePages } from '#parties/access/pages.ts';
import { wording } from '#platform/ui/pages.ts';
import { rosterReaders } from './roster-readers.ts';
import { campaignTitles } from './titles.text.ts';

const insiders = ['city-office', 'reviewer', 'sign-off', 'leading-group', 'auditor', 'administrator'] as const;

export const campaignPages = definePages([
  {
    path: '/campaigns',
    title: wording(campaignTitles, 'campaigns'),
    roles: insiders,
    nav: { group: 'campaign', order: 10 },
    component: () => import('./campaigns-page.tsx').then((m) => m.CampaignsPage),
  },
  {
    path: '/campaigns/new',
    title: wording(campaignTitles, 'openCampaign'),
    roles: ['city-office'],
    component: () => import('./open-campaign-page.tsx').then((m) => m.OpenCampaignPage),
  },
  {
    path: '/campaigns/$campaignId',
    title: wording(campaignTitles, 'campaign'),
    roles: insiders,
    component: () => import('./campaign-page.tsx').then((m) => m.CampaignPage),
  },
  {
    path: '/campaigns/$campaignId/edition-revisions/new',
    title: wording(campaignTitles, 'orderRevision'),
    roles: ['city-office'],
    component: () => import('./revision/order-revision-page.tsx').then((m) => m.OrderRevisionPage),
  },
  {
    path: '/edition-revisions/$revisionId',
    title: wording(campaignTitles, 'revision'),
    roles: rosterReaders,
    component: () => import('./revision/revision-page.tsx').then((m) => m.RevisionPage),
  },
  {
    path: '/roster',
    title: wording(campaignTitles, 'roster'),
    roles: rosterReaders,
    nav: { group: 'campaign', order: 30 },
    component: () => import('./roster/roster-page.tsx').then((m) => m.RosterPage),
  },
  {
    path: '/roster-imports',
    title: wording(campaignTitles, 'imports'),
    roles: ['city-office', 'auditor'],
    nav: { group: 'campaign', order: 20 },
    component: () => import('./roster/imports-page.tsx').then((m) => m.ImportsPage),
  },
  {
    path: '/roster-imports/$importId',
    title: wording(campaignTitles, 'import'),
    roles: ['city-office', 'auditor'],
    component: () => import('./roster/import-page.tsx').then((m) => m.ImportPage),
  },
  {
    path: '/roster/units/new',
    title: wording(campaignTitles, 'addUnit'),
    roles: ['city-office'],
    component: () => import('./roster/add-unit-page.tsx').then((m) => m.AddUnitPage),
  },
  {
    path: '/roster/units/$unitId',
    title: wording(campaignTitles, 'unit'),
    roles: rosterReaders,
    component: () => import('./roster/unit-page.tsx').then((m) => m.UnitPage),
  },
  {
    path: '/roster/units/$unitId/edit',
    title: wording(campaignTitles, 'editUnit'),
    roles: ['city-office'],
    component: () => import('./roster/edit-unit-page.tsx').then((m) => m.EditUnitPage),
  },
]);
