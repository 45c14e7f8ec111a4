import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { rosterFile, rosterLine, XLSX_TYPE } from '#process/campaign/testing/roster-file.ts';
import { type UnitKey, units } from './cast.ts';
import type { Desk } from './desk.ts';
import { textOfPdf } from './pdf-text.ts';

/** Opens the campaign of the year from the scheme, and gives the public notice a few days more. */
export const openCampaign = async (desk: Desk): Promise<void> => {
  await desk.follow('评估工作');
  await desk.follow('启动评估工作');
  await desk.sees('企业自评申报');
  await desk.picture('open-campaign');
  await desk.press('启动评估工作');
  await desk.sees('阶段日期');
  const row = desk.page.getByRole('table', { name: '阶段日期' }).getByRole('row', { name: /^公示/ });
  await row.getByRole('button', { name: '调整日期' }).click();
  await desk.fill({ 结束: '2026-12-28', 理由: '异议成立的单元须重新公示，预留时间。' });
  await desk.picture('change-dates');
  await desk.press('保存');
  await desk.sees('异议成立的单元须重新公示，预留时间。');
  await desk.picture('campaign');
};

const upload = async (desk: Desk, name: string, lines: Parameters<typeof rosterFile>[0]): Promise<void> => {
  const buffer = Buffer.from(await rosterFile(lines));
  await desk.page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX_TYPE, buffer });
};

/** Imports the roster: first a file with a wrong row, of which nothing is taken, then the mended one. */
export const importRoster = async (desk: Desk): Promise<void> => {
  const lines = Object.values(units).map((unit, at) =>
    rosterLine(at + 1, {
      enterpriseName: unit.enterpriseName,
      creditCode: unit.creditCode,
      unitName: unit.unitName,
      industry: '机械制造',
      division: unit.division,
      body: unit.body,
      affiliation: unit.affiliation,
      contactName: '林联系',
      contactPhone: '0812-3330000',
    }),
  );
  await desk.follow('企业名册');
  await desk.sees('名册还是空的');
  await desk.follow('导入名册');
  const template = await desk.download('下载模板');
  expect(template.name).toMatch(/\.xlsx$/);
  const [first, ...others] = lines;
  await upload(desk, '企业名册.xlsx', [{ ...first!, creditCode: '91510400MA6000001A', division: '东城区' }, ...others]);
  await desk.sees('改正后重新上传才能导入');
  await desk.picture('roster-with-faults');
  // The wording of codes is loaded when the first one is shown.
  await desk.sees(/没有行政区划/);
  const findings = await desk.page.getByRole('table', { name: '需要处理的问题' }).innerText();
  expect(findings).toMatch(/B\d[\s\S]*校验/);
  expect(findings).toContain('没有行政区划“东城区”');
  expect(await desk.page.getByRole('button', { name: '确认导入' }).count()).toBe(0);
  await desk.follow('企业名册');
  await desk.sees('名册还是空的');
  await desk.follow('导入名册');
  await desk.page.getByRole('button', { name: '下载模板' }).waitFor();
  await upload(desk, '企业名册（改）.xlsx', lines);
  await desk.page.getByRole('button', { name: '确认导入' }).waitFor();
  await desk.picture('roster-preview');
  await desk.confirm('确认导入');
  await desk.sees('已导入');
  await desk.follow('企业名册');
  await desk.sees(`共 ${lines.length} 条`);
  await desk.picture('roster');
};

/** Prints slips; the code of each enterprise, as its slip says. */
const printSlips = async (desk: Desk, button: string): Promise<(enterpriseName: string) => string> => {
  await desk.press(button);
  const arriving = desk.page.waitForEvent('download');
  await desk.picture('slips');
  await desk.front.locator('footer').getByRole('button', { name: button }).click();
  const lines = textOfPdf(await readFile(await (await arriving).path()));
  return (enterpriseName) => {
    const from = lines.indexOf(enterpriseName);
    const code = lines[lines.indexOf('启用码', from) + 1];
    if (from < 0 || code === undefined) throw new Error(`no slip for ${enterpriseName}: ${lines.join('|')}`);
    return code;
  };
};

/** Prints the activation slips of everybody; the code of each enterprise. */
export const issueSlips = async (desk: Desk): Promise<Readonly<Record<UnitKey, string>>> => {
  await desk.follow('企业启用单');
  await desk.sees('还有 6 家企业没有启用单');
  const codeOf = await printSlips(desk, '打印未发的启用单');
  await desk.sees('企业都已有启用单或账号');
  return Object.fromEntries(
    Object.entries(units).map(([key, { enterpriseName }]) => [key, codeOf(enterpriseName)]),
  ) as Record<UnitKey, string>;
};

/** A county prints another slip for an enterprise that let its own expire; the new code. */
export const reissueSlip = async (desk: Desk, { enterpriseName }: (typeof units)[UnitKey]): Promise<string> => {
  await desk.open('/enterprise-accounts');
  const row = desk.page.getByRole('row').filter({ hasText: enterpriseName });
  await row.filter({ hasText: '启用单已过期' }).getByRole('checkbox').check();
  return (await printSlips(desk, '打印所选'))(enterpriseName);
};
