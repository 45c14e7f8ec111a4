import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { createWorld, type World } from '../../../../tests/world.ts';

let world: World;
const act = systemCommand<{ note: string }, null>({
  name: 'test.act',
  run: async (_tx, { note }) => ok({ done: null, subject: { type: 'note', id: note }, record: { note } }),
});

beforeAll(async () => {
  world = await createWorld();
  for (let nth = 1; nth <= 60; nth++) {
    world.clock.advance(1);
    await world.app.runner.runAs(nth % 2 ? world.actors.cityOffice : world.actors.dongquReviewer, act, {
      note: `n${nth}`,
    });
  }
});
afterAll(() => world.close());

describe('the audit log as it is read', () => {
  it('goes on page by page, newest first, and loses no row at the seam', async () => {
    const auditor = world.as('auditor');
    const first = await auditor.get('/api/audit-entries?command=test.act');
    expect(first.body).toMatchObject({
      total: 60,
      rows: { length: 50, 0: { subjectId: 'n60', actorName: '何东一', bodyName: expect.any(String) } },
    });
    const second = await auditor.get(`/api/audit-entries?command=test.act&after=${first.body.next}`);
    expect(second.body.next).toBeNull();
    const seen = [...first.body.rows, ...second.body.rows].map((row) => row.subjectId);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `n${60 - index}`));
  });

  it('is narrowed by person, by day in Shanghai and by record', async () => {
    const auditor = world.as('auditor');
    expect((await auditor.get(`/api/audit-entries?actor=${encodeURIComponent('周综合')}`)).body.total).toBe(30);
    expect((await auditor.get('/api/audit-entries?from=2026-09-02&to=2026-09-03')).body.total).toBe(2);
    expect((await auditor.get('/api/audit-entries?subject=n7')).body.rows).toHaveLength(1);
  });

  it('shows what one entry changed', async () => {
    const auditor = world.as('auditor');
    const { body } = await auditor.get('/api/audit-entries?subject=n7');
    const entry = await auditor.get(`/api/audit-entries/${body.rows[0].entryId}`);
    expect(JSON.parse(entry.body.payload)).toEqual({ note: 'n7' });
  });

  it('is closed to those who are watched', async () => {
    for (const member of ['dongquReviewer', 'administrator', 'leadingGroup', 'expertOne'] as const) {
      expect((await world.as(member).get('/api/audit-entries')).status).toBe(403);
    }
  });
});
