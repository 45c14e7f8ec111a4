import { describe, expect, it } from 'vitest';
import type { Refusal } from '#lib/result.ts';
import { ApiFault, OfflineFault } from '#platform/ui/api/faults.ts';
import type { UploadReceipt } from '../../evidence.contract.ts';
import { nextPiece, PIECE } from './piece-size.ts';
import { type ChosenFile, createUploadQueue, type UploadParts } from './upload-queue.ts';

const refusal = (code: string, status: Refusal['status']) =>
  new ApiFault(status, { kind: 'refusal', code, status, again: 'final' }, null);
const receiptOf = (fileId: string, sizeBytes: number): UploadReceipt => ({
  fileId,
  fileName: fileId,
  mediaType: 'application/pdf',
  sizeBytes,
  digest: '0'.repeat(64),
  uploadedAt: '2026-11-24T02:00:00.000Z',
  uploadedByName: '林联系',
  photo: null,
  alreadyHere: false,
  attached: [],
  already: [],
  unchanged: false,
});
const fileOf = (id: string, size: number): ChosenFile => ({
  id,
  file: new Blob([new Uint8Array(size)]),
  name: `${id}.pdf`,
  fingerprint: id,
  itemIds: ['om-001'],
  replaces: null,
});

/** A server with a line that can be cut, and a browser that keeps files. */
const desk = () => {
  const uploads = new Map<string, { received: number; size: number; done: boolean }>();
  const kept = new Map<string, ChosenFile>();
  const log: string[] = [];
  const waiting: (() => void)[] = [];
  let line: 'up' | 'down' | 'answers are lost' = 'up';
  let cutAfter = Number.POSITIVE_INFINITY;
  const over = async <T>(act: () => T): Promise<T> => {
    await Promise.resolve();
    if (line === 'down') throw new OfflineFault();
    const done = act();
    if (line === 'answers are lost') throw new OfflineFault();
    return done;
  };
  const uploadOf = (id: string) => {
    const found = uploads.get(id);
    if (!found) throw refusal('input.noSuchRecord', 404);
    return found;
  };
  const parts: UploadParts = {
    announce: ({ fingerprint, file }) =>
      over(() => {
        const known = uploads.get(fingerprint) ?? { received: 0, size: file.size, done: false };
        uploads.set(fingerprint, known);
        log.push(`announce ${fingerprint}`);
        if (known.done)
          return { state: 'received', uploadId: fingerprint, receipt: receiptOf(fingerprint, known.size) } as const;
        return { state: 'open', uploadId: fingerprint, received: known.received } as const;
      }),
    sendPiece: (uploadId, offset, bytes, { signal }) =>
      over(() => {
        if (signal.aborted) throw new DOMException('aborted', 'AbortError');
        const upload = uploadOf(uploadId);
        if (offset > upload.received) throw refusal('declaration.wrongOffset', 409);
        upload.received = Math.max(upload.received, offset + bytes.size);
        log.push(`piece ${uploadId} ${offset}+${bytes.size}`);
        cutAfter -= 1;
        if (cutAfter === 0) line = 'down';
        return { received: upload.received };
      }),
    complete: (uploadId) =>
      over(() => {
        const upload = uploadOf(uploadId);
        if (upload.received !== upload.size) throw refusal('declaration.uploadIncomplete', 409);
        upload.done = true;
        log.push(`complete ${uploadId}`);
        return receiptOf(uploadId, upload.size);
      }),
    cancel: (uploadId) => over(() => void uploads.delete(uploadId)),
    attach: (fileId) => over(() => receiptOf(fileId, 1)),
    keep: async (file) => void kept.set(file.id, file),
    drop: async (id) => void kept.delete(id),
    later: (again) => void waiting.push(again),
    now: () => 0,
  };
  return {
    uploads,
    kept,
    log,
    queue: createUploadQueue(parts),
    parts,
    line: (next: typeof line) => {
      line = next;
    },
    cutAfter: (pieces: number) => {
      cutAfter = pieces;
    },
    timers: () => {
      for (const again of waiting.splice(0)) again();
    },
  };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const kinds = ({ queue }: ReturnType<typeof desk>) => queue.entries().map(({ state }) => state.kind);
const MB = 1024 * 1024;

describe('the upload queue', () => {
  it('sends a file in growing pieces and ends with its receipt', async () => {
    const { queue, log, kept } = desk();
    queue.add([fileOf('a', MB)]);
    expect(kept.size).toBe(1);
    await settled();
    expect(queue.entries()[0]?.state).toMatchObject({ kind: 'received', receipt: { fileId: 'a' } });
    expect(log).toEqual([
      'announce a',
      'piece a 0+262144',
      'piece a 262144+524288',
      'piece a 786432+262144',
      'complete a',
    ]);
    expect(kept.size).toBe(0);
  });

  it('goes on where the server stands after the line was cut in the middle', async () => {
    const at = desk();
    at.cutAfter(1);
    at.queue.add([fileOf('a', MB)]);
    await settled();
    expect(at.queue.entries()[0]?.state).toMatchObject({ kind: 'offline', sent: 262_144 });
    expect(at.kept.size).toBe(1);
    at.line('up');
    at.queue.retry();
    await settled();
    expect(kinds(at)).toEqual(['received']);
    expect(at.log.filter((line) => line.includes(' 0+'))).toHaveLength(1);
  });

  it('tries again by itself when it was offline from the start', async () => {
    const at = desk();
    at.line('down');
    at.queue.add([fileOf('a', 10), fileOf('b', 10), fileOf('c', 10)]);
    await settled();
    expect(kinds(at)).toEqual(['offline', 'offline', 'offline']);
    at.line('up');
    at.timers();
    await settled();
    expect(kinds(at)).toEqual(['received', 'received', 'received']);
  });

  it('sends nothing twice when only the answers were lost', async () => {
    const at = desk();
    at.queue.add([fileOf('a', 10)]);
    at.line('answers are lost');
    await settled();
    for (let round = 0; round < 3; round += 1) {
      at.timers();
      await settled();
    }
    at.line('up');
    at.timers();
    await settled();
    expect(kinds(at)).toEqual(['received']);
    expect(at.log.filter((line) => line.startsWith('complete')).length).toBeLessThanOrEqual(1);
    expect(at.uploads.size).toBe(1);
  });

  it('takes up a file that another page kept, from where that one came', async () => {
    const at = desk();
    at.uploads.set('a', { received: 500_000, size: MB, done: false });
    at.queue.add([fileOf('a', MB)]);
    await settled();
    expect(at.log[1]).toBe('piece a 500000+262144');
    expect(kinds(at)).toEqual(['received']);
  });

  it('asks again where it stands when the server says that the place is wrong, and gives up after some rounds', async () => {
    const at = desk();
    const sendPiece: UploadParts['sendPiece'] = async () => {
      throw refusal('declaration.wrongOffset', 409);
    };
    const queue = createUploadQueue({ ...at.parts, sendPiece });
    queue.add([fileOf('a', 10)]);
    await settled();
    expect(at.log.filter((line) => line.startsWith('announce'))).toHaveLength(6);
    expect(queue.entries()[0]?.state.kind).toBe('refused');
  });

  it('keeps what the server refuses beside its name, lets the rest go on, and tells the server to forget it', async () => {
    const at = desk();
    const queue = createUploadQueue({
      ...at.parts,
      sendPiece: (uploadId, ...rest) =>
        uploadId === 'a' ? Promise.reject(refusal('file.typeForbidden', 415)) : at.parts.sendPiece(uploadId, ...rest),
    });
    queue.add([fileOf('a', 10), fileOf('b', 10)]);
    await settled();
    expect(queue.entries().map(({ state }) => state.kind)).toEqual(['refused', 'received']);
    expect([...at.uploads.keys()]).toEqual(['b']);
    expect(at.kept.size).toBe(0);
  });

  it('keeps a file for whoever chose it when somebody else has signed in meanwhile, until its line is put away', async () => {
    const at = desk();
    const queue = createUploadQueue({
      ...at.parts,
      announce: () => Promise.reject(refusal('input.noSuchRecord', 404)),
    });
    queue.add([fileOf('a', 10)]);
    await settled();
    expect(queue.entries()[0]?.state.kind).toBe('refused');
    expect([...at.kept.keys()]).toEqual(['a']);
    queue.close('a');
    expect(at.kept.size).toBe(0);
  });

  it('pauses and goes on; what is cancelled is forgotten here and there', async () => {
    const at = desk();
    at.queue.add([fileOf('a', MB), fileOf('b', MB)]);
    at.queue.pause('a');
    at.queue.cancel('b');
    await settled();
    expect(kinds(at)).toEqual(['paused']);
    expect([...at.kept.keys()]).toEqual(['a']);
    at.queue.resume('a');
    await settled();
    expect(kinds(at)).toEqual(['received']);
    expect([...at.uploads.keys()]).toEqual(['a']);
    at.queue.close('a');
    expect(at.queue.entries()).toEqual([]);
  });

  it('sends two at a time', async () => {
    const at = desk();
    let [under, most] = [0, 0];
    const queue = createUploadQueue({
      ...at.parts,
      sendPiece: async (...given) => {
        under += 1;
        most = Math.max(most, under);
        await Promise.resolve();
        const done = await at.parts.sendPiece(...given);
        under -= 1;
        return done;
      },
    });
    queue.add(['a', 'b', 'c', 'd'].map((id) => fileOf(id, 10)));
    await settled();
    expect(most).toBe(2);
    expect(queue.entries().every(({ state }) => state.kind === 'received')).toBe(true);
  });
});

describe('the length of a piece', () => {
  it('grows on a quick line up to what the server takes, and shrinks on a slow one', () => {
    expect(nextPiece(PIECE.first, 100)).toBe(PIECE.first * 2);
    expect(nextPiece(PIECE.most, 100)).toBe(PIECE.most);
    expect(nextPiece(PIECE.first, 3_000)).toBe(PIECE.first);
    expect(nextPiece(PIECE.first, 20_000)).toBe(PIECE.first / 2);
    expect(nextPiece(PIECE.least, 20_000)).toBe(PIECE.least);
  });
});
