import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql, toQuery } from '#platform/db/sql.ts';
import { creditCodeOf } from '#process/campaign/testing/roster-file.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  submittedDeclaration,
} from '#process/declaration/testing/declarations.ts';
import { type Answer, CITY, createWorld, type Visitor, type World } from '../../../../../tests/world.ts';
import { askForChange, decideOnChange, done, PROOF } from '../../testing/register-changes.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(() => world.close());

const rows = async (statement: ReturnType<typeof sql>) => (await world.database.owner.query(toQuery(statement))).rows;
const issuesOf = ({ status, body }: Answer) =>
  status === 422
    ? body.fault.issues.map(({ path, code }: Record<string, string>) => `${path} ${code}`)
    : [status, body.fault?.code];

interface Asking {
  readonly visitor?: Visitor;
  readonly withProof?: boolean;
  readonly over?: Record<string, unknown>;
}

const ask = (firm: Declarant, values: Record<string, string>, { visitor = firm.visitor, ...asking }: Asking = {}) =>
  askForChange(visitor, firm.unitId, values, asking);
const asked = async (firm: Declarant, values: Record<string, string>, asking?: Asking): Promise<string> =>
  done(await ask(firm, values, asking)).changeId;
const decide = (visitor: Visitor, changeId: string, over?: Record<string, unknown>) =>
  decideOnChange(world, visitor, changeId, over);
const proof = { name: '营业执照.pdf', type: 'application/pdf', bytes: PROOF };

describe('a change of the register', () => {
  it('waits beside the old value, takes effect when the supervising body approves, and stays in the history', async () => {
    const firm = await submittedDeclaration(world, campaignId);
    const before = done(await firm.visitor.get(`/api/units/${firm.unitId}/register`));
    const changeId = await asked(firm, { enterpriseName: '攀枝花新名矿业公司', contactPhone: '0812-3339999' });
    const waiting = done(await world.as('dongquReviewer').get(`/api/register-changes/${changeId}`));
    expect(waiting).toMatchObject({
      state: 'pending',
      decider: 'supervising-body',
      mine: 'decide',
      remarks: [],
      consequences: [],
    });
    expect(waiting.values).toContainEqual(
      expect.objectContaining({ field: 'enterpriseName', from: before.enterpriseName, to: '攀枝花新名矿业公司' }),
    );
    const file = await world.as('dongquReviewer').download(`/api/register-changes/${changeId}/proof`);
    expect([file.status, file.type, file.bytes.equals(PROOF)]).toEqual([200, 'application/pdf', true]);
    expect(done(await firm.visitor.get(`/api/units/${firm.unitId}/register`)).enterpriseName).toBe(
      before.enterpriseName,
    );
    done(await decide(world.as('dongquReviewer'), changeId, { reason: '已核对执照' }));
    const after = done(await firm.visitor.get(`/api/units/${firm.unitId}/register`));
    expect(after.enterpriseName).toBe('攀枝花新名矿业公司');
    expect(after.changes[0]).toMatchObject({
      changeId,
      state: 'approved',
      decidedByName: '何东一',
      decisionReason: '已核对执照',
    });
    // Found by its new name; the declaration under review went on.
    const found = done(await world.as('cityOffice').get('/api/register-changes?q=新名矿业'));
    expect(found.rows.map((row: { changeId: string }) => row.changeId)).toContain(changeId);
    expect(
      (
        await rows(
          sql`select state from declarations where city_id = ${CITY} and declaration_id = ${firm.declarationId}`,
        )
      )[0].state,
    ).toBe('submitted');
    const audited = await rows(
      sql`select command, actor_name from audit_entries where city_id = ${CITY} and subject_id = ${changeId} order by occurred_at, entry_id`,
    );
    expect(audited.map(({ command }) => command)).toEqual([
      'parties.request-register-change',
      'parties.decide-register-change',
    ]);
  });

  it('corrects the credit code, with which the enterprise goes on signing in', async () => {
    const firm = await declarantOf(world, campaignId);
    const { values } = done(await firm.visitor.get(`/api/units/${firm.unitId}/register`));
    const old = values.find(({ field }: { field: string }) => field === 'creditCode').value;
    await rows(
      sql`update accounts set login = ${old.toLowerCase()} where city_id = ${CITY} and account_id = ${firm.accountId}`,
    );
    const code = creditCodeOf(770_001);
    done(await decide(world.as('dongquSignOff'), await asked(firm, { creditCode: code.toLowerCase() })));
    expect(
      await rows(sql`select e.credit_code, a.login from enterprises e join accounts a on a.enterprise_id = e.enterprise_id
      where e.city_id = ${CITY} and e.enterprise_id = ${firm.enterpriseId}`),
    ).toEqual([{ credit_code: code, login: code.toLowerCase() }]);
  });

  it('is started by an officer and decided by another one', async () => {
    const firm = await declarantOf(world, campaignId);
    const reviewer = world.as('dongquReviewer');
    const changeId = await asked(firm, { address: '东区新路 2 号' }, { visitor: reviewer });
    expect((await decide(reviewer, changeId)).body.fault.code).toBe('registerChange.ownRequest');
    done(await decide(world.as('dongquSignOff'), changeId));
    expect(done(await firm.visitor.get(`/api/units/${firm.unitId}/register`)).changes[0]).toMatchObject({
      origin: 'officer',
    });
  });

  it('may be refused with a reason, and be withdrawn before; its field is free again then', async () => {
    const firm = await declarantOf(world, campaignId);
    const first = await asked(firm, { contactName: '付联系' }, { withProof: false });
    expect(issuesOf(await decide(world.as('dongquReviewer'), first, { decision: 'refuse' }))).toEqual([
      'reason registerChange.reasonMissing',
    ]);
    done(await decide(world.as('dongquReviewer'), first, { decision: 'refuse', reason: '与来函不符' }));
    const second = await asked(firm, { contactName: '付联系' }, { withProof: false });
    done(await firm.visitor.post(`/api/register-changes/${second}/withdrawal`, { baseVersion: 1 }));
    expect((await decide(world.as('dongquReviewer'), second)).body.fault.code).toBe('registerChange.settled');
    await asked(firm, { contactName: '付联系' }, { withProof: false });
  });

  it('that concerns other bodies asks them first; the city office decides without them only by saying so', async () => {
    const firm = await declarantOf(world, campaignId);
    const changeId = await asked(firm, {
      supervisingBodyId: 'bureau-renhe',
      divisionCode: '510411',
      address: '仁和区某路',
    });
    expect((await decide(world.as('dongquReviewer'), changeId)).body.fault.code).toBe(
      'registerChange.decidedBy.city-office',
    );
    const refused = await decide(world.as('cityOffice'), changeId);
    expect(refused.body.fault).toMatchObject({
      code: 'registerChange.remarksMissing',
      params: { bodies: '东区局、仁和区局' },
    });
    const remark = { agrees: false, remark: '采场大部分在本区' };
    const path = `/api/register-changes/${changeId}/remark`;
    done(await world.as('dongquReviewer').post(path, remark));
    expect((await world.as('dongquSignOff').post(path, remark)).body.fault.code).toBe('registerChange.remarkedAlready');
    expect((await world.as('parkReviewer').post(path, remark)).status).toBe(404);
    done(await world.as('renheReviewer').post(path, { agrees: true, remark: '同意接收' }));
    done(await decide(world.as('cityOffice'), changeId));
    const record = done(await world.as('renheSignOff').get(`/api/register-changes/${changeId}`));
    expect(record).toMatchObject({ state: 'approved', withoutRemarks: false });
    expect(record.remarks.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([false, true]);
  });
});

describe('a request is refused', () => {
  it.each([
    ['with the value that stands', { affiliation: 'private' }, ['values.affiliation registerChange.sameValue']],
    ['with nothing', {}, ['values registerChange.nothingAsked']],
    ['with an unknown code', { industry: 'bakery' }, ['values.industry input.notAChoice']],
    [
      'with a body that supervises nothing',
      { supervisingBodyId: 'city-office' },
      ['values.supervisingBodyId input.notAChoice'],
    ],
    ['with an empty name', { unitName: ' ' }, ['values.unitName registerChange.empty']],
    [
      'with a credit code whose check character is wrong',
      { creditCode: '91510402MA60000019' },
      ['values.creditCode creditCode.checkDigit'],
    ],
    [
      'with a name of 101 characters',
      { enterpriseName: '长'.repeat(101) },
      ['values.enterpriseName registerChange.tooLong'],
    ],
  ])('%s', async (_what, values, expected) => {
    const firm = await declarantOf(world, campaignId);
    expect(issuesOf(await ask(firm, values as Record<string, string>))).toEqual(expected);
  });

  it('without a proof where one is asked for, or with somebody else’s', async () => {
    const firm = await declarantOf(world, campaignId);
    const other = await declarantOf(world, campaignId);
    expect(issuesOf(await ask(firm, { legalRepresentative: '新法人' }, { withProof: false }))).toEqual([
      'proofId registerChange.proofMissing',
    ]);
    const { proofId } = done(await other.visitor.upload('/api/register-change-proofs', proof));
    const answer = await ask(firm, { legalRepresentative: '新法人' }, { withProof: false, over: { proofId } });
    expect(issuesOf(answer)).toEqual(['proofId registerChange.proofMissing', 'proofId registerChange.proofUnknown']);
  });

  it('for a field that another request waits for, also by the other unit of the enterprise where the field is the enterprise’s', async () => {
    const firm = await declarantOf(world, campaignId);
    await asked(firm, { legalRepresentative: '甲法人' });
    expect(issuesOf(await ask(firm, { legalRepresentative: '乙法人' }))).toEqual([
      'values.legalRepresentative registerChange.waiting',
    ]);
    const both = await Promise.all([
      ask(firm, { contactName: '丙' }, { withProof: false }),
      ask(firm, { contactName: '丁' }, { withProof: false }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  it('with a code or name that another has', async () => {
    const [firm, other] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    const { values } = done(await other.visitor.get(`/api/units/${other.unitId}/register`));
    const code = values.find(({ field }: { field: string }) => field === 'creditCode').value;
    expect(issuesOf(await ask(firm, { creditCode: code }))).toEqual(['values.creditCode registerChange.taken']);
  });

  it('on an old view, and the decision too', async () => {
    const firm = await declarantOf(world, campaignId);
    expect((await ask(firm, { address: '某路 3 号' }, { over: { baseUnitVersion: 7 } })).body.fault.code).toBe(
      'platform.stale',
    );
    const changeId = await asked(firm, { address: '某路 3 号' });
    expect((await decide(world.as('dongquReviewer'), changeId, { baseVersion: 9 })).body.fault.code).toBe(
      'platform.stale',
    );
    await rows(
      sql`update enterprises set address = '已另行更正' where city_id = ${CITY} and enterprise_id = ${firm.enterpriseId}`,
    );
    expect((await decide(world.as('dongquReviewer'), changeId)).body.fault).toMatchObject({
      code: 'registerChange.registerMoved',
      params: { now: '已另行更正' },
    });
  });

  it('to other enterprises, other bodies and other roles', async () => {
    const [firm, other] = [await declarantOf(world, campaignId), await declarantOf(world, campaignId)];
    const changeId = await asked(firm, { address: '某路 4 号' });
    const body = {
      values: { address: '别处' },
      reason: '试一试',
      proofId: null,
      baseUnitVersion: 1,
      baseEnterpriseVersion: 1,
    };
    expect((await other.visitor.post(`/api/units/${firm.unitId}/register-changes`, body)).status).toBe(404);
    expect((await world.as('renheReviewer').post(`/api/units/${firm.unitId}/register-changes`, body)).status).toBe(404);
    expect((await world.as('auditor').post(`/api/units/${firm.unitId}/register-changes`, body)).status).toBe(403);
    expect((await other.visitor.get(`/api/register-changes/${changeId}`)).status).toBe(404);
    expect((await decide(world.as('renheReviewer'), changeId)).status).toBe(404);
    expect((await decide(firm.visitor, changeId)).status).toBe(403);
    expect((await world.as('expertOne').get(`/api/register-changes/${changeId}`)).status).toBe(403);
    expect((await decide(world.as('cityOffice'), changeId)).body.fault.code).toBe(
      'registerChange.decidedBy.supervising-body',
    );
  });

  it('a second time for one click', async () => {
    const firm = await declarantOf(world, campaignId);
    const changeId = await asked(firm, { contactName: '程联系' }, { withProof: false });
    const body = { baseVersion: 1, decision: 'approve' };
    const path = `/api/register-changes/${changeId}/decision`;
    const key = 'register-decision-0001';
    const both = await Promise.all([
      world.as('dongquReviewer').post(path, body, key),
      world.as('dongquReviewer').post(path, body, key),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(
      await rows(
        sql`select 1 from audit_entries where city_id = ${CITY} and subject_id = ${changeId} and command = 'parties.decide-register-change'`,
      ),
    ).toHaveLength(1);
  });
});
