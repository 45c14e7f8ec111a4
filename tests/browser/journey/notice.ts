import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import type { Frozen } from './spot-check.ts';

interface Named {
  readonly unitName: string;
}

/** Anyone sees pool and parameters before there is a seed. */
export const readFrozenDraw = async (visitor: Desk, frozen: Frozen): Promise<void> => {
  await visitor.open('/public');
  await visitor.follow(new RegExp(frozen.number));
  const page = await visitor.page.locator('main').innerText();
  expect(page).toContain(frozen.poolDigest);
  expect(page).toContain(frozen.paramsDigest);
  expect(page).toContain('种子尚未产生');
  await visitor.picture('draw');
};

/** Publishes everything settled for seven working days; the number of the notice. */
export const publish = async (desk: Desk, count: number, closes: string): Promise<string> => {
  await desk.follow(/^公示/);
  await desk.follow('拟公示');
  await desk.sees(`已选 ${count} 个，共 ${count} 个`);
  await desk.sees(closes);
  await desk.picture('new-notice');
  await desk.press('发布公示');
  await desk.sees('公示期 7 个工作日');
  await desk.front.locator('footer').getByRole('button', { name: '发布公示' }).click();
  await desk.page.getByRole('link', { name: '查看公示页' }).waitFor();
  await desk.picture('notice');
  return await desk.page.getByRole('heading', { level: 1 }).innerText();
};

/** Objects to one row, as a form without scripts; the number given. */
export const object = async (visitor: Desk, unit: Named): Promise<string> => {
  await visitor.open('/public');
  await visitor.follow(/拟定名单.*的公示/);
  await visitor.picture('notice');
  const row = visitor.page.locator('#entryId option', { hasText: unit.unitName });
  await visitor.page.locator('#entryId').selectOption((await row.getAttribute('value')) ?? '');
  await visitor.fill({
    姓名: '彭群众',
    联系电话: '13900001234',
    '异议内容和理由（10 至 2000 字）': '该厂电泳槽清理作业没有审批，也没有人监护，请核查有限空间管理。',
  });
  await visitor.picture('objection');
  await visitor.press('提交异议');
  await visitor.sees('异议已收到');
  await visitor.picture('objection-receipt');
  const text = await visitor.page.getByRole('status').innerText();
  return /受理编号 (\S+?)，/.exec(text)?.[1] ?? '';
};

/** The window has closed by itself: what nobody objected to went on, the other row waits. */
export const seeClosed = async (desk: Desk, number: string, held: Named): Promise<void> => {
  await desk.follow(/^公示/);
  await desk.follow(number);
  await desk.sees('已结束');
  const rows = desk.page.getByRole('table', { name: '名单' }).getByRole('row');
  expect(await rows.filter({ hasText: held.unitName }).innerText()).toContain('有异议，等裁定');
  expect(await rows.filter({ hasText: '公示无异议' }).count()).toBe((await rows.count()) - 2);
  await desk.picture('notice-closed');
};

/** Upholds an objection. */
export const uphold = async (desk: Desk, number: string): Promise<void> => {
  await desk.follow(/^异议/);
  await desk.follow(number);
  await desk.picture('objection');
  await desk.press('裁定…');
  await desk.choose('异议是否成立', '成立');
  await desk.fill({ 裁定理由: '经核查，电泳槽清理作业两次没有审批单，异议所述属实，应重新核定。' });
  await desk.picture('ruling');
  await desk.press('作出裁定');
  await desk.sees('裁定成立');
};
