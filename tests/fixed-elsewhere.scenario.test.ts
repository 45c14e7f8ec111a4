import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOutWhatIsDue } from '#app/due.ts';
import { publishableClasses } from '#app/publishable.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { campaignOf, type Declarant, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import {
  examine,
  freezeDraw,
  propose,
  receiveBatch,
  reviewAndSign,
  reviewOf,
  takeSeed,
  transmitSigned,
  verify,
} from './verbs.ts';
import { CITY, createWorld, type World } from './world.ts';

const DOCUMENT = { documentNumber: '川应急函〔2026〕12号', issuingBody: '四川省应急管理厅' };
const FIXED = '由四川省应急管理厅评定，文号川应急函〔2026〕12号';

type Declared = Declarant & { readonly submissionId: string };

let world: World;
let campaignId: string;
/** Everything fulfilled, and beside it on record: a class fixed elsewhere, one capped at C there, a long stop, a fixed class and a long stop. */
let fixed: Declared;
let capped: Declared;
let stopped: Declared;
let both: Declared;

const office = () => world.as('cityOffice');
const reviewer = () => world.as('dongquReviewer');
const record = async (unitId: string, kind: string, document: object = {}) => {
  const body = { kind, happenedOn: '2026-08-30', note: '', ...document };
  expect((await reviewer().post(`/api/units/${unitId}/supervision-facts`, body)).status).toBe(200);
};
const stage = async (proposals: readonly (readonly [Declared, string])[]) => {
  for (const [{ submissionId }, proposedClass] of proposals)
    await reviewAndSign(world, submissionId, undefined, { proposedClass });
  await receiveBatch(world, await transmitSigned(world, campaignId));
};
const publishable = () =>
  world.app.runner.readAs(world.actors.cityOffice, (reader) =>
    publishableClasses.list(reader, world.actors.cityOffice, campaignId),
  );

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  const declare = (name: string) => submittedDeclaration(world, campaignId, { name });
  fixed = await declare('甲矿业');
  capped = await declare('乙矿业');
  stopped = await declare('丙矿业');
  both = await declare('丁矿业');
  await record(fixed.unitId, 'class-fixed-elsewhere', DOCUMENT);
  await record(capped.unitId, 'class-capped-elsewhere-c', DOCUMENT);
  await record(stopped.unitId, 'production-suspended');
  await record(both.unitId, 'class-fixed-elsewhere', DOCUMENT);
  await record(both.unitId, 'production-suspended');
});
afterAll(() => world.close());

const tried = async ({ submissionId }: Declared, proposedClass: string) => {
  const reviewId = await reviewOf(world, submissionId);
  await examine(reviewer(), reviewId);
  const found = { proposedClass, departureReason: '现场情况好' };
  return (await propose(reviewer(), reviewId, found)).body.fault.issues;
};

describe('a class that another authority fixed or capped', () => {
  it('is told with its document to the reviewer, and to the enterprise beside what its class rests on', async () => {
    const { body } = await reviewer().get(`/api/reviews/${await reviewOf(world, fixed.submissionId)}`);
    expect(body.facts).toEqual([expect.objectContaining({ fact: 'class-fixed-elsewhere', ...DOCUMENT })]);
    const own = await fixed.visitor.get(`/api/declarations/${fixed.declarationId}`);
    expect(own.body.facts).toEqual([expect.objectContaining({ kind: 'class-fixed-elsewhere', ...DOCUMENT })]);
    const frozen = await fixed.visitor.get(`/api/submissions/${fixed.submissionId}`);
    expect(frozen.body.documents).toEqual([{ fact: 'class-fixed-elsewhere', date: '2026-08-30', ...DOCUMENT }]);
  });

  it('cannot be departed from: neither the status, nor the cap', async () => {
    expect(await tried(fixed, 'A')).toEqual([
      expect.objectContaining({ path: 'proposedClass', code: 'departure.fromStatus' }),
    ]);
    expect(await tried(capped, 'B')).toEqual([
      expect.objectContaining({ path: 'proposedClass', code: 'departure.liftsEffect' }),
    ]);
  });

  it('is what the reviewer proposes, a stratum of its own in the draw, and what the experts confirm', async () => {
    await stage([
      [fixed, 'fixed-elsewhere'],
      [capped, 'C'],
      [stopped, 'suspended'],
      [both, 'suspended'],
    ]);
    const { strata } = (await office().get(`/api/campaigns/${campaignId}/draw-candidates`)).body;
    expect(strata.map(({ stratum, size }: { stratum: string; size: number }) => [stratum.split('|')[1], size])).toEqual(
      expect.arrayContaining([
        ['由其他机关评定', 1],
        ['C 类', 1],
        ['长期停产', 2],
      ]),
    );
    const verifications = await takeSeed(world, await freezeDraw(world, campaignId));
    expect(verifications).toHaveLength(3);
    const classes = [];
    for (const verificationId of verifications) classes.push((await verify(world, verificationId)).classCode);
    expect(classes.sort()).toEqual(['C', 'fixed-elsewhere', 'suspended']);
  });

  it('goes to public notice, adoption and the published list by its authority and document, not by the name of the status', async () => {
    const rows = await publishable();
    const classOf = (unit: Declared, list: readonly { readonly cells: Readonly<Record<string, string>> }[]) => {
      const name = { [fixed.unitId]: '甲', [capped.unitId]: '乙' }[unit.unitId];
      return list.find(({ cells }) => cells.enterprise?.startsWith(name ?? '?'))?.cells.class;
    };
    expect([classOf(fixed, rows), classOf(capped, rows)]).toEqual([FIXED, 'C 类']);
    expect(rows.map(({ cells }) => cells.class)).toContain('长期停产');

    const notice = await office().post(`/api/campaigns/${campaignId}/notices`, {
      title: '公示',
      introduction: '现予公示。',
      workingDays: 5,
      subjectIds: rows.map(({ subjectId }) => subjectId),
    });
    expect(notice.status).toBe(200);
    world.clock.set(new Date('2026-09-20T02:00:00Z'));
    expect((await world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {})).ok).toBe(true);

    const { rows: ready } = (await office().get(`/api/campaigns/${campaignId}/adoptable`)).body;
    const mine = ready.find(({ classCode }: { classCode: string }) => classCode === 'fixed-elsewhere');
    expect(mine.fixedBy).toEqual(DOCUMENT);
    expect(ready.filter(({ fixedBy }: { fixedBy: unknown }) => fixedBy !== null)).toHaveLength(1);
    const { adoptionId, listDigest } = (
      await office().post(`/api/campaigns/${campaignId}/adoptions`, {
        title: '第一批',
        meetingOn: '2026-09-18',
        chair: '罗组长',
        present: '罗组长',
        minutes: '审议通过。',
        settledIds: ready.map(({ settledId }: { settledId: string }) => settledId),
      })
    ).body;
    const signed = await world
      .as('leadingGroup')
      .post(`/api/adoptions/${adoptionId}/signature`, { name: '罗组长', listDigest });
    expect(signed.status).toBe(200);

    const { rows: published } = await world.database.owner.query(
      `select content from publications where city_id = $1 and slug = $2`,
      [CITY, signed.body.slug],
    );
    expect(JSON.stringify(published[0].content)).toContain(`"class":"${FIXED}"`);
    const query = await world.app.http.inject({
      method: 'GET',
      url: `/public/query?name=${encodeURIComponent('甲矿业')}`,
    });
    expect(query.body).toContain(FIXED);
    const file = await office().download(`/api/adoptions/${adoptionId}/list.xlsx`);
    const book = await readWorkbook(file.bytes);
    expect(JSON.stringify(book)).toContain(FIXED);
  });

  it('is told to the enterprise with the decided class, its document and its own validity', async () => {
    const { units } = (await fixed.visitor.get('/api/my-classes')).body;
    const { decisionId } = units[0].decision;
    const { body } = await fixed.visitor.get(`/api/decisions/${decisionId}`);
    expect(body).toMatchObject({ classCode: 'fixed-elsewhere', validity: { months: 12 }, visits: { target: 1 } });
    expect(body.documents).toEqual([{ fact: 'class-fixed-elsewhere', date: '2026-08-30', ...DOCUMENT }]);
    const course = await office().get(`/api/campaigns/${campaignId}/units/${fixed.unitId}/course`);
    expect(course.body.account.documents).toEqual(body.documents);
  });
});
