import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { createWorld, type World } from '../../../../../tests/world.ts';
import { campaignOf, type Declarant, declarantOf, fillIn, submitBody } from '../../testing/declarations.ts';

const written = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('the self-assessment report', () => {
  let world: World;
  let declarant: Declarant;
  let path: string;
  beforeAll(async () => {
    world = await createWorld();
    declarant = await declarantOf(world, await campaignOf(world));
    await fillIn(declarant, (item) =>
      item.kind === 'scored' && item.scoring === 'points'
        ? { points: item.full - 1 }
        : item.scoring === 'met'
          ? { met: true }
          : { points: item.full },
    );
    path = `/api/declarations/${declarant.declarationId}/report`;
  });
  afterAll(async () => {
    stopTypesetter();
    await world.close();
  });

  it('suggests every section from the data and counts none as written', async () => {
    const { status, body } = await declarant.visitor.get(path);
    expect(status).toBe(200);
    expect(body.editable).toBe(true);
    expect(Object.keys(body.sections)).toEqual(['overview', 'organisation', 'process', 'assessment', 'conclusion']);
    expect(body.sections.overview).toMatchObject({ version: 0, content: null, updatedByName: null });
    expect(JSON.stringify(body.sections.overview.suggestion)).toContain('钒钛磁铁矿');
    expect(JSON.stringify(body.sections.conclusion.suggestion)).toContain('扣分项');
  });

  it('saves a section by itself, counts versions and tells of it in the log', async () => {
    const saved = await declarant.visitor.send('PUT', `${path}/overview`, {
      baseVersion: 0,
      content: written('本企业从事钒钛磁铁矿开采。'),
    });
    expect(saved.body).toMatchObject({ sectionVersion: 1 });
    const { body } = await declarant.visitor.get(path);
    expect(body.version).toBe(saved.body.version);
    expect(body.sections.overview).toMatchObject({ version: 1, content: written('本企业从事钒钛磁铁矿开采。') });
    const { rows } = await world.database.owner.query(
      "select count(*)::int as n from audit_entries where command = 'declaration.save-report-section'",
    );
    expect(rows[0].n).toBe(1);
  });

  it('does not overwrite what a colleague saved, and hands both over', async () => {
    const refused = await declarant.visitor.send('PUT', `${path}/overview`, {
      baseVersion: 0,
      content: written('另一种写法。'),
    });
    expect(refused.status).toBe(409);
    expect(refused.body.fault).toMatchObject({ code: 'report.sectionChanged', params: { version: 1 } });
    expect(JSON.parse(refused.body.fault.params.current)).toEqual(written('本企业从事钒钛磁铁矿开采。'));
    const same = await declarant.visitor.send('PUT', `${path}/overview`, {
      baseVersion: 0,
      content: written('本企业从事钒钛磁铁矿开采。'),
    });
    expect(same.body).toMatchObject({ sectionVersion: 1 });
  });

  it('refuses what is no restricted document, with the section’s field', async () => {
    const { status, body } = await declarant.visitor.send('PUT', `${path}/process`, {
      baseVersion: 0,
      content: { type: 'doc', content: [{ type: 'table', content: [] }] },
    });
    expect(status).toBe(422);
    expect(body.fault.issues).toEqual([expect.objectContaining({ path: 'content', code: 'report.badNode' })]);
  });

  it('marks a draft with version and time, and says which characters the PDF cannot show', async () => {
    await declarant.visitor.send('PUT', `${path}/organisation`, { baseVersion: 0, content: written('组长：𠮷大山。') });
    const { body } = await declarant.visitor.get(`${path}/preview`);
    expect(body.report.mark.word).toBe('草稿');
    expect(body.report.mark.detail).toMatch(/^第 \d+ 版　2026年9月1日 \d\d:\d\d$/);
    expect(body.missingGlyphs).toEqual([
      { character: '𠮷', codePoint: 'U+20BB7', places: [{ part: '二、自评组织', excerpt: '组长：𠮷大山。' }] },
    ]);
  });

  it('is frozen with the submission, read by its reviewer and the same bytes each time', async () => {
    const { body: declaration } = await declarant.visitor.get(`/api/declarations/${declarant.declarationId}`);
    const { body: done } = await declarant.visitor.post(
      `/api/declarations/${declarant.declarationId}/submissions`,
      submitBody(declaration.version),
    );
    const submitted = `/api/submissions/${done.submissionId}/report`;
    const { status, body } = await world.as('dongquReviewer').get(submitted);
    expect(status).toBe(200);
    expect(body.report.mark).toBeUndefined();
    expect(JSON.stringify(body.report.parts[0])).toContain('本企业从事钒钛磁铁矿开采。');
    expect(body.report.digest.label).toContain(done.receiptNumber);
    for (const format of ['pdf', 'docx']) {
      const [first, second] = [
        await declarant.visitor.download(`${submitted}/file?format=${format}`),
        await world.as('dongquReviewer').download(`${submitted}/file?format=${format}`),
      ];
      expect(first.bytes.length).toBeGreaterThan(5000);
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    }
    const late = await declarant.visitor.send('PUT', `${path}/process`, { baseVersion: 0, content: written('补写。') });
    expect(late.status).toBe(409);
  });

  it('is not asked of a submission that was made before there were reports', async () => {
    const { rows } = await world.database.owner.query('select submission_id from submissions');
    await world.database.owner.query('update submissions set report = null');
    const submission = `/api/submissions/${rows[0].submission_id}`;
    expect((await declarant.visitor.get(submission)).body).toMatchObject({ hasReport: false, rectification: {} });
    const refused = await declarant.visitor.get(`${submission}/report`);
    expect([refused.status, refused.body.fault.code]).toEqual([409, 'report.none']);
  });
});
