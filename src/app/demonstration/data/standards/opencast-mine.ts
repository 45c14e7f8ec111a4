import type { PlannedDraft } from './plan.ts';

/** Still being written: some items changed, one moved, one new, which lacks its basis and repeats a clause number. */
export const opencastMine: PlannedDraft = {
  industry: 'opencast-mine',
  by: 'zonghe1',
  begun: ['2026-11-17', 9],
  saves: [
    {
      at: ['2026-11-17', 17],
      edits: [
        { head: { title: '金属非金属露天矿山安全生产评估标准（示范，2027年版）' } },
        {
          change: 'om-070',
          to: {
            text: '运输车辆符合矿山使用要求，制动、转向、灯光性能定期检测合格，载重 30 吨以上的有缓速装置，不使用报废、拼装和擅自改装车辆。',
          },
        },
        {
          change: 'om-053',
          to: {
            text: '爆后等待时间符合规定，由爆破技术人员检查，确认无盲炮、险情后方可解除警戒；盲炮当班登记、按规程处理，交接班时书面移交。',
          },
        },
      ],
    },
    {
      at: ['2026-11-19', 11],
      edits: [
        { move: 'om-044', element: 'e4-2', clause: '4.2.10' },
        { full: { e3: 368, 'e3-2': 188, e4: 292, 'e4-2': 162 } },
      ],
    },
    {
      at: ['2026-11-20', 16],
      by: 'zonghe2',
      edits: [
        {
          change: 'om-116',
          to: {
            text: '每半年至少组织一次应急演练，其中一次为夜间或者汛期；演练后评估改进；从业人员熟知避险和自救方法。',
          },
        },
        { change: 'om-072', to: { full: 10 } },
        {
          add: 'om-120',
          element: 'e5-2',
          after: 'om-074',
          as: {
            clause: '5.2.8',
            text: '车辆装卫星定位和防碰撞、驾驶员疲劳预警装置，超速、疲劳报警当班处置。',
            full: 8,
            scope: 'industry',
            deduction: '未装每台扣 1 分；报警当班没有处置的每次扣 1 分。',
            method: '在调度平台抽一周报警，逐条看处置记录。',
            evidence: '车载终端台账；报警处置记录',
          },
        },
      ],
    },
    {
      at: ['2026-11-23', 15],
      edits: [
        {
          change: 'om-040',
          to: {
            text: '监测数据按日分析，预警阈值每年复核，蓝、黄、橙、红分级响应和撤人程序明确并得到执行，撤人有权直接下令。',
          },
        },
      ],
    },
  ],
};
