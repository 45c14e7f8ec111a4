import { serve } from '../serve.ts';
import { type CommandIo, EXIT } from './command.ts';
import { configured } from './configured.ts';

export const help = `serve [--empty] [--enterprises N] [--seed TEXT]
启动服务（同 npm start）。--empty：新的数据文件夹上建立正式的空实例，而不是演示城市。
Starts the server (as npm start does). --empty: on a new data folder, an instance for real use instead of the demonstration.`;

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const config = configured(io);
  if (!config) return EXIT.refused;
  await serve(config, args);
  return EXIT.done;
};
