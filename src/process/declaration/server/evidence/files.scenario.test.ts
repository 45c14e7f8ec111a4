import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, fillIn, submitBody } from '../../testing/declarations.ts';
import { announce, pdfOf, photoOf, sha256, uploadWhole } from '../../testing/uploads.ts';

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
const itemsOf = (file: { links: { itemId: string }[] }) => file.links.map(({ itemId }) => itemId);

describe('a file of evidence', () => {
  it('proves several items, is taken off one of them, and taken away with all', async () => {
    const declarant = await started();
    const { body } = await uploadWhole(declarant, { name: '制度汇编.pdf', bytes: pdfOf('rules'), items: ['om-001'] });
    const at = `${path(declarant)}/files/${body.fileId}`;
    const more = (itemIds: string[]) => declarant.visitor.post(`${at}/items`, { itemIds });
    expect((await more(['om-001', 'om-002', 'om-003'])).body).toMatchObject({
      already: ['om-001'],
      attached: ['om-001', 'om-002', 'om-003'],
      unchanged: false,
    });
    const again = await more(['om-002']);
    expect(again.body).toMatchObject({ unchanged: true, already: ['om-002'] });
    const before = (await declarant.visitor.get(path(declarant))).body;
    expect(before.evidence.map((one: { fileId: string }) => one.fileId)).toEqual(Array(3).fill(body.fileId));
    const link = before.evidence.find((one: { itemId: string }) => one.itemId === 'om-002');
    expect((await declarant.visitor.send('DELETE', `${path(declarant)}/evidence/${link.evidenceId}`)).status).toBe(200);
    expect(itemsOf((await library(declarant)).files[0])).toEqual(['om-001', 'om-003']);
    expect((await more(['om-999'])).body.fault.code).toBe('declaration.noSuchItem');
    expect((await declarant.visitor.send('DELETE', at)).status).toBe(200);
    expect((await declarant.visitor.get(path(declarant))).body.evidence).toEqual([]);
    expect((await declarant.visitor.send('DELETE', at)).status).toBe(404);
    expect((await library(declarant)).files[0]).toMatchObject({
      links: [],
      removedByName: expect.stringContaining('填报人'),
    });
  });

  it('with the same content is told and not doubled, whichever way it comes', async () => {
    const declarant = await started();
    const bytes = pdfOf('same');
    const first = (await uploadWhole(declarant, { name: '一.pdf', bytes, items: ['om-001'] })).body;
    const second = (await uploadWhole(declarant, { name: '二.pdf', bytes, items: ['om-001', 'om-002'] })).body;
    expect(second).toMatchObject({
      fileId: first.fileId,
      fileName: '一.pdf',
      alreadyHere: true,
      already: ['om-001'],
      attached: ['om-001', 'om-002'],
    });
    const known = await announce(declarant, { name: '三.pdf', bytes, items: ['om-003'], digest: sha256(bytes) });
    expect(known.body).toEqual({ state: 'known', fileId: first.fileId });
    const whole = await declarant.visitor.upload(`${path(declarant)}/items/om-001/evidence`, {
      name: '四.pdf',
      type: 'application/pdf',
      bytes,
    });
    expect(whole.body).toMatchObject({ already: true, evidence: { fileName: '一.pdf' } });
    expect((await library(declarant)).files).toHaveLength(1);
    const stranger = await started();
    expect((await announce(stranger, { name: '一.pdf', bytes, digest: sha256(bytes) })).body.state).toBe('open');
  });

  it('is replaced by a new version on all its items; the old one stays in the history, and in what was submitted', async () => {
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const old = (await uploadWhole(declarant, { name: '台账.pdf', bytes: pdfOf('v1'), items: ['om-001', 'om-002'] }))
      .body;
    const { version } = (await declarant.visitor.get(path(declarant))).body;
    const submitted = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(submitted.status).toBe(200);
    const late = await announce(declarant, { name: '台账.pdf', bytes: pdfOf('v2'), replaces: old.fileId });
    expect(late.body.fault.code).toBe('declaration.submittedAlready');
    await declarant.visitor.post(`${path(declarant)}/withdrawal`, {});
    const same = await uploadWhole(declarant, { name: 'x.pdf', bytes: pdfOf('v1'), items: [], replaces: old.fileId });
    expect(same.body.fault).toMatchObject({ code: 'declaration.sameContent', params: { name: '台账.pdf' } });
    const fresh = (
      await uploadWhole(declarant, { name: '台账（新）.pdf', bytes: pdfOf('v2'), items: [], replaces: old.fileId })
    ).body;
    expect(fresh).toMatchObject({ attached: ['om-001', 'om-002'], alreadyHere: false });
    const { files } = await library(declarant);
    expect(files).toMatchObject([
      { fileId: old.fileId, links: [], submissions: [1], removedByName: expect.stringContaining('填报人') },
      { fileId: fresh.fileId, replaces: old.fileId, removedAt: null, submissions: [] },
    ]);
    const seen = (await declarant.visitor.get(`/api/submissions/${submitted.body.submissionId}`)).body;
    expect(seen.evidence.map((one: { digest: string }) => one.digest)).toEqual(Array(2).fill(sha256(pdfOf('v1'))));
    const reviewer = world.as('dongquReviewer');
    expect((await reviewer.download(`${path(declarant)}/files/${old.fileId}`)).status).toBe(200);
    expect((await reviewer.download(`${path(declarant)}/files/${fresh.fileId}`)).status).toBe(404);
    const gone = await announce(declarant, { name: 'y.pdf', bytes: pdfOf('v3'), items: [], replaces: old.fileId });
    expect(gone.status).toBe(404);
  });

  it('beyond twenty an item is refused', async () => {
    const declarant = await started();
    for (let at = 0; at < 20; at += 1) {
      await uploadWhole(declarant, { name: `${at}.pdf`, bytes: pdfOf(`no ${at}`) });
    }
    const refused = await announce(declarant, { name: '21.pdf', bytes: pdfOf('no 21') });
    expect(refused.body.fault).toMatchObject({
      code: 'declaration.tooManyFiles',
      params: { limit: 20, item: 'om-001' },
    });
  });
});

describe('a photograph', () => {
  it('tells when, where and with what it was taken, to those who review it too; its bytes stay as they were', async () => {
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const bytes = await photoOf({ takenAt: '2026:08:20 10:21:33', place: true });
    const { body } = await uploadWhole(declarant, { name: '采场.jpg', bytes });
    const photo = {
      takenAt: '2026-08-20T02:21:33.000Z',
      latitude: expect.closeTo(26.5824, 4),
      longitude: expect.closeTo(101.7201, 4),
      device: 'HUAWEI ALN-AL00',
    };
    expect(body.photo).toEqual(photo);
    const at = `${path(declarant)}/files/${body.fileId}`;
    expect(Buffer.compare((await declarant.visitor.download(at)).bytes, bytes)).toBe(0);
    const reviewer = world.as('dongquReviewer');
    expect((await reviewer.get(`${at}/facts`)).status).toBe(404);
    const { version } = (await declarant.visitor.get(path(declarant))).body;
    const { submissionId } = (await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version))).body;
    expect((await reviewer.get(`${at}/facts`)).body.photo).toEqual(photo);
    expect((await reviewer.get(`/api/submissions/${submissionId}`)).body.evidence).toMatchObject([{ photo }]);
    expect((await world.as('renheReviewer').get(`${at}/facts`)).status).toBe(404);
    const row = await world.database.owner.query(
      'select width, height, picture_hash from evidence_files where file_id = $1',
      [body.fileId],
    );
    expect(row.rows).toEqual([{ width: 640, height: 480, picture_hash: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
  });

  it('that says nothing of itself is taken all the same', async () => {
    const declarant = await started();
    const { body } = await uploadWhole(declarant, { name: '采场.jpg', bytes: await photoOf(null) });
    expect(body.photo).toEqual({ takenAt: null, latitude: null, longitude: null, device: null });
  });

  it('is made small for those who may see it, upright and without what it says of itself', async () => {
    const declarant = await started();
    const turned = await sharp({ create: { width: 1600, height: 800, channels: 3, background: '#777' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await uploadWhole(declarant, { name: '竖.jpg', bytes: turned });
    const at = `${path(declarant)}/files/${body.fileId}/picture`;
    for (const [query, width, height] of [
      ['', 160, 320],
      ['?size=1280', 640, 1280],
    ] as const) {
      const small = await declarant.visitor.download(at + query);
      const found = await sharp(small.bytes).metadata();
      expect([small.type, found.width, found.height, found.exif]).toEqual(['image/webp', width, height, undefined]);
    }
    expect((await (await started()).visitor.download(at)).status).toBe(404);
    expect((await world.as('dongquReviewer').download(at)).status).toBe(404);
    const { headers } = await world.app.http.inject({
      url: `${at}`,
      headers: { cookie: await world.sessionOf(declarant.accountId) },
    });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=600',
    });
  });

  it('that cannot be decoded has a mark in its place, and so has a document', async () => {
    const declarant = await started();
    const broken = Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      randomBytes(300),
      Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
    ]);
    for (const [name, bytes] of [
      ['坏.png', broken],
      ['表.pdf', pdfOf('document')],
    ] as const) {
      const { body } = await uploadWhole(declarant, { name, bytes });
      const small = await declarant.visitor.download(`${path(declarant)}/files/${body.fileId}/picture`);
      expect([small.status, small.type]).toEqual([200, 'image/svg+xml']);
    }
  });
});
