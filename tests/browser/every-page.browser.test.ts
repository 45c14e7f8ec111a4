import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, ConsoleMessage, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shellPages, slicePages } from '#app/web/pages.ts';
import { buildWebClient, serveWebClient } from '#app/web-client.ts';
import { type Role, roles } from '#parties/access/domain/roles.ts';
import type { Page as PageOfClient } from '#parties/access/pages.ts';
import { type Held, type Ids, twoSides } from '../permissions/two-sides.ts';
import { type CastMember, createWorld, type World } from '../world.ts';
import { launchBrowser } from './chromium.ts';

const members: Readonly<Partial<Record<Role, CastMember>>> = {
  administrator: 'administrator',
  'city-office': 'cityOffice',
  reviewer: 'dongquReviewer',
  'sign-off': 'dongquSignOff',
  'leading-group': 'leadingGroup',
  expert: 'expertOne',
  auditor: 'auditor',
};

let world: World;
let browser: Browser;
let folder: string;
let address: string;
let records: readonly Held[];
let shared: Ids;
let axe: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anping-pages-'));
  const web = process.env.ANPING_WEB_DIST ?? join(folder, 'web');
  await buildWebClient(web);
  world = await createWorld(undefined, { extend: (http) => serveWebClient(http, web) });
  const found = await twoSides(world);
  records = found.sides[0].records;
  shared = found.shared;
  address = await world.app.http.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Takes away what Chrome 87, the oldest browser that the pages promise to run on, does not have. */
const asOldBrowser = (): void => {
  const later: [object, string[]][] = [
    [Array, ['fromAsync']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())), ['map', 'filter', 'toArray', 'some', 'every', 'find']],
    [globalThis, ['structuredClone', 'Iterator']],
  ];
  for (const [of, names] of later) for (const name of names) Reflect.deleteProperty(of, name);
};

const staged = (stage: string): Held => {
  const record = records.find((each) => each.stage === stage);
  if (!record) throw new Error(`no record at the stage ${stage}`);
  return record;
};
/** The record that a page is looked at with: a draft where something is filled in, else one that went the whole way. */
const recordFor = (path: string): Held => {
  if (path.includes('$declarationId')) return staged('草稿');
  if (path.includes('$reviewId')) return staged('待签');
  if (path.includes('$changeId')) return staged('待审');
  const wanted =
    ['verificationId', 'decisionId', 'workbookBatchId', 'paperCode'].find((name) => path.includes(`$${name}`)) ??
    'batchId';
  return records.find(({ ids }) => ids[wanted] !== undefined) ?? staged('待审');
};
const addressFor = (path: string): string =>
  path.replace(/\$(\w+)/g, (_, name: string) => ({ ...shared, ...recordFor(path).ids })[name] ?? 'missing');

/** Everyone keeps a window: a page is loaded with what the one before has left in the cache. */
const windows = new Map<string, Page>();
const windowOf = async (role: Role | 'nobody', path: string): Promise<Page> => {
  const member = role === 'nobody' ? undefined : members[role];
  const accountId = role !== 'nobody' && !member ? recordFor(path).ownerAccountId : '';
  const known = windows.get(role + accountId);
  if (known) return known;
  const width = role === 'enterprise' || role === 'expert' ? 390 : 1366;
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' });
  const cookie = accountId ? await world.sessionOf(accountId) : member ? world.cookieOf(member) : '';
  const [name = '', value = ''] = cookie.split('=');
  if (cookie !== '') await context.addCookies([{ name, value, url: address }]);
  await context.addInitScript(asOldBrowser);
  const page = await context.newPage();
  windows.set(role + accountId, page);
  return page;
};

/** Waits for the heading, and until no answer of the server has been missing for a moment. */
const settle = async (page: Page, underWay: () => number): Promise<boolean> => {
  const hasHeading = await page
    .locator('h1')
    .first()
    .waitFor({ timeout: 20_000 })
    .then(
      () => true,
      () => false,
    );
  for (let quiet = 0; quiet < 3; quiet = underWay() === 0 ? quiet + 1 : 0) await page.waitForTimeout(50);
  return hasHeading;
};

/** What keeps people out, by WCAG 2.1 A and AA; contrast of colours included. */
const barriers = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as AxeResults;
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
};

/** Opens one page and answers with everything that is wrong with it. */
const faultsOf = async (role: Role | 'nobody', path: string): Promise<string[]> => {
  const page = await windowOf(role, path);
  const faults: string[] = [];
  let underWay = 0;
  const began = () => {
    underWay += 1;
  };
  const ended = () => {
    underWay -= 1;
  };
  const crashed = (error: Error) => void faults.push(error.message);
  // A page that breaks while it is drawn is caught and replaced: only the console tells. Answers are looked at below.
  const complained = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`${message.text()} ${message.args().join(' ')}`.slice(0, 300));
  };
  const answered = (response: Response) => {
    if (response.status() >= 400 && response.url().includes('/api/'))
      faults.push(`${response.status()} ${response.url().slice(address.length)}`);
  };
  page.on('request', began).on('requestfinished', ended).on('requestfailed', ended);
  page.on('pageerror', crashed).on('console', complained).on('response', answered);
  await page.goto(`${address}${addressFor(path)}`);
  if (!(await settle(page, () => underWay))) faults.push('no heading');
  const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number;
  if (wide > 1) faults.push(`${wide} pixels wider than the window`);
  faults.push(...(await barriers(page)));
  page.removeAllListeners();
  return faults.map((fault) => `${path} as ${role}: ${fault}`);
};

const whoLooks = ({ roles: allowed }: PageOfClient): Role | 'nobody' =>
  allowed === 'public' ? 'nobody' : allowed === 'signed-in' ? 'city-office' : (allowed[0] ?? 'nobody');

it('opens every page to whom it is for, with nothing failing behind it and no barrier in it', async () => {
  const pages = [...shellPages, ...slicePages];
  expect(pages.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const page of pages) wrong.push(...(await faultsOf(whoLooks(page), page.path)));
  expect(wrong).toEqual([]);
});

it('has something to do for every role at home, and lets in at the door', async () => {
  const wrong: string[] = [];
  for (const role of ['nobody', ...roles] as const) wrong.push(...(await faultsOf(role, '/')));
  for (const path of ['/public', '/public/query?name=厂']) wrong.push(...(await faultsOf('nobody', path)));
  expect(wrong).toEqual([]);
});
