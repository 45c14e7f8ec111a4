import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { exifSegment, withExifSegment } from '../../domain/evidence/exif-segment.ts';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#789' } }).jpeg();

describe('the Exif segment of a photograph', () => {
  it('is put into the picture that was drawn anew, which stands upright', async () => {
    const original = await drawn(400, 200)
      .withExif({
        IFD0: { Model: 'ALN-AL00', Orientation: '6' },
        IFD2: { DateTimeOriginal: '2026:08:20 10:21:33' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '26/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '101/1 42/1 0/1',
        },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const segment = exifSegment(original);
    const small = withExifSegment(await drawn(100, 200).toBuffer(), segment ?? new Uint8Array());
    const found = await exifr.parse(Buffer.from(small), { reviveValues: false });
    expect(found).toMatchObject({ Model: 'ALN-AL00', DateTimeOriginal: '2026:08:20 10:21:33' });
    expect([found.latitude, found.longitude]).toEqual([26.5, 101.7]);
    const { width, height, orientation } = await sharp(small).metadata();
    expect([width, height, orientation]).toEqual([100, 200, 1]);
  });

  it('is not there in a picture without one, and not looked for beyond the end of a broken one', async () => {
    expect(exifSegment(await drawn(8, 8).toBuffer())).toBeUndefined();
    expect(exifSegment(Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45))).toBeUndefined();
    expect(exifSegment(new Uint8Array())).toBeUndefined();
  });
});
