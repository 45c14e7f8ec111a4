import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes a `.gz` beside every text file, so that the server never compresses: over plain http browsers take nothing better. */
const compressed = (): Plugin => {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true });
      const texts = files.filter((file) => /\.(js|css|html|svg)$/.test(file)).map((file) => join(folder, file));
      await Promise.all(
        texts.map(async (file) => writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }))),
      );
    },
  };
};

/** What zod writes JSON schemas with hangs on every schema and serves no page, and its sentences are not ours: in their place stands nothing. */
const withoutJsonSchema = (): Plugin => ({
  name: 'without-json-schema',
  apply: 'build',
  transform: (code, id) => {
    if (/zod\/v4\/locales\/en\.js$/.test(id)) return { code: 'export default () => ({});', map: null };
    if (!/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null;
    const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => () => undefined;`).join('\n'), map: null };
  },
});

export default defineConfig({
  root: at('src/app/web'),
  plugins: [react(), withoutJsonSchema(), compressed()],
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
    rolldownOptions: {
      // Rules, contracts and words do nothing but define: what a page does not use of them it does not load.
      treeshake: {
        moduleSideEffects: (id) => !/\/src\/.*(\/domain\/|\.contract\.ts$|\.text\.ts$|\.zh-CN\.ts$|\.en\.ts$)/.test(id),
      },
      input: {
        index: at('src/app/web/index.html'),
        'service-worker': at('src/platform/ui/offline/service-worker.ts'),
        'older-browsers': at('src/app/web/older-browsers.ts'),
      },
      output: {
        // A service worker rules over the addresses below its own, and too-old.js knows the other by its name.
        entryFileNames: ({ name }) => (name === 'index' ? 'assets/[name]-[hash].js' : '[name].js'),
      },
    },
  },
});
