import type { PlannedRemark } from './plan.ts';

/** 对条款的意见: what those who work with the editions would have better in the next ones. */
export const remarks: readonly PlannedRemark[] = [
  {
    industry: 'opencast-mine',
    item: 'om-053',
    by: { officer: 'yanbian-chushen1' },
    at: ['2026-10-27', 10],
    text: '盲炮往往跨班处理，条款只说“按规程处理”，交接班没有要求，复核时说不清责任。',
    answer: { at: ['2026-11-18', 9], outcome: 'adopted', reason: '新版已写明当班登记、交接班书面移交。' },
  },
  {
    industry: 'opencast-mine',
    item: 'om-116',
    by: { firmOf: 'opencast-mine', turn: 1 },
    at: ['2026-10-29', 15],
    text: '小矿山十几个人，夜间演练和白天演练算不算两次，请写清楚。',
  },
  {
    industry: 'opencast-mine',
    item: 'om-070',
    by: { visitor: 'draft-begun' },
    at: ['2026-11-12', 9],
    text: '“制动不良”以谁的检测为准？我矿车辆由租赁公司年检，矿上没有制动试验台。',
    answer: {
      at: ['2026-11-18', 10],
      outcome: 'set-aside',
      reason: '以有资质机构的检测报告为准，检查方法已写明作驻车制动试验，暂不改条文。',
    },
  },
  {
    industry: 'opencast-mine',
    item: 'om-085',
    by: { expertOf: 'opencast-mine', turn: 1 },
    at: ['2026-11-18', 16],
    text: '没有排土场的矿山，6.1、6.2 各条都能申报缺项，唯独 6.2.4 不能，应当一致。',
  },
  {
    industry: 'metallurgy',
    item: 'mt-096',
    by: { expertOf: 'metallurgy', turn: 0 },
    at: ['2026-10-30', 11],
    text: '“积尘严重”没有量，三位专家三个尺度，建议给出厚度。',
    answer: { at: ['2026-11-12', 9], outcome: 'adopted', reason: '修订稿给出厚度，正在征求意见。' },
  },
  {
    industry: 'metallurgy',
    item: 'mt-103',
    by: { officer: 'park-chushen1' },
    at: ['2026-11-03', 14],
    text: '检查中多次遇到监护人员兼看设备，条款没有禁止，扣分没有依据。',
    answer: { at: ['2026-11-12', 10], outcome: 'adopted', reason: '修订稿写明监护人员不兼其他工作。' },
  },
  {
    industry: 'metallurgy',
    item: 'mt-025',
    by: { firmOf: 'metallurgy', turn: 2 },
    at: ['2026-11-17', 10],
    text: '钢丝绳“耐高温绳芯”按哪个标准认定，供货商出具的材质单是否可以？',
  },
  {
    industry: 'hazardous-chemicals',
    item: 'hc-026',
    by: { officer: 'weihua-chushen1' },
    at: ['2026-11-05', 9],
    text: '“按时反馈销警”的时限各县理解不一，建议写明分钟数。',
  },
  {
    industry: 'hazardous-chemicals',
    item: 'hc-104',
    by: { firmOf: 'hazardous-chemicals', turn: 0 },
    at: ['2026-11-13', 15],
    text: '油库立式罐没有切水作业，条款把切水与液位联锁合在一起，缺项只能整条申报。',
    answer: {
      at: ['2026-11-20', 9],
      outcome: 'set-aside',
      reason: '切水不适用时按其余要求计分即可，不必缺项；下次修订时考虑拆分。',
    },
  },
  {
    industry: 'building-materials',
    item: 'bm-010',
    by: { officer: 'renhe-shenqian1' },
    at: ['2026-11-16', 11],
    text: '搅拌站的粉料筒仓算不算筒型储库，企业有的申报缺项，请在条文里点明。',
  },
];
