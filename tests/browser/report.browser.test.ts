import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignOf, type Declarant, declarantOf, fillIn } from '#process/declaration/testing/declarations.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';

let opened: BrowserWorld;
let declarant: Declarant;
let path: string;

beforeAll(async () => {
  opened = await openBrowserWorld();
  declarant = await declarantOf(opened.world, await campaignOf(opened.world));
  await fillIn(declarant, (item) =>
    item.scoring === 'met' ? { met: true } : { points: item.kind === 'scored' ? item.full - 1 : item.full },
  );
  path = `/declarations/${declarant.declarationId}`;
}, 180_000);
afterAll(() => opened?.close());

const sitDown = async (name: string, width?: number) =>
  opened.desk(name, await opened.world.sessionOf(declarant.accountId), width);
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });
const sectionsOf = async () => (await declarant.visitor.get(`/api${path}/report`)).body.sections;
const textOf = (content: object | null): string => JSON.stringify(content) ?? '';

test('a suggestion is taken over, edited, and saved by itself', async () => {
  const { page } = await sitDown('撰写');
  await page.goto(`${opened.address}${path}/report`);
  const section = page.locator('#report-overview');
  await section.getByRole('button', { name: '采用建议' }).click();
  const editor = section.getByRole('textbox');
  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('本矿实行领导带班下井。');
  await eventually(async () => textOf((await sectionsOf()).overview.content)).toContain('领导带班下井');
  await eventually(() => section.getByText('已写').count()).toBe(1);
  expect(textOf((await sectionsOf()).overview.content)).toContain('钒钛磁铁矿');
});

test('what is pasted out of Word arrives as plain paragraphs', async () => {
  const { page } = await sitDown('粘贴');
  await page.goto(`${opened.address}${path}/report`);
  const section = page.locator('#report-process');
  await section.getByRole('button', { name: '自己写' }).click();
  const editor = section.getByRole('textbox');
  await editor.click();
  await editor.evaluate((target) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<!--[if gte mso 9]><xml></xml><![endif]--><style>p{}</style><p class=MsoNormal style="color:red"><b>依据</b>标准<o:p></o:p></p><table><tr><td>甲</td><td>乙</td></tr></table>',
    );
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await eventually(async () => (await sectionsOf()).process.content?.content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '依据', marks: [{ type: 'bold' }] },
        { type: 'text', text: '标准' },
      ],
    },
    { type: 'paragraph', content: [{ type: 'text', text: '甲' }] },
    { type: 'paragraph', content: [{ type: 'text', text: '乙' }] },
  ]);
});

test('two people write one section, one of them without a network: both texts are shown and both can stay', async () => {
  const first = await sitDown('先写');
  const second = await sitDown('后写');
  for (const { page } of [first, second]) {
    await page.goto(`${opened.address}${path}/report`);
    await page.locator('#report-organisation').getByRole('button', { name: '自己写' }).click();
  }
  await second.page.context().setOffline(true);
  await second.page.locator('#report-organisation').getByRole('textbox').pressSequentially('后写的一段。');
  await first.page.locator('#report-organisation').getByRole('textbox').pressSequentially('先写的一段。');
  await eventually(async () => textOf((await sectionsOf()).organisation.content)).toContain('先写的一段');
  await second.page.context().setOffline(false);
  await second.page.getByRole('button', { name: '两段都留' }).click();
  await eventually(async () => textOf((await sectionsOf()).organisation.content)).toMatch(
    /先写的一段。.*后写的一段。/s,
  );
});

test('a measure is written on the list, on a phone, and stands beside its item', async () => {
  const { page } = await sitDown('手机', 390);
  await page.goto(`${opened.address}${path}/rectification`);
  await page
    .getByLabel(/整改措施$/)
    .first()
    .fill('补设防护栏。');
  await page
    .getByLabel(/责任人$/)
    .first()
    .fill('向安全');
  await page
    .getByLabel(/整改期限$/)
    .first()
    .fill('2026-10-31');
  await eventually(() => page.getByText('整改中').count()).toBeGreaterThan(0);
  const rows = async () => (await declarant.visitor.get(`/api${path}/rectification`)).body.rows;
  await eventually(async () => (await rows())[0]).toMatchObject({
    measure: '补设防护栏。',
    person: '向安全',
    dueOn: '2026-10-31',
    state: 'open',
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const sheet = await sitDown('自评表');
  await sheet.page.goto(`${opened.address}${path}/assessment`);
  await eventually(() => sheet.page.locator('.item-measure', { hasText: '补设防护栏。' }).count()).toBe(1);
});
