import { resolve } from 'node:path';
import { openDatabase } from '#platform/db/open.ts';
import { messageOf } from '#platform/start-fault.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { type CommandIo, EXIT } from './command.ts';
import { configured } from './configured.ts';
import { readOptions } from './options.ts';

export const help = `restore --from FOLDER
把备份恢复到新的数据文件夹（ANPING_DATA_DIR）：或全部恢复，或什么也不改。恢复后请运行 verify-audit。
Restores a backup into a new data folder (ANPING_DATA_DIR): all of it or nothing. Run verify-audit afterwards.`;

export const run = async (args: string[], io: CommandIo): Promise<number> => {
  const options = readOptions(args, { from: { kind: 'value', required: true } });
  if (!options.ok || !options.value.from) {
    io.stderr.write(`${help}\n`);
    return EXIT.options;
  }
  const config = configured(io);
  if (!config) return EXIT.refused;
  const database = await openDatabase(config);
  try {
    const manifest = await restoreBackup(database, config.dataFolder, resolve(options.value.from), (name) =>
      io.stderr.write(`  ${name}\n`),
    );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    io.stdout.write(
      `已恢复 ${manifest.tables.length} 张表，${rows} 行，${manifest.files} 个文件。 Restored ${rows} rows, ${manifest.files} files.\n`,
    );
    return EXIT.done;
  } catch (error) {
    io.stderr.write(`${messageOf(error)}\n`);
    return EXIT.refused;
  } finally {
    await database.close();
  }
};
