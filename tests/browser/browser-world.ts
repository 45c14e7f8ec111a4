import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebClient, serveWebClient } from '#app/web-client.ts';
import { createWorld, type World } from '../world.ts';
import { launchBrowser } from './chromium.ts';
import { type Desk, sitSignedIn } from './journey/desk.ts';

/** A test world that serves its pages, and desks at which its people are signed in already. */
export interface BrowserWorld {
  readonly world: World;
  /** Where the pages are, `http://127.0.0.1:…`. */
  readonly address: string;
  /** `cookie` as from `world.cookieOf`; `width` in pixels. */
  desk(name: string, cookie: string, width?: number): Promise<Desk>;
  close(): Promise<void>;
}

export const openBrowserWorld = async (): Promise<BrowserWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'anping-browser-'));
  const web = process.env.ANPING_WEB_DIST ?? join(folder, 'web');
  await buildWebClient(web);
  const world = await createWorld(undefined, { extend: (http) => serveWebClient(http, web) });
  const address = await world.app.http.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  return {
    world,
    address,
    desk: (name, cookie, width = 1366) =>
      sitSignedIn(browser, { address, now: () => world.clock.now() }, { name, width }, cookie),
    close: async () => {
      await browser.close();
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
