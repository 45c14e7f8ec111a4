import exifr from 'exifr';
import type { Sharp } from 'sharp';
import type { FileType } from '../domain/file-type.ts';
import {
  deviceOf,
  differenceHash,
  HASH_HEIGHT,
  HASH_WIDTH,
  type PictureFacts,
  placeOf,
  takenAtOf,
} from '../domain/picture-facts.ts';
import type { BlobStore } from './blob-store.ts';

/** Kinds of file that a small picture can be made of. */
export const isPicture = (type: FileType): boolean => type === 'jpeg' || type === 'png' || type === 'webp';

/** Widths and heights that the small pictures fit into, pixels. */
export const pictureSizes = [320, 1280] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** A photograph has at most 100 megapixels or so; a few kilobytes that unfold to more are meant to fill the memory. */
const MOST_PIXELS = 120_000_000;
const SECONDS = 15;

const EXIF_TAGS = [
  'DateTimeOriginal',
  'CreateDate',
  'OffsetTimeOriginal',
  'Make',
  'Model',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
];

let turn: Promise<unknown> = Promise.resolve();
/** One picture at a time: decoded it takes hundreds of times its size, and the threads that decode are those that read files. */
const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
  const mine = turn.then(act, act);
  turn = mine;
  return mine;
};

const opened = async (path: string): Promise<Sharp> => {
  // Loaded with the first picture; its native library costs more than the rest of a start.
  const { default: sharp } = await import('sharp');
  return sharp(path, { limitInputPixels: MOST_PIXELS, sequentialRead: true, autoOrient: true }).timeout({
    seconds: SECONDS,
  });
};

/** A picture that cannot be decoded is a file like any other; what it is was made sure of by its content already. */
const unlessBroken = async <T>(read: () => Promise<T>, otherwise: T): Promise<T> => {
  try {
    return await read();
  } catch {
    return otherwise;
  }
};

const exifOf = (path: string): Promise<PictureFacts> =>
  unlessBroken<PictureFacts>(async () => {
    const found = (await exifr.parse(path, { reviveValues: false, pick: EXIF_TAGS })) as
      | Record<string, unknown>
      | undefined;
    if (!found) return {};
    const takenAt = takenAtOf(found.DateTimeOriginal ?? found.CreateDate, found.OffsetTimeOriginal);
    const device = deviceOf(found.Make, found.Model);
    return { ...(takenAt && { takenAt }), ...placeOf(found.latitude, found.longitude), ...(device && { device }) };
  }, {});

const looksOf = (path: string): Promise<PictureFacts> =>
  unlessBroken<PictureFacts>(async () => {
    const picture = await opened(path);
    const { autoOrient } = await picture.metadata();
    const grey = await picture.greyscale().resize(HASH_WIDTH, HASH_HEIGHT, { fit: 'fill' }).raw().toBuffer();
    return { width: autoOrient.width, height: autoOrient.height, hash: differenceHash(grey) };
  }, {});

/** What the picture under a digest says of itself and what it looks like; never refuses a file. */
export const pictureFacts = (files: BlobStore, digest: string): Promise<PictureFacts> =>
  files.reading(digest, (path) => inTurn(async () => ({ ...(await exifOf(path)), ...(await looksOf(path)) })));

/**
 * The picture made small, upright, without what it says of itself: WebP, each side at most `size` pixels. Made when it is first asked for
 * and kept. Undefined if none can be made.
 */
export const smallPicture = async (
  files: BlobStore,
  digest: string,
  size: PictureSize,
): Promise<Uint8Array | undefined> => {
  const bytes = await files.derived(digest, `${size}.webp`, (path) =>
    inTurn(() =>
      unlessBroken<Uint8Array>(async () => {
        const picture = await opened(path);
        return picture
          .resize(size, size, { fit: 'inside', withoutEnlargement: true })
          .webp({ quality: size === 320 ? 70 : 80 })
          .toBuffer();
      }, new Uint8Array()),
    ),
  );
  return bytes.byteLength === 0 ? undefined : bytes;
};
