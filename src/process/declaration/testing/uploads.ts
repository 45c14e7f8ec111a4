import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Answer, Visitor } from '../../../../tests/world.ts';
import type { Declarant } from './declarations.ts';

/** A PDF of about `size` bytes that differs by `mark`. */
export const pdfOf = (mark: string, size = 100): Buffer =>
  Buffer.from(`%PDF-1.7\n${mark}\n${'x'.repeat(size)}\nstartxref\n0\n%%EOF\n`);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A grey photograph, with what a phone writes into it unless `exif` is null. */
export const photoOf = async (
  exif: { readonly takenAt: string; readonly place?: boolean } | null,
  shade = '#6b7a6b',
): Promise<Buffer> => {
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: shade } }).jpeg();
  if (exif === null) return picture.toBuffer();
  const place = {
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '26/1 34/1 5673/100',
      GPSLongitudeRef: 'E',
      GPSLongitude: '101/1 43/1 1234/100',
    },
  };
  return picture
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'ALN-AL00' },
      IFD2: { DateTimeOriginal: exif.takenAt },
      ...(exif.place ? place : {}),
    })
    .toBuffer();
};

export interface Announced {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly items?: readonly string[];
  readonly fingerprint?: string;
  readonly digest?: string;
  readonly replaces?: string;
}

const path = ({ declarationId }: Declarant): string => `/api/declarations/${declarationId}`;

export const announce = (declarant: Declarant, file: Announced, by: Visitor = declarant.visitor): Promise<Answer> =>
  by.post(`${path(declarant)}/uploads`, {
    fileName: file.name,
    sizeBytes: file.bytes.byteLength,
    fingerprint: file.fingerprint ?? `${file.name}|${file.bytes.byteLength}|1`,
    itemIds: file.items ?? ['om-001'],
    ...(file.digest ? { digest: file.digest } : {}),
    ...(file.replaces ? { replaces: file.replaces } : {}),
  });

export const sendPiece = (
  declarant: Declarant,
  uploadId: string,
  bytes: Uint8Array,
  offset: number,
  by: Visitor = declarant.visitor,
): Promise<Answer> =>
  by.upload(
    `${path(declarant)}/uploads/${uploadId}?offset=${offset}`,
    { name: 'piece', type: 'application/octet-stream', bytes },
    {},
    'PUT',
  );

export const complete = (declarant: Declarant, uploadId: string): Promise<Answer> =>
  declarant.visitor.post(`${path(declarant)}/uploads/${uploadId}/completion`);

/** Announces, sends in pieces of `piece` bytes, completes; the receipt. */
export const uploadWhole = async (declarant: Declarant, file: Announced, piece = 512 * 1024): Promise<Answer> => {
  const { status, body } = await announce(declarant, file);
  if (status !== 200 || body.state !== 'open') return { status, body };
  for (let at = body.received; at < file.bytes.byteLength; at += piece) {
    const sent = await sendPiece(declarant, body.uploadId, file.bytes.subarray(at, at + piece), at);
    if (sent.status !== 200) return sent;
  }
  return complete(declarant, body.uploadId);
};
