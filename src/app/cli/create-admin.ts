import { dayOf } from '#lib/plain-date.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { peopleTexts } from '#parties/people/people.text.ts';
import { createAdministrator } from '#parties/people/server/accounts/create-administrator.ts';
import { terminalLanguage } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { type Application, type City, citiesOf } from '../application.ts';
import { openInstance } from '../instance.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { configured } from './configured.ts';
import { readOptions } from './options.ts';

export const help = `create-admin --login LOGIN --name NAME
新建一个管理员账号，输出一次性启用码：在登录页选“启用账号”，输入启用码并设置密码。服务运行时也可以使用。
Creates an administrator and prints a one-time code: choose “Open an account” on the sign-in page, type the code and set a
password. Works while the server runs.
--login  3–40 个汉字、字母、数字或 . _ -  3–40 Chinese characters, letters, digits or . _ -
--name   姓名，最多 40 个字  name, at most 40 characters`;

const rules = {
  login: {
    kind: 'value',
    required: true,
    pattern: (text: string) => /^[\p{Script=Han}a-zA-Z0-9._-]{3,40}$/u.test(text),
  },
  name: {
    kind: 'value',
    required: true,
    pattern: (text: string) => text.trim() !== '' && [...text.trim()].length <= 40,
  },
} as const;

export interface NewAdministrator {
  readonly login: string;
  readonly name: string;
}

/** Makes the administrator in the city of an open instance; the exit code. */
export const createIn = async (
  { runner }: Pick<Application, 'runner'>,
  city: City | undefined,
  { login, name }: NewAdministrator,
  io: CommandIo,
): Promise<number> => {
  if (!city) {
    io.stderr.write('还没有城市数据，请先启动一次服务。 There is no city yet: start the server once.\n');
    return EXIT.refused;
  }
  const made = await runner.runAs(systemActor(city.city_id), createAdministrator, { login, name: name.trim() });
  if (!made.ok) {
    messenger(io, [peopleTexts], terminalLanguage()).faults('--login', made.error);
    return EXIT.refused;
  }
  const { code, login: kept, expiresAt } = made.value;
  const until = dayOf(new Date(expiresAt));
  io.stdout.write(
    `${city.name}：管理员 ${kept}\n启用码（只显示一次，${until} 前有效） One-time code, valid until ${until}:\n  ${code}\n`,
  );
  return EXIT.done;
};

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readOptions(args, rules);
  if (!options.ok) {
    messenger(io, [commandLineText], terminalLanguage()).line(options.error.code, options.error.params);
    io.stderr.write(`${help}\n`);
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  const { login = '', name = '' } = options.value;
  const instance = await openInstance(config, { ifRunning: 'join', log: createLog('error') });
  try {
    const [city] = await citiesOf(instance.database.app);
    return await createIn(instance.app, city, { login, name }, io);
  } finally {
    await instance.close();
  }
};
