import type { Desk } from './desk.ts';

/** What the audit log says, oldest first: what was done and by whom. */
export const readAuditLog = async (desk: Desk): Promise<readonly string[]> => {
  const { page } = desk;
  await desk.open('/audit-log');
  const lines: string[] = [];
  for (;;) {
    await page.getByText('正在更新').waitFor({ state: 'hidden' });
    await page.getByRole('table').waitFor();
    // The wording of what was done is loaded when it is first shown.
    await page.locator('tbody td', { hasText: /^…$/ }).first().waitFor({ state: 'hidden' });
    if (lines.length === 0) await desk.picture('audit-log');
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText)));
    for (const [, what, , who] of rows) lines.unshift(`${what} ${who}`);
    const further = page.getByRole('button', { name: '下一页' });
    if (await further.isDisabled()) return lines;
    await Promise.all([page.waitForResponse(/\/api\/audit-entries\?/), further.click()]);
  }
};
