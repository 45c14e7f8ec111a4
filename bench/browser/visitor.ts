import type { Browser, BrowserContext } from 'playwright-core';
import type { Draft } from '../seed.ts';

/** Where the pages of the bench are, and whose declaration they show. */
export interface Place {
  readonly address: string;
  readonly draft: Draft;
  readonly now: Date;
}

/** A browser with nothing in its cache, signed in as the enterprise's clerk. */
export const enter = async (browser: Browser, { address, draft, now }: Place): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const [name = '', value = ''] = draft.cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  await context.clock.setSystemTime(now);
  return context;
};

export const sheetOf = ({ address, draft }: Place): string => `${address}/declarations/${draft.id}/assessment`;
export const formOf = ({ address, draft }: Place): string => `${address}/declarations/${draft.id}/registration`;
