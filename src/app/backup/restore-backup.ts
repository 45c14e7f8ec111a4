import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, cp, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { Database } from '#platform/db/open.ts';
import { withoutForcedSecurity, writeSequence, writeTable } from '#platform/db/table-copy.ts';
import { ANCHORS, MANIFEST, type Manifest, manifestForm } from './manifest.ts';

/** Why a folder is not restored: what is wrong and what to do, in both languages. */
export class RestoreFault extends Error {}

const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new RestoreFault(`${folder}: 没有 ${MANIFEST}，不是完整的备份。No ${MANIFEST}: this is no complete backup.`);
  });
  const parsed = manifestForm.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new RestoreFault(`${folder}/${MANIFEST}: 格式不对 ${parsed.error.issues[0]?.path.join('.')}。Malformed.`);
  return parsed.data;
};

const checkFiles = async (folder: string, manifest: Manifest): Promise<void> => {
  for (const { name, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, 'tables', `${name}.copy.zst`)), hash);
    if (hash.digest('hex') !== sha256)
      throw new RestoreFault(`tables/${name}.copy.zst: 内容已损坏或被改动。Damaged or altered.`);
  }
};

/**
 * Restores a backup into an instance that has no city yet; all of it or nothing. The same release that made the backup
 * restores it (the migrations must be the same); a newer one brings it up to date at its next start.
 */
export const restoreBackup = async (
  database: Pick<Database, 'owner'>,
  dataFolder: string,
  folder: string,
  onTable: (name: string) => void = () => undefined,
): Promise<Manifest> => {
  const manifest = await readManifest(folder);
  await checkFiles(folder, manifest);
  const client = await database.owner.connect();
  try {
    await client.query('begin');
    if ((await client.query('select 1 from cities limit 1')).rows.length > 0) {
      throw new RestoreFault(
        '实例中已有数据。请用 ANPING_DATA_DIR 指定一个新的数据文件夹。The instance holds data; choose a new data folder with ANPING_DATA_DIR.',
      );
    }
    const here = (await client.query('select file, sha256 from schema_migrations order by number')).rows;
    if (JSON.stringify(here) !== JSON.stringify(manifest.migrations)) {
      throw new RestoreFault(
        `备份由另一版本的程序所做（${manifest.migrations.at(-1)?.file}）。请用该版本恢复，再升级。The backup is of another release; restore with that one, then upgrade.`,
      );
    }
    for (const table of manifest.tables) {
      onTable(table.name);
      await withoutForcedSecurity(client, table, async () => {
        await pipeline(
          createReadStream(join(folder, 'tables', `${table.name}.copy.zst`)),
          createZstdDecompress(),
          writeTable(client, table),
        );
      });
    }
    for (const sequence of manifest.sequences) await writeSequence(client, sequence);
    const files = join(folder, 'files');
    if (manifest.files > 0) await cp(files, join(dataFolder, 'files'), { recursive: true });
    if (await stat(join(folder, ANCHORS)).catch(() => null))
      await copyFile(join(folder, ANCHORS), join(dataFolder, ANCHORS));
    await client.query('commit');
    return manifest;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
