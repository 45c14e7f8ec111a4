import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type Counting,
  campaignOf,
  countingIn,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
} from '#process/declaration/testing/declarations.ts';
import { reviewOf } from '../verbs.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let desk: BrowserWorld['desk'];
let declarant: Declarant;
let counting: Counting;

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world, desk } = opened);
  declarant = await declarantOf(world, await campaignOf(world));
  await fillIn(declarant);
  counting = await countingIn(declarant);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

/** How often the rule that counts each time was found, and the tick of the one that counts once. */
const countOf = (row: Locator, { item, each }: Counting) =>
  row.getByRole('spinbutton', { name: item.deductions?.[each]?.text ?? '' });
const tickOf = (row: Locator, { item, once }: Counting) =>
  row.locator('label', { hasText: item.deductions?.[once]?.text ?? '' }).getByRole('checkbox');

const stored = async () => {
  const { sections } = (await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`)).body;
  const { answer, deductions } = sections[counting.elementId].items[counting.item.id];
  return { answer, deductions };
};

test('an enterprise counts deductions out on a phone, with the keyboard and without network, and may enter points instead', async () => {
  const { item, counts, left } = counting;
  const phone = await desk('enterprise', await world.sessionOf(declarant.accountId), 390);
  await phone.open(`/declarations/${declarant.declarationId}/assessment?item=${item.id}`);
  const row = phone.page.locator(`[data-sheet-row="${item.id}"]`);
  await row.getByRole('button', { name: /^加一/ }).first().waitFor();
  await tickOf(row, counting).check();
  await countOf(row, counting).focus();
  await phone.page.keyboard.press('ArrowUp');
  await phone.page.keyboard.press('ArrowUp');
  await row.getByText(/^共扣 /).waitFor();
  await expect.poll(stored).toEqual({ answer: { points: left }, deductions: counts });
  await phone.picture('counted');

  await row.getByRole('button', { name: '直接填分' }).click();
  await row.getByRole('textbox', { name: /得分/ }).fill('0');
  await expect.poll(stored).toEqual({ answer: { points: 0 }, deductions: undefined });
  await row.getByRole('button', { name: '按扣分规则逐条扣' }).click();

  await phone.page.context().setOffline(true);
  await tickOf(row, counting).check();
  await countOf(row, counting).fill('2');
  await row.getByText(/^共扣 /).waitFor();
  await phone.sees(/^离线/);
  expect(await stored()).toMatchObject({ answer: { points: 0 } });
  await phone.page.context().setOffline(false);
  await expect.poll(stored, { timeout: 20_000 }).toEqual({ answer: { points: left }, deductions: counts });
  await phone.leave();
});

test('the reviewer reads the breakdown and corrects a count, which sets the points', async () => {
  const path = `/api/declarations/${declarant.declarationId}`;
  const { version } = (await declarant.visitor.get(path)).body;
  const submitted = await declarant.visitor.post(`${path}/submissions`, submitBody(version));
  const reviewId = await reviewOf(world, submitted.body.submissionId);
  await world.as('dongquReviewer').post(`/api/reviews/${reviewId}/take-up`, { baseVersion: 1 });

  const { item, each } = counting;
  const reviewer = await desk('reviewer', world.cookieOf('dongquReviewer'));
  await reviewer.open(`/reviews/${reviewId}`);
  await reviewer.page.locator('.ui-section-nav button').nth(2).waitFor();
  const row = reviewer.page.locator(`[data-sheet-row="${item.id}"]`);
  for (const section of await reviewer.page.locator('.ui-section-nav button').all()) {
    await section.click();
    if ((await row.count()) > 0) break;
  }
  const rule = item.deductions?.[each];
  await row
    .locator('li')
    .filter({ hasText: `${rule?.text} 2 ` })
    .waitFor();
  await row.getByRole('radio', { name: '调整' }).check();
  await row
    .getByRole('button', { name: new RegExp(`^加一.*${rule?.text.slice(0, 4)}`) })
    .first()
    .click();
  await row.getByRole('textbox', { name: '理由、说明' }).fill('现场另查出一处。');
  await row.getByRole('textbox', { name: '理由、说明' }).blur();
  const verdict = async () => (await world.as('dongquReviewer').get(`/api/reviews/${reviewId}`)).body.verdicts[item.id];
  await expect.poll(verdict).toMatchObject({
    verdict: 'adjust',
    deductions: { ...counting.counts, [each]: 3 },
    comment: '现场另查出一处。',
  });
  await reviewer.picture('corrected');
  expect(mishaps.filter((what) => !what.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
