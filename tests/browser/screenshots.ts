import '#platform/node-version.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import type { Role } from '#parties/access/domain/roles.ts';
import { checkoutFolder } from '#platform/config.ts';
import { launchBrowser } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'anping-screenshots-'));
chmodSync(folder, 0o711);

/** Starts a demonstration on a folder of its own; its address once it is ready. */
const startDemonstration = (): Promise<{ child: ChildProcess; address: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(checkoutFolder, 'src/app/start.ts')], {
      env: { ...process.env, PORT: '0', ANPING_DATA_DIR: folder, ANPING_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const ready = /Ready: (http:\S+)/.exec(said);
      if (ready?.[1]) resolve({ child, address: ready[1] });
    });
    child.once('exit', (code) => reject(new Error(`the demonstration ended with ${code}:\n${said}`)));
  });

interface Person {
  readonly key: string;
  readonly roles: readonly Role[];
}

const { child, address } = await startDemonstration();
const browser = await launchBrowser();
try {
  const enter = async (person: Person | null, width: number): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 844 : 768 },
      locale: 'zh-CN',
      deviceScaleFactor: 1,
    });
    if (person) {
      const entered = await context.request.post(`${address}/api/demo/session`, {
        data: { key: person.key },
        headers: { 'idempotency-key': crypto.randomUUID() },
      });
      if (!entered.ok()) throw new Error(`cannot enter as ${person.key}: ${entered.status()}`);
    }
    return { context, page: await context.newPage() };
  };
  const { context: outside } = await enter(null, 1366);
  const persons = (await (await outside.request.get(`${address}/api/demo/persons`)).json()) as Person[];
  const withRole = (role: Role): Person => {
    const person = persons.find(({ roles }) => roles.includes(role));
    if (!person) throw new Error(`the demonstration has no ${role} to enter as`);
    return person;
  };

  /** Opens `path` and, where a picture is of a record, the first one that the list links to. */
  const take = async (
    name: string,
    person: Person | null,
    width: number,
    path: string,
    opens?: RegExp,
  ): Promise<void> => {
    const { context, page } = await enter(person, width);
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    if (opens) {
      const hrefs = await page
        .locator('main a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      const record = hrefs.find((href) => opens.test(href));
      if (!record) throw new Error(`${name}: nothing on ${path} links to ${opens}`);
      await page.goto(`${address}${record}`, { waitUntil: 'networkidle' });
    }
    await page.screenshot({ path: join(checkoutFolder, 'docs/screenshots', `${name}.png`) });
    process.stdout.write(`docs/screenshots/${name}.png\n`);
    await context.close();
  };

  await take('sign-in', null, 1366, '/');
  await take('home-city-office', withRole('city-office'), 1366, '/');
  await take('review-queue', withRole('reviewer'), 1366, '/reviews');
  await take('review-workbench', withRole('reviewer'), 1366, '/reviews', /^\/reviews\/[0-9a-f-]{36}/);
  await take('declaration', withRole('enterprise'), 1366, '/declarations', /^\/declarations\/[0-9a-f-]{36}$/);
  await take('public-site', null, 1366, '/public');
  await take('public-notice-phone', null, 390, '/public', /^\/public\/notice-/);
} finally {
  await browser.close();
  child.removeAllListeners('exit');
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}
