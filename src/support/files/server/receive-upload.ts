import type { Readable } from 'node:stream';
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts';

/**
 * The bytes of an upload that is read at once instead of stored, such as a workbook. Refusals: `file.tooLarge` {limitMb},
 * `file.cutOff` if the connection broke. After a refusal the rest of the stream is read away, so that the sender can still
 * receive the answer. An empty file is for the reader of its kind to refuse.
 */
export const receiveUpload = async (source: Readable, limitBytes: number): Promise<Result<Buffer, Refusal>> => {
  const tooLarge = refuse('file.tooLarge', 413, { limitMb: Math.round(limitBytes / 1_048_576) });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false })) {
      size += (chunk as Buffer).byteLength;
      if (size > limitBytes) {
        source.resume();
        return tooLarge;
      }
      chunks.push(chunk as Buffer);
    }
  } catch {
    // Whatever broke the stream, the sender has to send again; the server's own faults do not arise here.
    return refuse('file.cutOff', 422, undefined, 'retry');
  }
  if ('truncated' in source && source.truncated === true) return tooLarge;
  return ok(Buffer.concat(chunks));
};
