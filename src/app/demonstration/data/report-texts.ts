import { plainDate, writtenDay } from '#lib/plain-date.ts';
import { type RichText, richTextOf } from '#process/declaration/domain/report/rich-text.ts';
import type { ReportSection } from '#process/declaration/domain/report/sections.ts';
import type { Random } from './random.ts';

/** Whom a report is about, and how well the unit is run. */
export interface Reporting {
  readonly enterprise: string;
  readonly unit: string;
  readonly leader: string;
  readonly from: string;
  readonly to: string;
  /** Items that lost points. */
  readonly lost: number;
}

const written: Readonly<Record<ReportSection, (about: Reporting, random: Random) => readonly string[]>> = {
  overview: ({ enterprise, unit }, random) => [
    `${enterprise}${random.pick(['为本地骨干企业', '由原乡镇企业改制而来', '近年完成了技术改造'])}，${unit}为其主要生产单元。`,
    random.pick([
      '企业实行主要负责人带班制度，班组每日班前会讲安全，每周检查一次。',
      '企业设专职安全管理人员，关键岗位持证上岗，安全费用专款专用。',
      '企业与外包队伍签订安全协议，统一管理现场作业和票证。',
    ]),
  ],
  organisation: ({ leader, from, to }) => [
    `自评组由${leader}任组长，成员来自安全、生产、设备和综合部门，按要素分工核查。`,
    `自评于${writtenDay(plainDate(from))}开始，${writtenDay(plainDate(to))}结束，结果经集体讨论确定。`,
  ],
  process: () => ['自评组对照标准逐项核查，查阅台账和记录，查看现场，抽问岗位人员，当日汇总，有分歧的复查后再定。'],
  assessment: (_, random) => [
    random.pick([
      '责任制和教育培训落实较好，台账齐全；现场临边防护和标识需要补齐。',
      '现场管理和设备维护较为规范；隐患整改的闭环记录不够完整。',
      '应急演练和外包管理有待加强，其余要素总体符合要求。',
    ]),
  ],
  conclusion: ({ lost }) => [
    lost === 0
      ? '自评没有发现扣分项，企业将保持现有做法，继续做好日常检查。'
      : `自评发现 ${lost} 项不足，已逐项明确整改安排，企业将按期完成并持续改进。`,
  ],
};

/** The narrative of a section, short, and not the same everywhere. */
export const makeReportText = (section: ReportSection, about: Reporting, random: Random): RichText =>
  richTextOf(written[section](about, random));

const MEASURES = [
  '补齐缺少的记录，明确专人保管，每月核对一次。',
  '按设计补设防护栏和警示标识，验收后投用。',
  '重新组织培训和考核，不合格的调离岗位。',
  '委托检测并更换不合格的部件，建立台账。',
  '修订制度并发到班组，纳入绩效考核。',
] as const;

export const makeMeasure = (random: Random): string => random.pick(MEASURES);
