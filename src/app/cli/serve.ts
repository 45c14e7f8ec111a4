import { keepCompiled } from '#platform/compile-cache.ts';
import { terminalLanguage } from '#platform/config.ts';
import { prepareDataFolder } from '#platform/data-folder.ts';
import { readServeOptions } from '../serve-options.ts';
import { type CommandIo, EXIT, messenger } from './command.ts';
import { commandLineText } from './command-line.text.ts';
import { configured } from './configured.ts';

export const help = `serve [--empty] [--enterprises N] [--seed TEXT]
启动服务（同 npm start -- [选项]）。只对新的数据文件夹起作用的选项：
  --empty          建立正式的空实例，而不是演示城市
  --enterprises N  演示城市的企业数，1 至 20000，默认 300
  --seed TEXT      演示数据的种子，默认 panzhihua
Starts the server (as npm start -- [options] does). Options that matter on a new data folder only:
  --empty          an instance for real use instead of the demonstration
  --enterprises N  enterprises of the demonstration, 1 to 20000, 300 if left out
  --seed TEXT      what the demonstration is made from, panzhihua if left out`;

/** Serves until the process is told to stop; the exit code. */
export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readServeOptions(args);
  if (!options.ok) {
    const messages = messenger(io, [commandLineText], terminalLanguage());
    messages.line(options.error.code, options.error.params);
    messages.line('option.seeHelp');
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  await prepareDataFolder(config.dataFolder);
  keepCompiled(config.dataFolder);
  const { serve } = await import('../serve.ts');
  await serve(config, options.value);
  return EXIT.done;
};
