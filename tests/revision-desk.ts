import { carryOutWhatIsDue } from '#app/due.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { type sql, toQuery } from '#platform/db/sql.ts';
import { putInForce, retitled, revised } from '#process/campaign/testing/edition-in-force.ts';
import { campaignOf } from '#process/declaration/testing/declarations.ts';
import type { Edition } from '#process/standards/domain/index.ts';
import { type Answer, CITY, type Visitor, type World } from './world.ts';

/** The industry that revisions are tried on. */
export const MINES = 'opencast-mine';

/** A section of a working copy as pages get it. */
export interface Section {
  readonly version: number;
  readonly items: Readonly<Record<string, unknown>>;
}

/** What tests of 标准修订 do again and again, in one world with a campaign for each test. */
export const revisionDesk = (world: World) => {
  const office = world.as('cityOffice');
  let opened = 0;
  let changes = 0;
  /** Each edition reads differently, so that it is another than every one before. */
  const once = (change: (edition: Edition) => Edition) =>
    putInForce(world, MINES, (edition) => {
      changes += 1;
      return { ...change(edition), notice: `示范 ${changes}` };
    });
  const preview = async (campaignId: string): Promise<Answer['body']> =>
    (await office.get(`/api/campaigns/${campaignId}/edition-revision-preview?industry=${MINES}`)).body;
  const orderBody = async (campaignId: string, change: object = {}) => {
    const { from, to, industryName } = await preview(campaignId);
    return {
      industry: MINES,
      fromHash: from.hash,
      toHash: to.hash,
      reason: '依据 2026 年新发布的规程修订',
      effectiveOn: null,
      workingDays: 10,
      confirmation: industryName,
      ...change,
    };
  };
  const order = async (campaignId: string, change: object = {}, by: Visitor = office) =>
    by.post(`/api/campaigns/${campaignId}/edition-revisions`, await orderBody(campaignId, change));
  return {
    /** A campaign under the edition that is in force now. */
    campaign: (): Promise<string> => {
      opened += 1;
      return campaignOf(world, `2026-07-${String(opened).padStart(2, '0')}`);
    },
    /** Puts an edition in force of which one item changed, one moved, one is gone and one is new; its hash. */
    revise: () => once((edition) => revised(edition, changes)),
    /** Puts an edition in force that says the same in every item; its hash. */
    retitle: () => once(retitled),
    preview,
    orderBody,
    order,
    /** Orders; the order. @throws if it is refused */
    ordered: async (campaignId: string, change: object = {}): Promise<string> => {
      const done = await order(campaignId, change);
      if (done.status !== 200) throw new Error(JSON.stringify(done.body));
      return done.body.revisionId;
    },
    unitsOf: async (revisionId: string): Promise<Answer['body']> =>
      (await office.get(`/api/edition-revisions/${revisionId}/units?size=200`)).body.rows,
    read: async (revisionId: string): Promise<Answer['body']> =>
      (await office.get(`/api/edition-revisions/${revisionId}`)).body,
    /** Looks for what is due; how much was done. */
    scan: async (): Promise<number> => {
      const done = await world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return done.value.count;
    },
    rows: async (statement: ReturnType<typeof sql>): Promise<Answer['body'][]> =>
      (await world.database.owner.query(toQuery(statement))).rows,
  };
};
