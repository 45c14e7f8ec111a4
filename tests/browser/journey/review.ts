import type { Desk } from './desk.ts';

interface Named {
  readonly unitName: string;
}

const openReview = async (desk: Desk, unit: Named, state: string): Promise<void> => {
  // Loaded anew: for a moment a list still shows what it knew when it was last looked at.
  await desk.open('/reviews');
  const row = desk.page.getByRole('row').filter({ hasText: unit.unitName }).filter({ hasText: state });
  await row.getByRole('link').click();
  await desk.page.locator('[data-sheet-row]').first().waitFor();
};

/** Agrees with the keyboard to everything in the section in sight: `j` to the next, `1` for agreeing. */
const agreeToSection = async ({ page }: Desk): Promise<void> => {
  const count = await page.locator('[data-sheet-row]').count();
  for (let row = 0; row < count; row += 1) {
    await page.keyboard.press('j');
    await page.keyboard.press('1');
  }
};

/** Takes a review up, examines the mandatory and veto items one by one and proposes the class that follows. */
export const review = async (
  desk: Desk,
  unit: Named,
  situation = '近一年检查 2 次，发现隐患 3 处，已全部整改。',
): Promise<void> => {
  await openReview(desk, unit, '待接办');
  await desk.press('接办');
  await desk.page.getByRole('button', { name: '提出初审意见' }).waitFor();
  // After a correction, what was to be corrected comes first.
  const sections = desk.page.locator('.ui-section-nav li button');
  if ((await sections.first().innerText()).startsWith('补正')) {
    await agreeToSection(desk);
    await sections.filter({ hasText: '必备项和否决项' }).click();
  }
  await agreeToSection(desk);
  const text = desk.page.getByLabel('近一年检查、隐患整改、处罚、事故、举报等情况');
  await text.fill(situation);
  await text.blur();
  await desk.sees(/已保存/);
  await desk.picture('workbench');
  await desk.press('提出初审意见');
  await desk.press('提出意见，送审签');
  await desk.sees('待审签');
};

/** Sends a declaration back with what is to be corrected in one item. */
export const returnForCorrection = async (desk: Desk, unit: Named, clause: string, comment: string): Promise<void> => {
  await openReview(desk, unit, '待接办');
  await desk.press('接办');
  await desk.press('退回补正');
  await desk.fill({ 退回理由: '演练记录不全，请补充后重新报送。' });
  await desk.front.getByLabel('添加项目').focus();
  await desk.page.keyboard.insertText(clause);
  await desk.page.locator('.ant-select-item-option-active').waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.front.getByPlaceholder('请企业补正什么').fill(comment);
  await desk.picture('return');
  await desk.press('退回补正');
  await desk.sees(/已退回补正/);
};

/** The second person's signature. */
export const signOff = async (desk: Desk, unit: Named): Promise<void> => {
  await openReview(desk, unit, '待审签');
  await desk.picture('sign-off');
  await desk.confirm('审签');
  await desk.sees('待报送');
};

/** Puts everything signed into one batch for the city office; its number. */
export const transmit = async (desk: Desk, count: number): Promise<string> => {
  await desk.follow('编批报送');
  await desk.page.getByRole('checkbox').first().check();
  await desk.picture('transmit');
  await desk.confirm(`报送综合处（${count}）`);
  const heading = desk.page.getByRole('heading', { name: /^批次/ });
  await heading.waitFor();
  await desk.picture('batch');
  return (await heading.innerText()).replace('批次', '').trim();
};

/** The city office acknowledges a batch after comparing the digest with the paper. */
export const receive = async (desk: Desk, number: string): Promise<void> => {
  await desk.follow(/^报送批次/);
  await desk.follow(number);
  await desk.confirm('签收');
  await desk.sees('已签收');
};
