import type { PlannedDraft } from './plan.ts';

/** Revised during the campaign: consulted, published, and taken over by an order of the city office. */
export const fireworks: PlannedDraft = {
  industry: 'fireworks',
  by: 'zonghe2',
  begun: ['2026-10-09', 9],
  saves: [
    {
      at: ['2026-10-09', 16],
      edits: [
        { head: { title: '烟花爆竹（批发）安全生产评估标准（示范简版，2026年修订）', issued: '2026-11-12' } },
        {
          change: 'fw-016',
          to: {
            text: '视频监控和入侵报警覆盖库房、通道，图像保存不少于 90 日，接入监管平台。',
            method: '回放三个月前任意时段录像。',
          },
        },
        {
          change: 'fw-021',
          to: {
            text: '成箱堆垛高度不超过 2.5 米，垛距、墙距、主通道宽度符合规程，不在库房内拆箱、分装。',
            deduction: '堆垛超高每垛扣 2 分；垛距、墙距、通道不符合每垛扣 1 分；库内拆箱扣 4 分。',
          },
        },
      ],
    },
    {
      at: ['2026-10-10', 11],
      edits: [
        { change: 'fw-025', to: { full: 10 } },
        {
          add: 'fw-031',
          element: 'e3-2',
          after: 'fw-025',
          as: {
            clause: '3.2.4',
            text: '配送车辆全程定位，向零售点当日往返；超过零售许可限量的订单在系统中拦截。',
            full: 8,
            na: 'forbidden',
            deduction: '未定位每车次扣 1 分；超限量发货每单扣 2 分。',
            method: '导出旺季一周的定位轨迹，与出库单和零售许可限量比对。',
            evidence: '配送定位记录；限量拦截日志',
            basis: '《烟花爆竹经营许可实施办法》（原国家安全监管总局令第65号）（条号待核）',
          },
        },
        { move: 'fw-014', element: 'e2-2', clause: '2.2.6' },
      ],
    },
  ],
  consultation: {
    at: ['2026-10-12', 10],
    workingDays: 10,
    addressees: ['bodies', 'experts', 'enterprises'],
    note: '旺季前几起库区和配送环节的险情表明，现行标准对录像保存、堆垛和配送的要求偏粗。现将修订稿印发，请结合本地、本单位实际提出意见，逐条注明条款和理由。',
    comments: [
      {
        by: { officer: 'renhe-chushen1' },
        at: ['2026-10-15', 10],
        item: 'fw-016',
        text: '录像保存由 30 日改为 90 日，多数库区要加硬盘，建议给三个月过渡期。',
        answer: {
          at: ['2026-10-28', 10],
          outcome: 'not-adopted',
          reason: '流向倒查常超过一个月；加装存储一周可完成，不设过渡期，由各局督促。',
        },
      },
      {
        by: { expertOf: 'fireworks', turn: 1 },
        at: ['2026-10-19', 15],
        item: 'fw-021',
        text: '建议写明成箱堆垛的高度上限，现行“符合规程”难以当场判断。',
        answer: { at: ['2026-10-28', 11], outcome: 'adopted', reason: '已写明不超过 2.5 米，并单列超高扣分。' },
      },
    ],
  },
  published: ['2026-11-12', 10],
};
