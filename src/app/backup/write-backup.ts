import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { PoolClient } from 'pg';
import type { Database } from '#platform/db/open.ts';
import { type CopiedTable, readSequences, readTable, tablesToCopy } from '#platform/db/table-copy.ts';
import { ANCHORS, MANIFEST, type Manifest } from './manifest.ts';

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

/** Passes bytes on and counts lines: in COPY's text format a row is a line. */
const counter = () => {
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { stream, rows: () => rows };
};

const digester = () => {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, digest: () => hash.digest('hex') };
};

const copyTable = async (
  client: PoolClient,
  table: CopiedTable,
  folder: string,
): Promise<Manifest['tables'][number]> => {
  const rows = counter();
  const digest = digester();
  await pipeline(
    readTable(client, table),
    rows.stream,
    createZstdCompress(),
    digest.stream,
    createWriteStream(join(folder, `${table.name}.copy.zst`)),
  );
  return { name: table.name, columns: [...table.columns], rows: rows.rows(), sha256: digest.digest() };
};

/**
 * Writes a whole backup into `folder`, which must not exist: every table as of one moment, the files, the heads of the audit
 * log. While it is under way the folder is called `<folder>.partial`, so that a broken one is never taken for a backup.
 */
export const writeBackup = async (
  database: Pick<Database, 'owner'>,
  dataFolder: string,
  folder: string,
  now: Date,
  onTable: (name: string) => void = () => undefined,
): Promise<Manifest> => {
  if (await exists(folder))
    throw new Error(`${folder}: 已存在。请另选一个文件夹。It exists already; choose another folder.`);
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(join(partial, 'tables'), { recursive: true });
  const client = await database.owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables: Manifest['tables'] = [];
    for (const table of await tablesToCopy(client)) {
      onTable(table.name);
      tables.push(await copyTable(client, table, join(partial, 'tables')));
    }
    const sequences = await readSequences(client);
    const migrations = (
      await client.query<Manifest['migrations'][number]>('select file, sha256 from schema_migrations order by number')
    ).rows;
    await client.query('commit');
    // Contents never change and are never removed, so copying them after the tables misses none that a table names. What is unfinished is
    // no content, and what is worked out from one is made again.
    const files = join(dataFolder, 'files');
    const left = [join(files, 'staging'), join(files, 'derived')];
    if (await exists(files))
      await cp(files, join(partial, 'files'), { recursive: true, filter: (path) => !left.includes(path) });
    if (await exists(join(dataFolder, ANCHORS))) await copyFile(join(dataFolder, ANCHORS), join(partial, ANCHORS));
    const names = (await exists(join(partial, 'files')))
      ? await readdir(join(partial, 'files'), { recursive: true, withFileTypes: true })
      : [];
    const manifest: Manifest = {
      format: 'anping-backup-v1',
      madeAt: now.toISOString(),
      migrations,
      tables,
      sequences,
      files: names.filter((entry) => entry.isFile()).length,
    };
    await writeFile(join(partial, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
    await rename(partial, folder);
    return manifest;
  } finally {
    client.release();
  }
};
