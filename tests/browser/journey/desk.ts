import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Office } from './office.ts';

/** A folder for pictures of the pages on the way, for whoever walks the journey by eye. */
const pictures = process.env.ANPING_JOURNEY_SHOTS;

/** What went wrong in any browser of the journey that no test step would notice. */
export const mishaps: string[] = [];

const sitting = new Set<Desk>();

const watch = (page: Page, who: string): void => {
  const note = (what: string) => mishaps.push(`${who} at ${page.url()}: ${what}`);
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) note(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // A page that is left gives up what it still waited for.
    if (why !== 'net::ERR_ABORTED') note(`${why} ${request.url()}`);
  });
};

interface Setting {
  /** How the person is called in pictures and mishaps. */
  readonly name: string;
  readonly width?: number;
  readonly scripts?: boolean;
}

/** A person at a browser of their own, acting by what the page says. */
export class Desk {
  readonly page: Page;
  readonly name: string;
  readonly #address: string;
  #pictures = 0;

  constructor(page: Page, name: string, address: string) {
    this.page = page;
    this.name = name;
    this.#address = address;
    page.setDefaultTimeout(15_000);
    watch(page, name);
  }

  /** Opens an address of the client, `/reviews`. */
  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#address).href);
  }

  /** The dialog in front, else the page. */
  get front(): Locator {
    return this.page.locator('dialog[open], body:not(:has(dialog[open]))').last();
  }

  async press(name: string): Promise<void> {
    await this.front.getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.front
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click();
  }

  /** The control with this label; what is optional says so behind it. */
  control(label: string): Locator {
    const exactly = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.front.getByLabel(new RegExp(`^${exactly}(选填)?$`));
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(values)) await this.control(label).fill(value);
  }

  /** Chooses by the words shown: among buttons in sight, or in a list by typing and Enter. */
  async choose(label: string, option: string): Promise<void> {
    const control = this.control(label);
    if ((await control.getAttribute('role')) === 'group') {
      await control.getByRole('radio', { name: option, exact: true }).check();
      return;
    }
    if (await control.evaluate((one) => one instanceof HTMLSelectElement)) {
      await control.selectOption({ label: option });
      return;
    }
    await control.focus();
    await this.page.keyboard.insertText(option);
    await this.page.locator('.ant-select-item-option-active', { hasText: option }).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** An action that asks first: the same word on the button and in the dialog. */
  async confirm(name: string, reason?: string): Promise<void> {
    await this.press(name);
    const dialog = this.page.locator('dialog[open]');
    await dialog.waitFor();
    if (reason !== undefined) await dialog.getByLabel(/^理由/).fill(reason);
    await dialog.locator('footer').getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Waits until the page says so. */
  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The file that a button downloads. */
  async download(button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const arriving = this.page.waitForEvent('download');
    await this.press(button);
    const file = await arriving;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.open('/');
    await this.fill({ 用户名: login, 密码: password });
    await this.page.keyboard.press('Enter');
    await this.page.locator('.shell-top').waitFor();
  }

  /** A picture of the whole page, if somebody wants them. */
  async picture(what: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(() => window.scrollTo(0, 0)).catch(() => undefined);
    this.#pictures += 1;
    const path = join(pictures, `${this.name}-${this.#pictures}-${what}.png`);
    await this.page.screenshot({ path, fullPage: true });
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

/** A browser for one person; `width` in pixels, 1366 as in offices unless said otherwise. */
export const sitDown = async (
  browser: Browser,
  office: Pick<Office, 'address' | 'now'>,
  setting: Setting,
): Promise<Desk> => {
  const { name, width = 1366, scripts = true } = setting;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: scripts,
    acceptDownloads: true,
  });
  await context.clock.setSystemTime(office.now());
  const desk = new Desk(await context.newPage(), name, office.address);
  sitting.add(desk);
  context.once('close', () => sitting.delete(desk));
  return desk;
};

/** A desk of a world at which somebody is signed in already. @param cookie `anping=<city>.<token>` */
export const sitSignedIn = async (
  browser: Browser,
  office: Pick<Office, 'address' | 'now'>,
  setting: Setting,
  cookie: string,
): Promise<Desk> => {
  const desk = await sitDown(browser, office, setting);
  const [name = '', value = ''] = cookie.split('=');
  await desk.page.context().addCookies([{ name, value, url: office.address }]);
  return desk;
};

/** The clocks of all desks follow the office's. */
export const setClocks = async (now: Date): Promise<void> => {
  for (const desk of sitting) await desk.page.context().clock.setSystemTime(now);
};

/** What everybody has before them when a step fails. */
export const pictureAll = async (what: string): Promise<void> => {
  for (const desk of sitting) await desk.picture(what);
};
