import type { Actor } from '#parties/access/domain/roles.ts';
import { sql } from '#platform/db/sql.ts';
import { object } from '#process/public-notice/server/object.ts';
import { publishNotice } from '#process/public-notice/server/publish-notice.ts';
import { ruleOnObjection } from '#process/public-notice/server/rule-on-objection.ts';
import { carryOutWhatIsDue } from '../due.ts';
import { publishableClasses } from '../publishable.ts';
import { type People, personOf } from './accounts.ts';
import type { Goal } from './data/journeys.ts';
import { personName, phoneNumber } from './data/names.ts';
import { randomOf } from './data/random.ts';
import { at } from './days.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

const publishList = publishNotice(publishableClasses);
const rule = ruleOnObjection(publishableClasses.columns);

const INTRODUCTION =
  '根据《攀枝花市工矿企业安全生产现状评估及分类监管工作实施方案》，经企业自评、组织初审、抽查核定，现将下列评估单元的拟定类别予以公示。公示期内，任何单位和个人如有异议，可在本页提出，也可向市领导小组办公室书面反映。';

interface Objection {
  readonly goal: Goal;
  readonly on: string;
  readonly grounds: string;
  readonly ruling?: { readonly ruling: 'dismissed' | 'upheld'; readonly on: string; readonly reason: string };
}

interface Notice {
  readonly key: string;
  readonly title: string;
  readonly published: string;
  readonly goals: readonly Goal[];
  readonly objections: readonly Objection[];
  /** When the window was seen to be over; absent while it is open. */
  readonly closed?: string;
}

const notices: readonly Notice[] = [
  {
    key: '1',
    title: '工矿企业安全生产现状评估拟定类别公示（第一批）',
    published: '2026-11-09',
    goals: ['adopted', 'cleared'],
    objections: [
      {
        goal: 'adopted',
        on: '2026-11-11',
        grounds: '该企业去年曾发生一起车辆伤害，未见在评估中扣分。',
        ruling: {
          ruling: 'dismissed',
          on: '2026-11-13',
          reason: '经查，该起事故发生在评估期之前且为厂外道路交通事故，不属于生产安全事故，异议不成立。',
        },
      },
      {
        goal: 'cleared',
        on: '2026-11-12',
        grounds: '夜间仍有作业但照明和值守不到位，与公示的类别不符，请求现场复核。',
        ruling: {
          ruling: 'upheld',
          on: '2026-11-17',
          reason: '经现场了解，反映的夜间作业照明问题属实，异议成立，由专家重新核定后另行公示。',
        },
      },
    ],
    closed: '2026-11-19',
  },
  {
    key: '2',
    title: '工矿企业安全生产现状评估拟定类别公示（第二批）',
    published: '2026-11-16',
    goals: ['in-notice'],
    objections: [
      {
        goal: 'in-notice',
        on: '2026-11-17',
        grounds: '作为周边居民，认为该单位运输车辆扬尘严重，不应评为现类别。',
        ruling: {
          ruling: 'dismissed',
          on: '2026-11-20',
          reason: '扬尘属生态环境问题，已转有关部门办理；安全生产条款经核对与现场一致，异议不成立。',
        },
      },
      {
        goal: 'in-notice',
        on: '2026-11-18',
        grounds: '该单位外包队伍未纳入统一管理，培训记录是后补的，请核查。',
        ruling: {
          ruling: 'upheld',
          on: '2026-11-23',
          reason: '经调阅门禁和培训系统记录，外包人员三分之一未按规定培训，异议成立，重新核定。',
        },
      },
      { goal: 'in-notice', on: '2026-11-19', grounds: '公示的类别偏低，本单位九月已完成整改并有验收资料，请求复核。' },
      {
        goal: 'in-notice',
        on: '2026-11-20',
        grounds: '该单位夜间车辆出入频繁、与民房相距很近，评估时是否核对了外部安全距离？',
      },
      { goal: 'in-notice', on: '2026-11-23', grounds: '举报该单位特种作业人员证件过期仍在岗，请现场核查。' },
    ],
  },
];

const entriesOf = async ({ read, city }: Steps, noticeId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await read((reader) =>
    reader.rows<{ entryId: string; unitId: string }>(sql`
      select n.entry_id as "entryId", s.unit_id as "unitId" from notice_entries n
      join settled_classes s on s.city_id = n.city_id and s.settled_id = n.subject_id
      where n.city_id = ${city.cityId} and n.notice_id = ${noticeId}`),
  );
  return new Map(rows.map(({ unitId, entryId }) => [unitId, entryId]));
};

const makeObjection = async (
  steps: Steps,
  office: Actor,
  key: string,
  entryId: string,
  { on, grounds, ruling }: Objection,
  seed: string,
): Promise<void> => {
  const random = randomOf(seed, key);
  const nobody: Actor = { ...steps.city, name: '公众' };
  const body = { entryId, name: personName(random), phone: phoneNumber(random), grounds };
  await steps.step(
    key,
    nobody,
    object,
    { params: undefined, query: undefined, body },
    at(on, 20, random.between(0, 59)),
  );
  if (!ruling) return;
  const found = await steps.read((reader) =>
    reader.row<{ objectionId: string }>(sql`select objection_id as "objectionId" from objections
      where city_id = ${steps.city.cityId} and entry_id = ${entryId}`),
  );
  if (!found) throw new Error(`no objection ${key}`);
  const decided = { ruling: ruling.ruling, reason: ruling.reason };
  await steps.step(
    `${key}/ruling`,
    office,
    rule,
    { params: found, query: undefined, body: decided },
    at(ruling.on, 16),
  );
};

/** Puts settled classes on public notice, lets people object, rules on some objections, and closes what is over. */
export const makeNotices = async (
  steps: Steps,
  people: People,
  campaignId: string,
  units: readonly MakingUnit[],
  seed: string,
): Promise<void> => {
  const office = personOf(people, 'zonghe1');
  for (const { key, title, published, goals, objections, closed } of notices) {
    const chosen = new Map(units.filter(({ goal }) => goals.includes(goal)).map((unit) => [unit.unitId, unit]));
    const ready = await steps.read((reader) => publishableClasses.list(reader, office, campaignId));
    const settled = await steps.read((reader) =>
      reader.rows<{
        settledId: string;
        unitId: string;
      }>(sql`select settled_id as "settledId", unit_id as "unitId" from settled_classes
        where city_id = ${steps.city.cityId} and campaign_id = ${campaignId} and superseded_at is null`),
    );
    const unitOf = new Map(settled.map(({ settledId, unitId }) => [settledId, unitId]));
    const subjectIds = ready.map(({ subjectId }) => subjectId).filter((id) => chosen.has(unitOf.get(id) ?? ''));
    if (subjectIds.length === 0 && !steps.isDone(`notice/${key}/publish`)) continue;
    const body = { title, introduction: INTRODUCTION, workingDays: 7, subjectIds };
    const { noticeId } = await steps.step(
      `notice/${key}/publish`,
      office,
      publishList,
      { params: { campaignId }, query: undefined, body },
      at(published, 9, 30),
    );
    const entries = await entriesOf(steps, noticeId);
    const taken = new Set<string>();
    for (const [index, objection] of objections.entries()) {
      const about = [...chosen.values()].find(
        ({ goal, unitId }) => goal === objection.goal && entries.has(unitId) && !taken.has(unitId),
      );
      const entryId = about && entries.get(about.unitId);
      if (!about || !entryId) continue;
      taken.add(about.unitId);
      await makeObjection(steps, office, `notice/${key}/objection-${index}`, entryId, objection, seed);
    }
    if (closed) await steps.step(`notice/${key}/close`, steps.city, carryOutWhatIsDue, {}, at(closed, 0, 10));
  }
};
