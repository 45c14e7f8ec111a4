import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openAccount } from '#process/declaration/testing/colleagues.ts';
import { campaignOf, type Declarant, declarantOf, fillIn } from '#process/declaration/testing/declarations.ts';
import { dongqu } from '../verbs.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { activateEnterprise } from './journey/declare.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let declarant: Declarant;

beforeAll(async () => {
  opened = await openBrowserWorld();
  world = opened.world;
  declarant = await declarantOf(world, await campaignOf(world), dongqu.unit);
  await fillIn(declarant);
  await openAccount(world, declarant.accountId);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

test('an enterprise’s single person invites a colleague, who hands the declaration over; the person signs it on a telephone', async () => {
  const phone = await opened.desk('manager', await world.sessionOf(declarant.accountId), 390);
  await phone.open('/our-accounts');
  await phone.sees('现在只有一个账号在使用');
  await phone.press('邀请同事');
  await phone.fill({ 姓名: '林安全', 电话: '0812-3330000' });
  await phone.press('建立账号并生成启用码');
  const code = await phone.page.locator('.code-slip-code').innerText();
  await phone.picture('code');
  await phone.press('已交给本人，关闭');
  await phone.picture('accounts');

  const staff = await opened.desk('staff', 'nobody=yet');
  await activateEnterprise(staff, code);
  const path = `/declarations/${declarant.declarationId}`;
  await staff.open(`${path}/check`);
  await staff.sees('各项均已完成，可以送签。');
  await staff.picture('check');
  await staff.confirm('送签');
  await staff.sees('等待负责人');
  await staff.picture('waiting');

  // The manager finds something and sends it back; the safety officer reads why.
  await phone.open('/');
  await phone.follow(/待签发的申报/);
  await phone.page.getByText('待签发').first().waitFor();
  await phone.open(path);
  await phone.follow('核对并签发');
  await phone.sees('必备项和否决项');
  await phone.picture('sign');
  await phone.confirm('退回修改', '职工人数与花名册不符，请核对。');
  await staff.open(path);
  await staff.sees('职工人数与花名册不符，请核对。');
  await staff.picture('sent-back');
  await staff.open(`${path}/check`);
  await staff.confirm('送签');

  await phone.open(`${path}/sign`);
  await phone.sees('真实性声明');
  await phone.page.waitForLoadState('networkidle');
  for (const box of await phone.page.getByRole('checkbox').all()) await box.check();
  await phone.press('签发并报送');
  await phone.page.getByRole('heading', { name: '申报回执' }).waitFor();
  const receipt = await phone.page.locator('.receipt').innerText();
  expect(receipt).toMatch(/送签人\s*林安全/);
  expect(receipt).toMatch(/签发人\s*\S+填报人/);
  await phone.picture('receipt');

  await staff.open('/our-accounts');
  await staff.sees('账号由本单位负责人管理');
  expect(await staff.page.getByRole('button', { name: '停用' }).count()).toBe(0);
  expect(mishaps).toEqual([]);
}, 120_000);
