import '#platform/ui/theme/theme.css';
import '#platform/ui/theme/controls.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Announcements } from '#platform/ui/announce.tsx';
import { ApiFault } from '#platform/ui/api/faults.ts';
import { knownTexts } from '#platform/ui/text/known-texts.ts';
import { LanguageProvider } from '#platform/ui/text/language.tsx';
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

knownTexts.from(async () => (await import('./texts.ts')).catalogues);

createRoot(document.getElementById('page') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
        <Announcements />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
