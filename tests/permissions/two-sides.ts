import { carryOutWhatIsDue } from '#app/due.ts';
import { systemActor } from '#parties/access/server/open-request.ts';
import { askForChange } from '#parties/enterprises/testing/register-changes.ts';
import { sql, toQuery } from '#platform/db/sql.ts';
import { putInForce, retitled } from '#process/campaign/testing/edition-in-force.ts';
import { rosterFile, rosterLine } from '#process/campaign/testing/roster-file.ts';
import {
  campaignOf,
  type Declarant,
  declarantOf,
  fillIn,
  submitBody,
} from '#process/declaration/testing/declarations.ts';
import { MEDIA_TYPES } from '#support/files/domain/file-type.ts';
import { zip } from '../fixtures/zip.ts';
import {
  assignExperts,
  dongqu,
  examine,
  freezeDraw,
  keepReviewed,
  propose,
  type ReviewStaff,
  receiveBatch,
  renhe,
  reviewAndSign,
  reviewOf,
  takeSeed,
  transmitSigned,
  verify,
} from '../verbs.ts';
import { type Answer, CITY, type Visitor, type World } from '../world.ts';

/** Ids by the name that paths give them. */
export type Ids = Readonly<Record<string, string>>;

/** One declaration at some stage, with everything that hangs on it. */
export interface Held {
  readonly stage: string;
  readonly ids: Ids;
  /** Names that nobody outside may read while they are not published; empty afterwards. */
  readonly secret: readonly string[];
  readonly owner: Visitor;
  readonly ownerEnterpriseId: string;
  readonly ownerAccountId: string;
}

/** A supervising body, its people, and what lies with it. */
export interface Side {
  readonly staff: ReviewStaff;
  readonly records: readonly Held[];
}

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(100)}\nstartxref\n0\n%%EOF\n`);

const done = (answer: Answer): Answer['body'] => {
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const rows = async (world: World, statement: ReturnType<typeof sql>) =>
  (await world.database.owner.query(toQuery(statement))).rows as Ids[];

const named = (staff: ReviewStaff, stage: string): string => `${staff.reviewer}的${stage}厂`;

/** A started declaration with a file. */
const started = async (world: World, campaignId: string, staff: ReviewStaff, stage: string) => {
  const declarant = await declarantOf(world, campaignId, { ...staff.unit, name: named(staff, stage) });
  const version =
    stage === '草稿'
      ? done(await declarant.visitor.post(`/api/declarations/${declarant.declarationId}/start`))
      : await fillIn(declarant);
  const file = { name: '证照.pdf', type: 'application/pdf', bytes: PDF };
  const rectification = `/api/declarations/${declarant.declarationId}/rectification/om-001`;
  const measure = { baseVersion: 0, measure: '补签责任书', person: '', dueOn: null };
  done(await declarant.visitor.send('PUT', rectification, measure));
  done(await declarant.visitor.upload(`${rectification}/proof`, file));
  const path = `/api/declarations/${declarant.declarationId}/items/om-001/evidence`;
  const { evidence, version: now } = done(await declarant.visitor.upload(path, file));
  const announced = { fileName: '现场.pdf', sizeBytes: 9, fingerprint: '现场', itemIds: [] };
  const upload = done(await declarant.visitor.post(`/api/declarations/${declarant.declarationId}/uploads`, announced));
  const { enterpriseId } = declarant;
  // Neither has opened the account, so that the declarant still signs alone.
  const colleague = await world.person(`${staff.reviewer}的同事`, ['enterprise'], { enterpriseId });
  const manager = await world.person(`${staff.reviewer}的负责人`, ['enterprise-manager'], { enterpriseId });
  const ids = {
    evidenceId: evidence.evidenceId,
    fileId: evidence.fileId,
    uploadId: upload.uploadId,
    colleagueId: colleague.accountId,
    managerId: manager.accountId,
  };
  return { declarant, files: ids as Ids, version: Number(now ?? version) };
};

const recordOf = (
  { declarationId, unitId, enterpriseId, accountId, visitor }: Declarant,
  staff: ReviewStaff,
  stage: string,
  ids: Ids,
): Held => ({
  stage,
  ids: { declarationId, unitId, ...ids },
  secret: [named(staff, stage)],
  owner: visitor,
  ownerEnterpriseId: enterpriseId,
  ownerAccountId: accountId,
});

/** The print of what was submitted, and a scan of its sealed pages. */
const printed = async ({ visitor }: Declarant, submissionId: string) => {
  const path = `/api/submissions/${submissionId}`;
  const { paperCode } = done(await visitor.post(`${path}/print-pack`, { address: 'https://anping.example' }));
  const file = { name: '盖章页.pdf', type: 'application/pdf', bytes: PDF };
  const { scanId } = done(await visitor.upload(`${path}/paper-scans`, file));
  return { paperCode: paperCode as string, scanId: scanId as string };
};

/** The desk tells what the paper lacks, or has all of it. */
const atDesk = async (desk: Visitor, submissionId: string, lacks: boolean): Promise<void> => {
  const path = `/api/submissions/${submissionId}`;
  const copies = [1, 2, 3].map((copy) => ({ copy, signed: true, sealed: true }));
  if (lacks) done(await desk.post(`${path}/paper-notices`, { note: '' }));
  else done(await desk.post(`${path}/paper-arrivals`, { copies, arrivedOn: '2026-09-01', way: 'post' }));
};

/** A workbook that its enterprise brought, and an archive with it that the body brought. */
const workbooks = async (
  world: World,
  campaignId: string,
  { declarationId, visitor }: Declarant,
  staff: ReviewStaff,
) => {
  const path = `/api/declarations/${declarationId}`;
  const { bytes } = await visitor.download(`${path}/workbook`);
  const file = { name: '自评.xlsx', type: MEDIA_TYPES.xlsx, bytes };
  const { importId } = done(await visitor.upload(`${path}/workbook-imports`, file));
  const archive = { name: '自评.zip', type: 'application/zip', bytes: zip([{ name: '自评.xlsx', data: bytes }]) };
  const desk = world.as(staff.reviewer);
  const { batchId } = done(await desk.upload(`/api/campaigns/${campaignId}/workbook-batches`, archive));
  return { workbookImportId: importId as string, workbookBatchId: batchId as string };
};

/** A request that waits: the body is asked, the city office decides. */
const changeOf = async ({ visitor, unitId }: Declarant): Promise<string> =>
  done(await askForChange(visitor, unitId, { affiliation: 'municipal' })).changeId;

/** Before anything of it is published: a draft, one waiting, one proposed, one signed. */
const unpublished = async (world: World, campaignId: string, staff: ReviewStaff): Promise<Held[]> => {
  const records: Held[] = [];
  for (const stage of ['草稿', '待审', '待签', '已签']) {
    const { declarant, files, version } = await started(world, campaignId, staff, stage);
    const ids: { [name: string]: string } = { ...files };
    if (stage === '草稿') {
      const claims = `/api/declarations/${declarant.declarationId}/not-assessed-requests`;
      const claim = { ground: 'stopped', since: '2026-03-01', explanation: '停产检修。' };
      const proof = { name: '停产报告.pdf', type: 'application/pdf', bytes: PDF };
      ids.requestId = done(await declarant.visitor.upload(claims, proof, claim)).requestId;
      Object.assign(ids, await workbooks(world, campaignId, declarant, staff));
    }
    if (stage !== '草稿') {
      const path = `/api/declarations/${declarant.declarationId}/submissions`;
      ids.submissionId = done(await declarant.visitor.post(path, submitBody(version))).submissionId;
      ids.reviewId = await reviewOf(world, ids.submissionId ?? '');
      if (stage === '待审') Object.assign(ids, await printed(declarant, ids.submissionId ?? ''));
      await atDesk(world.as(staff.reviewer), ids.submissionId ?? '', stage === '待审');
    }
    if (stage === '待审') ids.changeId = await changeOf(declarant);
    if (stage === '待签') {
      await examine(world.as(staff.reviewer), ids.reviewId ?? '');
      done(await propose(world.as(staff.reviewer), ids.reviewId ?? ''));
    }
    if (stage === '已签') await reviewAndSign(world, ids.submissionId ?? '', staff);
    records.push(recordOf(declarant, staff, stage, ids));
  }
  return records;
};

/** Two that went to the city office, to be drawn and published. */
const transmitted = async (world: World, campaignId: string, staff: ReviewStaff): Promise<Held[]> => {
  const records: Held[] = [];
  for (const stage of ['报送甲', '报送乙']) {
    const { declarant, files, version } = await started(world, campaignId, staff, stage);
    const path = `/api/declarations/${declarant.declarationId}/submissions`;
    const { submissionId } = done(await declarant.visitor.post(path, submitBody(version)));
    const reviewId = await reviewAndSign(world, submissionId, staff);
    records.push({ ...recordOf(declarant, staff, stage, { ...files, submissionId, reviewId }), secret: [] });
  }
  const batchId = await transmitSigned(world, campaignId, staff);
  await receiveBatch(world, batchId);
  return records.map((record) => ({ ...record, ids: { ...record.ids, batchId } }));
};

/** Publishes what is settled, takes an objection, lets the window end, and has the list adopted. */
const adopted = async (world: World, campaignId: string): Promise<Ids> => {
  const office = world.as('cityOffice');
  const path = `/api/campaigns/${campaignId}`;
  const { rows: ready } = done(await office.get(`${path}/publishable`));
  const subjectIds = ready.map(({ subjectId }: Ids) => subjectId);
  const notice = { title: '公示', introduction: '现予公示。', workingDays: 7, subjectIds };
  const { noticeId } = done(await office.post(`${path}/notices`, notice));
  const [entry] = await rows(world, sql`select entry_id from notice_entries where city_id = ${CITY} limit 1`);
  const grounds = '夜间无人值守，监测数据与现场不符。';
  const objection = { entryId: entry?.entry_id, name: '路见平', phone: '0812-3330000', grounds };
  done(await world.nobody.post('/api/public/objections', objection));
  const [raised] = await rows(world, sql`select objection_id from objections where city_id = ${CITY}`);
  const objectionId = raised?.objection_id ?? '';
  const reason = '经现场核查，情况不属实并有照片为证。';
  done(await office.post(`/api/objections/${objectionId}/ruling`, { ruling: 'dismissed', reason }));
  world.clock.advance(30);
  await world.app.runner.runAs(systemActor(CITY), carryOutWhatIsDue, {});
  const { rows: adoptable } = done(await office.get(`${path}/adoptable`));
  const adoption = {
    title: '分类监管名单（第一批）',
    meetingOn: '2026-09-30',
    chair: '罗组长',
    present: '罗组长、周综合',
    minutes: '审议通过。',
    settledIds: adoptable.map(({ settledId }: Ids) => settledId),
  };
  const { adoptionId, listDigest } = done(await office.post(`${path}/adoptions`, adoption));
  const signature = { name: '罗组长', listDigest };
  done(await world.as('leadingGroup').post(`/api/adoptions/${adoptionId}/signature`, signature));
  return { noticeId, objectionId, adoptionId };
};

/** A draft standard that is out for comment, with a comment and a remark on an item of the edition in force. */
const consulted = async (world: World, { draftId, version }: Answer['body'], editionHash: string): Promise<Ids> => {
  const office = world.as('cityOffice');
  const reviewer = world.as('dongquReviewer');
  const asked = {
    addressees: ['bodies', 'experts', 'enterprises'],
    workingDays: 15,
    note: '现征求你单位的意见，请研究。',
  };
  const path = `/api/edition-drafts/${draftId}/consultations`;
  const { consultationId } = done(await office.post(path, { ...asked, baseVersion: version }));
  const comment = { itemId: null, comment: '总体可行。' };
  const { commentId } = done(await reviewer.post(`/api/consultations/${consultationId}/comments`, comment));
  const { edition } = done(await office.get(`/api/editions/${editionHash}`));
  const remarks = `/api/editions/${editionHash}/items/${edition.items[0].id}/remarks`;
  const { remarkId } = done(await reviewer.post(remarks, { remark: '检查方法不清。' }));
  return { consultationId, commentId, remarkId };
};

/** A revision of a standard by which no unit is assessed. */
const revisionOf = async (world: World, campaignId: string): Promise<string> => {
  const office = world.as('cityOffice');
  await putInForce(world, 'metallurgy', retitled);
  const path = `/api/campaigns/${campaignId}`;
  const { from, to, industryName } = done(await office.get(`${path}/edition-revision-preview?industry=metallurgy`));
  return done(
    await office.post(`${path}/edition-revisions`, {
      industry: 'metallurgy',
      fromHash: from.hash,
      toHash: to.hash,
      reason: '依据新规程修订',
      effectiveOn: null,
      workingDays: 10,
      confirmation: industryName,
    }),
  ).revisionId;
};

/** Two bodies with records at every stage, and what the whole city shares. */
/** The days that passed since have let the upload of the draft lapse: the same file is announced again. */
const announcedAgain = async (record: Held): Promise<Held> => {
  if (record.stage !== '草稿') return record;
  const announced = { fileName: '现场.pdf', sizeBytes: 9, fingerprint: '现场', itemIds: [] };
  const { uploadId } = done(
    await record.owner.post(`/api/declarations/${record.ids.declarationId}/uploads`, announced),
  );
  return { ...record, ids: { ...record.ids, uploadId } };
};

export const twoSides = async (
  world: World,
): Promise<{ readonly sides: readonly [Side, Side]; readonly shared: Ids }> => {
  const campaignId = await campaignOf(world);
  const sent = [await transmitted(world, campaignId, dongqu), await transmitted(world, campaignId, renhe)] as const;
  const drawId = await freezeDraw(world, campaignId);
  const drawn = await takeSeed(world, drawId);
  const opened = await rows(
    world,
    sql`select verification_id, declaration_id from verifications where city_id = ${CITY}`,
  );
  const ofRecord = ({ ids }: Held) => opened.find((each) => each.declaration_id === ids.declarationId)?.verification_id;
  // With one body the experts are still under way, with the other they are done.
  const waiting = sent[0].map(ofRecord).find((id) => id !== undefined) ?? '';
  await assignExperts(world, waiting);
  for (const id of drawn) if (id !== waiting) await verify(world, id);
  await keepReviewed(world, campaignId);
  const open = [await unpublished(world, campaignId, dongqu), await unpublished(world, campaignId, renhe)] as const;
  const published = await adopted(world, campaignId);
  const decided = await rows(world, sql`select decision_id, unit_id from decisions where city_id = ${CITY}`);
  const whole = (record: Held): Held => {
    const verificationId = ofRecord(record);
    const decisionId = decided.find(({ unit_id }) => unit_id === record.ids.unitId)?.decision_id;
    const found = { ...(verificationId ? { verificationId } : {}), ...(decisionId ? { decisionId } : {}) };
    return { ...record, ids: { ...record.ids, ...found } };
  };
  const [entry] = await rows(world, sql`select entry_id from audit_entries where city_id = ${CITY} limit 1`);
  const roster = { name: '名册.xlsx', type: MEDIA_TYPES.xlsx, bytes: await rosterFile([rosterLine(900_001)]) };
  const imported = done(await world.as('cityOffice').upload(`/api/campaigns/${campaignId}/roster-imports`, roster));
  const [edition] = await rows(
    world,
    sql`select edition_hash from editions where city_id = ${CITY} and industry = 'opencast-mine'`,
  );
  const copied = { from: 'edition', editionHash: edition?.edition_hash };
  const draft = done(await world.as('cityOffice').post('/api/edition-drafts', copied));
  const workbook = await world.as('cityOffice').download(`/api/edition-drafts/${draft.draftId}/workbook`);
  const standard = { name: '标准.xlsx', type: MEDIA_TYPES.xlsx, bytes: workbook.bytes };
  const uploaded = done(await world.as('cityOffice').upload(`/api/edition-drafts/${draft.draftId}/imports`, standard));
  const drafts = [
    await Promise.all(open[0].map(announcedAgain)),
    await Promise.all(open[1].map(announcedAgain)),
  ] as const;
  return {
    sides: [
      { staff: dongqu, records: [...sent[0].map(whole), ...drafts[0]] },
      { staff: renhe, records: [...sent[1].map(whole), ...drafts[1]] },
    ],
    shared: {
      campaignId,
      drawId,
      importId: imported.importId,
      ...published,
      revisionId: await revisionOf(world, campaignId),
      ...(await consulted(world, draft, edition?.edition_hash ?? '')),
      entryId: entry?.entry_id ?? '',
      editionHash: edition?.edition_hash ?? '',
      draftId: draft.draftId,
      editionImportId: uploaded.importId,
      industry: 'opencast-mine',
      accountId: world.actors.auditor.accountId ?? '',
    },
  };
};
