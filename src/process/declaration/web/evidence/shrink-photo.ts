import { exifSegment, withExifSegment } from '../../domain/evidence/exif-segment.ts';

/** Photographs above this are worth being made smaller on a weak line, bytes. */
export const BIG_PHOTO = 4 * 1024 * 1024;
/** Long side of what is sent instead, pixels: a page of writing can still be read on it. */
const LONG_SIDE = 2560;
const QUALITY = 0.82;

export const isBigPhoto = (file: File): boolean => file.type === 'image/jpeg' && file.size > BIG_PHOTO;

/** The photograph made smaller, with what it says of itself; the file itself if the browser cannot, or if nothing is gained. */
export const shrunk = async (file: File): Promise<File> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return file;
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (drawn === null || drawn.size >= file.size * 0.8) return file;
  const segment = exifSegment(new Uint8Array(await file.arrayBuffer()));
  const bytes = new Uint8Array(await drawn.arrayBuffer());
  const whole = segment ? withExifSegment(bytes, segment) : bytes;
  return new File([whole as Uint8Array<ArrayBuffer>], file.name, {
    type: 'image/jpeg',
    lastModified: file.lastModified,
  });
};
