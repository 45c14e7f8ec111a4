import { resolve } from 'node:path';
import { openDatabase } from '#platform/db/open.ts';
import { messageOf } from '#platform/start-fault.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { type CommandIo, EXIT } from './command.ts';
import { configured } from './configured.ts';
import { readOptions } from './options.ts';

export const help = `backup --to FOLDER
把全部数据和文件写入一个新的文件夹；服务运行时也可以备份。
Writes all data and files into a new folder; works while the server runs.`;

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readOptions(args, { to: { kind: 'value', required: true } });
  if (!options.ok || !options.value.to) {
    io.stderr.write(`${help}\n`);
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  const database = await openDatabase(config, { ifRunning: 'join' });
  try {
    const folder = resolve(options.value.to);
    const manifest = await writeBackup(database, config.dataFolder, folder, new Date(), (name) =>
      io.stderr.write(`  ${name}\n`),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    io.stdout.write(
      `${folder}：${manifest.tables.length} 张表，${rows} 行，${manifest.files} 个文件。 ${rows} rows, ${manifest.files} files.\n`,
    );
    return EXIT.done;
  } catch (error) {
    io.stderr.write(`${messageOf(error)}\n`);
    return EXIT.refused;
  } finally {
    await database.close();
  }
};
