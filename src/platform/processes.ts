import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const readProc = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // the process ended meanwhile, or its details are not ours to read
  }
};

/** State and later fields of a process on Linux; the command before them, in parentheses, may hold blanks. */
const statFields = (pid: number): string[] | null => {
  const stat = readProc(`/proc/${pid}/stat`);
  return stat === null ? null : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** Whether a process of that number exists, whoever owns it. One that ended and waits to be collected does not. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || statFields(pid)?.[0] !== 'Z';
};

/**
 * A mark that tells a process from a later one with the same number: boot and start tick on Linux, the start time elsewhere.
 * Null if there is no such process (or, on Windows, no cheap way to know).
 */
export const processMark = (pid: number): string | null => {
  if (process.platform === 'linux') {
    const tick = statFields(pid)?.[19];
    if (tick === undefined) return null;
    return `${readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${tick}`;
  }
  if (process.platform === 'win32') return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null; // ps answers with an error when the process is gone
  }
};

/** The command line as the process shows it (PostgreSQL's children rename themselves). */
export const commandLine = (pid: number): string => {
  if (process.platform === 'linux') return readProc(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? '';
  return commandLines().find(([each]) => each === pid)?.[1] ?? '';
};

/** All processes with their command lines. Empty on Windows. */
export const commandLines = (): (readonly [pid: number, command: string])[] => {
  if (process.platform === 'win32') return [];
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map((name) => [Number(name), commandLine(Number(name))] as const);
  }
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  return lines.flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line);
    return match ? [[Number(match[1]), match[2] ?? ''] as const] : [];
  });
};

/** Waits until `done` answers true; false if that took longer than `milliseconds`. */
export const waitUntil = async (done: () => boolean, milliseconds: number, pause = 25): Promise<boolean> => {
  const end = performance.now() + milliseconds;
  while (!done()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return true;
};
