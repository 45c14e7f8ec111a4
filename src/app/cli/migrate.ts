import { openDatabase } from '#platform/db/open.ts';
import { type CommandIo, EXIT } from './command.ts';
import { configured } from './configured.ts';

export const help = `migrate
执行尚未执行的数据库迁移（启动服务时也会自动执行）。
Applies the migrations that are still to come (starting the server does so too).`;

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  if (args.length > 0) {
    io.stderr.write(`migrate 不带参数 takes no options: ${args.join(' ')}\n`);
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  const database = await openDatabase(config);
  try {
    io.stdout.write(
      database.migrated.length > 0
        ? `${database.migrated.join('\n')}\n`
        : '数据库已是最新。 The database is up to date.\n',
    );
    return EXIT.done;
  } finally {
    await database.close();
  }
};
