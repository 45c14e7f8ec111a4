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
