import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#parties/people/server/passwords.ts';
import { campaignOf, type Declarant, declarantOf } from '#process/declaration/testing/declarations.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { launchBrowser, launchKeeping } from './chromium.ts';
import { type Line, layLine } from './line.ts';

const PASSWORD = 'Fill-in-2026';
let opened: BrowserWorld;
let world: World;
let campaignId: string;
let folder: string;
let kept: BrowserContext | undefined;
let line: Line;

beforeAll(async () => {
  opened = await openBrowserWorld();
  world = opened.world;
  line = await layLine(opened.address);
  campaignId = await campaignOf(world);
  folder = await mkdtemp(join(tmpdir(), 'anping-browser-kept-'));
}, 180_000);
afterEach(() => line.mend());
afterAll(async () => {
  await kept?.close();
  await line?.cut();
  await opened?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Filler extends Declarant {
  /** The items of the first element as the server has them. */
  readonly stored: () => Promise<Record<string, { answer: unknown; reason: string; comment: string }>>;
  /** Answers saved since, by item, in order. */
  readonly saves: () => Promise<Record<string, unknown[]>>;
  readonly sheet: string;
}

const fillerOf = async (): Promise<Filler> => {
  const declarant = await declarantOf(world, campaignId);
  const { declarationId, accountId, visitor } = declarant;
  await visitor.post(`/api/declarations/${declarationId}/start`);
  await world.database.owner.query('update accounts set login = $1, password_hash = $2 where account_id = $3', [
    `filler-${accountId.slice(-8)}`,
    await hashPassword(PASSWORD),
    accountId,
  ]);
  return {
    ...declarant,
    sheet: `${line.address}/declarations/${declarationId}/assessment`,
    stored: async () => (await visitor.get(`/api/declarations/${declarationId}`)).body.sections['e1-1']?.items ?? {},
    saves: async () => {
      const { rows } = await world.database.owner.query(
        `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
         where e.command = 'declaration.save-answers' and e.subject_id = $1 order by e.entry_id`,
        [declarationId],
      );
      const found: Record<string, unknown[]> = {};
      for (const { payload } of rows)
        for (const [id, { answer }] of Object.entries<{ answer: unknown }>(JSON.parse(payload).items))
          found[id] = [...(found[id] ?? []), answer];
      return found;
    },
  };
};

const signIn = async (context: BrowserContext, accountId: string, at = line.address): Promise<void> => {
  const [name = '', value = ''] = (await world.sessionOf(accountId)).split('=');
  await context.addCookies([{ name, value, url: at }]);
};

const rowOf = (page: Page, id: string) => page.locator(`[data-sheet-row="${id}"]`);
const answer = (page: Page, id: string, word: '符合' | '不符合') =>
  rowOf(page, id).getByRole('radio', { name: word, exact: true }).check();
const isAnswered = async (page: Page, id: string, word: '符合' | '不符合') =>
  rowOf(page, id).getByRole('radio', { name: word, exact: true }).isChecked();
const remark = async (page: Page, id: string, text: string) => {
  await rowOf(page, id).getByRole('button', { name: '备注' }).click();
  await rowOf(page, id).getByRole('textbox', { name: '备注' }).fill(text);
};

/** The browser has at hand what it needs to open the sheet without a network. */
const atHand = async (page: Page): Promise<void> => {
  await rowOf(page, 'om-001').waitFor();
  await page.waitForLoadState('networkidle');
  const lacking = () =>
    page.evaluate(async () => {
      const files = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
      const kept = await Promise.all(files.map(({ name }) => caches.match(name)));
      const answers = await (await caches.open('anping-answers')).keys();
      return kept.filter((one) => !one).length + Math.max(0, 3 - answers.length);
    });
  await expect.poll(lacking, { timeout: 10_000 }).toBe(0);
};

test('what is typed while the network is cut, before the browser is closed and after the session has ended arrives once', async () => {
  const filler = await fillerOf();
  const options = { viewport: { width: 1366, height: 768 }, locale: 'zh-CN' };
  let context = await launchKeeping(folder, options);
  kept = context;
  await signIn(context, filler.accountId);
  let page = context.pages()[0] ?? (await context.newPage());
  await page.goto(filler.sheet);
  await atHand(page);
  await answer(page, 'om-001', '符合');
  await expect.poll(filler.stored, { timeout: 10_000 }).toMatchObject({ 'om-001': { answer: { met: true } } });

  await line.cut();
  await answer(page, 'om-002', '不符合');
  await page.getByText(/^离线/).waitFor();
  await rowOf(page, 'om-002').getByRole('textbox', { name: '扣分原因' }).fill('采场西侧越界开采');
  await remark(page, 'om-003', '验收报告另附');
  await answer(page, 'om-003', '符合');
  expect(Object.keys(await filler.stored())).toEqual(['om-001']);
  await context.close();

  context = await launchKeeping(folder, options);
  kept = context;
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto(filler.sheet);
  await rowOf(page, 'om-002').waitFor();
  expect(await isAnswered(page, 'om-001', '符合')).toBe(true);
  // What the closed tab left is taken over.
  await expect
    .poll(() => rowOf(page, 'om-002').getByRole('textbox', { name: '扣分原因' }).inputValue(), { timeout: 10_000 })
    .toBe('采场西侧越界开采');
  expect(await isAnswered(page, 'om-002', '不符合')).toBe(true);
  await rowOf(page, 'om-004').getByRole('button', { name: '不扣分' }).click();

  // The cookie of the session went with the browser.
  await line.mend();
  const dialog = page.locator('dialog[open]');
  await dialog.getByLabel('密码').waitFor({ timeout: 30_000 });
  await dialog.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  const all = {
    'om-001': { answer: { met: true } },
    'om-002': { answer: { met: false }, reason: '采场西侧越界开采' },
    'om-003': { answer: { met: true }, comment: '验收报告另附' },
    'om-004': { answer: { points: 12 } },
  };
  await expect.poll(filler.stored, { timeout: 30_000 }).toMatchObject(all);

  // Whatever was still asked for after the last save would find the session gone before the answer does.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await world.database.owner.query('delete from sessions where account_id = $1', [filler.accountId]);
  await rowOf(page, 'om-005').getByRole('button', { name: '不扣分' }).click();
  await dialog.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(
      async () =>
        (await (await world.asAccount(filler.accountId)).get(`/api/declarations/${filler.declarationId}`)).body
          .sections['e1-1'].items,
      { timeout: 30_000 },
    )
    .toMatchObject({ ...all, 'om-005': { answer: { points: 12 } } });
  const saves = await filler.saves();
  expect(saves['om-001']).toHaveLength(1);
  expect(saves['om-004']).toHaveLength(1);
  expect(saves['om-005']).toHaveLength(1);
  expect(saves['om-002']).toHaveLength(1);
  await context.close();
});

test('one person in two tabs and two people on one declaration lose nothing', async () => {
  const filler = await fillerOf();
  const colleague = await world.person('填报同事', ['enterprise'], { enterpriseId: filler.enterpriseId });
  const browser = await launchBrowser();
  const mine = await browser.newContext({ locale: 'zh-CN' });
  const theirs = await browser.newContext({ locale: 'zh-CN' });
  try {
    await signIn(mine, filler.accountId);
    await signIn(theirs, colleague.accountId ?? '', opened.address);
    const [one, two] = [await mine.newPage(), await mine.newPage()];
    for (const tab of [one, two]) {
      await tab.goto(filler.sheet);
      await atHand(tab);
    }
    const other = await theirs.newPage();
    await other.goto(filler.sheet.replace(line.address, opened.address));
    await rowOf(other, 'om-001').waitFor();

    await line.cut();
    await answer(one, 'om-001', '符合');
    await answer(one, 'om-002', '符合');
    await answer(two, 'om-003', '符合');
    await remark(two, 'om-002', '图纸更新中');
    await two.getByText(/^离线/).waitFor();
    // Meanwhile a colleague, whose line holds, answers one of them otherwise.
    await answer(other, 'om-001', '不符合');
    await rowOf(other, 'om-001').getByRole('textbox', { name: '扣分原因' }).fill('许可证已过期');
    await rowOf(other, 'om-001').getByRole('textbox', { name: '扣分原因' }).blur();
    await expect
      .poll(filler.stored, { timeout: 10_000 })
      .toMatchObject({ 'om-001': { answer: { met: false }, reason: '许可证已过期' } });

    await two.reload();
    await rowOf(two, 'om-003').waitFor();
    await expect.poll(() => isAnswered(two, 'om-003', '符合'), { timeout: 10_000 }).toBe(true);
    expect(await isAnswered(two, 'om-001', '符合')).toBe(false);
    await one.close({ runBeforeUnload: false });
    // The tab that is left takes over from the one that was closed.
    await expect.poll(() => isAnswered(two, 'om-001', '符合'), { timeout: 15_000 }).toBe(true);
    await line.mend();

    const first = rowOf(two, 'om-001');
    await first.getByText(/已改为：不符合.*许可证已过期.*您在这里填的是：符合/).waitFor({ timeout: 20_000 });
    await first.getByRole('button', { name: '采用别处的' }).click();
    const second = rowOf(two, 'om-002');
    await second.getByText(/已改为：符合/).waitFor();
    await second.getByRole('button', { name: '采用我填的' }).click();
    await expect.poll(filler.stored, { timeout: 20_000 }).toMatchObject({
      'om-001': { answer: { met: false }, reason: '许可证已过期' },
      'om-002': { answer: null, comment: '图纸更新中' },
      'om-003': { answer: { met: true } },
    });
    expect(await filler.saves()).toEqual({
      // The answer and, after a pause in typing, its reason went out together.
      'om-001': [{ met: false }],
      'om-002': [{ met: true }, null],
      'om-003': [{ met: true }],
    });
    await expect.poll(() => isAnswered(two, 'om-001', '不符合'), { timeout: 10_000 }).toBe(true);

    // Somebody else signs in in the same browser: what this tab holds is not sent in that name.
    await signIn(mine, colleague.accountId ?? '');
    await answer(two, 'om-002', '符合');
    await two.locator('dialog[open]').getByText('请重新登录').waitFor();
    expect((await filler.stored())['om-002']).toMatchObject({ answer: null });
    await two.locator('dialog[open]').getByLabel('密码').fill(PASSWORD);
    await two.keyboard.press('Enter');
    await two.locator('dialog[open]').waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await filler.stored())['om-002'], { timeout: 20_000 })
      .toMatchObject({ answer: { met: true }, comment: '图纸更新中' });
  } finally {
    await browser.close();
  }
});
