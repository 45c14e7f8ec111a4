import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { carryOutWhatIsDue } from '#app/due.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { putInForce, revised } from '#process/campaign/testing/edition-in-force.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { dongqu, reviewAndSign } from '../verbs.ts';
import { CITY, type World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let desk: BrowserWorld['desk'];
let campaignId: string;
let drafting: Declarant;
let reviewed: Declarant & { readonly submissionId: string };

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world, desk } = opened);
  campaignId = await campaignOf(world);
  drafting = await declarantOf(world, campaignId, dongqu.unit);
  await fillIn(drafting);
  reviewed = await submittedDeclaration(world, campaignId, dongqu.unit);
  await reviewAndSign(world, reviewed.submissionId);
  await putInForce(world, 'opencast-mine', revised);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

test('the office orders a revision, its day comes, enterprises confirm and submit, and the reviewer sees what stands', async () => {
  const office = await desk('office', world.cookieOf('cityOffice'));
  await office.open(`/campaigns/${campaignId}`);
  await office.sees('本次评估工作没有下达过标准修订');
  await office.picture('campaign');
  await office.follow('下达标准修订');
  await office.page.getByLabel('行业', { exact: true }).selectOption('opencast-mine');
  await office.sees('内容有变 1');
  await office.sees('退回企业确认和补充，初审收回');
  await office.picture('preview');
  await office.fill({ 执行日期: '2026-09-03', 修订理由: '依据新发布的规程修订边坡监测要求' });
  const preview = `/api/campaigns/${campaignId}/edition-revision-preview?industry=opencast-mine`;
  const { industryName } = (await world.as('cityOffice').get(preview)).body;
  const confirmation = office.page.getByLabel(`输入行业名称“${industryName}”以确认`);
  await confirmation.fill(industryName);
  await office.press('下达');
  await office.sees('到日期由系统执行');
  await office.picture('ordered');
  const path = new URL(office.page.url()).pathname;

  world.clock.advance(2);
  const due = await world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
  expect(due.ok).toBe(true);
  await office.open(path);
  await office.page.getByRole('cell', { name: '退回企业补充' }).waitFor();
  await office.picture('report');
  const { name, bytes } = await office.download('导出电子表格');
  expect(name).toMatch(/迁移报告\.xlsx$/);
  expect(JSON.stringify(await readWorkbook(bytes))).toContain('退回企业补充');

  const phone = await desk('enterprise', await world.sessionOf(reviewed.accountId), 390);
  await phone.open(`/declarations/${reviewed.declarationId}`);
  await phone.sees('评估标准已修订');
  await phone.sees('依据新发布的规程修订边坡监测要求');
  await phone.sees('按修订后的标准确认、补充，再重新报送');
  await phone.picture('banner');
  await phone.follow('逐条处理（2）');
  await phone.sees('条款有变，请确认原答案');
  await phone.page.locator('ins', { hasText: '公示' }).first().waitFor();
  await phone.picture('to-confirm');
  await phone.page.getByRole('button', { name: /^确认沿用/ }).click();
  await phone.sees('还有 0 条待确认，1 条新增待填');
  const fresh = phone.page.locator('[data-sheet-row="fresh-1"]');
  const met = fresh.getByText('符合', { exact: true });
  if ((await met.count()) > 0) await met.click();
  else await fresh.getByRole('textbox').first().fill('1');
  await phone.sees('待确认和新增的条款都已处理');
  await phone.picture('confirmed');
  await phone.page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  await phone.open(`/declarations/${reviewed.declarationId}/check`);
  await phone.page.getByLabel(/^已知晓/).check();
  await phone.page.getByLabel(/真实/).check();
  await phone.press('报送');
  await phone.sees('回执');

  const wide = await desk('enterprise-wide', await world.sessionOf(drafting.accountId));
  await wide.open(`/declarations/${drafting.declarationId}`);
  await wide.follow('逐条处理（2）');
  await wide.sees('条款有变，请确认原答案');
  await wide.picture('sheet');

  const reviewer = await desk('reviewer', world.cookieOf('dongquReviewer'));
  await reviewer.open('/reviews');
  await reviewer.page.getByRole('cell', { name: '退回补正' }).first().waitFor();
  const { rows } = await world.database.owner.query(
    'select review_id, state from reviews where declaration_id = $1 order by created_at',
    [reviewed.declarationId],
  );
  expect(rows.map(({ state }) => state)).toEqual(['returned', 'pending']);
  await reviewer.open(`/reviews/${rows[1].review_id}`);
  await reviewer.press('接办');
  await reviewer.sees('标准修订');
  await reviewer.picture('bench');
  expect(mishaps).toEqual([]);
});
