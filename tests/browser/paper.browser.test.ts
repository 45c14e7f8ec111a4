import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keyOf, paperCode } from '#process/declaration/domain/paper/paper-code.ts';
import { campaignOf, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let handed: Awaited<ReturnType<typeof submittedDeclaration>>;
let code: string;

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world } = opened);
  handed = await submittedDeclaration(world, await campaignOf(world));
  const path = `/api/submissions/${handed.submissionId}/print-pack`;
  code = (await handed.visitor.post(path, { address: opened.address })).body.paperCode;
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(async () => {
  stopTypesetter();
  await opened?.close();
});

test('an officer compares a paper on which a number was altered, and is shown that one difference', async () => {
  const officer = await opened.desk('officer', world.cookieOf('dongquReviewer'));
  await officer.open('/check');
  await officer.page.getByLabel('核验码').fill(code.toLowerCase().replaceAll('-', ' '));
  await officer.page.getByRole('button', { name: '核验', exact: true }).click();
  await officer.sees('现行版本');
  const picture = officer.page.getByRole('img', { name: '封存页面的图像' });
  await expect
    .poll(() => picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth), { timeout: 20_000 })
    .toBeGreaterThan(1000);
  await officer.page.getByRole('button', { name: '开始逐项比对' }).click();
  await officer.page.getByRole('checkbox', { name: '企业名称 一致' }).check();
  expect(await officer.page.locator('.paper-figures').innerText()).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  // The record has 86; somebody made 96 of it on the paper.
  const staff = officer.page.getByRole('textbox', { name: /^从业人员总数/ });
  await staff.fill('96 人');
  await officer.sees('1 处不一致');
  await officer.sees('从业人员总数：封存记录为 86，纸面为 96 人');
  await officer.picture('altered');
  await staff.fill('86 人');
  await officer.sees('已比对的 2 项全部一致');
  expect(mishaps).toEqual([]);
});

test('a person without an account is told that a code is genuine on a phone, and what is wrong with one that is not', async () => {
  const phone = await opened.desk('nobody', 'large=0', 390);
  await phone.open(`/check/${code}`);
  await phone.sees('核验码属实');
  await phone.page.getByLabel('核验码').fill(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
  await phone.page.getByRole('button', { name: '核验', exact: true }).click();
  await phone.sees(/有一位输错了/);
  await phone.picture('public');
});

test('the desk is told what is wrong with a code, scans the copies of an envelope faster than they are found, and gives the receipt', async () => {
  const officer = await opened.desk('desk', world.cookieOf('dongquReviewer'));
  await officer.open('/papers');
  const field = officer.page.getByLabel('扫码或输入核验码');
  await field.fill('ABC');
  await officer.page.keyboard.press('Enter');
  await officer.sees('核验码应为 14 位，现有 3 位。');
  const { contentDigest } = (await handed.visitor.get(`/api/submissions/${handed.submissionId}`)).body;
  for (const copy of [1, 2, 3]) {
    await field.fill(`${opened.address}/check/${paperCode({ key: keyOf(contentDigest), copy, page: 1 })}`);
    await officer.page.keyboard.press('Enter');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  }
  for (const copy of [1, 2, 3]) await officer.sees(`第 ${copy} 份`);
  await officer.page.getByRole('button', { name: '全部已签字盖章' }).click();
  await officer.page.getByRole('button', { name: '登记 3 份' }).click();
  await officer.sees(/已收齐，收件回执 东区局收件/);
  await officer.picture('registered');
});
