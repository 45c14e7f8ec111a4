import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { campaignOf, type Declarant, declarantOf, fillIn } from '#process/declaration/testing/declarations.ts';
import type { World } from '../world.ts';
import { type BrowserWorld, openBrowserWorld } from './browser-world.ts';
import { seriousBarriers } from './journey/barriers.ts';
import { mishaps, pictureAll } from './journey/desk.ts';

let opened: BrowserWorld;
let world: World;
let desk: BrowserWorld['desk'];
let campaignId: string;

beforeAll(async () => {
  opened = await openBrowserWorld();
  ({ world, desk } = opened);
  campaignId = await campaignOf(world);
}, 180_000);
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureAll('failed');
});
afterAll(() => opened?.close());

const started = async (): Promise<Declarant> => {
  const declarant = await declarantOf(world, campaignId);
  await declarant.visitor.post(`/api/declarations/${declarant.declarationId}/start`);
  return declarant;
};
const stored = async ({ visitor, declarationId }: Declarant) =>
  (await visitor.get(`/api/declarations/${declarationId}`)).body.registration;
const WAIT = { timeout: 20_000 };
const formOf = ({ declarationId }: Declarant) => `/declarations/${declarationId}/registration`;

test('an enterprise fills in the form: saved as it goes, mended with one click, confirmed by groups', async () => {
  const declarant = await started();
  const person = await desk('form', await world.sessionOf(declarant.accountId));
  await person.open(formOf(declarant));
  await person.control('主要产品或业务').fill('钒钛磁铁矿');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ mainProducts: '钒钛磁铁矿' });
  await person.sees(/^已保存/);

  await person.control('员工总数').fill('８６');
  await person.control('专职安全管理人员').focus();
  await person.press('改为半角 86');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ staffCount: 86 });

  await person.page.getByText('本组有 1 栏是带入的内容').first().waitFor();
  await person.page.locator('#group-identity').getByRole('button', { name: '核对无误，全部确认' }).click();
  await person.sees('已确认 1 栏');

  await person.press('增加一行：自评组成员');
  await person.page.locator('#group-application').getByLabel(/^姓名/).fill('余负责');
  await person.page.locator('#group-application').getByLabel(/^部门/).fill('矿部');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ team: [{ name: '余负责', department: '矿部' }] });
  await person.page.locator('#group-record').getByLabel(/^死亡/).first().fill('0');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ accidents: [{ year: 2024, deaths: 0 }] });
  await person.picture('form');
  expect(await seriousBarriers(person.page)).toEqual([]);

  await person.press('填写示例');
  await person.sees('攀枝花示范实业有限公司');
  await person.picture('sample');
  expect(await seriousBarriers(person.page)).toEqual([]);
  await person.press('填写示例');

  // Parts of the form come and go with the hazards.
  await person.page.getByRole('checkbox', { name: '液氨' }).check();
  await person.page
    .locator('#group-ammonia')
    .getByLabel(/^液氨最大在线/)
    .fill('3.5');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ ammoniaAmount: '3.5' });
  await person.page.getByRole('checkbox', { name: '液氨' }).uncheck();
  await person.sees(/以下栏目不需要填报：液氨最大在线/);
  await expect.poll(async () => 'specialHazards' in (await stored(declarant)), WAIT).toBe(false);
  expect(await stored(declarant)).toMatchObject({ ammoniaAmount: '3.5' });
  await person.leave();
  expect(mishaps).toEqual([]);
});

test('what is typed without a network, and what is no value yet, is there after the page was closed', async () => {
  const declarant = await started();
  const cookie = await world.sessionOf(declarant.accountId);
  const person = await desk('offline', cookie, 390);
  await person.open(formOf(declarant));
  await person.control('主要产品或业务').waitFor();
  await person.page.context().setOffline(true);
  await person.control('主要产品或业务').fill('石灰石');
  await person.control('联系电话').fill('08');
  await person.control('所属集团名称').focus();
  await person.sees(/^离线/);
  await person.picture('offline');
  expect(await stored(declarant)).not.toHaveProperty('mainProducts');
  await person.page.close({ runBeforeUnload: false });
  const again = await person.page.context().newPage();
  await person.page.context().setOffline(false);
  mishaps.length = 0;
  await again.goto(new URL(formOf(declarant), opened.address).href);
  await expect.poll(() => stored(declarant), { timeout: 20_000 }).toMatchObject({ mainProducts: '石灰石' });
  await again.getByText('电话应为 7–20 位数字').waitFor();
  expect(await again.getByLabel(/^联系电话/).inputValue()).toBe('08');
  expect((await stored(declarant)).contactPhone).toBe('0812-3330000');
  await again.context().close();
});

test('two people on one form keep what each changed, and choose where both changed the same', async () => {
  const declarant = await started();
  const one = await desk('one', await world.sessionOf(declarant.accountId));
  const two = await desk('two', await world.sessionOf(declarant.accountId));
  await one.open(formOf(declarant));
  await two.open(formOf(declarant));
  await one.control('主要产品或业务').waitFor();
  await two.control('主要产品或业务').fill('白云石');
  await two.sees(/^已保存/);
  await one.control('所属集团名称').fill('某集团');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ mainProducts: '白云石', groupName: '某集团' });
  // The other's change comes into sight with the own one.
  await expect.poll(() => one.control('主要产品或业务').inputValue(), WAIT).toBe('白云石');

  await two.control('曾用名').fill('甲矿');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ formerName: '甲矿' });
  await one.control('曾用名').fill('乙矿');
  await one.sees('他人刚改为');
  await one.picture('theirs');
  expect(await seriousBarriers(one.page)).toEqual([]);
  await one.press('保留我的');
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ formerName: '乙矿' });
  await one.leave();
  await two.leave();
});

test('the check tells errors first, each leading to its field, and warnings that are accepted when signing', async () => {
  const declarant = await declarantOf(world, campaignId);
  await fillIn(declarant);
  await world.database.owner.query(
    toQuery(sql`update declarations set registration = (registration - 'shiftSystem') || '{"teamLeader": "王某"}', version = version + 1
      where declaration_id = ${declarant.declarationId}`),
  );
  const person = await desk('check', await world.sessionOf(declarant.accountId));
  await person.open(`/declarations/${declarant.declarationId}/check`);
  await person.sees('还有 2 处须补正，补正后才能报送');
  await person.sees('组长“王某”不在自评组成员表中。');
  await person.picture('errors');
  expect(await seriousBarriers(person.page)).toEqual([]);
  await person.follow('倒班方式');
  await person.control('倒班方式').waitFor();
  await expect
    .poll(() => person.page.evaluate(() => document.activeElement?.id), WAIT)
    .toBe('field-registration-shiftSystem');
  await person.page.keyboard.type('两班制');
  await person.control('自评组组长').fill('余负责');
  await person.control('申请类别').waitFor();
  await expect.poll(() => stored(declarant), WAIT).toMatchObject({ shiftSystem: '两班制', teamLeader: '余负责' });
  await person.open(`/declarations/${declarant.declarationId}/check`);
  await person.sees(/^另有 \d+ 项提示/);
  await person.picture('warnings');
  await person.page.getByRole('checkbox', { name: /^承诺|^本单位承诺|真实/ }).check();
  await person.press('报送');
  await person.sees(/请核对后勾选“已知晓”/);
  await person.page.getByRole('checkbox', { name: /^已知晓/ }).check();
  await person.press('报送');
  await person.sees('申报回执');
  const { rows } = await world.database.owner.query(
    toQuery(sql`select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
      where e.subject_id = ${declarant.declarationId} and e.command = 'declaration.submit'`),
  );
  expect(String((rows[0] as { payload: string }).payload)).toContain('acceptedWarnings');
  await person.leave();
});
