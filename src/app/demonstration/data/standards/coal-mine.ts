import type { PlannedDraft } from './plan.ts';

/** Published; the campaign takes it over on a day that is still to come. */
export const coalMine: PlannedDraft = {
  industry: 'coal-mine',
  by: 'zonghe2',
  begun: ['2026-10-19', 9],
  saves: [
    {
      at: ['2026-10-19', 17],
      edits: [
        { head: { title: '煤矿安全生产评估标准（示范简版，2026年修订）', issued: '2026-11-17' } },
        {
          change: 'cm-032',
          to: {
            text: '应急预案备案、演练，避灾路线标识、紧急避险设施完好；自救器每季度做一次气密检查，下井人员会在三十秒内佩戴。',
            deduction: '少演练一次扣 2 分；自救器失效或者超期未检每台扣 2 分；佩戴超时每人扣 1 分。',
          },
        },
        {
          change: 'cm-020',
          to: {
            text: '主排水系统能力满足要求，雨季前完成联合排水试验，水仓清挖至设计容量。',
            deduction: '能力不足扣 5 分；未试验扣 3 分；水仓淤积超过容量四分之一扣 2 分。',
          },
        },
        { move: 'cm-009', element: 'e2-2', clause: '2.2.6' },
      ],
    },
  ],
  consultation: {
    at: ['2026-10-21', 10],
    workingDays: 10,
    addressees: ['bodies', 'experts', 'enterprises'],
    note: '按秋季检查中反映的自救器、排水两方面问题，对煤矿评估标准作小幅修订。请各局、各煤矿和专家对修订稿提出意见。',
    comments: [
      {
        by: { firmOf: 'coal-mine', turn: 0 },
        at: ['2026-10-27', 9],
        item: 'cm-032',
        text: '新工人三十秒内佩戴有困难，建议四十五秒。',
        answer: {
          at: ['2026-11-06', 10],
          outcome: 'not-adopted',
          reason: '三十秒是自救器说明书和培训大纲的要求，放宽不利于逃生。',
        },
      },
      {
        by: { officer: 'meikuang-chushen1' },
        at: ['2026-10-29', 16],
        item: 'cm-020',
        text: '建议把水仓清挖写进条文，去年雨季两矿水仓淤积过半。',
        answer: { at: ['2026-11-06', 11], outcome: 'adopted', reason: '已写入条文，并规定淤积超过四分之一扣分。' },
      },
    ],
  },
  published: ['2026-11-17', 15],
};
