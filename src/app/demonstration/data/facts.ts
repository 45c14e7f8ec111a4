import type { Random } from './random.ts';

/** An event of daily supervision. */
export interface MadeFact {
  readonly kind: string;
  readonly happenedOn: string;
  readonly note: string;
  readonly documentNumber: string;
  readonly issuingBody: string;
}

const dayBetween = (first: string, last: string, random: Random): string => {
  const from = Date.parse(first);
  const days = Math.round((Date.parse(last) - from) / 86_400_000);
  return new Date(from + random.between(0, days) * 86_400_000).toISOString().slice(0, 10);
};

const VISITS = [
  '日常检查，发现一般隐患 3 条，均已当场或限期整改。',
  '节前检查，重点查看用电、动火和值班情况，未发现重大隐患。',
  '汛期专项检查，排水设施完好，备有防汛物资。',
  '复查上次下达的整改指令，已整改完毕。',
];

const RISK_OF_MINES = [
  ['b', '安全风险等级确定为 B 级（一般风险）。'],
  ['c', '安全风险等级确定为 C 级（较大风险）。'],
] as const;

/** Industries whose units a higher authority grades too, with what its grade comes to: the class that it caps at, and its words. */
const GRADED_ELSEWHERE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'opencast-mine': RISK_OF_MINES,
  'underground-mine': RISK_OF_MINES,
  'tailings-pond': RISK_OF_MINES,
  'coal-mine': [
    ['b', '安全生产标准化管理体系定为二级。'],
    ['c', '安全生产标准化管理体系定为三级。'],
  ],
  'hazardous-chemicals': [
    ['b', '安全风险评估诊断分级为黄色（一般风险）。'],
    ['c', '安全风险评估诊断分级为橙色（较大风险）。'],
  ],
};

/** What the authorities have on record of a unit before the campaign: most of it harmless, a little of it decisive. */
export const makeFacts = (industry: string, quality: number, random: Random): readonly MadeFact[] => {
  const facts: MadeFact[] = [];
  const made = (kind: string, note: string, happenedOn = dayBetween('2025-12-01', '2026-08-14', random)): MadeFact => ({
    kind,
    happenedOn,
    note,
    documentNumber: '',
    issuingBody: '',
  });
  const add = (kind: string, note: string) => facts.push(made(kind, note));
  if (random.chance(0.22)) add('inspection-visit', random.pick(VISITS));
  if (random.chance(0.06)) add('hazard-found', '作业平台临边防护缺失，责令限期整改。');
  if (random.chance((1 - quality) * 0.25)) add('administrative-penalty', '未如实记录隐患排查治理情况，处罚款二万元。');
  if (random.chance((1 - quality) * 0.06)) add('administrative-penalty', '特种作业人员无证上岗，处罚款三万元。');
  if (random.chance(0.012)) add('production-suspended', '市场原因停产，已书面报告，经核实设备封存、专人值守。');
  if (random.chance((1 - quality) * 0.03)) add('fatal-accident', '车辆伤害事故，死亡一人，经认定为责任事故。');
  if (random.chance((1 - quality) * 0.03)) add('major-hazard-overdue', '挂牌督办的重大隐患逾期未完成整改。');
  const graded = GRADED_ELSEWHERE[industry];
  if (graded === undefined) return facts;
  const addGraded = (kind: string, note: string) => {
    const fact = made(kind, note);
    const documentNumber = `川应急函〔${fact.happenedOn.slice(0, 4)}〕示${random.between(2, 180)}号`;
    facts.push({ ...fact, documentNumber, issuingBody: '四川省应急管理厅' });
  };
  if (industry !== 'hazardous-chemicals' && random.chance(0.04))
    addGraded('class-fixed-elsewhere', '列入省级直接监管名单，类别由省级评定。');
  else if (random.chance(0.08)) {
    const [letter, grade] = random.pick(graded);
    addGraded(`class-capped-elsewhere-${letter}`, grade);
  }
  return facts;
};
