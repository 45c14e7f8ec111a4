import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export interface Started {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Ends a process in order and waits for it. */
export const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** A node process whose log lines go to a file, as they would in service. */
export const node = (args: readonly string[], env: NodeJS.ProcessEnv, log: string): ChildProcess => {
  const descriptor = openSync(log, 'a');
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', descriptor],
  });
  closeSync(descriptor);
  return child;
};

/** Starts one of the servers of this folder, which print their port when they listen. */
export const startServer = (
  file: string,
  env: NodeJS.ProcessEnv,
  log: string,
  flags: readonly string[] = [],
): Promise<Started> =>
  new Promise((resolve, reject) => {
    const child = node([...flags, join(import.meta.dirname, file)], env, log);
    const ended = (code: number | null): void => reject(new Error(`${file} ended with ${code}; see ${log}`));
    child.once('exit', ended);
    child.stdout?.once('data', (chunk: Buffer) => {
      child.off('exit', ended);
      resolve({ child, port: Number(chunk.toString()) });
    });
  });

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
