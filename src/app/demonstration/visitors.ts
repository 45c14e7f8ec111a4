import { ok } from '#lib/result.ts';
import { systemCommand } from '#parties/access/command.ts';
import { json, sql } from '#platform/db/sql.ts';
import type { Goal } from './data/journeys.ts';
import { at, DEMONSTRATION_DAY } from './days.ts';
import { waitsForSignature } from './make-colleagues.ts';
import { unitsReturned } from './make-revisions.ts';
import type { Steps } from './steps.ts';
import type { MakingUnit } from './units.ts';

/** As whom a visitor may enter, and what there is to do. */
export interface Visitor {
  readonly login: string;
  /** As the operator is told. */
  readonly role: string;
  readonly hint: string;
}

/** Stands for the expert who has the most to do. */
const EXPERT = '';

const officers: readonly Visitor[] = [
  {
    login: 'dongqu-chushen1',
    role: '县（区）初审人员',
    hint: '东区局初审：有待初审和在办的申报，可逐条核对必备项、否决项，退回补正或提出分类意见。',
  },
  {
    login: 'dongqu-shenqian1',
    role: '县（区）审签人',
    hint: '东区局审签：对已提出的分类意见审签或退回，把已审签的名单报送综合处。',
  },
  {
    login: 'park-chushen1',
    role: '园区初审人员',
    hint: '钒钛园区初审：园区不是行政区划，但受理、初审、报送与县（区）相同。',
  },
  {
    login: 'gongmao-chushen1',
    role: '市局处室初审人员',
    hint: '市局工贸处：受理中央、省属企业的申报，初审后同样成批报送综合处。',
  },
  {
    login: 'zonghe1',
    role: '综合处',
    hint: '综合处：接收批次、抽取抽查单元、组织公示、准备名单；评估标准里有一份在写的草稿、一份在征求意见，逐条答复；标准修订看迁移报告。',
  },
  {
    login: 'lingdao1',
    role: '领导小组',
    hint: '领导小组：第三批名单已备好，核对摘要后签发；机械制造标准征求意见已结束，可发布；也可看全市进度。',
  },
  {
    login: EXPERT,
    role: '核定专家',
    hint: '核定专家：到现场逐条核定抽中的单元，填写现场情况并提交结果；对征求意见稿提意见。',
  },
  { login: 'shenji', role: '审计人员', hint: '审计：只看不改，可查全部申报、批次、抽签记录和操作日志。' },
  { login: 'admin', role: '管理员', hint: '管理员：只管账号——邀请、停用、重置，不办业务。' },
];

interface EnterpriseVisitor extends Omit<Visitor, 'login'> {
  readonly goals: readonly Goal[];
  readonly isIt?: (unit: MakingUnit, units: readonly MakingUnit[]) => boolean;
  /** How much there is to see as this unit's enterprise; the highest is taken. */
  readonly worth: (unit: MakingUnit) => number;
}

const mines: readonly string[] = ['opencast-mine', 'underground-mine', 'coal-mine', 'tailings-pond'];

const enterprises: readonly EnterpriseVisitor[] = [
  {
    goals: ['draft-begun'],
    // A mine, and one that can still be in time: two counties have more of it, and coal mines.
    worth: ({ unit, bodyId, enterprise }) =>
      (unit.industry === 'opencast-mine' ? 5 : mines.includes(unit.industry) ? 3 : 0) +
      (bodyId === 'bureau-miyi' || bodyId === 'bureau-yanbian' || unit.industry === 'coal-mine' ? 4 : 0) +
      (enterprise.units.length > 1 ? 1 : 0),
    role: '企业（填报中）',
    hint: '企业填报人：自评表填了一部分，接着逐条填写、上传佐证，检查后报送。',
  },
  {
    goals: ['draft-complete'],
    isIt: waitsForSignature,
    worth: ({ enterprise }) => enterprise.units.length,
    role: '企业负责人（待签发）',
    hint: '企业负责人：安全员已送签，逐项核对后签发并报送，或退回修改；“本单位账号”里可以邀请同事、移交负责人。',
  },
  {
    goals: ['returned'],
    worth: ({ unit, enterprise }) => (unit.industry === 'opencast-mine' ? 1 : 0) + enterprise.units.length,
    role: '企业（退回补正）',
    hint: '申报被退回补正：按所列条目补充后，在同一份申报上重新报送。',
  },
  {
    // What a revision left to an enterprise, nothing of it confirmed so far.
    goals: ['submitted', 'reviewing', 'proposed', 'signed'],
    isIt: (unit, units) => unit === unitsReturned(units)[0],
    worth: () => 1,
    role: '企业（标准修订）',
    hint: '标准已修订：已报送的申报退回，大部分答案自动带过来，逐条确认改动的条款、填写新条款后重新报送。',
  },
  {
    goals: ['adopted'],
    // The draft of a new standard for metallurgy is out for comment.
    worth: ({ unit, enterprise }) => (unit.industry === 'metallurgy' ? 5 : 0) + enterprise.units.length,
    role: '企业（已认定）',
    hint: '类别已认定：看本单位的类别、依据、有效期和全过程记录；也可对本行业的征求意见稿和现行条款提意见。',
  },
];

const name = systemCommand<{ visitors: readonly { login: string; hint: string }[] }, { count: number }>({
  name: 'people.name-demonstration-persons',
  run: async (tx, { visitors }, { actor, now }) => {
    const list = visitors.map((visitor, position) => ({ ...visitor, position }));
    const count = await tx.run(sql`
      insert into demonstration_persons (city_id, account_id, position, hint)
      select c.city_id, a.account_id, v.position, v.hint
      from jsonb_to_recordset(${json(list)}::jsonb) as v (login text, hint text, position int)
      join cities c on c.city_id = ${actor.cityId} and c.demonstration
      join accounts a on a.city_id = c.city_id and a.login = v.login`);
    if (count !== visitors.length) throw new Error(`${count} of ${visitors.length} persons of the demonstration`);
    await tx.run(sql`update cities set demonstration_ready = true where city_id = ${actor.cityId} and demonstration`);
    return ok({
      done: { count },
      subject: { type: 'city', id: String(actor.cityId) },
      record: { ready: true, visitors: visitors.map(({ login }) => login), at: now.toISOString() },
    });
  },
});

/** The enterprises of the sign-in page. */
export const enterpriseVisitors = (
  units: readonly MakingUnit[],
): readonly (Visitor & { readonly goals: readonly Goal[] })[] => {
  const taken = new Set<string>();
  return enterprises.flatMap(({ goals, isIt, worth, role, hint }) => {
    const fits = units.filter(
      (unit) =>
        goals.includes(unit.goal) && !taken.has(unit.enterprise.creditCode) && (isIt ? isIt(unit, units) : true),
    );
    const best = Math.max(...fits.map(worth));
    const found = fits.find((unit) => worth(unit) === best);
    if (!found) return [];
    taken.add(found.enterprise.creditCode);
    return [{ login: found.enterprise.creditCode.toLowerCase(), role, hint, goals }];
  });
};

/** The expert of the sign-in page: one who has visits to make, if possible in the industry whose draft is out for comment. */
export const busiestExpert = async ({ read, city }: Steps): Promise<string> => {
  const found = await read((reader) =>
    reader.row<{ login: string }>(sql`
      select a.login from verification_experts x
      join verifications v on v.city_id = x.city_id and v.verification_id = x.verification_id and v.state = 'assigned'
      join accounts a on a.city_id = x.city_id and a.account_id = x.account_id
      where x.city_id = ${city.cityId} and x.recused_at is null
      group by a.login, a.industries
      order by 'metallurgy' = any(a.industries) desc, array_length(a.industries, 1) desc, count(*) filter (where x.lead) desc, count(*) desc, a.login limit 1`),
  );
  return found?.login ?? 'zhuanjia1';
};

/** Logins of persons of the sign-in page who have something to say about standards. */
export const visitorLogins = async (steps: Steps, units: readonly MakingUnit[]) => {
  const firms = enterpriseVisitors(units);
  const of = (goal: Goal) => firms.find(({ goals }) => goals.length === 1 && goals[0] === goal)?.login;
  return { expert: await busiestExpert(steps), 'draft-begun': of('draft-begun'), adopted: of('adopted') };
};

/** Names the persons of the sign-in page; with that the demonstration is ready. */
export const nameVisitors = async (steps: Steps, units: readonly MakingUnit[]): Promise<readonly Visitor[]> => {
  const expert = await busiestExpert(steps);
  const visitors = [
    ...enterpriseVisitors(units),
    ...officers.map((officer) => (officer.login === EXPERT ? { ...officer, login: expert } : officer)),
  ];
  const input = { visitors: visitors.map(({ login, hint }) => ({ login, hint })) };
  await steps.step('visitors', steps.city, name, input, at(DEMONSTRATION_DAY, 8));
  return visitors;
};
