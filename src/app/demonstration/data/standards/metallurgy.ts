import type { PlannedDraft } from './plan.ts';

/** Out for comment on the day on which the demonstration begins. */
export const metallurgy: PlannedDraft = {
  industry: 'metallurgy',
  by: 'zonghe1',
  begun: ['2026-11-09', 9],
  saves: [
    {
      at: ['2026-11-11', 16],
      edits: [
        { head: { title: '冶金有色（钒钛）企业安全生产评估标准（示范，2027年版）', issued: '2026-12-31' } },
        {
          change: 'mt-096',
          to: {
            text: '执行粉尘清理制度：明确清扫点、周期、不产生扬尘和火花的工具，设备、梁架和风管内积尘厚度不超过 0.8 毫米，清出的粉尘按类别密闭存放、当班转出。',
            method: '用塞尺量梁架和桥架上表面的积尘厚度，拆一段风管检查口，查近一周清扫签字。',
          },
        },
        {
          change: 'mt-103',
          to: {
            text: '明确审批人、监护人员、作业人员职责，监护人员经培训持证上岗且不兼其他工作，配备气体检测、通风、呼吸防护、通讯和三脚架救生索，严禁盲目施救。',
          },
        },
        {
          change: 'mt-074',
          to: {
            text: '密闭和半密闭钛渣电炉控制炉压、料面和配碳，在线监测煤气成分、氧和氢含量，防止塌料喷火和翻渣；炉料干燥，炉顶加料和捣炉时人员不在炉盖周围。',
          },
        },
      ],
    },
    {
      at: ['2026-11-13', 11],
      edits: [
        { change: 'mt-098', to: { full: 12 } },
        { change: 'mt-099', to: { full: 14 } },
        {
          add: 'mt-126',
          element: 'e8-3',
          after: 'mt-101',
          as: {
            clause: '8.3.5',
            text: '脱硫脱硝、除尘、污水处理等环保设施与生产装置同步论证安全风险，有限空间、煤气和粉尘风险写进操作规程，委外运维纳入本厂管理。',
            full: 8,
            scope: 'industry',
            deduction:
              '环保设施没有做过安全论证的每套扣 2 分；委外运维单位未纳入管理的扣 2 分；没有环保设施的可申报缺项。',
            method: '任选两套环保设施，查设计单位资质、论证意见和近半年检修审批。',
            evidence: '环保设施台账；安全论证报告；委外运维协议',
            basis: '《安全生产法》第三十一条；《安全生产法》第四十九条',
          },
        },
      ],
    },
  ],
  consultation: {
    at: ['2026-11-16', 10],
    workingDays: 15,
    addressees: ['bodies', 'experts', 'enterprises', 'public'],
    note: '为做好下一年度评估，综合处在本次评估中收集的条款意见基础上起草了修订稿。主要改动：粉尘清理给出可量的厚度，监护人员不得兼职，钛渣电炉增加在线监测，新增环保设施安全条款。请于截止日期前提出意见。',
    comments: [
      {
        by: { officer: 'dongqu-chushen1' },
        at: ['2026-11-18', 10],
        item: 'mt-096',
        text: '0.8 毫米适用于铝镁粉尘，钛粉是否同样，建议注明出处或者分粉尘种类规定。',
        answer: {
          at: ['2026-11-20', 15],
          outcome: 'adopted',
          reason: '将按粉尘种类分列，并在依据中注明标准条款。',
        },
      },
      {
        by: { officer: 'miyi-chushen1' },
        at: ['2026-11-19', 9],
        item: 'mt-126',
        text: '县里铸造企业的布袋除尘多由设备厂家运维，建议明确运维协议的最低内容。',
      },
      {
        by: { visitor: 'expert' },
        at: ['2026-11-19', 16],
        item: 'mt-074',
        text: '炉气氢含量突升是漏水的先兆，建议与电极自动提升联锁，仅监测不够。',
        answer: {
          at: ['2026-11-23', 10],
          outcome: 'adopted',
          reason: '条文增加“氢含量超限自动提升电极、断电”。',
        },
      },
      {
        by: { firmOf: 'metallurgy', turn: 0 },
        at: ['2026-11-20', 11],
        item: 'mt-103',
        text: '检修高峰期人手紧，监护人员完全不兼职难以做到，建议限定为“作业期间”。',
        answer: {
          at: ['2026-11-23', 11],
          outcome: 'not-adopted',
          reason: '条文本意即作业期间；监护期间离岗是近年事故的直接原因，不放宽。',
        },
      },
      {
        by: { firmOf: 'metallurgy', turn: 1 },
        at: ['2026-11-23', 9],
        item: 'mt-099',
        text: '电缆隧道条款分值下调后，与其火灾后果不相称，建议从其他条款调分。',
      },
      {
        by: { letter: '火灾防控科', of: '市消防救援支队' },
        at: ['2026-11-23', 15],
        item: 'mt-099',
        text: '来函：建议注明自动灭火系统应当年度检测，检测报告作为佐证。',
      },
    ],
  },
};
