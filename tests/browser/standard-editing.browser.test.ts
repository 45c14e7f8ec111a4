import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rosterFile, rosterLine } from '#process/campaign/testing/roster-file.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { type Desk, mishaps, pictureAll } from './journey/desk.ts';

let here: BrowserWorld;

beforeAll(async () => {
  here = await openBrowserWorld();
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(async () => {
  await here?.close();
});

const INDUSTRY = '金属非金属露天矿山';
const industryRow = (desk: Desk): Locator => desk.page.locator('tbody', { hasText: INDUSTRY });
const node = (desk: Desk, title: string): Locator => desk.page.locator('.draft-node', { hasText: title });
const cell = (desk: Desk, clause: string, field: string): Locator =>
  desk.page.locator(`[aria-label^="${clause} "][data-cell="${field}"]`);
const saved = (desk: Desk): Promise<void> => desk.page.locator('.draft-foot', { hasText: '已保存' }).waitFor();

const titles = (desk: Desk): Promise<readonly string[]> => desk.page.locator('.draft-node-title').allInnerTexts();

/** By hand: the tree takes a drag only if the mouse moves on the way. */
const drag = async (desk: Desk, from: Locator, to: Locator): Promise<void> => {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('nothing to drag');
  const { mouse } = desk.page;
  await mouse.move(start.x + 40, start.y + 10);
  await mouse.down();
  await mouse.move(start.x + 40, start.y - 8, { steps: 4 });
  await mouse.move(end.x + 20, end.y + 1, { steps: 8 });
  await desk.picture('dragging');
  await mouse.up();
};

const pasted = [
  ['条款号', '要求', '分值', '类型', '扣分说明', '检查方法', '依据', '适用范围'],
  ['1.1.6', '测绘资质单位每年实测一次采场', '3', '一般项', '未实测的不得分。', '查实测图签章日期。', '示范', '本行业'],
  ['1.1.7', '"用地手续\n齐全"', '2.5', '一般项', '缺一份扣 1 分。', '查用地批复原件。', '示范', '各行业'],
  ['1.1.8', '闭坑前一年报送闭坑计划', '２', '一般项', '未报送的不得分。', '查报送回执。', '示范', '本行业'],
]
  .map((row) => row.join('\t'))
  .join('\n');

test('the office drafts, moves, edits, pastes and mends a standard, the leading group publishes and later retires it', async () => {
  const { world } = here;
  const office = await here.desk('office', world.cookieOf('cityOffice'));
  await office.open('/standards');
  await industryRow(office).getByRole('button', { name: '起草新版' }).click();
  await office.picture('start');
  await office.press('开始起草');
  await node(office, '采场与边坡').waitFor();
  await office.sees('没有须改正之处');
  const path = new URL(office.page.url()).pathname;

  await drag(office, node(office, '穿孔与爆破'), node(office, '采场与边坡'));
  const order = await titles(office);
  expect(order.indexOf('穿孔与爆破')).toBeLessThan(order.indexOf('采场与边坡'));
  expect(order.indexOf('民用爆炸物品管理')).toBeLessThan(order.indexOf('采场与边坡'));
  await office.press('重编条款号');
  await office.page.locator('.draft-node', { hasText: /^3穿孔与爆破/ }).waitFor();
  await office.page.keyboard.press('Control+z');
  await office.page.locator('.draft-node', { hasText: /^4穿孔与爆破/ }).waitFor();

  await node(office, '证照与许可').click();
  const requirement = cell(office, '1.1.1', 'text');
  await requirement.fill(`${await requirement.inputValue()}每季度核对一次。`);
  await requirement.press('Alt+ArrowDown');
  expect(await office.page.locator('[data-cell="clause"]').first().inputValue()).toBe('1.1.2');
  await office.page.keyboard.press('Control+z');
  await saved(office);

  await office.press('从 Excel 粘贴');
  await office.front.getByLabel('在此粘贴').fill(pasted);
  await office.sees('第 4 行 分值：“２”中有全角字符。请写成半角：2。');
  await office.picture('paste');
  await office.press('重新粘贴');
  await office.front.getByLabel('在此粘贴').fill(pasted.replace('２', '2'));
  await office.sees('全部读懂了：新增 3 项，修改 0 项。');
  await office.press('加入 3 项');
  expect(await cell(office, '1.1.7', 'text').inputValue()).toBe('用地手续\n齐全');

  // The sums do not hold any more: each fault leads to where it is mended.
  await office.press('3 处须改正');
  await office.picture('faults');
  const faults = office.page.locator('.draft-faults');
  await faults.getByRole('button', { name: /^要素 1\.1 / }).click();
  await office.page.locator('input:focus').fill('47.5');
  await faults.getByRole('button', { name: /^要素 1 / }).click();
  await office.page.locator('input:focus').fill('117.5');
  await faults.getByRole('button', { name: /^标准说明/ }).click();
  await office.page.locator('input:focus').fill('1007.5');
  await office.sees('没有须改正之处');
  await saved(office);
  await office.page.getByRole('tab', { name: '预览和试填' }).click();
  await office.sees('企业看到的自评表');
  await office.page
    .locator('.ui-sheet-row', { hasText: '每季度核对一次。' })
    .getByLabel('符合', { exact: true })
    .check();
  await office.sees('已试填 1/122');
  await office.picture('preview');
  await office.page.getByRole('tab', { name: '要素和考评项' }).click();
  await saved(office);

  const chair = await here.desk('leading-group', world.cookieOf('leadingGroup'));
  await chair.open(path);
  await chair.press('发布');
  await chair.sees('新增考评项 3 项');
  await chair.sees('修改考评项 1 项');
  await chair.picture('publish');
  await chair.fill({ 标准名称: '别的标准' });
  await chair.front.locator('.ui-form-actions').getByRole('button', { name: '发布', exact: true }).click();
  await chair.sees(/请完整输入标准名称/);
  const title = await chair.page.getByRole('heading', { level: 1 }).innerText();
  await chair.fill({ 标准名称: title });
  await chair.front.locator('.ui-form-actions').getByRole('button', { name: '发布', exact: true }).click();
  await chair.sees('测绘资质单位每年实测一次采场');
  await chair.picture('published');

  await chair.open('/standards');
  await industryRow(chair).getByRole('button', { name: '历次版本（1）' }).click();
  await chair.picture('list');
  await industryRow(chair).getByText('更多').click();
  await industryRow(chair).getByRole('button', { name: '停用' }).click();
  await chair.fill({ 停用理由: '改用部颁标准', 标准名称: title });
  await chair.picture('retire');
  await chair.front.locator('.ui-form-actions').getByRole('button', { name: '停用', exact: true }).click();
  await industryRow(chair).getByText('没有现行版本').waitFor();

  await office.open(path);
  await office.sees('这份草案已经发布，不能再改。');
  expect(mishaps.filter((what) => !what.includes('409'))).toEqual([]);
});

test('what two people change at the same time is brought together, and what could not be sent is not lost', async () => {
  const { world } = here;
  const copied = await world.database.owner.query(`select edition_hash from editions where industry = 'metallurgy'`);
  const started = await world
    .as('cityOffice')
    .post('/api/edition-drafts', { from: 'edition', editionHash: copied.rows[0].edition_hash });
  const path = `/standards/drafts/${started.body.draftId}`;
  const one = await here.desk('one', world.cookieOf('cityOffice'));
  const other = await here.desk('other', world.cookieOf('cityOffice'));
  for (const desk of [one, other]) {
    await desk.open(path);
    await cell(desk, '1.1.1', 'text').waitFor();
  }
  await cell(other, '1.1.1', 'text').fill('另一人写的要求');
  await cell(other, '1.1.2', 'deduction').fill('另一人写的扣分说明');
  await saved(other);
  await cell(one, '1.1.1', 'text').fill('我写的要求');
  await cell(one, '1.1.2', 'full').fill('1');
  await one.sees(/其中 1 处两人都改了，现在以您的为准/);
  await one.picture('meeting');
  expect(await cell(one, '1.1.2', 'deduction').inputValue()).toBe('另一人写的扣分说明');
  expect(await cell(one, '1.1.1', 'text').inputValue()).toBe('我写的要求');
  await one.press('改用对方的');
  expect(await cell(one, '1.1.1', 'text').inputValue()).toBe('另一人写的要求');
  await saved(one);

  await one.page.context().setOffline(true);
  await cell(one, '1.1.3', 'text').fill('断网时写的要求');
  await one.sees('离线，1 条待发送');
  await one.leave();
  mishaps.length = 0;
});

test('a standard goes out to Excel and comes back, a wrong workbook is named by its cells, and a draft is discarded', async () => {
  const office = await here.desk('excel', here.world.cookieOf('cityOffice'));
  const upload = async (bytes: Uint8Array): Promise<void> => {
    const file = { name: '标准.xlsx', mimeType: MEDIA_TYPES.xlsx, buffer: Buffer.from(bytes) };
    await office.front.locator('input[type="file"]').setInputFiles(file);
    await office.page.waitForURL(/\/standards\/imports\//);
  };
  await office.open('/standards/new-from-excel/coal-mine');
  const { bytes } = await office.download('下载 Excel');
  await upload(await rosterFile([rosterLine(1)]));
  await office.sees(/处读不出来，不能采用/);
  await office.sees(/没有工作表“标准”/);
  await office.picture('wrong');
  await office.follow('重新上传');
  await upload(bytes);
  await office.sees('内容没有任何变化。');
  await office.picture('import');
  await office.confirm('采用');
  await cell(office, '1.1', 'text')
    .or(cell(office, '1.1.1', 'text'))
    .first()
    .waitFor();

  const first = office.page.locator('[data-cell="text"]').first();
  await first.fill('改写的要求');
  await saved(office);
  await office.page.locator('summary', { hasText: '文件' }).click();
  const out = await office.download('下载 Excel');
  await office.press('从 Excel 导入');
  await upload(out.bytes);
  await office.sees('不变的考评项');
  await office.confirm('采用');
  await first.waitFor();
  expect(await first.inputValue()).toBe('改写的要求');
  await first.fill('又改写的要求');
  await saved(office);
  await office.page.locator('summary', { hasText: '文件' }).click();
  await office.confirm('作废草案');
  await office.page.getByRole('heading', { name: '评估标准', level: 1 }).waitFor();
  const coal = office.page.locator('tbody', { hasText: '煤矿安全生产评估标准' });
  await coal.getByRole('button', { name: '起草新版' }).waitFor();
  expect(await coal.getByText('起草中').count()).toBe(0);
  expect(mishaps).toEqual([]);
});
