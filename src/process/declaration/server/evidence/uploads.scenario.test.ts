import { utimes } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '#app/application.ts';
import { createLog } from '#platform/log.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf } from '../../testing/declarations.ts';
import { announce, complete, pdfOf, sendPiece, sha256, uploadWhole } from '../../testing/uploads.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const started = async (): Promise<Declarant> => {
  const declarant = await declarantOf(world, campaignId);
  await declarant.visitor.post(`${path(declarant)}/start`);
  return declarant;
};
const library = async (declarant: Declarant) => (await declarant.visitor.get(`${path(declarant)}/files`)).body;

describe('an upload in pieces', () => {
  it('ends in a receipt with time, size and digest, and in a file attached to its items', async () => {
    const declarant = await started();
    const bytes = pdfOf('receipt', 3000);
    const { body } = await uploadWhole(declarant, { name: '采矿许可证.pdf', bytes, items: ['om-001', 'om-002'] }, 1000);
    expect(body).toMatchObject({
      fileName: '采矿许可证.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      digest: sha256(bytes),
      uploadedAt: world.clock.now().toISOString(),
      alreadyHere: false,
      attached: ['om-001', 'om-002'],
      already: [],
      photo: null,
    });
    const file = await declarant.visitor.download(`${path(declarant)}/files/${body.fileId}`);
    expect([file.status, Buffer.compare(file.bytes, bytes)]).toEqual([200, 0]);
    const { evidence, version } = (await declarant.visitor.get(path(declarant))).body;
    expect(evidence.map((one: { itemId: string }) => one.itemId)).toEqual(['om-001', 'om-002']);
    expect(version).toBe(3);
    const audit = await world.database.owner.query(
      `select command from audit_entries where subject_id = $1 order by occurred_at, entry_id`,
      [declarant.declarationId],
    );
    expect(audit.rows.map(({ command }) => command)).toEqual(['declaration.start', 'declaration.add-file']);
  });

  it('that broke off goes on where it stood, asked for by the same file, also in a server that was started anew', async () => {
    const declarant = await started();
    const file = { name: '现场.pdf', bytes: pdfOf('resume', 5000) };
    const { uploadId } = (await announce(declarant, file)).body;
    await sendPiece(declarant, uploadId, file.bytes.subarray(0, 2000), 0);
    expect((await library(declarant)).uploads).toMatchObject([
      { uploadId, fileName: '现场.pdf', received: 2000, sizeBytes: file.bytes.length, itemIds: ['om-001'] },
    ]);
    const again = await createApplication({
      pool: world.database.app,
      publicReader: world.database.publicReader,
      clock: world.clock,
      log: createLog('error'),
      files: world.files(),
      trustProxy: false,
      checkAnswers: true,
      publicRequestsPerMinute: 10_000,
    });
    const visitor = await world.asAccount(declarant.accountId, again);
    expect((await announce(declarant, file, visitor)).body).toEqual({ state: 'open', uploadId, received: 2000 });
    expect((await sendPiece(declarant, uploadId, file.bytes.subarray(2000), 2000, visitor)).body).toEqual({
      received: file.bytes.length,
    });
    await again.http.close();
    expect((await complete(declarant, uploadId)).body.digest).toBe(sha256(file.bytes));
    expect((await library(declarant)).uploads).toEqual([]);
  });

  it('takes a piece that comes twice once, also one that overlaps', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('twice', 3000) };
    const { uploadId } = (await announce(declarant, file)).body;
    const send = (from: number, to: number) => sendPiece(declarant, uploadId, file.bytes.subarray(from, to), from);
    const [first, second] = await Promise.all([send(0, 1000), send(0, 1000)]);
    expect([first.body.received, second.body.received]).toEqual([1000, 1000]);
    expect((await send(500, 1500)).body.received).toBe(1500);
    expect((await send(0, 1000)).body.received).toBe(1500);
    await send(1500, file.bytes.length);
    expect((await complete(declarant, uploadId)).body.digest).toBe(sha256(file.bytes));
  });

  it('refuses a piece that leaves a gap and says where to go on', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('gap', 3000) };
    const { uploadId } = (await announce(declarant, file)).body;
    await sendPiece(declarant, uploadId, file.bytes.subarray(0, 1000), 0);
    const refused = await sendPiece(declarant, uploadId, file.bytes.subarray(2000), 2000);
    expect([refused.status, refused.body.fault]).toEqual([
      409,
      { kind: 'refusal', code: 'declaration.wrongOffset', status: 409, again: 'conflict', params: { received: 1000 } },
    ]);
  });

  it('refuses more than was announced, and to be completed before all is there', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('long', 3000) };
    const { uploadId } = (await announce(declarant, file)).body;
    const long = await sendPiece(declarant, uploadId, Buffer.concat([file.bytes, Buffer.alloc(1)]), 0);
    expect(long.body.fault).toMatchObject({ code: 'declaration.uploadTooLong', params: { size: file.bytes.length } });
    await sendPiece(declarant, uploadId, file.bytes.subarray(0, 1000), 0);
    expect((await complete(declarant, uploadId)).body.fault).toMatchObject({
      code: 'declaration.uploadIncomplete',
      params: { received: 1000, size: file.bytes.length },
    });
  });

  it('completed twice, as after a lost answer, gives the same receipt and one file', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('once', 500) };
    const { uploadId } = (await announce(declarant, file)).body;
    await sendPiece(declarant, uploadId, file.bytes, 0);
    const [first, second] = await Promise.all([complete(declarant, uploadId), complete(declarant, uploadId)]);
    const third = await complete(declarant, uploadId);
    expect(third.body).toMatchObject({ digest: sha256(file.bytes), attached: ['om-001'] });
    expect([first.status, second.status]).toContain(200);
    expect((await announce(declarant, file)).body).toMatchObject({ state: 'received', uploadId });
    expect((await library(declarant)).files).toHaveLength(1);
    expect((await declarant.visitor.get(path(declarant))).body).toMatchObject({ version: 3 });
  });

  it('that does not match the announced digest is thrown away and can be sent again', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('right', 500), digest: sha256(pdfOf('wrong', 500)) };
    const { uploadId } = (await announce(declarant, file)).body;
    await sendPiece(declarant, uploadId, file.bytes, 0);
    expect((await complete(declarant, uploadId)).body.fault).toMatchObject({ code: 'declaration.uploadAltered' });
    expect((await announce(declarant, file)).body).toEqual({ state: 'open', uploadId, received: 0 });
  });

  it.each([
    ['an empty file', 0, 422, 'file.empty'],
    ['one above 20 MB', 20 * 1024 * 1024 + 1, 413, 'file.tooLarge'],
  ])('of %s is refused before anything is sent', async (_, sizeBytes, status, code) => {
    const declarant = await started();
    const body = { fileName: 'a.pdf', sizeBytes, fingerprint: 'f', itemIds: [] };
    const refused = await declarant.visitor.post(`${path(declarant)}/uploads`, body);
    expect([refused.status, refused.body.fault.code]).toEqual([status, code]);
  });

  it.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'file.typeForbidden'],
    ['an HEIC photograph', Buffer.concat([Buffer.from('\0\0\0\x18ftypheic'), Buffer.alloc(200)]), 'file.heic'],
  ])('of %s is refused with its first piece', async (_, bytes, code) => {
    const declarant = await started();
    const { uploadId } = (await announce(declarant, { name: 'a.jpg', bytes })).body;
    const refused = await sendPiece(declarant, uploadId, bytes.subarray(0, 100), 0);
    expect([refused.status, refused.body.fault.code]).toEqual([415, code]);
  });

  it('refuses a piece above 1 MB, an item that the standard does not have, and a thirty-first upload', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('big', 2_000_000) };
    const { uploadId } = (await announce(declarant, file)).body;
    expect((await sendPiece(declarant, uploadId, file.bytes, 0)).body.fault.code).toBe('file.tooLarge');
    const stranger = await announce(declarant, { ...file, items: ['om-999'] });
    expect([stranger.status, stranger.body.fault.code]).toEqual([404, 'declaration.noSuchItem']);
    for (let at = 1; at < 30; at += 1) await announce(declarant, { ...file, fingerprint: `f${at}` });
    const refused = await announce(declarant, { ...file, fingerprint: 'one more' });
    expect(refused.body.fault).toMatchObject({ code: 'declaration.tooManyUploads', params: { limit: 30 } });
  });

  it('belongs to its enterprise alone, and ends when it is cancelled', async () => {
    const [declarant, other] = [await started(), await started()];
    const file = { name: 'a.pdf', bytes: pdfOf('mine', 500) };
    const { uploadId } = (await announce(declarant, file)).body;
    expect((await sendPiece(declarant, uploadId, file.bytes, 0, other.visitor)).status).toBe(404);
    expect((await sendPiece(other, uploadId, file.bytes, 0)).status).toBe(404);
    const at = `${path(declarant)}/uploads/${uploadId}`;
    expect((await other.visitor.send('DELETE', at)).status).toBe(404);
    await sendPiece(declarant, uploadId, file.bytes, 0);
    expect((await declarant.visitor.send('DELETE', at)).status).toBe(200);
    expect((await declarant.visitor.get(at)).status).toBe(404);
    expect(await world.files().uploads.received(uploadId)).toBe(0);
  });

  it('is forgotten after seven days, and swept from the disk', async () => {
    const declarant = await started();
    const file = { name: 'a.pdf', bytes: pdfOf('old', 500) };
    const { uploadId } = (await announce(declarant, file)).body;
    await sendPiece(declarant, uploadId, file.bytes.subarray(0, 100), 0);
    world.clock.advance(8);
    expect((await sendPiece(declarant, uploadId, file.bytes.subarray(100), 100)).status).toBe(404);
    const anew = (await announce(declarant, file)).body;
    expect(anew).toMatchObject({ state: 'open', received: 0 });
    expect(anew.uploadId).not.toBe(uploadId);
    const left = await world.database.owner.query('select 1 from evidence_uploads where upload_id = $1', [uploadId]);
    expect(left.rows).toEqual([]);
    const store = world.files();
    await store.uploads.reading(uploadId, (at) => utimes(at, 1000, 1000));
    expect(await store.uploads.sweep(new Date(2_000_000))).toBe(1);
  });

  it('is refused once the declaration is not being filled in', async () => {
    const declarant = await declarantOf(world, campaignId);
    const refused = await announce(declarant, { name: 'a.pdf', bytes: pdfOf('early') });
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'declaration.notStarted']);
  });
});
