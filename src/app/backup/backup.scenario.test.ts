import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#support/audit/server/verify.ts';
import { sealUpTo } from '#support/audit/testing/seal-up-to.ts';
import { BlobStore } from '#support/files/server/blob-store.ts';
import { createTestDatabase } from '../../../tests/database.ts';
import { CITY, createWorld, type World } from '../../../tests/world.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

let world: World;
let scratch: string;
let data: string;
let digest: string;

beforeAll(async () => {
  world = await createWorld();
  scratch = await mkdtemp(join(tmpdir(), 'anping-backup-'));
  data = join(scratch, 'data');
  ({ digest } = await new BlobStore(join(data, 'files')).storeBytes(Buffer.from('照片')));
  const head = await sealUpTo(world.database.app, CITY, 1);
  await writeFile(join(data, 'audit-anchors.log'), `${JSON.stringify({ cityId: CITY, ...head })}\n`);
  await world.database.owner.query(`select setval('receipt_numbers', 41)`);
});
afterAll(async () => {
  await world.close();
  await rm(scratch, { recursive: true, force: true });
});

const contents = async (owner: World['database']['owner'], table: string): Promise<unknown[]> =>
  (await owner.query(`select to_jsonb(t) - 'transaction_id' - 'sealed_through' as row from ${table} t order by 1`))
    .rows;

describe('backup and restore', () => {
  it('brings back every row, file, sequence and the audit chain on another database', async () => {
    const folder = join(scratch, 'whole');
    const manifest = await writeBackup(world.database, data, folder, new Date());
    const target = await createTestDatabase();
    try {
      await restoreBackup(target, join(scratch, 'restored'), folder);
      for (const { name, rows } of manifest.tables) {
        const restored = await contents(target.owner, name);
        expect(restored, name).toHaveLength(rows);
        expect(restored, name).toEqual(await contents(world.database.owner, name));
      }
      expect(manifest.tables.find((table) => table.name === 'bodies')?.rows).toBeGreaterThan(10);
      expect((await target.owner.query(`select nextval('receipt_numbers') as next`)).rows[0].next).toBe(42);
      const blob = await new BlobStore(join(scratch, 'restored', 'files')).openBlob(digest);
      expect(blob?.size).toBe(6);
      const client = await target.owner.connect();
      const [anchor] = (await readFile(join(scratch, 'restored', 'audit-anchors.log'), 'utf8'))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect((await verifyAudit(client, CITY, [anchor], new Date(Date.now() + 120_000))).findings).toEqual([]);
      client.release();
    } finally {
      await target.close();
    }
  });

  it('goes on sealing after a restore, though transactions count anew', async () => {
    const folder = join(scratch, 'sealing');
    await writeBackup(world.database, data, folder, new Date());
    const target = await createTestDatabase();
    try {
      await restoreBackup(target, join(scratch, 'restored-2'), folder);
      await target.owner.query(`insert into audit_entries (city_id, entry_id, occurred_at, actor_name, command, subject_type, subject_id, request_id, payload_digest)
        values (${CITY}, gen_random_uuid(), now(), 'x', 'test.after', 'note', 'after', 'r', '\\x00')`);
      const before = (await target.owner.query('select max(sequence) as last from audit_chain')).rows[0].last;
      expect(await sealUpTo(target.app, CITY, before + 1)).toMatchObject({ sequence: before + 1 });
    } finally {
      await target.close();
    }
  });

  it('keeps row-level security forced on every table after a restore', async () => {
    const folder = join(scratch, 'security');
    await writeBackup(world.database, data, folder, new Date());
    const target = await createTestDatabase();
    try {
      await restoreBackup(target, join(scratch, 'restored-3'), folder);
      const open = await target.owner.query(
        `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations' and not relforcerowsecurity`,
      );
      expect(open.rows).toEqual([]);
    } finally {
      await target.close();
    }
  });

  it('refuses a folder that exists, an instance that holds data, and a backup that is damaged or incomplete, and changes nothing', async () => {
    const folder = join(scratch, 'faulty');
    await writeBackup(world.database, data, folder, new Date());
    await expect(writeBackup(world.database, data, folder, new Date())).rejects.toThrow(/已存在/);
    await expect(restoreBackup(world.database, data, folder)).rejects.toThrow(/已有数据/);
    const target = await createTestDatabase();
    try {
      await expect(restoreBackup(target, join(scratch, 'x'), scratch)).rejects.toThrow(/manifest/);
      await appendFile(join(folder, 'tables', 'bodies.copy.zst'), 'x');
      await expect(restoreBackup(target, join(scratch, 'x'), folder)).rejects.toThrow(/bodies.*(损坏|Damaged)/);
      expect((await target.owner.query('select * from cities')).rows).toEqual([]);
    } finally {
      await target.close();
    }
  });
});
