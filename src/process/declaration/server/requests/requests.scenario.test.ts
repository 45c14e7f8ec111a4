import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { CITY, createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, fillIn, submitBody } from '../../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  world.clock.set(new Date('2026-10-20T02:00:00Z'));
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);
const proof = { name: '停产报告.pdf', type: 'application/pdf', bytes: PDF };
const claim = { ground: 'stopped', since: '2026-03-01', explanation: '市场原因停产，设备已封存。' };

const extension = ({ visitor, declarationId }: Declarant, until: string) =>
  visitor.post(`/api/declarations/${declarationId}/extension-requests`, { until, reason: '技改收尾，月底前完不成。' });
const claiming = ({ visitor, declarationId }: Declarant, fields: Record<string, string> = claim) =>
  visitor.upload(`/api/declarations/${declarationId}/not-assessed-requests`, proof, fields);
const decide = (
  requestId: string,
  body: Record<string, unknown>,
  who: 'dongquReviewer' | 'cityOffice' | 'renheReviewer' = 'dongquReviewer',
) => world.as(who).post(`/api/declaration-requests/${requestId}/decision`, { reason: '情况属实。', ...body });
const shown = async ({ visitor, declarationId }: Declarant) =>
  (await visitor.get(`/api/declarations/${declarationId}`)).body;
const codes = (answer: { body: { fault: { issues?: { path: string; code: string }[] } } }) =>
  answer.body.fault.issues?.map(({ path, code }) => `${path} ${code}`);

describe('asking for an extension', () => {
  it('moves the last day once the body has granted it, and leaves both days and reasons on record', async () => {
    const declarant = await declarantOf(world, campaignId);
    const asked = await extension(declarant, '2026-11-06');
    expect(asked.status).toBe(200);
    expect((await shown(declarant)).deadline.dueOn).toBe('2026-10-31');
    expect((await decide(asked.body.requestId, { grant: true })).status).toBe(200);
    expect((await shown(declarant)).deadline.dueOn).toBe('2026-11-06');
    const { rows } = (await declarant.visitor.get(`/api/declaration-requests?declarationId=${declarant.declarationId}`))
      .body;
    expect(rows).toMatchObject([
      {
        state: 'granted',
        stoodUntil: '2026-10-31',
        wantedUntil: '2026-11-06',
        grantedUntil: '2026-11-06',
        decisionReason: '情况属实。',
      },
    ]);
    const audit = await world.database.owner.query(
      toQuery(
        sql`select command from audit_entries where city_id = ${CITY} and subject_id = ${declarant.declarationId}`,
      ),
    );
    expect(audit.rows.map((row) => row.command)).toEqual(
      expect.arrayContaining(['declaration.ask-extension', 'declaration.decide-request']),
    );
  });

  it('may be granted for fewer days than were asked, and not for more than the scheme allows', async () => {
    const declarant = await declarantOf(world, campaignId);
    const { requestId } = (await extension(declarant, '2026-11-10')).body;
    const tooLong = await decide(requestId, { grant: true, until: '2026-11-30' });
    expect([tooLong.status, codes(tooLong)]).toEqual([422, ['until requests.tooLong']]);
    expect((await decide(requestId, { grant: true, until: '2026-11-03' })).status).toBe(200);
    expect((await shown(declarant)).deadline.dueOn).toBe('2026-11-03');
    const again = await extension(declarant, '2026-11-05');
    expect([again.status, again.body.fault.code]).toEqual([409, 'requests.noMoreExtensions']);
  });

  it('is refused for a day that is no later, for one too late, and while another is pending', async () => {
    const declarant = await declarantOf(world, campaignId);
    expect(codes(await extension(declarant, '2026-10-31'))).toEqual(['until requests.notLater']);
    expect(codes(await extension(declarant, '2026-12-01'))).toEqual(['until requests.tooLong']);
    expect((await extension(declarant, '2026-11-04')).status).toBe(200);
    const second = await extension(declarant, '2026-11-05');
    expect([second.status, second.body.fault.code]).toEqual([409, 'requests.pendingAlready']);
  });

  it('leaves the last day as it is when it is refused or taken back, and can then be asked again', async () => {
    const declarant = await declarantOf(world, campaignId);
    const { requestId } = (await extension(declarant, '2026-11-04')).body;
    expect((await decide(requestId, { grant: false, reason: '材料可按期完成。' })).status).toBe(200);
    expect((await shown(declarant)).deadline.dueOn).toBe('2026-10-31');
    const next = (await extension(declarant, '2026-11-04')).body.requestId;
    expect((await declarant.visitor.send('DELETE', `/api/declaration-requests/${next}`)).status).toBe(200);
    const late = await decide(next, { grant: true });
    expect([late.status, late.body.fault.code]).toEqual([409, 'requests.decidedAlready']);
  });

  it('is of no use once the declaration is handed in', async () => {
    const declarant = await declarantOf(world, campaignId);
    const { requestId } = (await extension(declarant, '2026-11-04')).body;
    const version = await fillIn(declarant);
    const path = `/api/declarations/${declarant.declarationId}/submissions`;
    expect((await declarant.visitor.post(path, submitBody(version))).status).toBe(200);
    expect((await decide(requestId, { grant: true })).body.fault.code).toBe('requests.handedIn');
    expect((await decide(requestId, { grant: false })).status).toBe(200);
    expect((await extension(declarant, '2026-11-06')).body.fault.code).toBe('requests.handedIn');
  });
});

describe('a unit that is not to be assessed', () => {
  it('is taken out with its proof once the body has verified it, and counts apart', async () => {
    const declarant = await declarantOf(world, campaignId);
    const { requestId } = (await claiming(declarant)).body;
    const list = (await world.as('dongquReviewer').get('/api/declaration-requests?state=pending&kind=not-assessed'))
      .body;
    const row = list.rows.find((one: { requestId: string }) => one.requestId === requestId);
    expect(row).toMatchObject({
      ground: { name: '停产' },
      since: '2026-03-01',
      proof: { fileName: '停产报告.pdf' },
      actions: ['grant', 'refuse'],
    });
    expect((await world.as('dongquReviewer').get(`/api/declaration-requests/${requestId}/proof`)).status).toBe(200);
    expect((await decide(requestId, { grant: true })).status).toBe(200);
    const { state, actions } = await shown(declarant);
    expect([state, actions]).toEqual(['not-assessed', []]);
    const start = await declarant.visitor.post(`/api/declarations/${declarant.declarationId}/start`);
    expect([start.status, start.body.fault.code]).toEqual([409, 'declaration.startedAlready']);
    const overdue = (await world.as('cityOffice').get(`/api/declarations?state=not-assessed&campaignId=${campaignId}`))
      .body;
    expect(overdue.rows.map((one: { declarationId: string }) => one.declarationId)).toContain(declarant.declarationId);
  });

  it('goes on where it stood when it is taken in again, with a last day of its own', async () => {
    const [fresh, begun] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    await begun.visitor.post(`/api/declarations/${begun.declarationId}/start`);
    for (const [declarant, state] of [
      [fresh, 'not-started'],
      [begun, 'draft'],
    ] as const) {
      const { requestId } = (await claiming(declarant)).body;
      await decide(requestId, { grant: true });
      const path = `/api/declaration-requests/${requestId}/reinstatement`;
      const reviewer = world.as('dongquReviewer');
      expect(codes(await reviewer.post(path, { reason: '已复产', until: '2026-12-24' }))).toEqual([
        'until requests.afterTheReviews',
      ]);
      expect((await reviewer.post(path, { reason: '已复产', until: '2026-11-20' })).status).toBe(200);
      const now = await shown(declarant);
      expect([now.state, now.deadline.dueOn]).toEqual([state, '2026-11-20']);
      expect((await reviewer.post(path, { reason: '已复产', until: '2026-11-20' })).body.fault.code).toBe(
        'requests.notTakenOut',
      );
    }
  });

  it('names every field of the claim that does not do, and wants a proof of a known kind', async () => {
    const declarant = await declarantOf(world, campaignId);
    expect(codes(await claiming(declarant, { ground: 'holiday', since: '2026-13-01', explanation: ' ' }))).toEqual([
      'ground input.notAChoice',
      'since input.notADay',
      'explanation requests.reasonMissing',
    ]);
    expect(codes(await claiming(declarant, { ...claim, since: '2026-10-21' }))).toEqual(['since requests.inTheFuture']);
    const path = `/api/declarations/${declarant.declarationId}/not-assessed-requests`;
    const wrong = await declarant.visitor.upload(path, { ...proof, bytes: Buffer.from('随便写的') }, claim);
    expect([wrong.status, wrong.body.fault.code]).toEqual([415, 'file.typeUnknown']);
  });

  it('is for the body that expects it and the city office to decide, and for nobody else to see', async () => {
    const [declarant, other] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    const { requestId } = (await claiming(declarant)).body;
    expect((await decide(requestId, { grant: true }, 'renheReviewer')).status).toBe(404);
    expect((await other.visitor.get(`/api/declaration-requests/${requestId}/proof`)).status).toBe(404);
    expect((await other.visitor.send('DELETE', `/api/declaration-requests/${requestId}`)).status).toBe(404);
    expect((await world.as('renheReviewer').get(`/api/declaration-requests/${requestId}/proof`)).status).toBe(404);
    expect((await decide(requestId, { grant: true }, 'cityOffice')).status).toBe(200);
  });
});
