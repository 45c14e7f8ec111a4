import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#lib/plain-date.ts';
import { stopTypesetter } from '#support/documents/pdf/render-pdf.ts';
import { pdfText } from '../../../../../tests/fixtures/pdf-text.ts';
import { type CastMember, createWorld, type World } from '../../../../../tests/world.ts';
import { keyOf, paperCode } from '../../domain/paper/paper-code.ts';
import { campaignOf, declarantOf, submittedDeclaration } from '../../testing/declarations.ts';

let world: World;
let campaignId: string;
beforeAll(async () => {
  world = await createWorld();
  campaignId = await campaignOf(world);
});
afterAll(async () => {
  stopTypesetter();
  await world.close();
});

type Handed = Awaited<ReturnType<typeof submittedDeclaration>>;
const path = ({ submissionId }: Pick<Handed, 'submissionId'>) => `/api/submissions/${submissionId}`;
const whole = (copy: number, code?: string) => ({ copy, signed: true, sealed: true, ...(code && { code }) });
const register = (
  handed: Handed,
  copies: readonly object[],
  more: object = {},
  member: CastMember = 'dongquReviewer',
  key?: string,
) =>
  world
    .as(member)
    .post(
      `${path(handed)}/paper-arrivals`,
      { copies, arrivedOn: dayOf(world.clock.now()), way: 'by-hand', ...more },
      key,
    );
const paperOf = async (handed: Handed) => (await handed.visitor.get(`${path(handed)}/paper`)).body;
const codeOf = async (handed: Handed, copy: number) => {
  const { contentDigest } = (await handed.visitor.get(path(handed))).body;
  return paperCode({ key: keyOf(contentDigest), copy, page: 1 });
};
const issueOf = (answer: Awaited<ReturnType<typeof register>>) => answer.body.fault.issues?.[0];
const auditsOf = async (handed: Handed, command: string) =>
  (
    await world.database.owner.query(
      `select p.payload from audit_entries e join audit_payloads p using (city_id, entry_id)
       where e.command = $1 and e.subject_id = $2`,
      [command, handed.declarationId],
    )
  ).rows;

describe('copies that come to the desk', () => {
  it('are registered one after the other; the last whole one brings a numbered receipt', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const first = await register(handed, [whole(1, await codeOf(handed, 1)), { ...whole(2), sealed: false }]);
    expect(first.body).toEqual({
      lacks: [
        { copy: 2, what: 'unsealed' },
        { copy: 3, what: 'missing' },
      ],
      receiptNumber: null,
    });
    expect(await paperOf(handed)).toMatchObject({ state: 'incomplete', dueOn: '2026-09-15', receipt: null });
    world.clock.advance(1);
    const last = await register(
      handed,
      [whole(2), whole(3)],
      { arrivedOn: '2026-09-02', way: 'post' },
      'dongquSignOff',
    );
    expect(last.body.lacks).toEqual([]);
    expect(last.body.receiptNumber).toMatch(/^东区局收件〔2026〕\d+号$/);
    const paper = await paperOf(handed);
    expect(paper).toMatchObject({
      state: 'complete',
      dueOn: null,
      receipt: { number: last.body.receiptNumber, completeOn: '2026-09-02' },
      counting: { rule: 'electronic', day: '2026-09-01', late: false },
    });
    expect(paper.copies.map(({ arrival }: { arrival: { byCode: boolean } }) => arrival.byCode)).toEqual([
      true,
      false,
      false,
    ]);
    const receipt = pdfText((await handed.visitor.download(`${path(handed)}/paper-receipt`)).bytes);
    for (const part of ['收件回执', last.body.receiptNumber, '2026年9月2日收齐', '核验码相符', '人工核对'])
      expect(receipt).toContain(part);
    expect(await auditsOf(handed, 'declaration.register-paper')).toHaveLength(2);
  });

  it('are registered once however often the button is pressed', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const answers = await Promise.all(
      [1, 2].map(() => register(handed, [whole(1)], {}, 'dongquReviewer', 'the-same-key-12')),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await auditsOf(handed, 'declaration.register-paper')).toHaveLength(1);
    const again = await register(handed, [whole(1)]);
    expect(again.body.fault).toMatchObject({ code: 'paper.registeredAlready', params: { copy: 1 } });
  });

  it('are refused with codes of another version, another copy, or none, and with days that cannot be', async () => {
    const [handed, other] = [
      await submittedDeclaration(world, campaignId),
      await submittedDeclaration(world, campaignId),
    ];
    const own = await codeOf(handed, 1);
    expect(issueOf(await register(handed, [whole(1, await codeOf(other, 1))]))).toEqual({
      path: 'copies.0.code',
      code: 'paper.otherVersion',
    });
    expect(issueOf(await register(handed, [whole(2, own)]))).toMatchObject({
      code: 'paper.otherCopy',
      params: { copy: 2, found: 1 },
    });
    expect(issueOf(await register(handed, [whole(1, own.slice(1))]))).toMatchObject({ code: 'paper.code.length' });
    expect(issueOf(await register(handed, [whole(4)]))).toMatchObject({ code: 'paper.noSuchCopy' });
    expect(issueOf(await register(handed, [whole(1), whole(1)]))).toMatchObject({ code: 'paper.copyTwice' });
    expect(issueOf(await register(handed, [whole(1)], { arrivedOn: '2099-01-01' }))).toMatchObject({
      path: 'arrivedOn',
      code: 'paper.arrivedInFuture',
    });
    expect(issueOf(await register(handed, [whole(1)], { arrivedOn: '2026-08-31' }))).toMatchObject({
      code: 'paper.arrivedBefore',
    });
    expect((await paperOf(handed)).state).toBe('outstanding');
  });

  it('are the receiving body’s to register and nobody else’s', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    expect((await register(handed, [whole(1)], {}, 'renheReviewer')).status).toBe(404);
    expect((await register(handed, [whole(1)], {}, 'cityOffice')).status).toBe(403);
    expect(
      (
        await handed.visitor.post(`${path(handed)}/paper-arrivals`, {
          copies: [whole(1)],
          arrivedOn: '2026-09-01',
          way: 'post',
        })
      ).status,
    ).toBe(403);
  });

  it('can be taken back with a reason: the receipt is void, its number is not given again', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const { receiptNumber } = (await register(handed, [whole(1), whole(2), whole(3)])).body;
    const undo = (copy: number, reason: string) =>
      world.as('dongquReviewer').post(`${path(handed)}/paper-arrivals/${copy}/undoing`, { reason });
    expect((await undo(3, ' ')).body.fault.issues[0].code).toBe('paper.reasonMissing');
    expect((await undo(3, '看错了份号')).body.lacks).toEqual([{ copy: 3, what: 'missing' }]);
    expect((await undo(3, '看错了份号')).body.fault.code).toBe('paper.notRegistered');
    expect(await paperOf(handed)).toMatchObject({ state: 'incomplete', receipt: null });
    expect((await handed.visitor.get(`${path(handed)}/paper-receipt`)).body.fault.code).toBe('paper.noReceipt');
    const again = (await register(handed, [whole(3)])).body.receiptNumber;
    expect(again).not.toBe(receiptNumber);
    const [audit] = await auditsOf(handed, 'declaration.undo-paper');
    expect(JSON.stringify(audit)).toContain('看错了份号');
  });
});

describe('a notice of what lacks', () => {
  it('lists it, with a last day, and is settled by the last copy', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    await register(handed, [whole(1), { ...whole(2), signed: false }]);
    const notice = await world.as('dongquReviewer').post(`${path(handed)}/paper-notices`, { note: '请尽快。' });
    expect(notice.body).toMatchObject({ number: expect.stringMatching(/^东区局补正〔2026〕\d+号$/) });
    expect(await paperOf(handed)).toMatchObject({
      state: 'notified',
      dueOn: notice.body.dueOn,
      notice: {
        lacks: [
          { copy: 2, what: 'unsigned' },
          { copy: 3, what: 'missing' },
        ],
        note: '请尽快。',
      },
    });
    const printed = pdfText((await handed.visitor.download(`${path(handed)}/paper-notice`)).bytes);
    for (const part of ['纸质材料补正通知', notice.body.number, '缺签字', '未收到', '请尽快。'])
      expect(printed).toContain(part);
    await register(handed, [whole(2), whole(3)]);
    expect(await paperOf(handed)).toMatchObject({ state: 'complete', notice: null });
    const late = await world.as('dongquReviewer').post(`${path(handed)}/paper-notices`, {});
    expect(late.body.fault.code).toBe('paper.whole');
    expect((await handed.visitor.get(`${path(handed)}/paper-notice`)).body.fault.code).toBe('paper.noNotice');
  });

  it('is not for a day that is past, nor from another body', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const send = (member: CastMember, body: object) => world.as(member).post(`${path(handed)}/paper-notices`, body);
    expect((await send('dongquReviewer', { dueOn: '2026-08-01' })).body.fault.issues[0].code).toBe(
      'paper.dueBeforeToday',
    );
    expect((await send('renheReviewer', {})).status).toBe(404);
  });
});

describe('a scan of the sealed pages', () => {
  const pdf = {
    name: '盖章页.pdf',
    type: 'application/pdf',
    bytes: Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`),
  };

  it('is kept with its version, shown to those who handle it, and removed only by who added it', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const desk = world.as('dongquReviewer');
    const { scanId } = (await handed.visitor.upload(`${path(handed)}/paper-scans`, pdf)).body;
    const seen = (await desk.get(`${path(handed)}/paper`)).body.scans;
    expect(seen).toMatchObject([{ scanId, fileName: '盖章页.pdf', own: false }]);
    expect((await desk.download(`${path(handed)}/paper-scans/${scanId}`)).bytes.equals(pdf.bytes)).toBe(true);
    expect((await desk.send('DELETE', `${path(handed)}/paper-scans/${scanId}`)).body.fault.code).toBe(
      'paper.scanOfOthers',
    );
    expect((await handed.visitor.send('DELETE', `${path(handed)}/paper-scans/${scanId}`)).status).toBe(200);
    expect((await desk.get(`${path(handed)}/paper-scans/${scanId}`)).status).toBe(404);
  });

  it('is refused if it is no PDF or JPEG, and from people whom the record is no business of', async () => {
    const handed = await submittedDeclaration(world, campaignId);
    const stranger = await declarantOf(world, campaignId);
    const text = { name: '说明.txt', type: 'text/plain', bytes: Buffer.from('只有文字') };
    expect((await handed.visitor.upload(`${path(handed)}/paper-scans`, text)).body.fault.code).toBe('file.typeUnknown');
    expect((await stranger.visitor.upload(`${path(handed)}/paper-scans`, pdf)).status).toBe(404);
  });
});

describe('the list of paper', () => {
  it('shows a body its own by state, most urgent first, and the city all', async () => {
    const handed = await submittedDeclaration(world, campaignId, { name: '只看这一家矿业' });
    const ask = async (member: CastMember, query: string) => (await world.as(member).get(`/api/papers?${query}`)).body;
    const found = await ask('dongquReviewer', `q=${encodeURIComponent('只看这一家')}`);
    expect(found).toMatchObject({
      total: 1,
      rows: [{ submissionId: handed.submissionId, state: 'outstanding', arrived: 0, copies: 3, late: false }],
    });
    expect(found.counts.outstanding).toBeGreaterThan(0);
    expect((await ask('renheReviewer', '')).total).toBe(0);
    expect((await ask('cityOffice', 'state=outstanding')).total).toBe(found.counts.outstanding);
    await register(handed, [whole(1), whole(2), whole(3)]);
    expect((await ask('dongquReviewer', `state=open&q=${encodeURIComponent('只看这一家')}`)).total).toBe(0);
    expect((await ask('auditor', 'overdue=1')).total).toBe(0);
  });
});
