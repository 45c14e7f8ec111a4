const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const ORIENTATION = 0x0112;
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const UPRIGHT = 1;

/**
 * What a JPEG says of itself: its Exif segment with marker and length, as a copy in which the picture is said to stand upright; undefined
 * if there is none. For a picture that is drawn anew, upright, and shall keep time, place and camera.
 */
export const exifSegment = (jpeg: Uint8Array): Uint8Array | undefined => {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + view.getUint16(at + 2);
    const isExif = jpeg[at + 1] === APP1 && EXIF.every((byte, index) => jpeg[at + 4 + index] === byte);
    if (isExif && end <= jpeg.length) {
      const segment = jpeg.slice(at, end);
      turnUpright(segment);
      return segment;
    }
    at = end;
  }
  return undefined;
};

/** The JPEG with the segment in front of everything else that it holds. */
export const withExifSegment = (jpeg: Uint8Array, segment: Uint8Array): Uint8Array => {
  const joined = new Uint8Array(jpeg.length + segment.length);
  joined.set(jpeg.subarray(0, 2));
  joined.set(segment, 2);
  joined.set(jpeg.subarray(2), 2 + segment.length);
  return joined;
};

/** Sets the orientation in the first directory of the TIFF structure behind the name `Exif`. A directory that leads out of it is left. */
const turnUpright = (segment: Uint8Array): void => {
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  if (tiff.byteLength < 8) return;
  const little = tiff.getUint8(0) === 0x49;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return;
  const count = tiff.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > tiff.byteLength) return;
    if (tiff.getUint16(entry, little) === ORIENTATION) tiff.setUint16(entry + 8, UPRIGHT, little);
  }
};
