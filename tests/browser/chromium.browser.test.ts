import { existsSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { findChromium, launchBrowser } from './chromium.ts';

afterEach(() => vi.unstubAllEnvs());

/** Whether two rare characters look different: without a font for them, both would be the same empty box. */
const drawsChinese = async (): Promise<boolean> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const draw = async (character: string): Promise<string> => {
      await page.setContent(`<span style="font:32px sans-serif">${character}</span>`);
      return (await page.locator('span').screenshot()).toString('base64');
    };
    return (await draw('䴙')) !== (await draw('䴘'));
  } finally {
    await browser.close();
  }
};

test('starts a browser that draws Chinese characters', async () => {
  expect(await drawsChinese()).toBe(true);
});

test('the browser that npm brings does the same where none is installed', async () => {
  vi.stubEnv('PATH', '');
  vi.stubEnv('ANPING_CHROMIUM', '');
  const { program } = await findChromium();
  expect(existsSync(program)).toBe(true);
  expect(await drawsChinese()).toBe(true);
});

test('names a browser that ANPING_CHROMIUM promises and that is not there', async () => {
  vi.stubEnv('ANPING_CHROMIUM', '/nowhere/chromium');
  await expect(findChromium()).rejects.toThrow('/nowhere/chromium');
});
