import { expect } from 'vitest';
import { PASSWORD, type units } from './cast.ts';
import type { Desk } from './desk.ts';

type Unit = (typeof units)[keyof typeof units];

/** What the registration form is filled in with: by label, in the order of the paper. */
const registration = (today: string): Readonly<Record<string, string>> => ({
  企业地址: '攀枝花市东区机场路 88 号',
  国民经济行业代码: 'C3453',
  主要产品或业务: '齿轮、泵体和结构件',
  法定代表人: '向法人',
  法定代表人电话: '0812-3330001',
  主要负责人: '余负责',
  联系人: '林联系',
  联系电话: '0812-3330000',
  安全管理机构: '安全环保科',
  员工总数: '86',
  专职安全管理人员: '3',
  兼职安全管理人员: '2',
  特种作业人员: '21',
  注册安全工程师: '1',
  倒班方式: '两班制',
  固定资产: '5200.5',
  上年主营业务收入: '8100',
  上年安全生产投入: '120.25',
  重大危险源: '0',
  近三年安全生产行政处罚: '0',
  近一年发现的重大事故隐患: '0',
  自评开始日期: '2026-08-25',
  自评结束日期: today,
  自评组组长: '余负责',
});
const choices = {
  企业性质: '民营',
  企业规模: '小型',
  以往标准化等级: '三级',
  安全生产信用状态: '未列入失信名单',
  是否投保安全生产责任保险: '是',
  申请性质: '初次',
  申请类别: 'A 类',
  同意遵守评审要求并提供真实信息: '是',
} as const;

/** Opens the enterprise's account with the code of its slip. */
export const activateEnterprise = async (desk: Desk, code: string): Promise<void> => {
  await desk.open(`/activate?code=${code}`);
  await desk.fill({ 新密码: PASSWORD, 再输一次新密码: PASSWORD });
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.shell-top').waitFor();
};

/** The registration form, saved as it is filled in; what came from the register is confirmed group by group. */
const register = async (desk: Desk, today: string): Promise<void> => {
  const { page } = desk;
  await desk.follow('登记表');
  await desk.control('企业地址').waitFor();
  for (const [label, option] of Object.entries(choices)) await desk.choose(label, option);
  await desk.fill(registration(today));
  await desk.press('增加一行：证照');
  await desk.choose('证照种类', '营业执照');
  await desk.fill({
    证照编号: '91510402MA6000001',
    '发证机关（机构）': '攀枝花市市场监督管理局',
    有效期起: '2018-03-01',
  });
  await desk.press('增加一行：自评组成员');
  await desk.fill({ 姓名: '余负责', 部门: '公司领导' });
  for (const label of ['死亡', '重伤', '其他重大事故', '新增职业病'])
    for (const cell of await page.locator('#group-record').getByLabel(label, { exact: true }).all())
      await cell.fill('0');
  const unconfirmed = page.getByRole('button', { name: '核对无误，全部确认' });
  while ((await unconfirmed.count()) > 0) {
    const before = await unconfirmed.count();
    await unconfirmed.first().click();
    await expect.poll(() => unconfirmed.count(), { timeout: 15_000 }).toBeLessThan(before);
  }
  await desk.picture('registration');
  await desk.follow('登记表已填完，返回申报');
};

export interface Findings {
  /** Clauses that are not met. */
  readonly unmet?: readonly string[];
  /** The clause to which a file is attached. */
  readonly evidenceFor?: string;
}

/** Answers item by item with the keyboard: `j` to the next, `1` for met or full points, `2` for none, and why. */
const assess = async (desk: Desk, { unmet = [], evidenceFor }: Findings): Promise<void> => {
  const { page } = desk;
  await desk.follow('自评表');
  await page.locator('[data-sheet-row]').first().waitFor();
  const rows = page.locator('[data-sheet-row]');
  for (let element = 0; ; element += 1) {
    // Rows out of sight are not laid out and have no inner text.
    const clauses = await rows.locator('.item-clause').allTextContents();
    for (const [at, clause] of clauses.entries()) {
      // Whoever goes on to the next element stands at its first item already.
      if (element === 0 || at > 0) await page.keyboard.press('j');
      else await page.locator('[data-sheet-row]:focus, [data-sheet-row]:focus-within').waitFor();
      await page.keyboard.press(unmet.includes(clause) ? '2' : '1');
      if (!unmet.includes(clause)) continue;
      await page.locator('[data-part="reason"] textarea:focus').waitFor();
      await page.keyboard.insertText('检查时有一台超期未检。');
      await page.keyboard.press('Escape');
    }
    const further = page.getByRole('button', { name: /^下一要素/ });
    if ((await further.count()) === 0) break;
    await page.keyboard.press('j');
    await rows
      .locator('.item-clause', { hasText: clauses[0] ?? '' })
      .first()
      .waitFor({ state: 'detached' });
  }
  await desk.sees(/已保存/);
  if (evidenceFor !== undefined) await attach(desk, evidenceFor);
  await desk.picture('assessment');
};

/** Attaches a file to an item of the section in sight, or of the one that holds it. */
const attach = async (desk: Desk, clause: string): Promise<void> => {
  const row = desk.page.locator('[data-sheet-row]', { has: desk.page.getByText(clause, { exact: true }) });
  await row.getByRole('button', { name: '添加佐证' }).click();
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n101\n%%EOF\n',
  );
  await row
    .locator('input[type=file]')
    .setInputFiles({ name: '应急演练记录.pdf', mimeType: 'application/pdf', buffer: pdf });
  await row.getByText(/已收妥/).waitFor();
};

interface Expected {
  readonly class: string;
  readonly why?: RegExp;
  readonly late?: boolean;
}

/** Checks, promises and submits; the number of the receipt. */
export const submit = async (desk: Desk, unit: Unit, expected: Expected): Promise<string> => {
  await desk.press('去检查');
  await desk.sees('各项均已完成，可以报送。');
  await desk.sees(expected.class);
  if (expected.why) await desk.sees(expected.why);
  await desk.page.waitForLoadState('networkidle');
  for (const box of await desk.front.getByRole('checkbox').all()) await box.check();
  if (expected.late) await desk.sees('本次报送将注明“逾期报送”');
  await desk.picture('check');
  await desk.press('报送');
  await desk.page.getByRole('heading', { name: '申报回执' }).waitFor();
  const receipt = await desk.page.locator('.receipt').innerText();
  expect(receipt).toContain(unit.receiver);
  await desk.picture('receipt');
  return await desk.page.locator('.receipt-number b').innerText();
};

/** A whole declaration, from the account's home page to the receipt. */
export const declare = async (
  desk: Desk,
  unit: Unit,
  today: string,
  findings: Findings & Partial<Expected> = {},
): Promise<string> => {
  await desk.follow(/自评申报/);
  await desk.follow(unit.unitName);
  await desk.press('开始填报');
  await desk.sees('申报事项');
  await desk.picture('declaration');
  await register(desk, today);
  await assess(desk, findings);
  return await submit(desk, unit, { class: 'A 类', ...findings });
};

/** What came back is corrected on the same record: the file that was missing, then another receipt. */
export const correct = async (desk: Desk, unit: Unit, clause: string): Promise<string> => {
  await desk.open('/');
  await desk.picture('home');
  await desk.follow(/退回补正|自评申报/);
  await desk.follow(unit.unitName);
  await desk.sees('受理单位退回补正');
  await desk.picture('returned');
  await desk.front
    .getByRole('listitem')
    .getByRole('link', { name: new RegExp(`^${clause.replaceAll('.', '\\.')}`) })
    .first()
    .click();
  await desk.page.locator('[data-sheet-row]').first().waitFor();
  await attach(desk, clause);
  return await submit(desk, unit, { class: 'A 类' });
};
