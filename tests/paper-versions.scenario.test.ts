import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { keyOf, paperCode } from '#process/declaration/domain/paper/paper-code.ts';
import { campaignOf, submitBody, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { revisionDesk } from './revision-desk.ts';
import { examine, reviewOf } from './verbs.ts';
import { CITY, createWorld, type World } from './world.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

type Handed = Awaited<ReturnType<typeof submittedDeclaration>>;
type Version = Pick<Handed, 'visitor' | 'submissionId'>;

const codeOf = async ({ visitor, submissionId }: Version) =>
  paperCode({
    key: keyOf((await visitor.get(`/api/submissions/${submissionId}`)).body.contentDigest),
    copy: 1,
    page: 1,
  });
const printed = async (version: Version): Promise<string> => {
  const path = `/api/submissions/${version.submissionId}/print-pack`;
  const made = await version.visitor.post(path, { address: 'https://anping.example' });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return codeOf(version);
};
const standing = async (code: string) => {
  const own = (await world.as('dongquReviewer').get(`/api/paper-checks/${code}`)).body.paper;
  const everybody = (await world.nobody.get(`/api/public/paper-checks/${code}`)).body;
  expect(everybody.state).toBe(own.standing.state);
  return own;
};
const register = async (version: Version) =>
  world.as('dongquReviewer').post(`/api/submissions/${version.submissionId}/paper-arrivals`, {
    copies: [{ copy: 1, signed: true, sealed: true, code: await codeOf(version) }],
    arrivedOn: '2026-09-01',
    way: 'by-hand',
  });
const again = async ({ visitor, declarationId }: Handed): Promise<Version> => {
  const path = `/api/declarations/${declarationId}`;
  const { version, sections, registration, registrationVersion } = (await visitor.get(path)).body;
  expect(sections).toBeDefined();
  const saved = await visitor.send('PUT', `${path}/registration`, {
    baseVersion: registrationVersion,
    registration: { ...registration, staffCount: 87 },
  });
  const done = await visitor.post(`${path}/submissions`, submitBody(saved.body.version ?? version));
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return { visitor, submissionId: done.body.submissionId };
};
const withdrawn = async ({ visitor, declarationId }: Handed) =>
  visitor.post(`/api/declarations/${declarationId}/withdrawal`, { reason: '' });

describe('the check page of a version', () => {
  it('in force says so', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    expect(await standing(await printed(handed))).toMatchObject({
      sequence: 1,
      versions: 1,
      standing: { state: 'current', successor: null, decided: null },
      wanted: { submissionId: handed.submissionId },
    });
  });

  it('that was withdrawn says so, and takes no paper', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const code = await printed(handed);
    await withdrawn(handed);
    expect(await standing(code)).toMatchObject({ standing: { state: 'withdrawn', successor: null }, wanted: null });
    expect((await register(handed)).body.fault).toMatchObject({ code: 'paper.notAskedFor', params: { sequence: 1 } });
  });

  it('after which another one came names it, and its paper is refused with what the right one is', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const code = await printed(handed);
    await withdrawn(handed);
    const second = await again(handed);
    expect(await standing(code)).toMatchObject({
      versions: 2,
      standing: {
        state: 'superseded',
        successor: { submissionId: second.submissionId, sequence: 2, how: 'resubmission' },
      },
      wanted: { submissionId: second.submissionId },
    });
    const { receiptNumber } = (await handed.visitor.get(`/api/submissions/${second.submissionId}`)).body;
    expect((await register(handed)).body.fault).toMatchObject({
      code: 'paper.superseded',
      params: { sequence: 1, newest: 2, receipt: receiptNumber },
    });
    expect((await register(second)).status).toBe(200);
    expect((await standing(await printed(second))).standing.state).toBe('current');
  });

  it('that was returned for correction says so until the corrected one comes', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const code = await printed(handed);
    const reviewId = await reviewOf(world, handed.submissionId);
    const version = await examine(world.as('dongquReviewer'), reviewId);
    const body = { baseVersion: version, reason: '材料不全', items: [] };
    expect((await world.as('dongquReviewer').post(`/api/reviews/${reviewId}/return`, body)).status).toBe(200);
    expect((await standing(code)).standing).toMatchObject({ state: 'returned', successor: null });
    expect((await register(handed)).body.fault.code).toBe('paper.notAskedFor');
    const corrected = await again(handed);
    expect((await standing(code)).standing).toMatchObject({
      state: 'superseded',
      successor: { submissionId: corrected.submissionId, how: 'resubmission' },
    });
  });

  it('that the system froze anew leads there, and the paper that was signed stays valid', async () => {
    const desk = revisionDesk(world);
    const other = await desk.campaign();
    const handed = await submittedDeclaration(world, other);
    const code = await printed(handed);
    await desk.retitle();
    await desk.ordered(other);
    const paper = await standing(code);
    expect(paper).toMatchObject({
      standing: { state: 'superseded', successor: { sequence: 2, how: 'revision', byRevision: true } },
      wanted: { submissionId: handed.submissionId, sequence: 1 },
    });
    expect((await register(handed)).status).toBe(200);
    const frozen = { visitor: handed.visitor, submissionId: paper.standing.successor.submissionId };
    const path = `/api/submissions/${frozen.submissionId}/print-pack`;
    expect((await frozen.visitor.post(path, { address: 'https://anping.example' })).body.fault.code).toBe(
      'paper.frozenBySystem',
    );
    expect((await register(frozen)).body.fault).toMatchObject({ code: 'paper.superseded', params: { newest: 1 } });
  });

  it('of a unit that is not assessed any more is set aside', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const code = await printed(handed);
    await world.database.owner.query(
      toQuery(sql`update declarations set state = 'not-assessed' where declaration_id = ${handed.declarationId}`),
    );
    expect((await standing(code)).standing.state).toBe('set-aside');
    expect((await register(handed)).body.fault.code).toBe('paper.notAskedFor');
  });

  it('whose unit has its class names class, list and day', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const code = await printed(handed);
    const adoptionId = newId();
    const owner = (statement: ReturnType<typeof sql>) => world.database.owner.query(toQuery(statement));
    await owner(sql`insert into adoptions (city_id, adoption_id, campaign_id, number, title, meeting_on, chair, present, unit_count, list, list_digest,
        prepared_at, signed_at, state)
      values (${CITY}, ${adoptionId}, ${campaignId}, '攀应急〔2026〕9号', '名单', '2026-09-01', '罗组长', '罗组长', 1, '[]', '', now(), now(), 'signed')`);
    await owner(sql`insert into decisions (city_id, decision_id, adoption_id, campaign_id, unit_id, enterprise_id, settled_id, position, basis, class_code,
        edition_hash, numerator, denominator, printed, trace, valid_from, valid_until, decided_at)
      select ${CITY}, ${newId()}, ${adoptionId}, ${campaignId}, unit_id, enterprise_id, ${newId()}, 1, 'kept', 'A', edition_hash, 1, 1, '100.0', '[]',
        '2026-09-01', '2029-08-31', '2026-09-01T02:00:00Z' from declarations where declaration_id = ${handed.declarationId}`);
    expect((await standing(code)).standing).toMatchObject({
      state: 'current',
      decided: { number: '攀应急〔2026〕9号', decidedOn: '2026-09-01', className: 'A 类' },
    });
  });
});
