import type { PlannedDraft } from './plan.ts';

/** Its consultation is over and every comment answered: ready to be published by the leading group. */
export const machinery: PlannedDraft = {
  industry: 'machinery',
  by: 'zonghe1',
  begun: ['2026-10-22', 9],
  saves: [
    {
      at: ['2026-10-23', 15],
      edits: [
        { head: { title: '机械制造安全生产评估标准（示范简版，2027年版）', issued: '2026-11-24' } },
        {
          change: 'mc-014',
          to: {
            text: '工业机器人、自动线设围栏联锁和使能装置，示教、进入维修执行上锁挂牌。',
            method: '打开围栏门试验停机，松开使能键看机器人是否停止。',
          },
        },
        { change: 'mc-019', to: { full: 12 } },
        {
          add: 'mc-031',
          element: 'e2-2',
          after: 'mc-019',
          as: {
            clause: '2.2.6',
            text: '电动叉车等锂电池集中充电区独立设置，配温感报警和应急处置器材，不在疏散通道和夜间无人值守时充电。',
            full: 8,
            deduction: '占用疏散通道充电不得分；无报警或者处置器材扣 1 分；夜间无人值守充电每次扣 1 分。',
            method: '夜间突击查看充电区，试验温感报警。',
            evidence: '充电区布置图；值守记录',
            basis: '《消防法》第十六条；《安全生产法》第三十六条',
          },
        },
      ],
    },
  ],
  consultation: {
    at: ['2026-10-26', 10],
    workingDays: 10,
    addressees: ['bodies', 'experts', 'enterprises', 'public'],
    note: '机械制造企业自动化改造和电动叉车增加较快，现行标准没有相应条款。现公开征求对修订稿的意见，请写明条款、理由和建议的写法。',
    comments: [
      {
        by: { officer: 'dongqu-chushen1' },
        at: ['2026-10-29', 10],
        item: 'mc-031',
        text: '中小企业场地有限，独立充电间难以做到，建议允许露天棚或者防火分隔。',
        answer: {
          at: ['2026-11-11', 10],
          outcome: 'adopted',
          reason: '条文改为“独立设置或者防火分隔”，露天棚可视为独立设置。',
        },
      },
      {
        by: { visitor: 'expert' },
        at: ['2026-11-02', 14],
        item: 'mc-014',
        text: '协作机器人没有围栏，只查围栏联锁会漏掉，建议增加力和速度限制的检查。',
        answer: {
          at: ['2026-11-11', 11],
          outcome: 'adopted',
          reason: '条文增加“不设围栏的协作机器人有力和速度限制”。',
        },
      },
      {
        by: { firmOf: 'machinery', turn: 1 },
        at: ['2026-11-04', 9],
        item: 'mc-031',
        text: '新条款建议只对新购设备适用。',
        answer: {
          at: ['2026-11-12', 10],
          outcome: 'not-adopted',
          reason: '火灾风险与购置时间无关；整改以划区和配器材为主，投入不大。',
        },
      },
      {
        by: { letter: '周师傅', of: '某机械厂退休安全员' },
        at: ['2026-11-06', 11],
        item: null,
        text: '来信：标准里应当讲清小微企业怎么简化，不要都按大厂要求。',
        answer: {
          at: ['2026-11-13', 9],
          outcome: 'not-adopted',
          reason: '小微企业可按条款申报不参评，已在填报说明中举例，标准正文不另列。',
        },
      },
    ],
  },
  after: {
    at: ['2026-11-16', 10],
    edits: [
      {
        change: 'mc-014',
        to: {
          text: '工业机器人、自动线设围栏联锁和使能装置，不设围栏的协作机器人有力和速度限制；示教、进入维修执行上锁挂牌。',
        },
      },
      {
        change: 'mc-031',
        to: {
          text: '电动叉车等锂电池集中充电区独立设置或者防火分隔，配温感报警和应急处置器材，不在疏散通道和夜间无人值守时充电。',
        },
      },
    ],
  },
};
