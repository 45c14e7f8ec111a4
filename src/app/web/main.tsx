import './older-browsers.ts';
import '#platform/ui/theme/theme.css';
import '#platform/ui/theme/controls.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Catalogue } from '#platform/text.ts';
import { Announcements } from '#platform/ui/announce.tsx';
import { ApiFault } from '#platform/ui/api/faults.ts';
import { LanguageProvider } from '#platform/ui/text/language.tsx';
import { CatalogueProvider } from '#platform/ui/text/use-text.tsx';
import { router } from './router.tsx';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a network a page may still be answered from what it keeps.
      networkMode: 'always',
      staleTime: 5_000,
      // What the server refused it will refuse again; only a lost connection is worth another try.
      retry: (failures, error) => !(error instanceof ApiFault) && failures < 2,
    },
  },
});

const Texts = ({ children }: { readonly children: ReactNode }) => {
  const [catalogues, setCatalogues] = useState<readonly Catalogue[]>([]);
  useEffect(() => {
    void import('./texts.ts').then((loaded) => setCatalogues(loaded.catalogues));
  }, []);
  return <CatalogueProvider catalogues={catalogues}>{children}</CatalogueProvider>;
};

createRoot(document.getElementById('page') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Texts>
          <RouterProvider router={router} />
          <Announcements />
        </Texts>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
