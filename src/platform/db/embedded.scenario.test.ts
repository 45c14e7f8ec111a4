import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkoutFolder } from '#platform/config.ts';
import { readPostmaster } from '#platform/db/cluster.ts';
import { startEmbedded } from '#platform/db/embedded.ts';
import { type Database, openDatabase } from '#platform/db/open.ts';
import { isOutage } from '#platform/db/outage.ts';
import { isRunning, waitUntil } from '#platform/processes.ts';

const asRoot = process.getuid?.() === 0;
let folder: string;
let children: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anping-test-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  const postmaster = readPostmaster(join(folder, 'postgres'));
  if (postmaster && isRunning(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT');
  if (postmaster) await rm(postmaster.socketFolder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

const open = (ifRunning: 'refuse' | 'join' = 'refuse'): Promise<Database> =>
  openDatabase(
    { dataFolder: folder, databaseUrl: undefined, databaseOwnerUrl: undefined, databasePublicUrl: undefined },
    { ifRunning },
  );

const writeNote = (database: Database, note: string): Promise<unknown> =>
  database.owner.query(`create table if not exists notes (note text); insert into notes values ('${note}')`);

const notes = async (database: Database): Promise<unknown[]> =>
  (await database.owner.query<{ note: string }>('select note from notes order by note')).rows.map(({ note }) => note);

/** Another process that opens the folder, confirms one note, and lives until it is killed. */
const openElsewhere = async (): Promise<ChildProcess> => {
  const program = `
    import { openDatabase } from '#platform/db/open.ts';
    const database = await openDatabase({ dataFolder: ${JSON.stringify(folder)} });
    await database.owner.query("create table notes (note text); insert into notes values ('confirmed elsewhere')");
    database.announce('http://127.0.0.1:8166');
    process.stdout.write('ready');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: checkoutFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise((resolve, reject) => {
    child.stdout?.once('data', resolve);
    child.once('exit', () => reject(new Error('the other process ended early')));
  });
  return child;
};

const kill = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL');
  expect(await waitUntil(() => !isRunning(pid), 10_000)).toBe(true);
};

describe('a data folder', () => {
  test('is created on the first start, kept by the next, and left without processes or socket', async () => {
    const first = await open();
    expect(first.migrated.length).toBeGreaterThan(0);
    await writeNote(first, 'kept');
    const postmaster = readPostmaster(join(folder, 'postgres'))!;
    await first.close();
    expect(isRunning(postmaster.pid)).toBe(false);
    await expect(readdir(postmaster.socketFolder)).rejects.toThrow(/ENOENT/);

    const second = await open();
    expect(second.migrated).toEqual([]);
    expect(await notes(second)).toEqual(['kept']);
    await second.close();
    expect((await readdir(folder)).sort()).toEqual(['log', 'postgres']);
  });

  test('is refused to a second server, which is told where the first one is; a command joins it', async () => {
    const other = await openElsewhere();
    await expect(open()).rejects.toMatchObject({
      code: 'folder.running',
      params: { pid: other.pid, address: 'http://127.0.0.1:8166', folder },
    });
    const joined = await open('join');
    expect(joined.joined).toBe(true);
    expect(await notes(joined)).toEqual(['confirmed elsewhere']);
    await joined.close();
    expect(isRunning(readPostmaster(join(folder, 'postgres'))!.pid)).toBe(true);
  });

  test('of another major version is refused and not touched', async () => {
    await (await startEmbedded({ folder, fsync: false })).stop();
    await writeFile(join(folder, 'postgres/PG_VERSION'), '15\n');
    await expect(open()).rejects.toMatchObject({ code: 'database.versionDiffers', params: { found: '15' } });
    await rm(join(folder, 'postgres/PG_VERSION'));
    await expect(open()).rejects.toMatchObject({ code: 'database.notACluster' });
    expect(await readdir(folder)).not.toContain('instance.lock');
  });

  test('whose creation was cut off is created again', async () => {
    await mkdir(join(folder, 'postgres.new/base'), { recursive: true });
    await writeFile(join(folder, 'postgres.new/PG_VERSION'), '18\n');
    const database = await open();
    await database.close();
    expect(await readdir(folder)).not.toContain('postgres.new');
  });

  test.runIf(asRoot)('of another user is refused with the name of that user', async () => {
    await chown(folder, 65_534, 65_534);
    await expect(open()).rejects.toMatchObject({
      code: 'folder.foreignOwner',
      params: { owner: 'nobody', user: 'root' },
    });
  });

  test.runIf(asRoot)('that the database user cannot reach is refused with the folder that is in the way', async () => {
    const home = join(folder, 'home');
    await mkdir(home, { mode: 0o700 });
    await chmod(folder, 0o755);
    const outer = folder;
    folder = join(home, 'data');
    await expect(open()).rejects.toMatchObject({ code: 'folder.unreachable', params: { blocker: home } });
    folder = outer;
  });
});

describe('after a kill', () => {
  test('of the server, the orphaned database is stopped and what was confirmed is there', async () => {
    const other = await openElsewhere();
    const orphan = readPostmaster(join(folder, 'postgres'))!.pid;
    await kill(other.pid!);
    expect(isRunning(orphan)).toBe(true);

    const database = await open();
    expect(isRunning(orphan)).toBe(false);
    expect(await notes(database)).toEqual(['confirmed elsewhere']);
    await database.close();
  });

  test('of server and database together, recovery brings back what was confirmed', async () => {
    const other = await openElsewhere();
    const postmaster = readPostmaster(join(folder, 'postgres'))!.pid;
    await Promise.all([kill(other.pid!), kill(postmaster)]);
    const database = await open();
    expect(await notes(database)).toEqual(['confirmed elsewhere']);
    await database.close();
  });

  test('of the database alone, it is started again and the pools go on by themselves', async () => {
    const database = await open();
    await writeNote(database, 'confirmed');
    const postmaster = readPostmaster(join(folder, 'postgres'))!.pid;
    process.kill(postmaster, 'SIGKILL');
    // Whoever asks meanwhile is told that it passes, not that it failed for good.
    const meanwhile = await Promise.all(
      Array.from({ length: 8 }, () => notes(database).catch((error: unknown) => error)),
    );
    for (const answer of meanwhile) expect(Array.isArray(answer) || isOutage(answer), String(answer)).toBe(true);
    const restarted = () => (readPostmaster(join(folder, 'postgres'))?.pid ?? postmaster) !== postmaster;
    expect(await waitUntil(restarted, 20_000)).toBe(true);
    await expect.poll(() => notes(database).catch(String), { timeout: 20_000 }).toEqual(['confirmed']);
    await writeNote(database, 'written since');
    expect(await notes(database)).toEqual(['confirmed', 'written since']);
    await database.close();
  });

  test('over and over, the database is given up with a message that names its log', async () => {
    const embedded = await startEmbedded({ folder, fsync: false });
    let last = 0;
    const killAgain = setInterval(() => {
      const state = readPostmaster(join(folder, 'postgres'));
      if (!state?.ready || state.pid === last) return;
      last = state.pid;
      process.kill(state.pid, 'SIGKILL');
    }, 20);
    const fault = await embedded.crashed;
    clearInterval(killAgain);
    expect(fault).toMatchObject({ code: 'database.gaveUp', params: { log: join(folder, 'log/postgres.log') } });
    await embedded.stop();
  });

  test('a process that got the old number by chance is neither taken for the database nor harmed', async () => {
    await (await startEmbedded({ folder, fsync: false })).stop();
    const { uid, gid } = await stat(join(folder, 'postgres'));
    const stranger = spawn('sleep', ['60'], asRoot ? { uid, gid } : {});
    children.push(stranger);
    const pidFile = join(folder, 'postgres/postmaster.pid');
    await writeFile(pidFile, `${stranger.pid}\n${join(folder, 'postgres')}\n1\n5432\n/nowhere\n\n\nready\n`);
    await chown(pidFile, uid, gid);
    const embedded = await startEmbedded({ folder, fsync: false });
    expect(embedded.pid()).not.toBe(stranger.pid);
    expect(await readFile(pidFile, 'utf8')).toMatch(new RegExp(`^${embedded.pid()}\n`));
    await embedded.stop();
    expect(stranger.exitCode).toBeNull();
  });
});
