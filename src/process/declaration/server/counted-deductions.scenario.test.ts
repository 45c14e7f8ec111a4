import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decompressed } from '#platform/db/compressed.ts';
import { createWorld, type World } from '../../../../tests/world.ts';
import { campaignOf, countingIn, type Declarant, declarantOf, fillIn, submitBody } from '../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const filledIn = async () => {
  const declarant = await declarantOf(world, campaignId);
  await fillIn(declarant);
  const counting = await countingIn(declarant);
  const section = async () => (await declarant.visitor.get(path(declarant))).body.sections[counting.elementId];
  const save = async (change: object) =>
    declarant.visitor.send('PUT', `${path(declarant)}/sections/${counting.elementId}`, {
      baseVersion: (await section()).version,
      items: { [counting.item.id]: change },
    });
  return { declarant, ...counting, section, save };
};

describe('deductions that were counted out', () => {
  it('are saved with the points that they leave, read back, submitted and sealed with the declaration', async () => {
    const { declarant, item, counts, left, save, section } = await filledIn();
    const saved = await save({ answer: { points: left }, reason: '缺记录', comment: '已列入整改', deductions: counts });
    expect(saved.status).toBe(200);
    expect((await section()).items[item.id]).toMatchObject({ answer: { points: left }, deductions: counts });

    const { version } = (await declarant.visitor.get(path(declarant))).body;
    const done = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(done.status).toBe(200);
    const { body } = await world.as('dongquReviewer').get(`/api/submissions/${done.body.submissionId}`);
    expect(body).toMatchObject({
      answers: { [item.id]: { points: left } },
      deductions: { [item.id]: counts },
      reasons: { [item.id]: '缺记录' },
    });
    expect(Object.keys(body.deductions)).toEqual([item.id]);
    const { rows } = await world.database.owner.query('select texts from submissions where submission_id = $1', [
      done.body.submissionId,
    ]);
    expect(decompressed(rows[0].texts)).toEqual({
      [item.id]: { reason: '缺记录', comment: '已列入整改', deductions: counts },
    });
  });

  it('are refused by item and rule if they do not leave the points, and nothing is saved', async () => {
    const { item, counts, left, once, save, section } = await filledIn();
    const before = await section();
    const refused = async (change: object) => {
      const answer = await save({ comment: '', ...change });
      expect(answer.status).toBe(422);
      return answer.body.fault.issues[0];
    };
    const name = item.clause ?? item.id;
    const path = `items.${item.id}`;
    expect(await refused({ answer: { points: left + 1 }, deductions: counts })).toMatchObject({
      path,
      code: 'deductions.pointsDiffer',
      params: { item: name },
    });
    expect(await refused({ answer: { points: 0 }, deductions: { [once]: 2 } })).toMatchObject({
      path,
      code: 'deductions.countsOnce',
      params: { item: name, rule: once + 1, text: item.deductions?.[once]?.text },
    });
    expect(await refused({ answer: { points: 0 }, deductions: { [once]: 0.5 } })).toMatchObject({
      path,
      code: 'deductions.countNotWhole',
    });
    expect(await refused({ answer: { points: 0 }, deductions: { 99: 1 } })).toMatchObject({
      path,
      code: 'deductions.ruleUnknown',
    });
    expect(await refused({ answer: null, deductions: counts })).toMatchObject({
      path,
      code: 'deductions.withoutPoints',
    });
    expect(await section()).toEqual(before);
  });

  it('still ask for the reason, at the item', async () => {
    const { declarant, item, counts, left, save } = await filledIn();
    await save({ answer: { points: left }, deductions: counts });
    const { version } = (await declarant.visitor.get(path(declarant))).body;
    const refused = await declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
    expect(refused.status).toBe(422);
    expect(refused.body.fault.issues).toEqual([
      { path: `items.${item.id}`, code: 'answers.deductionWithoutReason', params: { item: item.id } },
    ]);
  });

  it('are forgotten when points are entered as such', async () => {
    const { item, counts, left, save, section } = await filledIn();
    await save({ answer: { points: left }, comment: '', deductions: counts });
    await save({ answer: { points: left }, comment: '' });
    expect((await section()).items[item.id]).not.toHaveProperty('deductions');
  });

  it('met by somebody else’s change come back with their counts', async () => {
    const { declarant, item, elementId, counts, left, save } = await filledIn();
    await save({ answer: { points: left }, comment: '', deductions: counts });
    const late = await declarant.visitor.send('PUT', `${path(declarant)}/sections/${elementId}`, {
      baseVersion: 1,
      items: { [item.id]: { answer: { points: left }, comment: '' } },
    });
    expect(late.body.fault.code).toBe('declaration.itemsChanged');
    expect(JSON.parse(late.body.fault.params.current)).toMatchObject({ [item.id]: { deductions: counts } });
  });
});
