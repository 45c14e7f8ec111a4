import { Readable } from 'node:stream';
import type { Actor } from '#parties/access/domain/roles.ts';
import type { Asked } from '#parties/enterprises/domain/register-change/check-request.ts';
import { needsProof, type RegisterFieldName } from '#parties/enterprises/domain/register-change/fields.ts';
import { decideRegisterChange } from '#parties/enterprises/server/register-change/decide-change.ts';
import { remarkOnRegisterChange } from '#parties/enterprises/server/register-change/remark-on-change.ts';
import { requestRegisterChange } from '#parties/enterprises/server/register-change/request-change.ts';
import { sendProof } from '#parties/enterprises/server/register-change/send-proof.ts';
import { sql } from '#platform/db/sql.ts';
import { registerChoices } from '#process/campaign/server/register-choices.ts';
import { registerChangeConsequences } from '#process/declaration/server/moves/consequences.ts';
import { directDeclaration } from '#process/declaration/server/moves/direct.ts';
import type { BlobStore } from '#support/files/server/blob-store.ts';
import { type People, personOf } from './accounts.ts';
import type { MadeFile } from './data/evidence-files.ts';
import { type Goal, REVISED, TO_BE_REVISED } from './data/journeys.ts';
import { receivingBodies } from './data/officers.ts';
import { at } from './days.ts';
import { clerkOf } from './make-colleagues.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';
import { enterpriseVisitors } from './visitors.ts';

interface Making {
  readonly steps: Steps;
  readonly files: BlobStore;
  readonly proof: MadeFile;
  readonly people: People;
}

const officer = (people: People, bodyId: keyof typeof receivingBodies, post: string): Actor =>
  personOf(people, `${receivingBodies[bodyId]}-${post}`);

/** Asks for a change as the enterprise; the id of the request. */
const ask = async (
  { steps, files, proof, people }: Making,
  unit: MakingUnit,
  values: Asked,
  reason: string,
  day: string,
): Promise<string> => {
  const { key, unitId } = unit;
  const clerk = clerkOf(people, unit);
  const upload = () => ({
    params: undefined,
    query: undefined,
    body: {
      fileName: '变更证明.pdf',
      mediaType: proof.mediaType,
      fields: {},
      stream: Object.assign(Readable.from([Buffer.from(proof.bytes)]), { toJSON: () => proof.mediaType }),
    },
  });
  const sent = needsProof(Object.keys(values) as RegisterFieldName[])
    ? await steps.step(`change/${key}/proof`, clerk, sendProof(files), upload as never, at(day, 9))
    : null;
  const versions = await steps.read((reader) =>
    reader.one<{ baseUnitVersion: number; baseEnterpriseVersion: number }>(sql`
      select u.version as "baseUnitVersion", e.version as "baseEnterpriseVersion" from units u
      join enterprises e on e.city_id = u.city_id and e.enterprise_id = u.enterprise_id
      where u.city_id = ${steps.city.cityId} and u.unit_id = ${unitId}`),
  );
  const request = requestRegisterChange({
    files,
    choices: registerChoices,
    consequences: registerChangeConsequences,
  });
  const body = { values, reason, proofId: sent?.proofId ?? null, ...versions };
  const input = () => ({ params: { unitId }, query: undefined, body });
  return (await steps.step(`change/${key}/ask`, clerk, request, input, at(day, 9, 10))).changeId;
};

const remark = (
  { steps }: Making,
  { key }: MakingUnit,
  changeId: string,
  by: Actor,
  body: { readonly agrees: boolean; readonly remark: string },
  moment: Date,
) =>
  steps.step(
    `change/${key}/remark-${by.bodyId}`,
    by,
    remarkOnRegisterChange,
    { params: { changeId }, query: undefined, body },
    moment,
  );

const decide = (
  { steps }: Making,
  { key }: MakingUnit,
  changeId: string,
  by: Actor,
  decision: { readonly decision: 'approve' | 'refuse'; readonly baseVersion: number; readonly reason: string },
  moment: Date,
) =>
  steps.step(
    `change/${key}/decide`,
    by,
    decideRegisterChange,
    { params: { changeId }, query: undefined, body: { ...decision, withoutRemarks: false, reviews: {} } },
    moment,
  );

/** The unit with which a kind of change is shown: not one that a visitor of the sign-in page works on, nor of an industry whose standard is revised. */
const chooser = (units: readonly MakingUnit[]) => {
  const visited = new Set(enterpriseVisitors(units).map(({ login }) => login));
  const taken = new Set<string>();
  return (goal: Goal, isIt: (unit: MakingUnit) => boolean = () => true): MakingUnit | undefined => {
    const found = units.find(
      (unit) =>
        unit.goal === goal &&
        ![REVISED, TO_BE_REVISED].includes(unit.unit.industry) &&
        !visited.has(unit.enterprise.creditCode.toLowerCase()) &&
        !taken.has(unit.enterprise.creditCode) &&
        isIt(unit),
    );
    if (found) taken.add(found.enterprise.creditCode);
    return found;
  };
};

/** Whose declaration the county receives, so that another supervising body makes a difference. By how the city was planned: a move changes the rest. */
const ofCounty = ({ enterprise: { place, affiliation } }: MakingUnit): boolean =>
  place.bodyId !== 'vt-park' && affiliation !== 'central' && affiliation !== 'provincial';

/** Changes that wait, that were approved and refused, one that moved a declaration, and one declaration directed elsewhere. */
export const makeRegisterChanges = async (
  steps: Steps,
  files: BlobStore,
  made: readonly MadeFile[],
  people: People,
  units: readonly MakingUnit[],
): Promise<void> => {
  const proof = made.find(({ mediaType }) => mediaType === 'application/pdf') ?? made[0];
  if (!proof) throw new Error('no file to prove a change with');
  const making: Making = { steps, files, proof, people };
  const pick = chooser(units);
  const office = personOf(people, 'zonghe1');
  const park = officer(people, 'vt-park', 'chushen2');

  const moving = pick('submitted', ofCounty);
  if (moving) {
    const values = { supervisingBodyId: 'vt-park' };
    const changeId = await ask(making, moving, values, '厂区整体划入园区，安全监管改由园区管委会承担。', '2026-11-19');
    const county = officer(people, moving.enterprise.place.bodyId, 'chushen2');
    const agreed = { agrees: true, remark: '已办理监管资料移交，同意。' };
    await remark(making, moving, changeId, county, agreed, at('2026-11-20', 9));
    await remark(making, moving, changeId, park, { agrees: true, remark: '同意接收。' }, at('2026-11-20', 10));
    const approved = { decision: 'approve', baseVersion: 3, reason: '两家机构意见一致。' } as const;
    await decide(making, moving, changeId, office, approved, at('2026-11-20', 15));
  }
  const begun = pick('reviewing', ofCounty);
  if (begun) {
    const values = { supervisingBodyId: 'vt-park' };
    const changeId = await ask(making, begun, values, '生产装置搬迁至园区，原址不再生产。', '2026-11-20');
    const object = { agrees: false, remark: '初审已过半，建议本次评估仍由我局办理。' };
    await remark(
      making,
      begun,
      changeId,
      officer(people, begun.enterprise.place.bodyId, 'shenqian1'),
      object,
      at('2026-11-23', 9),
    );
  }
  const signed = pick('signed', ofCounty);
  if (signed)
    await ask(
      making,
      signed,
      { legalRepresentative: '郝新任' },
      '法定代表人变更，新执照已于 11 月 18 日核发。',
      '2026-11-23',
    );
  const adopted = pick('adopted', ofCounty);
  if (adopted) {
    const changeId = await ask(making, adopted, { contactPhone: '0812-5550000' }, '办公电话改号。', '2026-11-10');
    const approved = { decision: 'approve', baseVersion: 1, reason: '' } as const;
    const county = officer(people, adopted.enterprise.place.bodyId, 'chushen1');
    await decide(making, adopted, changeId, county, approved, at('2026-11-11', 10));
  }
  const refused = pick('in-notice', ofCounty);
  if (refused) {
    const changeId = await ask(making, refused, { address: '西海岸新村 1 号' }, '办公地址变更。', '2026-11-12');
    const reason = '所附执照的住所仍为原址，请换发执照后再申请。';
    const county = officer(people, refused.enterprise.place.bodyId, 'chushen1');
    await decide(
      making,
      refused,
      changeId,
      county,
      { decision: 'refuse', baseVersion: 1, reason },
      at('2026-11-13', 10),
    );
  }
  const directed = pick('draft-begun', ofCounty) ?? pick('draft-complete', ofCounty);
  if (directed) {
    const body = {
      fromBodyId: directed.enterprise.place.bodyId,
      bodyId: 'vt-park',
      reason: '主要生产装置在园区，由园区一并初审。',
      basis: '市领导小组办公室会议纪要〔2026〕5号',
    };
    const input = { params: { declarationId: directed.declarationId }, query: undefined, body };
    await steps.step(`direction/${directed.key}`, office, directDeclaration, input, at('2026-11-20', 16));
  }
};
