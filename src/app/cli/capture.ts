import type { CommandIo } from './command.ts';

/** Runs a command and gives its exit code and what it wrote; for tests. */
export const capture = async (
  run: (args: string[], io: CommandIo) => Promise<number>,
  args: string[],
): Promise<{ code: number; stdout: string; stderr: string }> => {
  const written = { stdout: '', stderr: '' };
  const code = await run(args, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { code, ...written };
};
