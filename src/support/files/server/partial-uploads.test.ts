import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BlobStore } from './blob-store.ts';
import { keepUpload } from './keep-upload.ts';

const ID = '0192f0a0-0000-7000-8000-000000000001';
const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);
const RULES = { limitBytes: 1_048_576, allowed: ['pdf'] } as const;

let folder: string;
let store: BlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  store = new BlobStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const contentOf = (id: string) => store.uploads.reading(id, (_, file) => file.readFile());

describe('a file that arrives in pieces', () => {
  it('is whole whatever pieces come how often and in which order, as long as each is sent until it fits', async () => {
    const pieces = fc.array(fc.record({ at: fc.nat(120), length: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pieces, async (sent) => {
        await store.uploads.discard(ID);
        let expected = 0;
        for (const { at, length } of sent) {
          const bytes = PDF.subarray(at, at + length);
          const { fits, received } = await store.uploads.append(ID, at, bytes);
          expect(fits).toBe(at <= expected);
          if (fits) expected = Math.max(expected, at + bytes.length);
          expect(received).toBe(expected);
        }
        const content = await contentOf(ID);
        if (expected > 0) expect(content?.equals(PDF.subarray(0, expected))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('takes pieces that come at the same time one after the other', async () => {
    await Promise.all([0, 50, 0, 100].map((at) => store.uploads.append(ID, at, PDF.subarray(at, at + 50))));
    expect((await contentOf(ID))?.equals(PDF.subarray(0, await store.uploads.received(ID)))).toBe(true);
    expect(await store.uploads.received(ID)).toBe(PDF.length);
  });

  it('is kept under its digest while the pieces stay, until they are discarded', async () => {
    expect(await keepUpload(store, ID, RULES)).toBeUndefined();
    await store.uploads.append(ID, 0, PDF);
    const kept = await keepUpload(store, ID, RULES);
    expect(kept).toMatchObject({ ok: true, value: { size: PDF.length, type: 'pdf' } });
    expect(kept?.ok && (await store.hasBlob(kept.value.digest))).toBe(true);
    expect(await keepUpload(store, ID, RULES)).toEqual(kept);
    await store.uploads.discard(ID);
    expect(await store.uploads.received(ID)).toBe(0);
  });

  it('is judged by its content as one that comes in one piece', async () => {
    await store.uploads.append(ID, 0, Buffer.from('<html>'));
    expect(await keepUpload(store, ID, RULES)).toMatchObject({ error: { code: 'file.typeForbidden' } });
    await store.uploads.discard(ID);
    await store.uploads.append(ID, 0, PDF.subarray(0, 60));
    expect(await keepUpload(store, ID, RULES)).toMatchObject({ error: { code: 'file.truncated' } });
  });

  it('cannot be named so that another folder is reached', async () => {
    for (const name of ['../blob', '', `${ID}/x`])
      await expect(store.uploads.received(name)).rejects.toThrow(RangeError);
  });

  it('is swept when nothing was added for long, and contents are not', async () => {
    await store.uploads.append(ID, 0, PDF);
    await store.storeBytes(PDF);
    await store.uploads.reading(ID, (path) => utimes(path, 1000, 1000));
    expect(await store.sweepStaging(new Date(2_000_000))).toBe(0);
    expect(await store.uploads.sweep(new Date(2_000_000))).toBe(1);
    expect(await readdir(join(folder, 'staging', 'uploads'))).toEqual([]);
  });
});
