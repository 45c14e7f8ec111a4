import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/** Puts everything that came through into a list for the leading group. */
export const prepareList = async (desk: Desk, count: number): Promise<void> => {
  await desk.follow(/^认定批次/);
  await desk.follow('拟定名单');
  await desk.sees(`已选 ${count} 个，共 ${count} 个`);
  await desk.fill({ 主持人: '罗组长', 出席人员: '罗组长、周综合、龚贸二', 审定意见: '审议通过。' });
  await desk.picture('new-adoption');
  await desk.press('送领导小组签发');
  await desk.front.locator('footer').getByRole('button', { name: '送领导小组签发' }).click();
  await desk.sees('审阅名单，签发');
};

/** Signs the list that waits, under the own name; its number. */
export const sign = async (desk: Desk, name: string): Promise<string> => {
  await desk.open('/adoptions');
  await desk.page.getByRole('row').filter({ hasText: '待签发' }).getByRole('link').click();
  await desk.page.getByRole('button', { name: '签发…' }).waitFor();
  await desk.picture('adoption');
  await desk.press('签发…');
  await desk.front.getByRole('textbox').fill(name);
  await desk.picture('sign');
  await desk.press('签发');
  await desk.page.getByRole('link', { name: '查看公开名单' }).waitFor();
  await desk.picture('signed');
  const workbook = await desk.download('Excel（内部）');
  expect([workbook.name.slice(-5), workbook.bytes.subarray(0, 2).toString()]).toEqual(['.xlsx', 'PK']);
  const document = await desk.download('PDF');
  expect([document.name.slice(-4), document.bytes.subarray(0, 5).toString()]).toEqual(['.pdf', '%PDF-']);
  return await desk.page.getByRole('heading', { level: 1 }).innerText();
};

/** Anyone looks an enterprise up by name, without scripts. */
export const lookUp = async (visitor: Desk, name: string, expected: string): Promise<void> => {
  await visitor.open('/public');
  await visitor.page.getByRole('textbox', { name: /企业或评估单元/ }).fill(name);
  await visitor.press('查询');
  await visitor.sees(expected);
  await visitor.picture('query');
};

/** The enterprise reads its class and where it comes from. */
export const readOwnClass = async (desk: Desk, expected: string, why: RegExp): Promise<void> => {
  await desk.open('/my-classes');
  await desk.sees(expected);
  await desk.picture('my-classes');
  await desk.follow('查看为什么');
  await desk.sees(why);
  await desk.picture('decision');
};
