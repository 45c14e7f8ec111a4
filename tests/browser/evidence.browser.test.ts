import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
} from '#process/declaration/testing/declarations.ts';
import { pdfOf, photoOf, sha256 } from '#process/declaration/testing/uploads.ts';
import { reviewOf } from '../verbs.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { type Desk, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let desk: BrowserWorld['desk'];
let declarant: Declarant;

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world, desk } = opened);
  declarant = await declarantOf(world, await campaignOf(world));
  await fillIn(declarant);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

const path = () => `/api/declarations/${declarant.declarationId}`;
/** Two cores carry more than this test. */
const PATIENT = { timeout: 20_000 };
const library = async () => (await declarant.visitor.get(`${path()}/files`)).body;
const choose = (at: Desk, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  at.page.locator('.evidence-add input[type=file]').first().setInputFiles(files);

test('a file whose upload is cut off goes on by itself, and after a reload of the page from where it stood', async () => {
  const phone = await desk('enterprise-phone', await world.sessionOf(declarant.accountId), 390);
  const { page } = phone;
  page.on('dialog', (dialog) => void dialog.accept());
  let pieces = 0;
  // A slow line, so that there is a middle to be cut off in.
  await page.route('**/uploads/*?offset=*', async (route) => {
    pieces += 1;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue().catch(() => undefined);
  });
  await phone.open(`/declarations/${declarant.declarationId}/files`);
  const bytes = pdfOf('应急预案', 9_000_000);
  await choose(phone, { name: '应急预案.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect.poll(() => pieces, PATIENT).toBeGreaterThan(1);
  await page.context().setOffline(true);
  await phone.sees(/网络中断，已传/);
  await phone.picture('line-lost');
  await page.context().setOffline(false);
  const before = pieces;
  await expect.poll(() => pieces, PATIENT).toBeGreaterThan(before);
  await page.reload();
  await phone.sees(/已收妥/);
  const { files, uploads } = await library();
  expect(uploads).toEqual([]);
  expect(files).toMatchObject([{ fileName: '应急预案.pdf', sizeBytes: bytes.length, digest: sha256(bytes) }]);
  await phone.picture('received');
  await phone.leave();
});

test('photographs are attached to several items, one is replaced, and the reviewer sees when and where they were taken', async () => {
  const office = await desk('enterprise', await world.sessionOf(declarant.accountId));
  const { page } = office;
  await office.open(`/declarations/${declarant.declarationId}/files`);
  const photo = async (takenAt: string, shade: string) => photoOf({ takenAt, place: true }, shade);
  await choose(
    office,
    { name: '采场东帮.jpg', mimeType: 'image/jpeg', buffer: await photo('2026:08:20 10:21:33', '#5f7f5f') },
    { name: '采场西帮.jpg', mimeType: 'image/jpeg', buffer: await photo('2026:08:20 10:40:00', '#8f6f4f') },
    { name: '手机照片.heic', mimeType: 'image/heic', buffer: Buffer.from('heic') },
  );
  await office.sees('这是 HEIC 照片');
  const card = (name: string) => page.locator('.file-card', { hasText: name });
  await card('采场西帮.jpg').waitFor();
  await card('采场东帮.jpg').getByRole('button', { name: '用于条款…' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.getByRole('checkbox').nth(1).check();
  await dialog.getByRole('checkbox').nth(2).check();
  await office.picture('picker');
  await dialog.getByRole('button', { name: '用于所选 2 条' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(
      async () => (await library()).files.find((file: { fileName: string }) => file.fileName === '采场东帮.jpg').links,
      PATIENT,
    )
    .toHaveLength(2);

  await card('采场东帮.jpg').getByRole('button', { name: '更换' }).click();
  const fresh = await photo('2026:08:25 09:00:00', '#4f6f8f');
  await card('采场东帮.jpg')
    .locator('input[type=file]')
    .setInputFiles({ name: '采场东帮（整改后）.jpg', mimeType: 'image/jpeg', buffer: fresh });
  await card('采场东帮（整改后）.jpg').getByText('以前的版本（1）').click();
  await office.picture('library');
  await card('采场东帮（整改后）.jpg')
    .getByRole('button', { name: /^放大查看/ })
    .click();
  await page.locator('dialog[open] img').waitFor();
  await office.picture('viewer');
  await page.keyboard.press('Escape');
  await office.follow('收妥清单');
  await office.sees(sha256(fresh));
  await office.picture('receipts');
  await office.leave();

  const { version } = (await declarant.visitor.get(path())).body;
  const { submissionId } = (await declarant.visitor.post(`${path()}/submissions`, submitBody(version))).body;
  const reviewId = await reviewOf(world, submissionId);
  const reviewer = await desk('reviewer', world.cookieOf('dongquReviewer'));
  await reviewer.open(`/reviews/${reviewId}`);
  await reviewer.sees(/拍摄于 2026年8月25日 09:00/);
  await reviewer.picture('photograph');
  await reviewer.leave();
});

test('files are added to an item of the sheet, offline too, and sent once when the line is back', async () => {
  await declarant.visitor.post(`${path()}/withdrawal`, {});
  const phone = await desk('enterprise-sheet', await world.sessionOf(declarant.accountId), 390);
  const { page } = phone;
  page.on('dialog', (dialog) => void dialog.accept());
  await phone.open(`/declarations/${declarant.declarationId}/assessment`);
  const row = page.locator('[data-sheet-row]').first();
  await row.getByRole('button', { name: '添加佐证' }).click();
  await page.context().setOffline(true);
  const bytes = pdfOf('班前会', 1000);
  await row
    .locator('input[type=file]')
    .setInputFiles({ name: '班前会记录.pdf', mimeType: 'application/pdf', buffer: bytes });
  await row.getByText('网络中断').waitFor();
  await page.context().setOffline(false);
  await row.getByText(/已收妥/).waitFor();
  await row.getByRole('link', { name: '班前会记录.pdf' }).waitFor();
  await row.scrollIntoViewIfNeeded();
  await phone.picture('sheet');
  const sent = (await library()).files.filter((file: { fileName: string }) => file.fileName === '班前会记录.pdf');
  expect(sent).toMatchObject([{ digest: sha256(bytes), links: [{}] }]);
  await phone.leave();
});
