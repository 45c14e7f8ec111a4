import { Worker } from 'node:worker_threads';
import { type Refusal, type Result, refuse } from '#lib/result.ts';
import { sniff } from '#support/files/domain/file-type.ts';
import { READ_LIMITS, type ReadLimits, type ReadWorkbook } from './workbook.ts';

const MEMORY_MB = 512;
const MOST_AT_ONCE = 2;

/**
 * Reads an .xlsx workbook that a person sent into plain cells; meaning comes later. The file is not trusted: it is
 * inflated under limits and parsed in a worker thread with bounded memory and time. Refusals:
 * - `xlsx.tooLarge` {limitMb}: the file itself
 * - `xlsx.empty`, `xlsx.csv`, `xlsx.notAZip` {found}: a name of `sniff`, such as `html` or `pdf`
 * - `xlsx.oldFormat` {found}: `XLS` (Excel 97–2003) or `XLSB`
 * - `xlsx.encrypted`: needs a password
 * - `xlsx.notAWorkbook` {found}: `DOCX`, `ODS` or another `ZIP`
 * - `xlsx.broken` {part?}, `xlsx.noSheet`
 * - `xlsx.bomb` {limitMb?}: expands beyond all measure
 * - `xlsx.tooManyRows` {sheet, rows, limit}, `xlsx.tooManyCells` {limit}
 * - `xlsx.timeout` {seconds}
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  limits: Partial<ReadLimits> = {},
): Promise<Result<ReadWorkbook, Refusal>> => {
  const within = { ...READ_LIMITS, ...limits };
  if (bytes.byteLength > within.fileBytes) {
    return refuse('xlsx.tooLarge', 413, { limitMb: Math.round(within.fileBytes / 1_048_576) });
  }
  const otherKind = refuseOtherKinds(bytes);
  if (otherKind) return otherKind;
  const release = await enter();
  try {
    return await parseInWorker(bytes, within);
  } finally {
    release();
  }
};

const refuseOtherKinds = (bytes: Uint8Array) => {
  const found = sniff(bytes);
  if (found === 'zip') return undefined;
  // An Excel file with a password is an OLE container that names its stream in UTF-16.
  if (found === 'ole') {
    const encrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return encrypted ? refuse('xlsx.encrypted', 422) : refuse('xlsx.oldFormat', 422, { found: 'XLS' });
  }
  if (bytes.byteLength === 0) return refuse('xlsx.empty', 422);
  const isText = found === 'unknown' && !bytes.subarray(0, 4096).includes(0);
  const isTable = isText && /[,;\t，]/u.test(Buffer.from(bytes.subarray(0, 4096)).toString());
  return isTable ? refuse('xlsx.csv', 422) : refuse('xlsx.notAZip', 422, { found });
};

/** A worker that read more than this is not kept, so that its memory is given back. */
const KEPT_UP_TO = 2 * 1_048_576;

/** What a worker is about; between two files nothing. */
interface Reader {
  readonly worker: Worker;
  answer: ((answer: Result<ReadWorkbook, Refusal>) => void) | null;
  fail: ((cause: Error & { code?: string }) => void) | null;
}

/** Readers that wait for the next file: starting one takes longer than reading most workbooks. */
const idle: Reader[] = [];

const startReader = (): Reader => {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const reader: Reader = { worker, answer: null, fail: null };
  const gone = (cause: Error): void => {
    const at = idle.indexOf(reader);
    if (at >= 0) idle.splice(at, 1);
    reader.fail?.(cause);
  };
  worker.on('message', (answer: string) => reader.answer?.(JSON.parse(answer) as Result<ReadWorkbook, Refusal>));
  worker.on('error', gone);
  worker.on('exit', (code) => gone(new Error(`the workbook reader stopped with code ${code}`)));
  return reader;
};

const parseInWorker = async (bytes: Uint8Array, limits: ReadLimits): Promise<Result<ReadWorkbook, Refusal>> => {
  const copy = new Uint8Array(bytes);
  const reader = idle.pop() ?? startReader();
  const { worker } = reader;
  worker.ref();
  let timer: NodeJS.Timeout | undefined;
  let keep = bytes.byteLength <= KEPT_UP_TO;
  try {
    return await new Promise<Result<ReadWorkbook, Refusal>>((resolve, reject) => {
      const end = (answer: Result<ReadWorkbook, Refusal>): void => {
        keep = false;
        resolve(answer);
      };
      timer = setTimeout(
        () => end(refuse('xlsx.timeout', 422, { seconds: Math.ceil(limits.milliseconds / 1000) }, 'final')),
        limits.milliseconds,
      );
      reader.answer = resolve;
      reader.fail = (cause) => {
        if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') end(refuse('xlsx.bomb', 422));
        else {
          keep = false;
          reject(cause);
        }
      };
      worker.postMessage({ bytes: copy, limits }, [copy.buffer]);
    });
  } finally {
    clearTimeout(timer);
    reader.answer = null;
    reader.fail = null;
    if (keep) {
      // Waits without keeping the program from ending.
      worker.unref();
      idle.push(reader);
    } else void worker.terminate();
  }
};

let running = 0;
const waiting: (() => void)[] = [];

/** Waits for a place, so that many imports at once cannot exhaust the memory; returns what gives the place back. */
const enter = async (): Promise<() => void> => {
  if (running >= MOST_AT_ONCE) await new Promise<void>((admitted) => waiting.push(admitted));
  else running += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
};
