import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';

/** The reference's script, made as the product's is: by the same builder, for service. */
const scriptOf = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'anping-native-'));
  try {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        outDir: folder,
        target: 'chrome87',
        lib: {
          entry: join(import.meta.dirname, 'native-section.tsx'),
          formats: ['iife'],
          name: 'native',
          fileName: 'native',
        },
      },
    });
    return await readFile(join(folder, 'native.iife.js'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Shows in `page` the section that `product` shows, with its styles, the same texts and native inputs. */
export const showNative = async (page: Page, product: Page): Promise<void> => {
  const { items, styles } = await product.evaluate(async () => ({
    items: [...document.querySelectorAll<HTMLElement>('[data-sheet-row]')].map((row) => ({
      id: row.dataset.sheetRow ?? '',
      clause: row.querySelector('.item-clause')?.textContent ?? '',
      text: row.querySelector('.item-text')?.textContent ?? '',
    })),
    styles: await Promise.all(
      [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(async ({ href }) =>
        (await fetch(href)).text(),
      ),
    ),
  }));
  await page.setContent(
    '<!doctype html><html lang="zh-CN"><body><div class="ui-page"><div id="native"></div></div></body></html>',
  );
  await page.addStyleTag({ content: styles.join('\n') });
  await page.locator('#native').evaluate((root, shown) => {
    root.dataset.items = JSON.stringify(shown);
  }, items);
  await page.addScriptTag({ content: await scriptOf() });
  await page.locator('[data-sheet-row]').first().waitFor();
};
