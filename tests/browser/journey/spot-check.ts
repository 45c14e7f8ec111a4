import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { run as runDraw } from '#app/cli/draw.ts';
import type { Desk } from './desk.ts';

interface Named {
  readonly unitName: string;
}

/** What is published before there is a seed. */
export interface Frozen {
  readonly number: string;
  readonly poolDigest: string;
  readonly paramsDigest: string;
}

/** Freezes everything that was received, with the shares of the scheme. */
export const freeze = async (desk: Desk, count: number): Promise<Frozen> => {
  await desk.follow(/^抽取/);
  await desk.page.getByRole('button', { name: '冻结并公布' }).waitFor();
  await desk.picture('candidates');
  await desk.press('冻结并公布');
  await desk.sees(new RegExp(`^${count} 个单元、`));
  await desk.front.locator('footer').getByRole('button', { name: '冻结并公布' }).click();
  await desk.page.getByRole('button', { name: '取种抽取' }).waitFor();
  await desk.picture('frozen');
  const [poolDigest = '', paramsDigest = ''] = await desk.page.locator('.draw-digest code').allInnerTexts();
  return { number: await desk.page.getByRole('heading', { level: 1 }).innerText(), poolDigest, paramsDigest };
};

export const SEED = '双色球 03 11 17 20 26 31 + 08';

/** Takes the seed before witnesses and draws. */
export const drawBySeed = async (desk: Desk): Promise<void> => {
  await desk.press('取种抽取');
  await desk.fill({ 种子: SEED, 种子来源: '双色球第 2026129 期，当晚开奖', 见证人: '成见证、祝监督' });
  await desk.front.getByRole('checkbox').check();
  await desk.picture('seed');
  await desk.press('抽取并公布结果');
  await desk.page.getByRole('button', { name: '结果 result.json' }).waitFor();
  await desk.picture('drawn');
};

/** Draws again from the files that anyone can have, and compares. */
export const recompute = async (desk: Desk): Promise<void> => {
  const pool = await desk.download('抽查池 pool.csv');
  const strata = await desk.download('分层 strata.csv');
  const result = await desk.download('结果 result.json');
  const folder = await mkdtemp(join(tmpdir(), 'anping-recompute-'));
  try {
    for (const file of [pool, strata]) await writeFile(join(folder, file.name), file.bytes);
    let said = '';
    const io = { stdout: { write: (text: string) => (said += text) }, stderr: process.stderr };
    const options = [`--pool=${join(folder, pool.name)}`, `--strata=${join(folder, strata.name)}`, `--seed=${SEED}`];
    expect(await runDraw([...options, '--json'], io as never)).toBe(0);
    expect(said).toBe(result.bytes.toString('utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Sends both experts to every unit that waits for some; the first leads. */
export const assignExperts = async (desk: Desk): Promise<void> => {
  await desk.open('/verifications?state=to-assign');
  await desk.page.getByRole('table').getByRole('checkbox').first().check();
  await desk.press('指派专家');
  for (const name of ['柏专家', '桑专家']) await desk.front.getByRole('checkbox', { name }).check();
  await desk.picture('assign');
  await desk.press('指派');
  await desk.page.locator('dialog[open]').waitFor({ state: 'detached' });
};

interface OnSite {
  readonly day: string;
  /** A mandatory item that does not hold, and what was seen. */
  readonly unmet?: readonly [clause: string, comment: string];
  readonly class?: string;
}

/** The names of the units that an expert has been sent to. */
export const drawnUnits = async (desk: Desk): Promise<readonly string[]> => {
  await desk.open('/my-verifications');
  await desk.page.locator('.site-task').first().waitFor();
  return await desk.page.locator('.site-task b').allInnerTexts();
};

/** The second expert looks at a unit too: what one writes, the other sees. */
export const lookAlong = async (desk: Desk, unit: Named): Promise<void> => {
  await desk.open('/my-verifications');
  await desk.picture('tasks');
  await desk.follow(new RegExp(unit.unitName));
  await desk.page.locator('[data-sheet-row]').first().waitFor();
  await desk.page.keyboard.press('j');
  await desk.page.keyboard.press('1');
  await desk.sees(/已保存/);
};

/** The lead examines what must be examined, writes what was found, and hands in. */
export const verify = async (
  desk: Desk,
  unit: Named,
  { day, unmet, class: verifiedClass = 'A 类' }: OnSite,
): Promise<void> => {
  const { page } = desk;
  await desk.open('/my-verifications');
  await desk.follow(new RegExp(unit.unitName));
  const rows = page.locator('[data-sheet-row]');
  await rows.first().waitFor();
  for (const clause of await rows.locator('.site-clause').allTextContents()) {
    await page.keyboard.press('j');
    await page.keyboard.press(clause === unmet?.[0] ? '2' : '1');
    if (clause === unmet?.[0]) {
      const row = rows.filter({ has: page.getByText(clause, { exact: true }) });
      const comment = row.getByLabel('理由、说明');
      await comment.fill(unmet[1]);
      await comment.blur();
      await row.focus();
    }
  }
  await desk.picture('site');
  await page.locator('.ui-section-nav select').selectOption({ value: 'visit' });
  await desk.control('现场核定日期').fill(day);
  const conclusion = page.getByLabel('核定结论');
  await conclusion.fill(unmet ? `现场发现：${unmet[1]}` : '现场与材料相符，设备检验在有效期内。');
  await conclusion.blur();
  await desk.sees(/已保存/);
  await desk.sees(verifiedClass);
  await desk.picture('visit');
  await desk.confirm('提交核定结果');
  await desk.page.getByRole('heading', { name: '我的核定任务' }).waitFor();
};

/** The city office confirms what the experts found. */
export const confirmVerification = async (desk: Desk, unit: Named, expected = 'A 类'): Promise<void> => {
  await desk.open('/verifications?state=submitted');
  await desk.follow(new RegExp(unit.unitName));
  await desk.page.getByRole('button', { name: '确认核定结果' }).waitFor();
  await desk.picture('verification');
  await desk.confirm('确认核定结果');
  await desk.sees(`已确认，类别 ${expected}`);
};

/** What was not drawn keeps the reviewed class, by an act of its own. */
export const keepReviewed = async (desk: Desk): Promise<void> => {
  await desk.follow(/^沿用初审类别/);
  await desk.page.getByRole('table', { name: '待定的分层' }).getByRole('checkbox').first().check();
  await desk.press('沿用初审类别');
  await desk.picture('keep');
  await desk.press('沿用初审类别');
  await desk.sees('没有待定的分层');
  await desk.picture('kept');
};
