import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { campaignOf, declarantOf } from '#process/declaration/testing/declarations.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { dongqu } from '../verbs.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let desk: BrowserWorld['desk'];
let enterprise: { readonly accountId: string; readonly declarationId: string };

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world, desk } = opened);
  const { accountId, declarationId, visitor } = await declarantOf(world, await campaignOf(world), dongqu.unit);
  const started = await visitor.post(`/api/declarations/${declarationId}/start`);
  expect(started.status).toBe(200);
  enterprise = { accountId, declarationId };
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

/** The draft that the office has changed: one requirement is worded anew, one item is gone. */
const changedDraft = async (): Promise<{ draftId: string; changed: string; left: string }> => {
  const office = world.as('cityOffice');
  const { rows } = await world.database.owner.query(
    `select edition_hash from editions where industry = 'opencast-mine'`,
  );
  const started = await office.post('/api/edition-drafts', { from: 'edition', editionHash: rows[0].edition_hash });
  const { draftId, version } = started.body;
  const { content } = (await office.get(`/api/edition-drafts/${draftId}`)).body;
  const [left] = content.items.splice(1, 1);
  content.items[0].text = `${content.items[0].text}每季度核对一次。`;
  const saved = await office.send('PUT', `/api/edition-drafts/${draftId}`, { content, baseVersion: version });
  expect(saved.status).toBe(200);
  return { draftId, changed: content.items[0].id, left: left.id };
};

test('the office sends a draft out, a county and an enterprise comment, every comment is answered, and the summary says so', async () => {
  const { draftId, changed, left } = await changedDraft();
  const office = await desk('office', world.cookieOf('cityOffice'));
  await office.open(`/consultations?draft=${draftId}`);
  await office.follow('发出征求意见');
  await office.sees('最后一天是');
  await office.picture('send-out');
  await office.press('发出');
  await office.sees('草案按现在的内容定格发出');
  await office.front.locator('footer').getByRole('button', { name: '发出', exact: true }).click();
  await office.sees('等待各方提出意见');
  const path = new URL(office.page.url()).pathname;

  const county = await desk('county', world.cookieOf('dongquReviewer'));
  await county.open('/');
  await county.follow(/征求意见的标准草案，待提意见/);
  await county.follow(/露天矿山/);
  const removed = county.page.locator(`#item-${left}`);
  await removed.getByText('删除').waitFor();
  await removed.getByRole('button', { name: '提意见' }).click();
  await county.fill({ 意见: '这一条不宜删除，现场仍需检查。' });
  await county.picture('comment');
  await county.press('提交意见');
  await removed.getByText('这一条不宜删除，现场仍需检查。').waitFor();

  const phone = await desk('enterprise', await world.sessionOf(enterprise.accountId), 390);
  await phone.open(path);
  await phone.page.locator(`#item-${changed} ins`, { hasText: '每季度' }).waitFor();
  await phone.page.locator(`#item-${changed}`).getByRole('button', { name: '提意见' }).click();
  await phone.fill({ 意见: '小型采场每季度做不到，建议每半年一次。' });
  await phone.press('提交意见');
  await phone.sees('小型采场每季度做不到，建议每半年一次。');
  expect(await phone.page.getByText('这一条不宜删除').count()).toBe(0);
  await phone.picture('commented');

  await office.open(path);
  const rule = async (itemId: string, ruling: string, reason: string) => {
    const item = office.page.locator(`#item-${itemId}`);
    await item.getByRole('button', { name: '答复', exact: true }).click();
    await office.choose('怎样处理', ruling);
    await office.fill({ 理由: reason });
    await office.picture('ruling');
    await office.press('提交答复');
    await item.getByText(reason).waitFor();
  };
  await rule(left, '采纳', '恢复这一条。');
  await rule(changed, '不采纳', '法规要求每季度一次。');
  const toItem = office.page.locator(`#item-${left}`).getByRole('link', { name: '到草案中改这一条' });
  expect(await toItem.getAttribute('href')).toBe(`/standards/drafts/${draftId}?item=${left}`);
  await office.follow('汇总表');
  await office.sees('共 2 条意见：采纳 1 条，不采纳 1 条，待答复 0 条。');
  await office.picture('summary');
  const { name, bytes } = await office.download('导出汇总表');
  expect(name).toMatch(/意见采纳情况汇总表\.xlsx$/);
  const table = JSON.stringify(await readWorkbook(bytes));
  for (const part of ['这一条不宜删除', '恢复这一条。', '不采纳', '法规要求每季度一次。'])
    expect(table).toContain(part);

  await phone.open('/my-opinions');
  await phone.sees('法规要求每季度一次。');
  await phone.picture('opinions');
  expect(mishaps).toEqual([]);
});

test('an enterprise remarks on an item while it assesses itself, and reads what became of it', async () => {
  const phone = await desk('enterprise-remark', await world.sessionOf(enterprise.accountId), 390);
  await phone.open(`/declarations/${enterprise.declarationId}/assessment`);
  await phone.page.getByRole('button', { name: '扣分说明、检查方法和依据' }).first().click();
  await phone.page
    .getByRole('button', { name: /^条款意见/ })
    .first()
    .click();
  await phone.fill({ 意见: '没有写明按哪一天的规模计算。' });
  await phone.picture('remark');
  await phone.press('提交意见');
  await phone.page.locator('dialog[open]').waitFor({ state: 'detached' });

  const office = await desk('office-remarks', world.cookieOf('cityOffice'));
  await office.open('/');
  await office.follow(/对条款的意见，待处理/);
  await office.sees('没有写明按哪一天的规模计算。');
  await office.press('答复');
  await office.choose('怎样处理', '已采用到新版');
  await office.fill({ 理由: '新版已写明按申报日计算。' });
  await office.press('提交答复');
  await office.page.locator('dialog[open]').waitFor({ state: 'detached' });
  await office.open('/item-remarks');
  await office.sees('新版已写明按申报日计算。');
  await office.picture('remarks');

  await phone.open('/my-opinions');
  await phone.sees('新版已写明按申报日计算。');
  await phone.picture('answered');
  expect(mishaps).toEqual([]);
});
