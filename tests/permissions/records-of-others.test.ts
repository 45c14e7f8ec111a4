import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterpriseRoles, type Role } from '#parties/access/domain/roles.ts';
import type { Endpoint } from '#platform/contract.ts';
import { wholeRegistration } from '#process/declaration/testing/whole-registration.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { readWorkbook } from '#support/documents/xlsx/read-workbook.ts';
import { type Answer, createWorld, type Visitor, type World } from '../world.ts';
import { expected } from './expected.ts';
import { type Held, type Ids, type Side, twoSides } from './two-sides.ts';

/** Names in paths that mean a record of one body or one enterprise. */
const held = [
  'declarationId',
  'unitId',
  'evidenceId',
  'fileId',
  'uploadId',
  'submissionId',
  'reviewId',
  'batchId',
  'verificationId',
  'decisionId',
  'requestId',
  'colleagueId',
  'managerId',
  'changeId',
  'paperCode',
  'scanId',
  'workbookImportId',
  'workbookBatchId',
];
/** Names that mean something of the whole city: whoever has the role sees all of them. */
const shared = [
  'campaignId',
  'editionHash',
  'entryId',
  'importId',
  'drawId',
  'noticeId',
  'objectionId',
  'adoptionId',
  'accountId',
  'draftId',
  'consultationId',
  'commentId',
  'remarkId',
  'revisionId',
];
/** Parts of a record, not records. */
const parts: Ids = {
  copy: '1',
  anyPaperCode: '22222-22222-2222',
  elementId: 'om-e01-1',
  itemId: 'om-001',
  section: 'overview',
  file: 'answers.json',
  industry: 'opencast-mine',
};

const verdict = { 'om-001': { base: 0, verdict: 'agree', comment: '' } };
/** A body that is understood, for every command that names a record of others: what is refused is the record, not the body. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /api/units/{unitId}/supervision-facts': { kind: 'fatal-accident', happenedOn: '2026-08-20', note: '' },
  'POST /api/units/{unitId}/register-changes': {
    values: { contactName: '付联系' },
    reason: '人员变动',
    baseUnitVersion: 0,
    baseEnterpriseVersion: 0,
  },
  'POST /api/register-changes/{changeId}/remark': { agrees: true, remark: '同意' },
  'POST /api/register-changes/{changeId}/decision': { baseVersion: 1, decision: 'approve' },
  'POST /api/register-changes/{changeId}/withdrawal': { baseVersion: 0 },
  'PUT /api/declarations/{declarationId}/registration': { baseVersion: 1, registration: wholeRegistration },
  'PUT /api/declarations/{declarationId}/registration/fields': { baseVersion: 1, fields: { fax: '0812-3330009' } },
  'POST /api/declarations/{declarationId}/registration/takings': {
    baseVersion: 9,
    offer: 'register',
    fields: ['address'],
  },
  'POST /api/declarations/{declarationId}/registration/confirmations': { fields: ['address'] },
  'PUT /api/declarations/{declarationId}/sections/{elementId}': { baseVersion: 0, items: {} },
  'POST /api/declarations/{declarationId}/last-time': { baseVersion: 1 },
  'POST /api/declarations/{declarationId}/uploads': {
    fileName: '现场.pdf',
    sizeBytes: 9,
    fingerprint: '现场',
    itemIds: [],
  },
  'POST /api/declarations/{declarationId}/files/{fileId}/items': { itemIds: ['om-001'] },
  'PUT /api/declarations/{declarationId}/report/{section}': {
    baseVersion: 0,
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
  },
  'PUT /api/declarations/{declarationId}/rectification/{itemId}': {
    baseVersion: 0,
    measure: '补签责任书',
    person: '向法人',
    dueOn: null,
  },
  'POST /api/declarations/{declarationId}/rectification/{itemId}/completion': { doneOn: '2026-08-25', note: '' },
  'POST /api/declarations/{declarationId}/submissions': { baseVersion: 1, truthful: true, warningsAccepted: true },
  'POST /api/declarations/{declarationId}/withdrawal': { reason: '' },
  'POST /api/declarations/{declarationId}/workbook-imports/{workbookImportId}/application': {
    baseVersion: 1,
    choices: {},
  },
  'POST /api/submissions/{submissionId}/print-pack': { address: 'https://anping.example' },
  'POST /api/submissions/{submissionId}/paper-arrivals': {
    copies: [{ copy: 1, signed: true, sealed: true }],
    arrivedOn: '2026-09-01',
    way: 'by-hand',
  },
  'POST /api/submissions/{submissionId}/paper-arrivals/{copy}/undoing': { reason: '登记有误' },
  'POST /api/submissions/{submissionId}/paper-notices': { note: '' },
  'POST /api/declarations/{declarationId}/handover': { baseVersion: 1 },
  'POST /api/declarations/{declarationId}/unsigned-return': { baseVersion: 1, remark: '请核对人数。' },
  'PUT /api/own-enterprise/accounts/{colleagueId}': { name: '林联系', phone: '', roles: ['enterprise'] },
  'POST /api/own-enterprise/accounts/{colleagueId}/disablement': { reason: '调离岗位' },
  'POST /api/enterprise-managers/{managerId}/slip': { reason: '忘记密码', address: 'http://anping.example' },
  'PUT /api/declarations/{declarationId}/correction-note': { note: '已更正。' },
  'POST /api/declarations/{declarationId}/extension-requests': { until: '2026-11-06', reason: '技改收尾。' },
  'POST /api/declaration-requests/{requestId}/decision': { grant: false, reason: '可按期完成。' },
  'POST /api/declaration-requests/{requestId}/reinstatement': { reason: '已复产。', until: '2026-11-20' },
  'POST /api/reviews/{reviewId}/take-up': { baseVersion: 1 },
  'POST /api/reviews/{reviewId}/take-over': { baseVersion: 1, confirmed: true, reason: '同事请假' },
  'PUT /api/reviews/{reviewId}/verdicts': { items: verdict },
  'PUT /api/reviews/{reviewId}/daily-supervision': { before: '', text: '近一年检查两次。' },
  'POST /api/reviews/{reviewId}/proposal': {
    baseVersion: 1,
    proposedClass: 'A',
    departureReason: '',
    opinion: '一致。',
  },
  'POST /api/reviews/{reviewId}/return': { baseVersion: 1, reason: '材料不全', items: [] },
  'POST /api/reviews/{reviewId}/signature': { baseVersion: 1 },
  'POST /api/reviews/{reviewId}/send-back': { baseVersion: 1, note: '请补充说明' },
  'POST /api/verifications/{verificationId}/recusal': { reason: '与该企业有利害关系' },
  'PUT /api/verifications/{verificationId}/verdicts': { items: verdict },
  'PUT /api/verifications/{verificationId}/visit': {
    before: { visitedOn: null, conclusion: '' },
    visitedOn: '2026-09-02',
    conclusion: '属实。',
  },
  'POST /api/verifications/{verificationId}/submission': { baseVersion: 1 },
};

interface Stranger {
  readonly roles: readonly Role[];
  readonly visitor: Visitor;
}

let world: World;
let sides: readonly [Side, Side];
let common: Ids;
let expert: Visitor;

beforeAll(async () => {
  world = await createWorld();
  ({ sides, shared: common } = await twoSides(world));
  const actor = await world.person('未指派专家', ['expert'], { industries: ['opencast-mine'] });
  expert = await world.asAccount(actor.accountId ?? '');
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

const endpoints = (): readonly (Endpoint & { readonly name: string })[] =>
  world.app.bound.flatMap(({ contract }) =>
    Object.values(contract).map((endpoint) => ({ ...endpoint, name: `${endpoint.method} ${endpoint.path}` })),
  );
const paramsOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
const namesHeld = ({ path }: { readonly path: string }) => paramsOf(path).some((name) => held.includes(name));
/** The address with its ids, or null if the record has none of that kind. */
const addressOf = (path: string, ids: Ids): string | null => {
  const known = { ...parts, ...common, ...ids };
  const missing = paramsOf(path).some((name) => known[name as keyof typeof known] === undefined);
  return missing ? null : path.replace(/\{(\w+)\}/g, (_, name: string) => String(known[name as keyof typeof known]));
};

const call = (visitor: Visitor, endpoint: Endpoint & { readonly name: string }, address: string): Promise<Answer> => {
  if (endpoint.method === 'GET') return visitor.get(address);
  if (endpoint.body !== 'upload') return visitor.send(endpoint.method, address, bodies[endpoint.name]);
  const bytes = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);
  const file = { name: '证照.pdf', type: 'application/pdf', bytes };
  return endpoint.method === 'PUT'
    ? visitor.upload(`${address}?offset=0`, file, {}, 'PUT')
    : visitor.upload(address, file);
};

/** People who have the role for many things, and no business with the records of `side`. */
const strangersOf = (side: Side, of: Held): readonly Stranger[] => {
  const other = sides.find((each) => each !== side)?.staff;
  const enterprises = sides.flatMap(({ records }) => records).filter(({ owner }) => owner !== of.owner);
  return [
    { roles: ['reviewer'], visitor: world.as(other?.reviewer ?? 'auditor') },
    { roles: ['sign-off'], visitor: world.as(other?.signOff ?? 'auditor') },
    // One under the same body, one under the other.
    ...[enterprises.at(0), enterprises.at(-1)].flatMap((each) =>
      each ? [{ roles: enterpriseRoles, visitor: each.owner }] : [],
    ),
    { roles: ['expert'], visitor: expert },
  ];
};
const reached: readonly Role[] = ['reviewer', 'sign-off', ...enterpriseRoles, 'expert'];
const allowed = (name: string, roles: readonly Role[]): boolean => {
  const expectedRoles = expected[name] ?? [];
  return typeof expectedRoles === 'string' || roles.some((role) => expectedRoles.includes(role));
};
const audits = async (): Promise<number> =>
  Number((await world.database.owner.query('select count(*) from audit_entries')).rows[0].count);

describe('the records of others', () => {
  it('are told apart by the names in every path', () => {
    const names = endpoints().flatMap(({ path }) => paramsOf(path));
    expect([...new Set(names)].filter((name) => ![...held, ...shared, ...Object.keys(parts)].includes(name))).toEqual(
      [],
    );
  });

  it('are tried with a body wherever a command takes one', () => {
    const needed = endpoints().filter(
      (endpoint) => namesHeld(endpoint) && typeof endpoint.body === 'object' && allowed(endpoint.name, reached),
    );
    expect(needed.length).toBeGreaterThan(10);
    expect(needed.map(({ name }) => name).sort()).toEqual(Object.keys(bodies).sort());
  });

  it('answer 404 to the other body, other enterprises and experts who are not assigned, and nothing changes', async () => {
    const wrong: string[] = [];
    const tried = new Set<string>();
    const before = await audits();
    for (const side of sides) {
      for (const record of side.records) {
        for (const endpoint of endpoints().filter(namesHeld)) {
          const address = addressOf(endpoint.path, record.ids);
          if (address === null) continue;
          tried.add(endpoint.name);
          for (const { roles, visitor } of strangersOf(side, record)) {
            const { status, body } = await call(visitor, endpoint, address);
            const wanted = allowed(endpoint.name, roles) ? 404 : 403;
            if (status !== wanted)
              wrong.push(
                `${endpoint.name} (${record.stage}) as ${roles}: ${status} ${body?.fault?.code}, not ${wanted}`,
              );
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(endpoints().filter((endpoint) => namesHeld(endpoint) && !tried.has(endpoint.name))).toEqual([]);
    expect(await audits()).toBe(before);
  }, 180_000);

  it('cannot be reached through a record of one’s own', async () => {
    const [mine, theirs] = sides.map(({ records }) => records.find(({ stage }) => stage === '草稿'));
    const path = `/api/declarations/${mine?.ids.declarationId}/evidence/${theirs?.ids.evidenceId}`;
    expect((await mine?.owner.get(path))?.status).toBe(404);
    expect((await mine?.owner.send('DELETE', path))?.status).toBe(404);
  });

  it('cannot be acted on by naming them in a body', async () => {
    const before = await audits();
    const signed = sides[1].records.find(({ stage }) => stage === '已签');
    const batch = { reviewIds: [signed?.ids.reviewId], note: '' };
    const path = `/api/campaigns/${common.campaignId}/batches`;
    expect((await world.as(sides[0].staff.signOff).post(path, batch)).status).toBeOneOf([404, 409]);
    const slips = { enterpriseIds: [signed?.ownerEnterpriseId], address: 'http://anping.example' };
    const refused = await world.as(sides[0].staff.reviewer).post('/api/activation-slips', slips);
    expect(refused.status).toBeOneOf([404, 409]);
    expect(await audits()).toBe(before);
  });

  it('stand in no list, count or workbook of those whom they are no business of', async () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    const lists = endpoints().filter((endpoint) => endpoint.method === 'GET' && !namesHeld(endpoint));
    for (const side of sides) {
      const ids = ['declarationId', 'submissionId', 'reviewId', 'batchId', 'evidenceId', 'fileId', 'uploadId'];
      const secrets = side.records.flatMap((record) => [
        ...ids.flatMap((name) => record.ids[name] ?? []),
        ...record.secret,
      ]);
      const watch = async (visitor: Visitor, role: string, own: boolean) => {
        for (const { name, path } of lists) {
          const address = addressOf(path, {});
          if (address === null) continue;
          const text = await textOf(visitor, address);
          if (text.status >= 500) wrong.push(`${name} as ${role}: ${text.status}`);
          for (const secret of secrets) {
            if (!text.body.includes(secret)) continue;
            if (own) seen.add(secret);
            else wrong.push(`${name} as ${role} holds ${secret}`);
          }
        }
      };
      for (const { roles, visitor } of strangersOf(side, side.records[0] as Held))
        if (!roles.includes('enterprise')) await watch(visitor, String(roles), false);
      const outsider = sides.find((each) => each !== side)?.records[0]?.owner;
      if (outsider) await watch(outsider, 'enterprise', false);
      await watch(world.as(side.staff.reviewer), 'reviewer', true);
      // The lists are the right ones: the body’s own people find every name and every review in them.
      const named = side.records
        .filter(({ stage }) => stage !== '草稿')
        .flatMap(({ secret, ids: { reviewId } }) => [...secret, reviewId ?? '']);
      expect(named.filter((each) => !seen.has(each))).toEqual([]);
    }
    expect(wrong).toEqual([]);
  }, 180_000);

  it('open to their own people by the same addresses and bodies', async () => {
    const opened = new Set<string>();
    for (const side of sides) {
      for (const record of side.records) {
        const own: readonly Visitor[] = [
          record.owner,
          world.as(side.staff.reviewer),
          world.as(side.staff.signOff),
          world.as('expertOne'),
        ];
        for (const endpoint of endpoints().filter(namesHeld)) {
          const address = addressOf(endpoint.path, record.ids);
          if (address === null || opened.has(endpoint.name)) continue;
          for (const visitor of own) {
            const { status } = await call(visitor, endpoint, address);
            // A command may be refused for the state of the record; it was found all the same.
            if (status === 200 || (endpoint.method !== 'GET' && (status === 409 || status === 422)))
              opened.add(endpoint.name);
          }
        }
      }
    }
    const closed = endpoints().filter(
      (endpoint) => namesHeld(endpoint) && !opened.has(endpoint.name) && allowed(endpoint.name, reached),
    );
    expect(closed.map(({ name }) => name)).toEqual([]);
  }, 180_000);
});

/** What an address shows, also inside a workbook. */
async function textOf(visitor: Visitor, address: string): Promise<{ readonly status: number; readonly body: string }> {
  const { status, bytes, type } = await visitor.download(address);
  if (status !== 200 || !type.includes('spreadsheet')) return { status, body: bytes.toString('utf8') };
  const workbook = await readWorkbook(bytes);
  return { status, body: workbook.ok ? JSON.stringify(workbook.value) : '' };
}
