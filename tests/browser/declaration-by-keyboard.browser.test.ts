import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#parties/people/server/passwords.ts';
import { colleagueOf } from '#process/declaration/testing/colleagues.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  editionOf,
  fillIn,
  fullMark,
} from '#process/declaration/testing/declarations.ts';
import { pdfOf, photoOf } from '#process/declaration/testing/uploads.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { seriousBarriers } from './journey/barriers.ts';
import { type Desk, mishaps, pictureAll } from './journey/desk.ts';
import { fillForm } from './journey/form-by-keyboard.ts';
import { Keyboard } from './journey/keyboard.ts';

const PASSWORD = 'By-keyboard-2026';
const PATIENT = { timeout: 20_000 };
let opened: BrowserWorld;
let world: World;
let campaignId: string;
let declarant: Declarant;
let edition: Edition;

beforeAll(async () => {
  opened = await openBrowserWorld();
  world = opened.world;
  campaignId = await campaignOf(world);
  declarant = await declarantOf(world, campaignId, { name: '攀枝花示范钒钛露天矿业有限责任公司' });
  const { editionHash } = (await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`)).body;
  edition = await editionOf(declarant.visitor, editionHash);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(async () => {
  stopTypesetter();
  await opened?.close();
});

/** What is wrong with the pages that were looked at: barriers, and what does not fit the width. */
const wrong: string[] = [];
const look = async (desk: Desk, what: string): Promise<void> => {
  await desk.picture(what);
  const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 1) wrong.push(`${what}: ${wide} pixels wider than the window`);
  for (const barrier of await seriousBarriers(desk.page)) wrong.push(`${what}: ${barrier}`);
};

const accountOf = async (name: string, login: string, role: 'enterprise' | 'enterprise-manager'): Promise<string> => {
  const { accountId } = await colleagueOf(world, declarant, name, [role]);
  await world.database.owner.query('update accounts set login = $1, password_hash = $2 where account_id = $3', [
    login,
    await hashPassword(PASSWORD),
    accountId,
  ]);
  return accountId;
};

/** Sits down at a browser and signs in by typing. */
const signIn = async (name: string, login: string): Promise<Keyboard> => {
  const keyboard = new Keyboard(await opened.desk(name, 'nobody=yet'));
  await keyboard.desk.open('/');
  await keyboard.page.getByLabel('用户名').waitFor();
  await keyboard.to('用户名');
  await keyboard.write(login);
  await keyboard.to('密码');
  await keyboard.write(PASSWORD);
  await keyboard.key('Enter');
  await keyboard.page.locator('.shell-top').waitFor();
  return keyboard;
};

/** Answers every item of the element in sight and of those after it; the clauses that lose points, and one that does not apply. */
const answer = async (keyboard: Keyboard, unmet: readonly string[], inapplicable: string): Promise<void> => {
  const { page } = keyboard;
  const rows = page.locator('[data-sheet-row]');
  await rows.first().waitFor();
  const reason = page.locator('[data-part="reason"] textarea:focus');
  const explain = async (why: string) => {
    await reason.waitFor();
    await page.keyboard.insertText(why);
    await page.keyboard.press('Escape');
  };
  await page.keyboard.press('j');
  for (let answered = 0; answered < edition.items.length; ) {
    const clauses = await rows.locator('.item-clause').allTextContents();
    for (const clause of clauses) {
      await page.locator('[data-sheet-row]:focus', { hasText: clause }).waitFor();
      await page.keyboard.press(clause === inapplicable ? '3' : unmet.includes(clause) ? '2' : '1');
      if (clause === inapplicable) await explain('本矿委托有资质的爆破作业单位，不设此岗位。');
      if (unmet.includes(clause)) await explain('现场检查发现一处不符合，已列入整改清单，责任到人。');
      await page.keyboard.press('j');
    }
    answered += clauses.length;
  }
};

test('one person fills in a declaration of 119 items by the keyboard alone, and another signs it', async () => {
  expect(edition.items).toHaveLength(119);
  await accountOf('林安全', 'lin-anquan', 'enterprise');
  await accountOf('余负责', 'yu-fuze', 'enterprise-manager');
  const staff = await signIn('keyboard', 'lin-anquan');
  const { page } = staff;
  const path = `/api/declarations/${declarant.declarationId}`;
  const stored = async () => (await declarant.visitor.get(path)).body;

  await look(staff.desk, 'home');
  await staff.press(/^自评申报/);
  await page
    .getByRole('link', { name: /一采区/ })
    .first()
    .waitFor();
  await look(staff.desk, 'list');
  await staff.press(/一采区$/);
  await page.getByRole('button', { name: '开始填报' }).waitFor();
  await staff.press('开始填报');
  await page.getByText('申报事项').first().waitFor();
  await look(staff.desk, 'begun');

  await staff.press(/^登记表/);
  await page.getByLabel(/^企业地址/).waitFor();
  await fillForm(staff);
  await expect.poll(async () => (await staff.at()).name, PATIENT).toMatch(/^登记表已填完/);
  await look(staff.desk, 'form');
  await staff.press(/^登记表已填完/);

  await staff.press(/^自评表/);
  await answer(staff, ['1.1.4', '2.1.3', '8.2.3'], '4.2.2');
  await look(staff.desk, 'sheet');
  await expect
    .poll(
      async () =>
        Object.values((await stored()).sections as Record<string, { items: object }>).reduce(
          (sum, { items }) => sum + Object.keys(items).length,
          0,
        ),
      PATIENT,
    )
    .toBe(119);

  // One file proves whatever must be met: chosen once, attached in the library.
  await staff.press(/一采区$/);
  await staff.press(/^佐证材料/);
  await page.locator('.evidence-add').waitFor();
  const chooser = page.waitForEvent('filechooser');
  await staff.to('选择文件');
  await staff.key('Enter');
  await (await chooser).setFiles({
    name: '证照与制度汇编.pdf',
    mimeType: 'application/pdf',
    buffer: pdfOf('证照与制度汇编', 20_000),
  });
  await page.locator('.file-card').waitFor();
  await staff.press('用于条款…');
  await page.locator('dialog[open] .picker-list').waitFor();
  const musts = edition.items.filter(({ kind }) => kind !== 'scored').map(({ clause }) => clause ?? '');
  let left = musts.length;
  for (let focused = await staff.at(); left > 0; focused = await staff.next()) {
    if (focused.kind !== 'checkbox' || !musts.some((clause) => focused.name.startsWith(`${clause} `))) continue;
    await staff.key('Space');
    left -= 1;
  }
  await look(staff.desk, 'picker');
  await staff.press(`用于所选 ${musts.length} 条`);
  await expect.poll(async () => (await stored()).evidence.length, PATIENT).toBe(musts.length);
  await look(staff.desk, 'files');

  await staff.press(/一采区$/);
  await staff.press(/^自评报告/);
  await page.locator('#report-overview').waitFor();
  await staff.press('未写的各节都采用建议');
  await staff.to('一、企业概况', 'text');
  await staff.key('Control+End', 'Enter');
  await page.keyboard.insertText('本矿实行领导带班，采场、排土场、炸药库每班巡查。');
  await expect
    .poll(
      async () => JSON.stringify((await declarant.visitor.get(`${path}/report`)).body.sections.overview.content),
      PATIENT,
    )
    .toContain('每班巡查');
  await look(staff.desk, 'report');
  await staff.press('预览');
  await page.locator('.paper').first().waitFor();
  await look(staff.desk, 'preview');

  await staff.press(/一采区$/);
  await staff.press(/^整改措施/);
  await staff.to('1.1.4 整改措施');
  await page.keyboard.insertText('补办到期的检验手续，更换失效标识，建立台账并逐月核对。');
  await staff.to('1.1.4 责任人');
  await page.keyboard.insertText('林安全');
  await staff.to('1.1.4 整改期限');
  await staff.write('2026-10-31', 'date');
  const rows = async () => (await declarant.visitor.get(`${path}/rectification`)).body.rows;
  await expect.poll(async () => (await rows())[0], PATIENT).toMatchObject({ person: '林安全', dueOn: '2026-10-31' });
  await look(staff.desk, 'rectification');

  await staff.press(/一采区$/);
  await staff.press(/^检查并送签/);
  await page.getByText('各项均已完成，可以送签。').waitFor();
  await look(staff.desk, 'check');
  await staff.press('送签');
  await page.locator('dialog[open]').waitFor();
  await look(staff.desk, 'hand-over');
  await staff.press('送签');
  await page.getByText('等待负责人').first().waitFor();
  await look(staff.desk, 'handed-over');

  const manager = await signIn('manager', 'yu-fuze');
  await look(manager.desk, 'home');
  await manager.press(/待签发/);
  await manager.press(/一采区$/);
  await manager.page.getByRole('link', { name: '核对并签发' }).first().waitFor();
  await manager.press('核对并签发');
  await manager.page.getByText('真实性声明').waitFor();
  await manager.page.waitForLoadState('networkidle');
  await look(manager.desk, 'sign');
  await manager.tick(/^已知晓/);
  await manager.tick(/^我已核对以上内容/);
  await manager.press('签发并报送');
  await manager.page.getByRole('heading', { name: '申报回执' }).waitFor();
  await look(manager.desk, 'receipt');
  const receipt = await manager.page.locator('.receipt').innerText();
  expect(receipt).toMatch(/送签人\s*林安全/);
  expect(receipt).toMatch(/签发人\s*余负责/);

  await manager.press('打印与报送');
  await manager.page.getByRole('button', { name: /^打印一式/ }).waitFor();
  await look(manager.desk, 'paper');
  const window = manager.page.waitForEvent('popup');
  await manager.press(/^打印一式/);
  const made = manager.page.getByText(/打印文件已生成/).first();
  await made.waitFor({ timeout: 60_000 });
  const [copies = 0, pages = 0] = [...(await made.innerText()).matchAll(/\d+/g)].map(Number);
  expect([copies, pages >= 10]).toEqual([3, true]);
  const pack = await window;
  await expect.poll(() => pack.url(), PATIENT).toMatch(/print-pack$/);
  const print = await (await pack.context().request.get(pack.url())).body();
  expect(print.subarray(0, 5).toString()).toBe('%PDF-');
  expect(print.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(copies * pages);
  await look(manager.desk, 'printed');
  expect([...staff.lost, ...manager.lost]).toEqual([]);
  expect(wrong).toEqual([]);
  expect(mishaps).toEqual([]);
}, 300_000);

test('on a telephone a declaration is changed, given a photograph, handed over and signed', async () => {
  wrong.length = 0;
  const second = await declarantOf(world, campaignId, { name: '攀枝花仁和石灰石露天矿' });
  await fillIn(second, (item) => (item.clause === '2.1.3' ? { points: 0 } : fullMark(item)));
  const clerk = await colleagueOf(world, second, '林联系', ['enterprise']);
  const principal = await colleagueOf(world, second, '向负责', ['enterprise-manager']);
  const phone = await opened.desk('phone', await world.sessionOf(clerk.accountId), 390);
  const path = `/declarations/${second.declarationId}`;
  const stored = async () => (await second.visitor.get(`/api${path}`)).body;
  const back = async () => {
    await phone.follow(/一采区$/);
    await phone.sees('申报事项');
  };
  await phone.open(path);
  await phone.sees('申报事项');
  await look(phone, 'record');

  await phone.follow(/^登记表/);
  await phone.control('倒班方式').fill('四班三运转');
  await phone.control('固定资产').focus();
  await expect.poll(async () => (await stored()).registration.shiftSystem, PATIENT).toBe('四班三运转');
  await look(phone, 'form');
  await back();

  await phone.follow(/^自评表/);
  const row = phone.page.locator('[data-sheet-row]').nth(2);
  await row.getByRole('radio', { name: '不符合', exact: true }).check();
  await row.getByRole('textbox', { name: '扣分原因' }).fill('安全标准化评审到期，复评材料已递交。');
  await row.getByRole('button', { name: '添加佐证' }).click();
  await row
    .locator('input[type=file]')
    .last()
    .setInputFiles({
      name: '复评受理单.jpg',
      mimeType: 'image/jpeg',
      buffer: await photoOf({ takenAt: '2026:08:29 15:03:00', place: true }),
    });
  await row.getByText(/已收妥/).waitFor();
  await look(phone, 'sheet');
  await phone.page.locator('.ui-section-nav select').selectOption({ index: 3 });
  await look(phone, 'another-element');
  await back();

  for (const [task, ready, what] of [
    [/^佐证材料/, '文件（1）', 'files'],
    [/^整改措施/, '整改清单', 'rectification'],
  ] as const) {
    await phone.follow(task);
    await phone.sees(ready);
    await look(phone, what);
    await back();
  }

  await phone.follow(/^自评报告/);
  await phone.press('未写的各节都采用建议');
  await phone.page.getByRole('textbox', { name: '九、自评综述与结论' }).waitFor();
  await look(phone, 'report');
  await phone.press('预览');
  await phone.page.locator('.paper').first().waitFor();
  await look(phone, 'preview');
  await back();

  await phone.follow(/^检查并送签/);
  await phone.sees('各项均已完成，可以送签。');
  await look(phone, 'check');
  await phone.confirm('送签');
  await phone.sees('等待负责人');
  await look(phone, 'handed-over');
  await phone.leave();

  const theirs = await opened.desk('manager-phone', await world.sessionOf(principal.accountId), 390);
  await theirs.open(`${path}/sign`);
  await theirs.sees('真实性声明');
  await theirs.page.waitForLoadState('networkidle');
  await look(theirs, 'sign');
  for (const box of await theirs.page.getByRole('checkbox').all()) await box.check();
  await theirs.press('签发并报送');
  await theirs.page.getByRole('heading', { name: '申报回执' }).waitFor();
  await look(theirs, 'receipt');
  await theirs.page.locator('main').getByRole('link', { name: '打印与报送' }).click();
  await theirs.sees('怎样报送纸质材料');
  await look(theirs, 'paper');
  expect(wrong).toEqual([]);
  expect(mishaps).toEqual([]);
}, 180_000);
