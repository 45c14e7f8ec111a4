import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Templates } from './documents.ts';
import { missingGlyphs } from './missing-glyphs.ts';
import type { TypesetAnswer, TypesetJob } from './typesetter.ts';

export interface RenderedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Characters, such as rare ones in names, that no shipped font has; they are printed as empty boxes. */
  readonly missingGlyphs: readonly string[];
}

/** After so many pages the process is replaced, so that its caches cannot grow for ever. */
const PAGES_A_PROCESS = 500;
const IDLE_MS = 60_000;
const LONGEST_MS = 60_000;

let typesetter: Typesetter | undefined;
let queue: Promise<unknown> = Promise.resolve();
let jobs = 0;

/**
 * Prints a document from a template, as PDF/A-2b where all its characters have a glyph, else as PDF 1.7. Data travel as
 * JSON and are never read as markup. The typesetter runs in a process of its own, one document at a time, so that a fault
 * in its native code or a document without end costs that document only. The same data and time give the same bytes.
 * @param madeAt is written into the file as its time of making
 * @throws if the template cannot set the data, which is a bug of the caller
 */
export const renderPdf = async <Name extends keyof Templates>(
  template: Name,
  data: Templates[Name],
  madeAt: Date,
): Promise<RenderedPdf> => {
  const missing = await missingGlyphs(data);
  const answer = await setDocument({
    template,
    json: JSON.stringify(data),
    madeAt: Math.floor(madeAt.getTime() / 1000),
    isArchival: missing.length === 0,
  });
  if (!('pdf' in answer)) throw new Error(`template ${template} gave no PDF`);
  return { pdf: answer.pdf, pages: answer.pages, missingGlyphs: missing };
};

/** Sets one document in its turn. @throws if the template cannot set the data */
export const setDocument = async (
  job: Omit<TypesetJob, 'id'>,
): Promise<Exclude<TypesetAnswer, { readonly fault: string }>> => {
  jobs += 1;
  const numbered = { ...job, id: jobs };
  const answer = await inTurn(() => readyTypesetter().set(numbered));
  if ('fault' in answer) throw new Error(`template ${job.template} cannot be set: ${answer.fault}`);
  return answer;
};

/** Stops the typesetter; the next document starts a new one. */
export const stopTypesetter = (): void => {
  typesetter?.stop();
  typesetter = undefined;
};

const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined);
  return turn;
};

const readyTypesetter = (): Typesetter => {
  if (!typesetter?.isUsable) {
    typesetter?.stop();
    typesetter = new Typesetter();
  }
  return typesetter;
};

/** A child process that sets documents. It does not keep the program running, and ends when the program is gone. */
class Typesetter {
  readonly #child: ChildProcess;
  #left = PAGES_A_PROCESS;
  #idle: NodeJS.Timeout | undefined;

  constructor() {
    const file = fileURLToPath(new URL('./typesetter.ts', import.meta.url));
    this.#child = fork(file, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    // Each document listens for itself; between documents an end is no fault.
    this.#child.on('error', () => undefined);
    this.#keepsProgramRunning(false);
  }

  get isUsable(): boolean {
    return this.#left > 0 && this.#child.connected;
  }

  stop(): void {
    clearTimeout(this.#idle);
    this.#child.kill('SIGKILL');
  }

  async set(job: TypesetJob): Promise<TypesetAnswer> {
    clearTimeout(this.#idle);
    this.#keepsProgramRunning(true);
    try {
      const answer = await this.#ask(job);
      this.#left -= 'pages' in answer ? answer.pages : 1;
      return answer;
    } finally {
      this.#keepsProgramRunning(false);
      this.#idle = setTimeout(() => this.stop(), IDLE_MS).unref();
    }
  }

  #ask(job: TypesetJob): Promise<TypesetAnswer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onEnd).off('error', onEnd);
        settle();
      };
      const onMessage = (answer: TypesetAnswer) => {
        if (answer.id === job.id) finish(() => resolve(answer));
      };
      const onEnd = (cause: unknown) =>
        finish(() => reject(new Error('the typesetter stopped while setting a document', { cause })));
      const timer = setTimeout(() => {
        finish(() => reject(new Error(`a document was not set within ${LONGEST_MS / 1000} s`)));
        this.stop();
      }, LONGEST_MS);
      child.on('message', onMessage).on('exit', onEnd).on('error', onEnd);
      child.send(job);
    });
  }

  #keepsProgramRunning(isNeeded: boolean): void {
    if (isNeeded) {
      this.#child.ref();
      this.#child.channel?.ref();
    } else {
      this.#child.unref();
      this.#child.channel?.unref();
    }
  }
}
