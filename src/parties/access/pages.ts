import type { PageDef } from '#platform/ui/pages.ts';
import type { Role } from './domain/roles.ts';

/** The groups of the navigation, in the order of the process. */
export const navGroups = [
  'home',
  'standards',
  'campaign',
  'declaration',
  'review',
  'spot-check',
  'public-notice',
  'classification',
  'supervision',
  'reporting',
  'setup',
] as const;
export type NavGroup = (typeof navGroups)[number];

export type Page = PageDef<Role, NavGroup>;

/** Declares the pages of a slice; a role or group that does not exist does not compile. */
export const definePages = (pages: readonly Page[]): readonly Page[] => pages;
