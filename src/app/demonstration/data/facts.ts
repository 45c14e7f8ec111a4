import type { Random } from './random.ts';

/** An event of daily supervision. */
export interface MadeFact {
  readonly kind: string;
  readonly happenedOn: string;
  readonly note: string;
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

/** What the authorities have on record of a unit before the campaign: most of it harmless, a little of it decisive. */
export const makeFacts = (quality: number, random: Random): readonly MadeFact[] => {
  const facts: MadeFact[] = [];
  const add = (kind: string, note: string) =>
    facts.push({ kind, note, happenedOn: dayBetween('2025-12-01', '2026-08-14', random) });
  if (random.chance(0.22)) add('inspection-visit', random.pick(VISITS));
  if (random.chance(0.06)) add('hazard-found', '作业平台临边防护缺失，责令限期整改。');
  if (random.chance((1 - quality) * 0.25)) add('administrative-penalty', '未如实记录隐患排查治理情况，处罚款二万元。');
  if (random.chance((1 - quality) * 0.06)) add('administrative-penalty', '特种作业人员无证上岗，处罚款三万元。');
  if (random.chance(0.012)) add('production-suspended', '市场原因停产，已书面报告，经核实设备封存、专人值守。');
  if (random.chance((1 - quality) * 0.03)) add('fatal-accident', '车辆伤害事故，死亡一人，经认定为责任事故。');
  if (random.chance((1 - quality) * 0.03)) add('major-hazard-overdue', '挂牌督办的重大隐患逾期未完成整改。');
  return facts;
};
