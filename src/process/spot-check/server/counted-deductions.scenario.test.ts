import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decompressed } from '#platform/db/compressed.ts';
import {
  type Counting,
  campaignOf,
  countingIn,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
} from '#process/declaration/testing/declarations.ts';
import type { Verdict } from '#process/review/domain/verdict.ts';
import { type DeductionCounts, pointsLeft } from '#process/standards/domain/index.ts';
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts';
import {
  examine,
  freezeDraw,
  propose,
  receiveBatch,
  reviewOf,
  takeSeed,
  transmitSigned,
  verify,
} from '../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../tests/world.ts';

let world: World;
let campaignId: string;
let declared: Declarant;
let counting: Counting;
let submissionId: string;
let reviewId: string;
let verificationId: string;

/** One more, and one more again, of the rule that counts each time. */
const found = (times: number): DeductionCounts => ({ ...counting.counts, [counting.each]: times });
const finding = (times: number, comment: string): Verdict => ({
  itemId: counting.item.id,
  verdict: 'adjust',
  points: pointsLeft(counting.item, found(times)),
  deductions: found(times),
  comment,
});
const textsOf = async (table: string, key: string, id: string) => {
  const { rows } = await world.database.owner.query(`select texts from ${table} where ${key} = $1`, [id]);
  return decompressed<Record<string, unknown>>(rows[0].texts)[counting.item.id];
};
const reviewPath = () => `/api/reviews/${reviewId}`;
const verificationPath = () => `/api/verifications/${verificationId}`;

beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
  declared = await declarantOf(world, campaignId);
  await fillIn(declared);
  counting = await countingIn(declared);
  const path = `/api/declarations/${declared.declarationId}`;
  const items = {
    [counting.item.id]: {
      answer: { points: counting.left },
      reason: '缺护栏',
      comment: '',
      deductions: counting.counts,
    },
  };
  const section = `${path}/sections/${counting.elementId}`;
  const { version } = (await declared.visitor.send('PUT', section, { baseVersion: 1, items })).body;
  submissionId = (await declared.visitor.post(`${path}/submissions`, submitBody(version))).body.submissionId;
  reviewId = await reviewOf(world, submissionId);
});
afterAll(() => world.close());

describe('the reviewer', () => {
  it('reads how the points were counted out, and is refused counts that do not leave the points entered', async () => {
    const reviewer = world.as('dongquReviewer');
    await reviewer.post(`${reviewPath()}/take-up`, { baseVersion: 1 });
    expect((await reviewer.get(reviewPath())).body.submission.deductions).toEqual({
      [counting.item.id]: counting.counts,
    });
    const { itemId, ...verdict } = finding(3, '另查出一处');
    const refused = async (change: object) => {
      const items = { [itemId]: { base: 0, ...verdict, ...change } };
      const answer = await reviewer.send('PUT', `${reviewPath()}/verdicts`, { items });
      return [answer.status, answer.body.fault.issues.map((issue: { code: string }) => issue.code)];
    };
    expect(await refused({ points: counting.left })).toEqual([422, ['deductions.pointsDiffer']]);
    expect(await refused({ deductions: { [counting.once]: 2 } })).toEqual([422, ['deductions.countsOnce']]);
    expect(await refused({ verdict: 'agree', points: undefined })).toEqual([422, ['review.agreeWithValue']]);
    expect((await reviewer.get(reviewPath())).body.verdicts).toEqual({});
  });

  it('corrects the counts; what then counts is kept with the class and printed on the opinion form', async () => {
    const reviewer = world.as('dongquReviewer');
    await examine(reviewer, reviewId, { verdicts: [finding(3, '另查出一处')] });
    expect((await reviewer.get(reviewPath())).body.verdicts[counting.item.id]).toMatchObject({ deductions: found(3) });
    const proposed = await propose(reviewer, reviewId);
    expect(proposed.status).toBe(200);
    expect(await textsOf('reviews', 'review_id', reviewId)).toEqual({ comment: '另查出一处', deductions: found(3) });
    const form = pdfText((await reviewer.download(`${reviewPath()}/opinion-form`)).bytes);
    expect(form).toContain('扣分明细：');
    const rule = counting.item.deductions?.[counting.each];
    expect(form).toContain(`${rule?.text.slice(0, 4)}`);

    const { version } = proposed.body;
    await world.as('dongquSignOff').post(`${reviewPath()}/signature`, { baseVersion: version });
    await receiveBatch(world, await transmitSigned(world, campaignId));
    [verificationId = ''] = await takeSeed(world, await freezeDraw(world, campaignId));
  });
});

describe('the expert', () => {
  it('sees the counts of enterprise and review, and corrects them on site', async () => {
    await verify(world, verificationId, [finding(4, '现场又见一处')]);
    const record = (await world.as('cityOffice').get(verificationPath())).body;
    expect(record).toMatchObject({
      selfDeductions: { [counting.item.id]: counting.counts },
      reviewedDeductions: { [counting.item.id]: found(3) },
      verdicts: { [counting.item.id]: { deductions: found(4), points: finding(4, '').points } },
    });
    expect(await textsOf('verifications', 'verification_id', verificationId)).toEqual({
      comment: '现场又见一处',
      deductions: found(4),
    });
  });
});
