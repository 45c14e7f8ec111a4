import { type OfficerKey, officers, PASSWORD } from './cast.ts';
import type { Desk } from './desk.ts';

/** Opens the instance with its one-time link. */
export const becomeAdministrator = async (desk: Desk, link: string): Promise<void> => {
  await desk.open(link);
  await desk.fill({ 姓名: '安静', 用户名: 'anjing', 新密码: PASSWORD, 再输一次新密码: PASSWORD });
  await desk.picture('first-administrator');
  await desk.page.keyboard.press('Enter');
  await desk.sees('没有等您办的事');
};

/** Invites everyone; the code of each, as it is handed over. */
export const inviteOfficers = async (desk: Desk): Promise<Readonly<Record<OfficerKey, string>>> => {
  const codes: Partial<Record<OfficerKey, string>> = {};
  await desk.follow('账号管理');
  for (const [key, person] of Object.entries(officers) as [OfficerKey, (typeof officers)[OfficerKey]][]) {
    await desk.follow('邀请人员');
    await desk.fill({ 姓名: person.name, 用户名: person.login });
    await desk.choose('角色', person.role);
    if (person.body !== null) await desk.choose('单位', person.body);
    else for (const industry of ['机械制造', '建材']) await desk.front.getByLabel(industry, { exact: true }).check();
    if (key === 'expertOne') await desk.picture('invite');
    await desk.press('建立账号并生成启用码');
    const code = desk.front.locator('output');
    codes[key] = await code.innerText();
    if (key === 'cityOffice') await desk.picture('code');
    await desk.press('已交给本人，关闭');
  }
  await desk.sees(`共 ${Object.keys(officers).length + 1} 条`);
  await desk.picture('accounts');
  return codes as Record<OfficerKey, string>;
};

/** Opens an account with its code and a password, through the page. */
export const activate = async (desk: Desk, code: string): Promise<void> => {
  await desk.open('/activate');
  await desk.fill({ 启用码: code, 新密码: PASSWORD, 再输一次新密码: PASSWORD });
  await desk.picture('activation');
  await desk.page.keyboard.press('Enter');
  await desk.page.locator('.shell-top').waitFor();
};

/** The same without a page, for those whose page would show nothing new. */
export const activateQuickly = async (address: string, code: string): Promise<void> => {
  const answer = await fetch(new URL('/api/activation', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ code, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
};
