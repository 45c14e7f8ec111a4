import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('src/app/web'),
  plugins: [react()],
  resolve: {
    alias: [
      ...['lib', 'platform', 'support', 'parties', 'process', 'app'].map((area) => ({
        find: new RegExp(`^#${area}/`),
        replacement: `${at(`src/${area}`)}/`,
      })),
      { find: /^zod$/, replacement: at('src/app/web/zod-without-eval.ts') },
    ],
  },
  build: {
    outDir: process.env.ANPING_WEB_DIST ?? at('dist/web'),
    emptyOutDir: true,
    // Windows 7 offices stop at Chrome 109, and some of their browsers are built on older ones.
    target: 'chrome87',
    // Some of those load pages over a county's line: small files would cost a journey each.
    assetsInlineLimit: 2048,
  },
});
