import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobStore } from './blob-store.ts';
import { pictureFacts, smallPicture } from './pictures.ts';

let folder: string;
let store: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  store = new BlobStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const kept = async (bytes: Uint8Array) => (await store.storeBytes(bytes)).digest;
const drawn = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#567' } });

/** A PNG of a few kilobytes whose header announces 40,000 × 40,000 pixels. */
const bomb = (): Buffer => {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(body.length, 0);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(40_000, 0);
  header.writeUInt32BE(40_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

describe('a picture', () => {
  it('says when, where and with what it was taken, and what it looks like', async () => {
    const photo = await drawn(300, 200)
      .jpeg()
      .withExif({
        IFD0: { Make: 'Apple', Model: 'iPhone 15' },
        IFD2: { DateTimeOriginal: '2026:08:20 10:21:33', OffsetTimeOriginal: '+08:00' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '26/1 30/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '101/1 45/1 0/1',
        },
      })
      .toBuffer();
    expect(await pictureFacts(store, await kept(photo))).toEqual({
      width: 300,
      height: 200,
      takenAt: new Date('2026-08-20T02:21:33Z'),
      latitude: 26.5,
      longitude: 101.75,
      device: 'Apple iPhone 15',
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
  });

  it('that says nothing, or that is none, is no fault', async () => {
    expect(await pictureFacts(store, await kept(await drawn(9, 8).png().toBuffer()))).toEqual({
      width: 9,
      height: 8,
      hash: '0000000000000000',
    });
    expect(await pictureFacts(store, await kept(Buffer.from('no picture at all')))).toEqual({});
  });

  it('is made small once and then taken from where it was kept', async () => {
    const digest = await kept(await drawn(1000, 500).jpeg().toBuffer());
    const first = await smallPicture(store, digest, 320);
    const { width, height, format } = await sharp(first).metadata();
    expect([width, height, format]).toEqual([320, 160, 'webp']);
    await rm(join(folder, digest.slice(0, 2), digest));
    expect(await smallPicture(store, digest, 320)).toEqual(first);
  });

  it('that is smaller already is not blown up', async () => {
    const small = await smallPicture(store, await kept(await drawn(40, 30).png().toBuffer()), 1280);
    expect(await sharp(small).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  it('that would unfold to more than a photograph has is not decoded', async () => {
    const digest = await kept(bomb());
    expect(await smallPicture(store, digest, 320)).toBeUndefined();
    expect(await pictureFacts(store, digest)).toEqual({});
  });
});
