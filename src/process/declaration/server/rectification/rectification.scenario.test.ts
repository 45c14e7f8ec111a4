import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, editionOf, fillIn, submitBody } from '../../testing/declarations.ts';

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

describe('the rectification list', () => {
  let world: World;
  let declarant: Declarant;
  let other: Declarant;
  let path: string;
  let lost: readonly string[];
  let submissionId: string;
  const measure = { measure: '补签责任书，逐级考核', person: '向安全', dueOn: '2026-10-31' };
  const save = (itemId: string, baseVersion: number, given: object = measure) =>
    declarant.visitor.send('PUT', `${path}/${itemId}`, { baseVersion, ...measure, ...given });
  const row = async (itemId: string, visitor = declarant.visitor) =>
    (await visitor.get(path)).body.rows.find((one: { itemId: string }) => one.itemId === itemId);

  beforeAll(async () => {
    world = await createWorld();
    const campaignId = await campaignOf(world);
    declarant = await declarantOf(world, campaignId);
    other = await declarantOf(world, campaignId);
    let left = 3;
    await fillIn(declarant, (item) => {
      const loses = left > 0 && item.kind === 'scored' && item.scoring === 'points';
      if (loses) left -= 1;
      if (item.scoring === 'met') return { met: true };
      return { points: loses ? item.full - 1 : item.full };
    });
    path = `/api/declarations/${declarant.declarationId}/rectification`;
    lost = (await declarant.visitor.get(path)).body.rows.map(({ itemId }: { itemId: string }) => itemId);
  });
  afterAll(() => world.close());

  it('lists the items that lost points, with the reason, and none that did not', async () => {
    expect(lost).toHaveLength(3);
    expect(await row(lost[0] ?? '')).toMatchObject({
      lost: '0.5',
      reason: '现场有一处不符合，已列入整改。',
      state: 'missing',
      version: 0,
    });
  });

  it('saves a measure, in parts as well, and raises the version that a submission checks', async () => {
    const before = (await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`)).body.version;
    const saved = await save(lost[0] ?? '', 0);
    expect(saved.body).toEqual({ version: before + 1, itemVersion: 1 });
    expect(await row(lost[0] ?? '')).toMatchObject({ ...measure, state: 'open', version: 1 });
    expect((await save(lost[1] ?? '', 0, { person: '', dueOn: null })).status).toBe(200);
    expect(await row(lost[1] ?? '')).toMatchObject({ state: 'missing', person: '' });
    const again = await save(lost[0] ?? '', 0);
    expect(again.body).toMatchObject({ itemVersion: 1 });
  });

  it('refuses a deadline that has passed and an item that the standard does not have', async () => {
    const early = await save(lost[0] ?? '', 1, { dueOn: '2026-09-01' });
    expect(early.body.fault.issues).toEqual([
      { path: 'dueOn', code: 'rectification.dueTooEarly', params: { today: '2026-09-01' } },
    ]);
    expect((await save('no-such-item', 0)).status).toBe(404);
  });

  it('does not overwrite what a colleague wrote', async () => {
    const refused = await save(lost[0] ?? '', 0, { measure: '别的办法' });
    expect(refused.status).toBe(409);
    expect(refused.body.fault).toMatchObject({ code: 'rectification.changed', params: { version: 1 } });
    expect(JSON.parse(refused.body.fault.params.current)).toEqual(measure);
  });

  it('keeps what was written of an item that loses no points now, and brings it back with it', async () => {
    const base = `/api/declarations/${declarant.declarationId}`;
    const { editionHash, sections } = (await declarant.visitor.get(base)).body;
    const edition = await editionOf(declarant.visitor, editionHash);
    const item = edition.items.find(({ id }) => id === lost[1]);
    const [elementId, section] = Object.entries<{ version: number; items: object }>(sections).find(
      ([, { items }]) => (lost[1] ?? '') in items,
    ) ?? ['', { version: 0, items: {} }];
    const answer = (points: number, baseVersion: number, reason: string) =>
      declarant.visitor.send('PUT', `${base}/sections/${elementId}`, {
        baseVersion,
        items: { [lost[1] ?? '']: { answer: { points }, reason, comment: '' } },
      });
    const full = await answer(item?.full ?? 0, section.version, '');
    const list = (await declarant.visitor.get(path)).body;
    expect(list.rows).toHaveLength(2);
    expect(list.kept[lost[1] ?? '']).toMatchObject({ measure: measure.measure, version: 1 });
    await answer((item?.full ?? 1) - 1, full.body.sectionVersion, '缺一份记录');
    expect(await row(lost[1] ?? '')).toMatchObject({ measure: measure.measure });
  });

  it('is frozen with the submission and stays open for what is carried out', async () => {
    const { version } = (await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`)).body;
    const done = await declarant.visitor.post(
      `/api/declarations/${declarant.declarationId}/submissions`,
      submitBody(version),
    );
    submissionId = done.body.submissionId;
    const { body } = await declarant.visitor.get(`/api/submissions/${submissionId}`);
    expect(body.rectification).toEqual({
      [lost[0] ?? '']: measure,
      [lost[1] ?? '']: { ...measure, person: '', dueOn: null },
    });
    expect((await save(lost[0] ?? '', 1, { measure: '改口' })).status).toBe(409);
    const reviewer = world.as('dongquReviewer');
    expect(await row(lost[0] ?? '', reviewer)).toMatchObject({ ...measure, state: 'open', doneOn: null });
    expect((await reviewer.get(path)).body).toMatchObject({ editable: false, marks: false });
  });

  it('shows a measure as late once its day has passed, and as done late when it is done then', async () => {
    const future = await declarant.visitor.post(`${path}/${lost[0]}/completion`, { doneOn: '2026-12-01', note: '' });
    expect(future.body.fault.issues).toEqual([expect.objectContaining({ code: 'rectification.doneInFuture' })]);
    world.clock.advance(65);
    expect(await row(lost[0] ?? '', world.as('dongquReviewer'))).toMatchObject({ state: 'late' });
    const body = { doneOn: '2026-11-03', note: '已全部补签' };
    expect((await declarant.visitor.post(`${path}/${lost[0]}/completion`, body)).status).toBe(200);
    const file = { name: '../责任书.pdf', type: 'application/pdf', bytes: PDF };
    expect((await declarant.visitor.upload(`${path}/${lost[0]}/proof`, file)).body).toEqual({
      fileName: '责任书.pdf',
      sizeBytes: PDF.length,
    });
    expect(await row(lost[0] ?? '', world.as('dongquReviewer'))).toMatchObject({
      state: 'done-late',
      doneNote: '已全部补签',
      proof: { fileName: '责任书.pdf' },
    });
    const proof = await world.as('dongquReviewer').download(`${path}/${lost[0]}/proof`);
    expect(PDF.equals(proof.bytes)).toBe(true);
  });

  it('takes a mark back, and refuses marks where there is no measure', async () => {
    expect((await declarant.visitor.send('DELETE', `${path}/${lost[0]}/completion`)).status).toBe(200);
    expect((await declarant.visitor.send('DELETE', `${path}/${lost[0]}/completion`)).body.fault.code).toBe(
      'rectification.notDone',
    );
    const none = await declarant.visitor.post(`${path}/${lost[2]}/completion`, { doneOn: '2026-11-03', note: '' });
    expect(none.body.fault).toMatchObject({ code: 'rectification.noMeasure' });
  });

  it('is nobody else’s, and cannot be marked by those who examine it', async () => {
    expect((await other.visitor.get(path)).status).toBe(404);
    expect((await world.as('renheReviewer').get(path)).status).toBe(404);
    const marked = await world.as('dongquReviewer').post(`${path}/${lost[0]}/completion`, { doneOn: '2026-11-03' });
    expect(marked.status).toBe(403);
  });

  it('goes out as a workbook with a row an item', async () => {
    const { bytes } = await world.as('dongquReviewer').download(`${path}/workbook`);
    const read = await readWorkbook(Buffer.from(bytes));
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const text = JSON.stringify(read.value);
    for (const part of ['整改清单', '补签责任书，逐级考核', '向安全', '2026-10-31', '逾期未完成'])
      expect(text).toContain(part);
  });
});
