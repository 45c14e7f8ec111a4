import { sql, toQuery } from '#platform/db/sql.ts';
import { type Declarant, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import { type Answer, type CastMember, CITY, type Visitor, type World } from './world.ts';

/**
 * What people do, as one call each, for tests of what comes after. They go through the endpoints and throw on a refusal; tests of the
 * refusals themselves call the endpoints.
 */
const done = (answer: Answer): Answer['body'] => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

type Unit = NonNullable<Parameters<typeof submittedDeclaration>[2]>;

/** Those who review for a body, and what makes a unit one that the body receives. */
export interface ReviewStaff {
  readonly reviewer: CastMember;
  readonly signOff: CastMember;
  readonly unit: Unit;
}
export const dongqu: ReviewStaff = { reviewer: 'dongquReviewer', signOff: 'dongquSignOff', unit: {} };
export const renhe: ReviewStaff = {
  reviewer: 'renheReviewer',
  signOff: 'renheSignOff',
  unit: { divisionCode: '510411', supervisingBodyId: 'bureau-renhe' },
};
export const park: ReviewStaff = {
  reviewer: 'parkReviewer',
  signOff: 'parkSignOff',
  unit: { supervisingBodyId: 'vt-park' },
};
/** The city's division for mines other than coal: it receives from central and provincial enterprises. */
export const mines: ReviewStaff = {
  reviewer: 'minesReviewer',
  signOff: 'minesSignOff',
  unit: { affiliation: 'central' },
};

/** The review that opened with a submission. */
export const reviewOf = async (world: World, submissionId: string): Promise<string> => {
  const { rows } = await world.database.owner.query(
    toQuery(sql`select review_id from reviews where city_id = ${CITY} and submission_id = ${submissionId}`),
  );
  return rows[0].review_id;
};

interface Findings {
  /** Verdicts other than agreeing. */
  readonly verdicts?: readonly Verdict[];
  /** Without it the computed class. */
  readonly proposedClass?: string;
  readonly departureReason?: string;
}

/** Takes a review up, agrees to every mandatory and veto item and finds what is to be found; the version reached. */
export const examine = async (visitor: Visitor, reviewId: string, findings: Findings = {}): Promise<number> => {
  const path = `/api/reviews/${reviewId}`;
  const before = done(await visitor.get(path));
  if (before.state === 'pending') done(await visitor.post(`${path}/take-up`, { baseVersion: before.version }));
  const { edition } = done(await visitor.get(`/api/editions/${before.editionHash}`));
  const { verdicts: stored } = done(await visitor.get(path));
  const critical = edition.items.filter((item: { kind: string }) => item.kind !== 'scored');
  const found = new Map(critical.map(({ id }: { id: string }) => [id, { verdict: 'agree' as const, comment: '' }]));
  for (const { itemId, ...verdict } of findings.verdicts ?? []) found.set(itemId, verdict as never);
  const items = Object.fromEntries(
    [...found].map(([id, verdict]) => [id, { base: stored[id as string]?.revision ?? 0, ...(verdict as object) }]),
  );
  done(await visitor.send('PUT', `${path}/verdicts`, { items }));
  const text = '近一年检查 2 次，发现隐患 3 处，已全部整改。';
  const saved = done(await visitor.get(path));
  return done(await visitor.send('PUT', `${path}/daily-supervision`, { before: saved.dailySupervision, text })).version;
};

/** The class that follows from what was examined so far is proposed, or another one with a reason. */
export const propose = async (visitor: Visitor, reviewId: string, findings: Findings = {}): Promise<Answer> => {
  const path = `/api/reviews/${reviewId}`;
  const { version, submission } = done(await visitor.get(path));
  const proposal = {
    departureReason: findings.departureReason ?? '',
    opinion: '材料齐全，核查结论与自评基本一致。',
    baseVersion: version,
    proposedClass: findings.proposedClass ?? submission.classCode,
  };
  return visitor.post(`${path}/proposal`, proposal);
};

/** The whole preliminary review of a submission up to the signature. `proposedClass` is needed where verdicts change the class. */
export const reviewAndSign = async (
  world: World,
  submissionId: string,
  staff: ReviewStaff = dongqu,
  findings: Findings = {},
): Promise<string> => {
  const reviewId = await reviewOf(world, submissionId);
  await examine(world.as(staff.reviewer), reviewId, findings);
  const { version } = done(await propose(world.as(staff.reviewer), reviewId, findings));
  done(await world.as(staff.signOff).post(`/api/reviews/${reviewId}/signature`, { baseVersion: version }));
  return reviewId;
};

/** Transmits everything that a body has signed; the batch. */
export const transmitSigned = async (
  world: World,
  campaignId: string,
  staff: ReviewStaff = dongqu,
): Promise<string> => {
  const visitor = world.as(staff.signOff);
  const { rows } = done(await visitor.get(`/api/campaigns/${campaignId}/transmittable`));
  const reviewIds = rows.map((row: { reviewId: string }) => row.reviewId);
  return done(await visitor.post(`/api/campaigns/${campaignId}/batches`, { reviewIds, note: '' })).batchId;
};

export const receiveBatch = async (world: World, batchId: string): Promise<void> => {
  const visitor = world.as('cityOffice');
  const { listDigest } = done(await visitor.get(`/api/batches/${batchId}`));
  done(await visitor.post(`/api/batches/${batchId}/receipt`, { listDigest }));
};

/** Units declared with full marks (or `answer`), reviewed, signed, transmitted in one batch and received. */
export const receivedUnits = async (
  world: World,
  campaignId: string,
  units: readonly Unit[],
  staff: ReviewStaff = dongqu,
): Promise<readonly (Declarant & { readonly submissionId: string; readonly reviewId: string })[]> => {
  const received = [];
  for (const unit of units) {
    const declared = await submittedDeclaration(world, campaignId, { ...staff.unit, ...unit });
    received.push({ ...declared, reviewId: await reviewAndSign(world, declared.submissionId, staff) });
  }
  await receiveBatch(world, await transmitSigned(world, campaignId, staff));
  return received;
};

export const SEED = '第 2026129 期双色球 03 11 17 20 26 31 + 08';

/** Freezes a draw over everything received, with what is suggested; its id. */
export const freezeDraw = async (world: World, campaignId: string): Promise<string> => {
  const visitor = world.as('cityOffice');
  const { basis, strata } = done(await visitor.get(`/api/campaigns/${campaignId}/draw-candidates`));
  const asked = strata.map(({ stratum, ratio, min }: Record<string, string>) => ({ stratum, ratio, min, reason: '' }));
  return done(await visitor.post(`/api/campaigns/${campaignId}/draws`, { basis, strata: asked })).drawId;
};

/** Takes a seed before two witnesses and draws; the verifications that it opened. */
export const takeSeed = async (world: World, drawId: string, seed = SEED): Promise<readonly string[]> => {
  const visitor = world.as('cityOffice');
  const body = { seed, source: '福利彩票当期开奖号码', witnesses: ['成见证', '祝监督'] };
  done(await visitor.post(`/api/draws/${drawId}/seed`, body));
  const { units } = done(await visitor.get(`/api/draws/${drawId}`));
  return units.map(({ verification }: { verification: { verificationId: string } }) => verification.verificationId);
};

/** Names both experts of the cast, the first as lead. */
export const assignExperts = async (world: World, verificationId: string): Promise<void> => {
  const visitor = world.as('cityOffice');
  const { version } = done(await visitor.get(`/api/verifications/${verificationId}`));
  const experts = [world.actors.expertOne.accountId, world.actors.expertTwo.accountId];
  done(
    await visitor.post('/api/expert-assignments', {
      verifications: [{ verificationId, baseVersion: version }],
      experts,
      lead: experts[0],
    }),
  );
};

/** As the lead: agrees to mandatory and veto items, finds what is to be found, and hands in. */
export const handInVerification = async (
  world: World,
  verificationId: string,
  verdicts: readonly Verdict[] = [],
): Promise<void> => {
  const visitor = world.as('expertOne');
  const path = `/api/verifications/${verificationId}`;
  const before = done(await visitor.get(path));
  const { edition } = done(await visitor.get(`/api/editions/${before.editionHash}`));
  const critical = edition.items.filter((item: { kind: string }) => item.kind !== 'scored');
  const found = new Map<string, object>(
    critical.map(({ id }: { id: string }) => [id, { verdict: 'agree', comment: '' }]),
  );
  for (const { itemId, ...verdict } of verdicts) found.set(itemId, verdict);
  const items = Object.fromEntries(
    [...found].map(([id, verdict]) => [id, { base: before.verdicts[id]?.revision ?? 0, ...verdict }]),
  );
  done(await visitor.send('PUT', `${path}/verdicts`, { items }));
  const visit = { visitedOn: before.today, conclusion: '现场与材料相符，边坡监测记录完整。' };
  const { visitedOn, conclusion } = before;
  const saved = await visitor.send('PUT', `${path}/visit`, { before: { visitedOn, conclusion }, ...visit });
  done(await visitor.post(`${path}/submission`, { baseVersion: done(saved).version }));
};

/** The whole verification up to the settled class. */
export const verify = async (
  world: World,
  verificationId: string,
  verdicts: readonly Verdict[] = [],
): Promise<{ readonly classCode: string; readonly settledId: string }> => {
  await assignExperts(world, verificationId);
  await handInVerification(world, verificationId, verdicts);
  const visitor = world.as('cityOffice');
  const path = `/api/verifications/${verificationId}`;
  const { version } = done(await visitor.get(path));
  return done(await visitor.post(`${path}/confirmation`, { baseVersion: version }));
};

export const ACT = '经研究，未抽中单元沿用初审类别。';

/** Lets everything that was not drawn keep its reviewed class. */
export const keepReviewed = async (world: World, campaignId: string): Promise<number> => {
  const visitor = world.as('cityOffice');
  const { strata } = done(await visitor.get(`/api/campaigns/${campaignId}/keepable-strata`));
  const chosen = strata
    .filter(({ open }: { open: number }) => open > 0)
    .map(({ drawId, stratum, open }: Record<string, unknown>) => ({ drawId, stratum, open }));
  return done(await visitor.post(`/api/campaigns/${campaignId}/kept-classes`, { act: ACT, strata: chosen })).kept;
};
