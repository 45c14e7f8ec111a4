import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOfSources, STAMP } from '#app/web-client.ts';
import { checkoutFolder } from '#platform/config.ts';

/** A program of the checkout that runs by itself, as `npm start` and `npm run anping` run it. */
export interface Running {
  readonly child: ChildProcess;
  /** Everything it said so far. */
  readonly said: () => string;
  /** Its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Waits for a line; throws with everything that was said if the program ends first. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A data folder of its own, with a client that counts as built from the present sources. */
export const instanceFolder = async (): Promise<{
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  remove(): Promise<void>;
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'anping-instance-'));
  await chmod(folder, 0o711); // the database's user passes through
  const web = join(folder, 'web');
  await mkdir(web);
  await writeFile(join(web, 'index.html'), '<!doctype html><title>安评</title>');
  await writeFile(join(web, STAMP), await hashOfSources());
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(ANPING_|DATABASE_|PG)|^(PORT|HOST|NODE_OPTIONS)$/.test(name),
  );
  const env = { ...Object.fromEntries(kept), PORT: '0', ANPING_DATA_DIR: join(folder, 'data'), ANPING_WEB_DIST: web };
  return { env, folder: join(folder, 'data'), remove: () => rm(folder, { recursive: true, force: true }) };
};

export const runProgram = (file: string, args: readonly string[], env: NodeJS.ProcessEnv): Running => {
  const child = spawn(process.execPath, [join(checkoutFolder, file), ...args], {
    cwd: checkoutFolder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(text);
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      void ended.then((code) => reject(new Error(`ended with ${code} before ${pattern}:\n${text}`)));
      look();
    });
  return { child, said: () => text, ended, line };
};

/** `npm start` on a data folder; answers with the address once the instance is ready. */
export const startInstance = async (
  env: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): Promise<Running & { readonly address: string }> => {
  const running = runProgram('src/app/start.ts', args, env);
  const [, address = ''] = await running.line(/Ready: (http:\S+)/);
  return { ...running, address };
};

/** Process number of the embedded PostgreSQL on a data folder. */
export const postmasterOf = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
