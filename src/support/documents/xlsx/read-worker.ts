import { parentPort } from 'node:worker_threads';
import { parseWorkbook } from './parse-workbook.ts';
import type { ReadLimits } from './workbook.ts';

/** One file after the other: what comes in is read and answered before the next. */
parentPort?.on('message', ({ bytes, limits }: { readonly bytes: Uint8Array; readonly limits: ReadLimits }) => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // As one text: thousands of small objects take longer to be copied one by one than to be written and read.
  parentPort?.postMessage(JSON.stringify(parseWorkbook(buffer, limits)));
});
