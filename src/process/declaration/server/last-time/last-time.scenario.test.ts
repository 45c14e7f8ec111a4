import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { newId } from '#platform/ids.ts';
import { losesPoints } from '#process/standards/domain/index.ts';
import { CITY, createWorld, type World } from '../../../../../tests/world.ts';
import { sectionsOf } from '../../domain/sections.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  editionOf,
  fullMark,
  submittedDeclaration,
} from '../../testing/declarations.ts';

let world: World;
let first: Declarant & { readonly submissionId: string };
let campaignId: string;
const lossy = 'om-004';

beforeAll(async () => {
  world = await createWorld();
  const earlier = await campaignOf(world);
  first = await submittedDeclaration(world, earlier, {}, (item) =>
    item.id === lossy ? { points: 10 } : fullMark(item),
  );
  // The same units are assessed anew; the earlier campaign began before.
  await world.database.owner.query(
    `update campaigns set starts_on = starts_on - 365, ends_on = ends_on - 365 where campaign_id = $1`,
    [earlier],
  );
  campaignId = await campaignOf(world, '2026-08-21');
});
afterAll(() => world.close());

const path = (declarationId: string) => `/api/declarations/${declarationId}`;

/** The declaration of the same unit in the campaign of now, begun. */
const begun = async (of: Declarant = first): Promise<string> => {
  const declarationId = newId();
  await world.database.owner.query(
    toQuery(sql`insert into declarations (city_id, declaration_id, campaign_id, unit_id, enterprise_id, industry, edition_hash, changed_at)
      select ${CITY}, ${declarationId}, ${campaignId}, ${of.unitId}, ${of.enterpriseId}, industry, edition_hash, ${world.clock.now()}
      from campaign_editions where city_id = ${CITY} and campaign_id = ${campaignId} and industry = 'opencast-mine'
      on conflict do nothing`),
  );
  const { rows } = await world.database.owner.query(
    'select declaration_id from declarations where campaign_id = $1 and unit_id = $2',
    [campaignId, of.unitId],
  );
  return rows[0].declaration_id;
};

describe('the answers of last time', () => {
  it('are previewed, copied in one act beside open items only, and are no answers before they are confirmed', async () => {
    const { visitor } = first;
    const declarationId = await begun();
    await visitor.post(`${path(declarationId)}/start`);
    const save = (baseVersion: number, items: object) =>
      visitor.send('PUT', `${path(declarationId)}/sections/e1-1`, { baseVersion, items });
    await save(0, { 'om-001': { answer: { met: false }, reason: '今年证照到期', comment: '' } });
    const edition = await editionOf(visitor, (await visitor.get(path(declarationId))).body.editionHash);
    const count = edition.items.length;

    const preview = (await visitor.get(`${path(declarationId)}/last-time`)).body.last;
    expect(preview).toMatchObject({
      submissionId: first.submissionId,
      report: { same: count - 1, changed: 0, leftAlone: 1, fresh: 0, gone: 0 },
    });
    const { version } = (await visitor.get(path(declarationId))).body;
    const stale = await visitor.post(`${path(declarationId)}/last-time`, { baseVersion: version - 1 });
    expect([stale.status, stale.body.fault.code]).toEqual([409, 'platform.stale']);
    const key = newId();
    const copied = await visitor.post(`${path(declarationId)}/last-time`, { baseVersion: version }, key);
    expect(copied.body.report).toEqual(preview.report);
    expect((await visitor.post(`${path(declarationId)}/last-time`, { baseVersion: version }, key)).body).toEqual(
      copied.body,
    );

    const { sections, submissions } = (await visitor.get(path(declarationId))).body;
    const items = Object.assign({}, ...Object.values(sections).map((one) => (one as { items: object }).items));
    expect(Object.keys(items)).toHaveLength(count);
    expect(items['om-001']).toMatchObject({ answer: { met: false }, reason: '今年证照到期' });
    expect(items['om-001'].was).toBeUndefined();
    expect(items[lossy]).toMatchObject({
      answer: null,
      reason: '',
      was: { item: lossy, answer: { points: 10 }, last: { same: true, reason: expect.stringMatching(/./) } },
    });
    expect(submissions).toEqual([]);
    const list = (await visitor.get('/api/declarations')).body.rows;
    expect(list.find((row: { declarationId: string }) => row.declarationId === declarationId).progress.answered).toBe(
      1,
    );

    const [section] = sectionsOf(edition);
    const was = items[lossy].was;
    const confirming = { answer: was.answer, reason: was.last.reason, comment: '' };
    expect((await save(sections[section!.elementId].version, { [lossy]: confirming })).status).toBe(200);
    const again = (await visitor.get(`${path(declarationId)}/last-time`)).body.last.report;
    expect(again).toEqual({ same: 0, changed: 0, leftAlone: count, fresh: 0, gone: 0 });
    expect(losesPoints(edition.items.find(({ id }) => id === lossy)!, was.answer)).toBe(true);

    const audit = await world.database.owner.query(
      `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
       where e.command = 'declaration.copy-last-time' and e.subject_id = $1`,
      [declarationId],
    );
    expect(audit.rows.map(({ payload }) => JSON.parse(payload))).toEqual([
      { from: first.submissionId, report: preview.report },
    ]);
  });

  it('are not there for a unit that submitted nothing before', async () => {
    const declarant = await declarantOf(world, campaignId);
    await declarant.visitor.post(`${path(declarant.declarationId)}/start`);
    expect((await declarant.visitor.get(`${path(declarant.declarationId)}/last-time`)).body).toEqual({ last: null });
    const { version } = (await declarant.visitor.get(path(declarant.declarationId))).body;
    const refused = await declarant.visitor.post(`${path(declarant.declarationId)}/last-time`, {
      baseVersion: version,
    });
    expect([refused.status, refused.body.fault.code]).toEqual([404, 'declaration.nothingLastTime']);
  });

  it('are the unit’s own: nobody else sees or copies them', async () => {
    const other = await declarantOf(world, campaignId);
    const declarationId = await begun();
    expect((await other.visitor.get(`${path(declarationId)}/last-time`)).status).toBe(404);
    expect((await other.visitor.post(`${path(declarationId)}/last-time`, { baseVersion: 1 })).status).toBe(404);
    const officer = await world.as('dongquReviewer').post(`${path(declarationId)}/last-time`, { baseVersion: 1 });
    expect(officer.status).toBe(403);
  });
});
