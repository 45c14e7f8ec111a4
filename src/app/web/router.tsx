import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '#parties/access/pages.ts';
import { ErrorPage } from '#platform/ui/error-page.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { shellPages, slicePages } from './pages.ts';
import { Frame } from './shell/frame.tsx';

const pages = [...shellPages, ...slicePages];

const root = createRootRoute({ component: () => <Frame pages={pages} /> });

const routeOf = (page: Page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(async () => ({ default: await page.component() })),
  });

/** Filters are plain text in the address: `?state=returned&page=2`. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));
const stringifySearch = (search: Record<string, unknown>): string => {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([name, value]) => [name, String(value)]))}`;
};

export const router = createRouter({
  routeTree: root.addChildren(pages.map(routeOf)),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultNotFoundComponent: () => <ErrorPage error="not-found" />,
  defaultErrorComponent: ({ error }) => <ErrorPage error={error} onRetry={() => location.reload()} />,
  scrollRestoration: true,
});
