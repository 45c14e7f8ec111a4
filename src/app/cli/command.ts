import type { Fault, Params } from '#lib/result.ts';
import { type Catalogue, fill, type Language, wordingOf } from '#platform/text.ts';

/** Where a command writes; `process` fits. */
export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** A command of the command line. `run` writes and returns the exit code; it never ends the process. */
export interface CommandModule {
  readonly help: string;
  readonly run: (args: string[], io: CommandIo) => Promise<number>;
}

/** 0: done. 1: input refused or unreadable. 2: options unknown, repeated, missing or malformed. */
export const EXIT = { done: 0, refused: 1, options: 2 } as const;

/** Writes one line per fault: where, what and how to mend it, and its code. */
export const messenger = (io: CommandIo, catalogues: readonly Catalogue[], language: Language) => {
  const line = (code: string, params: Params = {}, where = ''): void => {
    const wording = fill(wordingOf(catalogues, language, code) ?? code, params);
    io.stderr.write(`${where === '' ? '' : `${where}: `}${wording} [${code}]\n`);
  };
  const faults = (where: string, fault: Fault): void => {
    if (fault.kind === 'refusal') line(fault.code, fault.params, where);
    else
      for (const { path, code, params } of fault.issues) line(code, params, path === '' ? where : `${where}: ${path}`);
  };
  return { line, faults };
};

export type Messenger = ReturnType<typeof messenger>;
