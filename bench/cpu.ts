import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux shows processor time to programs. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  /** Milliseconds, user and system. */
  readonly ms: number;
}

const processOf = (pid: string): Process | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { parent: Number(fields[1]), ms: ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS };
  } catch {
    return null; // it has ended since it was listed
  }
};

/**
 * Milliseconds of processor time that a server and the database's processes have used so far; null where there is no /proc. Of a busy
 * machine it says more than the clock does.
 */
export const processorTime = (server: number, postmaster: number): number | null => {
  if (process.platform !== 'linux') return null;
  let sum = 0;
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const found = processOf(pid);
    if (found && (Number(pid) === server || found.parent === postmaster)) sum += found.ms;
  }
  return sum;
};
