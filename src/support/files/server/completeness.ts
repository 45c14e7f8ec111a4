import type { FileHandle } from 'node:fs/promises';
import type { Sniffed } from '../domain/file-type.ts';

const WINDOW = 65_536;

/**
 * Whether a stored file reaches its own end, as far as its format lets one tell: JPEG has its end-of-image marker, PNG its
 * IEND chunk, PDF its %%EOF, WebP the length that its header announces. Other types are taken as complete.
 */
export const isComplete = async (file: FileHandle, size: number, type: Sniffed): Promise<boolean> => {
  if (type === 'jpeg') return jpegReachesItsEnd(file, size);
  if (type === 'png') return (await tail(file, size, WINDOW)).includes('IEND\xaeB`\x82', 0, 'latin1');
  if (type === 'pdf') return (await tail(file, size, 2048)).includes('%%EOF', 0, 'latin1');
  if (type === 'webp') return (await bytesAt(file, 4, 4)).readUInt32LE() + 8 <= size;
  return true;
};

/**
 * Headers may hold a thumbnail with an end marker of its own, and phones append films behind the picture. In picture data
 * FF is always followed by a stuffed 00 or a restart marker, so the first FF D9 after the first start of scan is the end.
 */
const jpegReachesItsEnd = async (file: FileHandle, size: number): Promise<boolean> => {
  let at = 2;
  for (;;) {
    const header = await bytesAt(file, at, 4);
    if (header.length < 4 || header[0] !== 0xff) return false;
    if (header[1] === 0xff) {
      at += 1;
      continue;
    }
    at += 2 + header.readUInt16BE(2);
    if (header[1] === 0xda) break;
  }
  for (; at < size; at += WINDOW - 1) {
    if ((await bytesAt(file, at, WINDOW)).includes('\xff\xd9', 0, 'latin1')) return true;
  }
  return false;
};

const tail = (file: FileHandle, size: number, length: number) => bytesAt(file, Math.max(0, size - length), length);

const bytesAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};
