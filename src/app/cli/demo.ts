import { terminalLanguage } from '#platform/config.ts';
import { createLog } from '#platform/log.ts';
import { type City, citiesOf } from '../application.ts';
import { settleCity } from '../first-start.ts';
import { type Instance, openInstance } from '../instance.ts';
import { type Progress, progressLine } from '../progress-page.ts';
import { readServeOptions, type ServeOptions } from '../serve-options.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { configured } from './configured.ts';

export const help = `demo [--enterprises N] [--seed TEXT]
在新的数据文件夹上生成演示城市（虚构企业、账号和一次进行中的评估），不启动服务；被打断的，接着生成。
Makes the demonstration city on a new data folder (invented enterprises, accounts and a campaign under way) without starting
the server, or goes on where it was interrupted. The same seed gives the same city.
--enterprises  企业数，1–20000，默认 300  number of enterprises, 300 unless given
--seed         任意文字，默认 panzhihua  any text, panzhihua unless given
演示日期和推进日期的按钮只存在于按演示建立的实例，这个标记不能事后加上或去掉；正式实例上本命令拒绝执行。
The clock of a demonstration exists only in an instance created as one, a mark that is neither given nor taken away later;
on any other instance this command is refused.`;

const refusals = {
  real: '此实例不是演示实例：演示日期只存在于按演示建立的实例。请另用一个空的数据文件夹（ANPING_DATA_DIR）。\nThis instance is no demonstration: such a clock exists only in an instance created as a demonstration. Use another, empty data folder (ANPING_DATA_DIR).\n',
  ready:
    '演示城市已经生成，没有改动。要另一个，请用空的数据文件夹（ANPING_DATA_DIR）。\nThe demonstration city is there already; nothing was changed. For another one use an empty data folder (ANPING_DATA_DIR).\n',
} as const;

/** Makes the demonstration, or says why it is not made; the exit code. */
export const makeIn = async (
  city: City | undefined,
  make: (onProgress: (progress: Progress) => void) => Promise<readonly string[]>,
  io: CommandIo,
): Promise<number> => {
  if (city && !city.demonstration) {
    io.stderr.write(refusals.real);
    return EXIT.refused;
  }
  if (city?.demonstration_ready) {
    io.stderr.write(refusals.ready);
    return EXIT.refused;
  }
  let shown = '';
  const lines = await make((progress) => {
    const line = progressLine(progress);
    if (line !== shown) io.stdout.write(`${line}\n`);
    shown = line;
  });
  for (const line of lines) io.stdout.write(`${line}\n`);
  return EXIT.done;
};

const makeAt = (instance: Instance, options: ServeOptions) => (onProgress: (progress: Progress) => void) =>
  settleCity(instance, { ...options, empty: false }, '', onProgress);

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readServeOptions(args);
  if (!options.ok || options.value.empty) {
    const { code, params } = options.ok ? { code: 'option.unknown', params: { given: '--empty' } } : options.error;
    messenger(io, [commandLineText], terminalLanguage()).line(code, params);
    io.stderr.write(`${help}\n`);
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  const instance = await openInstance(config, { log: createLog('error') });
  try {
    const [city] = await citiesOf(instance.database.app);
    return await makeIn(city, makeAt(instance, options.value), io);
  } finally {
    await instance.close();
  }
};
