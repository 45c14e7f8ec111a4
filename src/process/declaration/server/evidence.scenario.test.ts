import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorld, type Visitor, type World } from '../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, fillIn, submitBody } from '../testing/declarations.ts';

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

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
const attach = (
  declarant: Declarant,
  bytes: Uint8Array,
  name = '采矿许可证.pdf',
  item = 'om-001',
  by: Visitor = declarant.visitor,
) => by.upload(`${path(declarant)}/items/${item}/evidence`, { name, type: 'application/pdf', bytes });

describe('evidence', () => {
  it('is attached to an item, listed, downloaded whole and taken off again', async () => {
    const declarant = await started();
    const done = await attach(declarant, PDF);
    expect(done.body.evidence).toMatchObject({
      itemId: 'om-001',
      fileName: '采矿许可证.pdf',
      mediaType: 'application/pdf',
      sizeBytes: PDF.length,
    });
    const at = `${path(declarant)}/evidence/${done.body.evidence.evidenceId}`;
    const file = await declarant.visitor.download(at);
    expect([file.status, file.type, Buffer.compare(file.bytes, PDF)]).toEqual([200, 'application/pdf', 0]);
    expect((await declarant.visitor.get(path(declarant))).body.evidence).toHaveLength(1);
    expect((await declarant.visitor.send('DELETE', at)).status).toBe(200);
    expect((await declarant.visitor.get(path(declarant))).body.evidence).toHaveLength(0);
    expect((await declarant.visitor.send('DELETE', at)).status).toBe(404);
  });

  it('keeps only the last part of a name that carries a folder', async () => {
    const done = await attach(await started(), PDF, '..\\..\\证照.pdf');
    expect(done.body.evidence.fileName).toBe('证照.pdf');
  });

  it.each([
    ['that is empty', Buffer.alloc(0), 422, 'file.empty'],
    ['of a forbidden type', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 415, 'file.typeForbidden'],
    ['cut off half way', PDF.subarray(0, 60), 422, 'file.truncated'],
    ['above 20 MB', Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)]), 413, 'file.tooLarge'],
  ])('%s is refused and leaves nothing', async (_, bytes, status, code) => {
    const declarant = await started();
    const refused = await attach(declarant, bytes);
    expect([refused.status, refused.body.fault.code]).toEqual([status, code]);
    expect((await declarant.visitor.get(path(declarant))).body).toMatchObject({ evidence: [], version: 2 });
  });

  it('for an item that the standard does not have is refused', async () => {
    const refused = await attach(await started(), PDF, 'a.pdf', 'om-999');
    expect([refused.status, refused.body.fault.code]).toEqual([404, 'declaration.noSuchItem']);
  });

  it('beyond twenty files an item is refused', async () => {
    const declarant = await started();
    const another = (at: number) => Buffer.concat([PDF, Buffer.from(`${at}\n%%EOF\n`)]);
    for (let at = 0; at < 20; at += 1) expect((await attach(declarant, another(at))).status).toBe(200);
    const refused = await attach(declarant, another(20));
    expect(refused.body.fault).toMatchObject({ code: 'declaration.tooManyFiles', params: { limit: 20 } });
  });

  it('of another enterprise can be neither attached nor read', async () => {
    const [declarant, other] = [await started(), await started()];
    const { evidenceId } = (await attach(declarant, PDF)).body.evidence;
    expect((await attach(declarant, PDF, 'a.pdf', 'om-001', other.visitor)).status).toBe(404);
    expect((await other.visitor.download(`${path(declarant)}/evidence/${evidenceId}`)).status).toBe(404);
    expect((await other.visitor.download(`${path(other)}/evidence/${evidenceId}`)).status).toBe(404);
  });

  it('is the enterprise’s own until it is submitted; then the receiving body reads it, also after it was taken off', async () => {
    const declarant = await declarantOf(world, campaignId);
    await fillIn(declarant);
    const done = await attach(declarant, PDF);
    const at = `${path(declarant)}/evidence/${done.body.evidence.evidenceId}`;
    const seen = async () =>
      Promise.all(
        (['dongquReviewer', 'renheReviewer', 'cityOffice', 'auditor', 'expertOne'] as const).map(
          async (who) => (await world.as(who).download(at)).status,
        ),
      );
    expect(await seen()).toEqual([404, 404, 404, 404, 404]);
    await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(done.body.version));
    expect(await seen()).toEqual([200, 404, 200, 200, 404]);
    expect((await attach(declarant, PDF)).body.fault.code).toBe('declaration.submittedAlready');
    const { version } = (await declarant.visitor.post(`${path(declarant)}/withdrawal`, {})).body;
    expect(version).toBeGreaterThan(0);
    await declarant.visitor.send('DELETE', at);
    expect(await seen()).toEqual([200, 404, 200, 200, 404]);
  });
});
