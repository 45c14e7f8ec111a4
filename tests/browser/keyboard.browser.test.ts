import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sectionsOf } from '#process/declaration/domain/sections.ts';
import { campaignOf, type Declarant, declarantOf, editionOf } from '#process/declaration/testing/declarations.ts';
import type { Edition, Item } from '#process/standards/domain/index.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { type Desk, mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let declarant: Declarant;
let edition: Edition;

beforeAll(async () => {
  opened = await openBrowserWorld();
  const { world } = opened;
  declarant = await declarantOf(world, await campaignOf(world), { industry: 'tailings-pond' });
  const path = `/api/declarations/${declarant.declarationId}`;
  await declarant.visitor.post(`${path}/start`);
  edition = await editionOf(declarant.visitor, (await declarant.visitor.get(path)).body.editionHash);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

const LOSS = '台账缺两个月记录';

/** Answers the row at hand with keys only: every fifth item loses points, which asks for the reason. */
const answerByKeys = async ({ page }: Desk, item: Item, at: number): Promise<void> => {
  const press = (key: string) => page.keyboard.press(key);
  await page.locator(`[data-sheet-row="${item.id}"]:focus`).waitFor();
  if (at % 5 !== 4) return press('1');
  await press('2');
  await page.locator(`[data-sheet-row="${item.id}"] textarea:focus`).waitFor();
  await page.keyboard.insertText(LOSS);
  await press('Escape');
};

test('a whole short standard is answered without a mouse, from the first item to the way to the check', async () => {
  const { world } = opened;
  const office = await opened.desk('keys', await world.sessionOf(declarant.accountId));
  await office.open(`/declarations/${declarant.declarationId}/assessment`);
  await office.page.locator('[data-sheet-row]').first().waitFor();
  await office.page.keyboard.press('j');
  const items = sectionsOf(edition).flatMap((section) => section.items);
  for (const [at, item] of items.entries()) {
    await answerByKeys(office, item, at);
    if (at === 1) {
      await office.page.keyboard.press('c');
      await office.page.locator(`[data-sheet-row="${item.id}"] textarea:focus`).waitFor();
      await office.page.keyboard.insertText('见附件');
      await office.page.keyboard.press('Escape');
      await office.picture('row');
    }
    await office.page.keyboard.press('j');
  }
  await office.page.keyboard.press('?');
  await office.page.locator('dialog[open]').getByText('填得分').waitFor();
  await office.picture('keys');
  await office.page.keyboard.press('Escape');
  const stored = async () => {
    const { sections } = (await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`)).body;
    return Object.assign({}, ...Object.values(sections).map((one) => (one as { items: object }).items));
  };
  await expect.poll(async () => Object.keys(await stored()).length, { timeout: 30_000 }).toBe(items.length);
  const found = await stored();
  expect(items.filter((_, at) => at % 5 === 4).map(({ id }) => found[id].reason)).toEqual(
    items.filter((_, at) => at % 5 === 4).map(() => LOSS),
  );
  expect(found[items[1]!.id].comment).toBe('见附件');
  await office.page.reload();
  await office.sees(`${items.length}/${items.length}`);
  await office.picture('answered');
  const phone = await opened.desk('keys-phone', await world.sessionOf(declarant.accountId), 390);
  await phone.open(`/declarations/${declarant.declarationId}/assessment`);
  await phone.page.locator('[data-sheet-row]').first().waitFor();
  await phone.picture('answered');
  expect(mishaps).toEqual([]);
});
