import { parentPort, workerData } from 'node:worker_threads';
import { parseWorkbook } from './parse-workbook.ts';
import type { ReadLimits } from './workbook.ts';

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: ReadLimits };
const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
parentPort?.postMessage(await parseWorkbook(buffer, limits));
