import type { Browser } from 'playwright-core';
import { enter, formOf, type Place, sheetOf } from './visitor.ts';

const AIM_KB = 230;

/** Bytes of script that a page takes over the line with an empty cache: the bodies, compressed as they were sent. */
const scriptBytes = async (browser: Browser, place: Place, url: string): Promise<number> => {
  const context = await enter(browser, place);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let bytes = 0;
  session.on('Network.responseReceived', ({ type, response }) => {
    if (type === 'Script') bytes += Number(response.headers['content-length'] ?? Number.NaN);
  });
  await session.send('Network.enable');
  await page.goto(url);
  await page.locator('main input, main [data-sheet-row]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await context.close();
  return bytes;
};

/** Lines of the report: the registration form and the sheet, each as the first page of a first visit. */
export const firstVisit = async (browser: Browser, place: Place): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const [name, url] of [
    ['registration form', formOf(place)],
    ['self-assessment sheet', sheetOf(place)],
  ] as const) {
    const kilobytes = (await scriptBytes(browser, place, url)) / 1024;
    lines.push(
      `${name.padEnd(24)} ${kilobytes.toFixed(0)} KB of compressed script, ${(kilobytes / AIM_KB).toFixed(2)} of ${AIM_KB} KB`,
    );
  }
  return lines;
};
