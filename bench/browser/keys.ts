import type { Browser, Page } from 'playwright-core';
import { median, range } from '../report.ts';
import { showNative } from './native-page.ts';
import { enter, type Place, sheetOf } from './visitor.ts';

const ITEMS = 10;
/** A mark that loses points, so that the product asks for the reason. */
const POINTS = '4.5';
/** Seventeen keys, so that ten items take two hundred. */
const REASON = 'records not found';
const THROTTLE = 2;
const PAUSE_MS = 25;

interface Keys {
  readonly all: readonly number[];
  /** Those typed as points, after each of which the score of the whole declaration is worked out. */
  readonly points: readonly number[];
}

/** From the key to the frame that shows it, in milliseconds; kept in the page. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const taken: number[] = [];
    Object.assign(window, { taken });
    const onKey = () => {
      const from = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => taken.push(performance.now() - from);
        port2.postMessage(0);
      });
    };
    document.addEventListener('keydown', onKey, true);
  });

const takenSoFar = async (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { taken: number[] }).taken.splice(0));

const type = async (page: Page, text: string): Promise<number[]> => {
  for (const key of text) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await page.waitForTimeout(PAUSE_MS);
  }
  return takenSoFar(page);
};

/** Two hundred keys: in each of ten items the points and why they are lost. */
const round = async (page: Page): Promise<Keys> => {
  await page.bringToFront();
  const rows = page.locator('[data-sheet-row]');
  const [points, words]: [number[], number[]] = [[], []];
  for (let at = 0; at < ITEMS; at += 1) {
    const row = rows.nth(at);
    await row.locator('[data-part="points"] .ui-number').focus();
    await page.keyboard.press('Control+a');
    await takenSoFar(page);
    points.push(...(await type(page, POINTS)));
    await row.locator('[data-part="reason"] textarea').focus();
    words.push(...(await type(page, REASON)));
  }
  return { all: [...points, ...words], points };
};

const throttle = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
};

/** Lines of the report: the same keys in an element page and in the same section with native inputs, in turns. */
export const keyLatency = async (browser: Browser, place: Place, rounds: number): Promise<readonly string[]> => {
  const context = await enter(browser, place);
  const product = await context.newPage();
  await product.goto(sheetOf(place));
  await product.locator('[data-sheet-row]').first().waitFor();
  await product.waitForLoadState('networkidle');
  const nativeContext = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const native = await nativeContext.newPage();
  await showNative(native, product);
  for (const page of [product, native]) {
    await throttle(page);
    await watchKeys(page);
    await round(page);
  }
  const found: { product: Keys; native: Keys }[] = [];
  for (let count = 0; count < rounds; count += 1) {
    if (count % 2 === 0) found.push({ product: await round(product), native: await round(native) });
    else {
      const measured = await round(native);
      found.push({ product: await round(product), native: measured });
    }
  }
  await context.close();
  await nativeContext.close();
  const line = (name: string, of: keyof Keys): string => {
    const ratios = found.map((one) => median(one.product[of]) / median(one.native[of]));
    const side = (which: 'product' | 'native') => median(found.map((one) => median(one[which][of]))).toFixed(2);
    return `${name.padEnd(24)} ${median(ratios).toFixed(2)} (${range(ratios, 2)}); ${side('product')} ms, native ${side('native')} ms`;
  };
  return [line('200 keys', 'all'), line('30 of them as points', 'points')];
};
