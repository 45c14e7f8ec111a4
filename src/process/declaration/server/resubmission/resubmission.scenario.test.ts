import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examine, reviewOf } from '../../../../../tests/verbs.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, submitBody, submittedDeclaration } from '../../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  world.clock.set(new Date('2026-10-12T02:00:00Z'));
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

type Submitted = Awaited<ReturnType<typeof submittedDeclaration>>;
const path = ({ declarationId }: Declarant) => `/api/declarations/${declarationId}`;
const shown = async (declarant: Declarant) => (await declarant.visitor.get(path(declarant))).body;

const sendBack = async (submitted: Submitted, ...itemIds: string[]) => {
  const reviewer = world.as('dongquReviewer');
  const reviewId = await reviewOf(world, submitted.submissionId);
  const baseVersion = await examine(reviewer, reviewId);
  const items = itemIds.map((itemId) => ({ itemId, comment: '请附证照' }));
  const done = await reviewer.post(`/api/reviews/${reviewId}/return`, { baseVersion, reason: '材料不全', items });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
};
const handIn = async (declarant: Declarant) => {
  const { version } = await shown(declarant);
  return declarant.visitor.post(`${path(declarant)}/submissions`, submitBody(version));
};
const gaps = (answer: { body: { fault: { issues: { path: string; code: string }[] } } }) =>
  answer.body.fault.issues.map((issue) => `${issue.path} ${issue.code}`);
/** Changes the comment of an item of the first section. */
const amend = async (declarant: Declarant, itemId: string) => {
  const { sections } = await shown(declarant);
  const [elementId, section] = Object.entries(sections).find(
    ([, one]) => itemId in (one as { items: object }).items,
  ) as [string, { version: number; items: Record<string, { answer: unknown; reason: string }> }];
  const { answer, reason } = section.items[itemId] ?? { answer: null, reason: '' };
  const items = { [itemId]: { answer, reason, comment: '已补附证照，见佐证。' } };
  const done = await declarant.visitor.send('PUT', `${path(declarant)}/sections/${elementId}`, {
    baseVersion: section.version,
    items,
  });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
};

describe('handing a returned declaration in again', () => {
  it('is refused while nothing was changed, and leaves everything as it was', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    await sendBack(submitted, 'om-001');
    const again = await handIn(submitted);
    expect([again.status, gaps(again)]).toEqual([422, ['correction declaration.nothingChanged']]);
    expect(await shown(submitted)).toMatchObject({ state: 'returned' });
  });

  it('asks why an item that was pointed out stays as it was, and takes the answer', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    await sendBack(submitted, 'om-001', 'om-002');
    await amend(submitted, 'om-001');
    expect(gaps(await handIn(submitted))).toEqual(['items.om-002 declaration.returnedItemUntouched']);
    const note = await submitted.visitor.send('PUT', `${path(submitted)}/correction-note`, {
      note: '第 2 项经核对无误。',
    });
    expect(note.status).toBe(200);
    const again = await handIn(submitted);
    expect(again.status).toBe(200);
    const changes = await world.as('dongquReviewer').get(`/api/submissions/${again.body.submissionId}/changes`);
    expect(changes.body).toMatchObject({ since: { sequence: 1 }, note: '第 2 项经核对无误。', fields: [], report: [] });
    expect(changes.body.items).toMatchObject([
      { itemId: 'om-001', changed: ['comment'], before: { comment: '' }, after: { comment: '已补附证照，见佐证。' } },
    ]);
  });

  it('takes a changed registration form for a correction where no item was named', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    await sendBack(submitted);
    const { registration, registrationVersion } = await shown(submitted);
    const done = await submitted.visitor.send('PUT', `${path(submitted)}/registration`, {
      baseVersion: registrationVersion,
      registration: { ...registration, contactName: '联系新' },
    });
    expect(done.status).toBe(200);
    const { body } = await submitted.visitor.get(`${path(submitted)}/changes`);
    expect(body.fields).toMatchObject([{ name: 'contactName', after: '联系新' }]);
    expect((await handIn(submitted)).status).toBe(200);
  });

  it('sees no change in fields that the unit does not have: they are kept and never handed in', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    await sendBack(submitted, 'om-001');
    const { registration, registrationVersion } = await shown(submitted);
    const done = await submitted.visitor.send('PUT', `${path(submitted)}/registration`, {
      baseVersion: registrationVersion,
      registration: { ...registration, ammoniaUse: 'refrigeration' },
    });
    expect(done.status).toBe(200);
    expect((await submitted.visitor.get(`${path(submitted)}/changes`)).body.fields).toEqual([]);
    expect(gaps(await handIn(submitted))).toEqual(['correction declaration.nothingChanged']);
  });

  it('begins a new note with each return, and keeps the old one with its submission', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    await sendBack(submitted, 'om-001');
    await amend(submitted, 'om-001');
    await submitted.visitor.send('PUT', `${path(submitted)}/correction-note`, { note: '已补证。' });
    const second = (await handIn(submitted)).body.submissionId;
    await sendBack({ ...submitted, submissionId: second }, 'om-001');
    expect((await submitted.visitor.get(`${path(submitted)}/changes`)).body.note).toBe('');
    expect((await submitted.visitor.get(`/api/submissions/${second}/changes`)).body.note).toBe('已补证。');
  });
});

describe('what was changed', () => {
  it('is nothing to compare for a first submission, and is read by nobody else', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    const first = await submitted.visitor.get(`/api/submissions/${submitted.submissionId}/changes`);
    expect(first.body).toMatchObject({ since: null, items: [], fields: [] });
    expect((await world.as('renheReviewer').get(`/api/submissions/${submitted.submissionId}/changes`)).status).toBe(
      404,
    );
  });

  it('is not asked after a withdrawal: the same may be handed in again', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    expect((await submitted.visitor.post(`${path(submitted)}/withdrawal`, {})).status).toBe(200);
    expect((await handIn(submitted)).status).toBe(200);
  });

  it('takes no note once the declaration is handed in, and none that is too long', async () => {
    const submitted = await submittedDeclaration(world, campaignId);
    const late = await submitted.visitor.send('PUT', `${path(submitted)}/correction-note`, { note: '补充' });
    expect([late.status, late.body.fault.code]).toEqual([409, 'declaration.submittedAlready']);
    await sendBack(submitted, 'om-001');
    const long = await submitted.visitor.send('PUT', `${path(submitted)}/correction-note`, { note: '长'.repeat(2001) });
    expect(gaps(long)).toEqual(['note declaration.noteTooLong']);
  });
});
