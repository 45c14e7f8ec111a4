import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { zip } from '../../../../tests/fixtures/zip.ts';
import type { FileType } from '../domain/file-type.ts';
import { BlobStore } from './blob-store.ts';
import { storeUpload } from './store-upload.ts';

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);
const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  randomBytes(200),
  Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
]);
/** Structure only: a header segment with a thumbnail that has its own end marker, a scan, the end. */
const segment = (marker: number, body: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
const JPEG_OPEN = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe1, Buffer.from('Exif\0\0\xff\xd8thumbnail\xff\xd9', 'latin1')),
  segment(0xda, Buffer.alloc(10)),
  Buffer.from('picture data \xff\x00 with a stuffed byte', 'latin1').subarray(0),
  Buffer.alloc(140_000, 0x55),
]);
const JPEG = Buffer.concat([JPEG_OPEN, Buffer.from([0xff, 0xd9])]);
const WEBP = Buffer.concat([
  Buffer.from('RIFF'),
  Buffer.from([104, 0, 0, 0]),
  Buffer.from('WEBPVP8 '),
  Buffer.alloc(96),
]);
const DOCX = zip([
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: 'word/document.xml', data: '<w:document/>' },
]);
const XLSX = zip([
  { name: 'xl/workbook.xml', data: '<workbook/>' },
  { name: '[Content_Types].xml', data: '<Types/>' },
]);
const ALL: FileType[] = ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xlsx'];

let folder: string;
let store: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blobs-'));
  store = new BlobStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const upload = (bytes: Buffer, allowed: FileType[] = ALL, limitBytes = 1_048_576) => {
  const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, at) =>
    bytes.subarray(at * 1000, at * 1000 + 1000),
  );
  return storeUpload(store, Readable.from(chunks, { objectMode: false }), { limitBytes, allowed });
};
const filesLeft = async () => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

describe('an upload', () => {
  it.each([
    ['pdf', PDF],
    ['png', PNG],
    ['jpeg', JPEG],
    ['webp', WEBP],
    ['docx', DOCX],
    ['xlsx', XLSX],
  ] as const)('of a whole %s is kept under its digest', async (type, bytes) => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(await upload(bytes)).toEqual({ ok: true, value: { digest, size: bytes.length, type } });
    expect(await filesLeft()).toEqual([digest]);
    const opened = await store.openBlob(digest);
    expect(opened?.size).toBe(bytes.length);
    expect(await text(opened?.stream ?? Readable.from([]))).toBe(bytes.toString());
  });

  it('of the same content twice is one file', async () => {
    await upload(PDF);
    expect(await upload(PDF)).toMatchObject({ ok: true });
    expect(await filesLeft()).toHaveLength(1);
  });

  it('with nothing in it is refused', async () => {
    expect(await upload(Buffer.alloc(0))).toMatchObject({ ok: false, error: { code: 'file.empty', status: 422 } });
    expect(await filesLeft()).toEqual([]);
  });

  it('above the limit is refused, exactly at the limit it is kept', async () => {
    expect(await upload(JPEG, ALL, JPEG.length - 1)).toMatchObject({
      ok: false,
      error: { code: 'file.tooLarge', status: 413, params: { limitMb: 0.1 } },
    });
    expect(await filesLeft()).toEqual([]);
    expect(await upload(JPEG, ALL, JPEG.length)).toMatchObject({ ok: true });
  });

  it('that a multipart parser has silently shortened counts as too large', async () => {
    const source = Object.assign(Readable.from([PDF]), { truncated: true });
    const result = await storeUpload(store, source, { limitBytes: 1_048_576, allowed: ALL });
    expect(result).toMatchObject({ ok: false, error: { code: 'file.tooLarge' } });
    expect(await filesLeft()).toEqual([]);
  });

  it.each([
    ['EXE', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['HTML', Buffer.from(`  <script>alert(1)</script>${' '.repeat(100)}`)],
    ['DOC / XLS', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(200)])],
    ['ZIP', zip([{ name: 'notes.txt', data: 'x' }])],
    ['PNG', PNG],
  ] as const)('of a type that is not allowed is refused by what it is (%s)', async (found, bytes) => {
    expect(await upload(bytes, ['pdf', 'docx'])).toMatchObject({
      ok: false,
      error: { code: 'file.typeForbidden', status: 415, params: { found, allowed: 'PDF / DOCX' } },
    });
    expect(await filesLeft()).toEqual([]);
  });

  it('of nothing that is known is refused with what would be accepted', async () => {
    expect(await upload(Buffer.from('just words'), ['pdf', 'jpeg'])).toMatchObject({
      error: { code: 'file.typeUnknown', status: 415, params: { allowed: 'PDF / JPEG' } },
    });
  });

  it('of a workbook where a text document is asked for is refused', async () => {
    expect(await upload(XLSX, ['docx'])).toMatchObject({
      error: { code: 'file.typeForbidden', params: { found: 'XLSX' } },
    });
  });

  it.each([
    ['pdf', PDF.subarray(0, 90)],
    ['png', PNG.subarray(0, -4)],
    ['jpeg', JPEG_OPEN],
    ['jpeg', JPEG.subarray(0, 20)],
    ['webp', WEBP.subarray(0, -1)],
    ['zip', DOCX.subarray(0, -30)],
  ] as const)('of a %s that breaks off is refused', async (found, bytes) => {
    expect(await upload(bytes)).toMatchObject({
      ok: false,
      error: { code: 'file.truncated', status: 422, params: { found: found.toUpperCase() } },
    });
    expect(await filesLeft()).toEqual([]);
  });

  it('whose connection breaks leaves nothing and may be sent again', async () => {
    const source = Readable.from(
      (async function* () {
        yield JPEG.subarray(0, 5000);
        throw new Error('aborted');
      })(),
    );
    expect(await storeUpload(store, source, { limitBytes: 1_048_576, allowed: ALL })).toMatchObject({
      ok: false,
      error: { code: 'file.cutOff', again: 'retry' },
    });
    expect(await filesLeft()).toEqual([]);
  });

  it('that was closed half way without an error leaves nothing either', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(JPEG.subarray(0, 5000));
    const storing = storeUpload(store, source, { limitBytes: 1_048_576, allowed: ALL });
    setImmediate(() => source.destroy());
    expect(await storing).toMatchObject({ error: { code: 'file.cutOff' } });
    expect(await filesLeft()).toEqual([]);
  });

  it('that was refused is read to its end, so that the sender gets the answer', async () => {
    const source = Readable.from(Array.from({ length: 300 }, () => Buffer.alloc(1000, 0x41)));
    await storeUpload(store, source, { limitBytes: 1_048_576, allowed: ['pdf'] });
    await finished(source);
    expect(source.readableEnded).toBe(true);
  });
});

describe('the blob store', () => {
  it('opens nothing that is not named by a digest', async () => {
    for (const name of ['../../etc/passwd', 'staging', '', 'A'.repeat(64), `${'0'.repeat(64)}/x`]) {
      await expect(store.openBlob(name)).rejects.toThrow(RangeError);
      await expect(store.hasBlob(name)).rejects.toThrow(RangeError);
    }
  });

  it('says that a content is not there', async () => {
    expect(await store.openBlob('0'.repeat(64))).toBeUndefined();
    expect(await store.hasBlob('0'.repeat(64))).toBe(false);
  });

  it('keeps bytes that the program made', async () => {
    const { digest, size } = await store.storeBytes(PDF);
    expect(size).toBe(PDF.length);
    expect(await store.hasBlob(digest)).toBe(true);
  });

  it('sweeps what a killed process left, and leaves uploads that are under way', async () => {
    await store.sweepStaging(new Date());
    await writeFile(join(folder, 'staging', 'old'), 'x');
    await writeFile(join(folder, 'staging', 'young'), 'x');
    await utimes(join(folder, 'staging', 'old'), 1000, 1000);
    expect(await store.sweepStaging(new Date(2000_000))).toBe(1);
    expect(await filesLeft()).toEqual(['young']);
  });
});
