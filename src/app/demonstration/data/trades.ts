import type { Edition } from '#process/standards/domain/index.ts';

/** What a trade does not have, and therefore declares not applicable. */
interface Absent {
  /** Elements, with those below them, and single items. */
  readonly of: readonly string[];
  readonly reason: string;
}

/** Trades of the industries that are assessed by their parts, by the word for it in a firm's name; `ANY` for all of them. */
const ANY = '';

const NO_STEELWORKS = '没有烧结、高炉、转炉、电弧炉、连铸和轧钢。';
const NO_GAS_HOLDER = '外购煤气管道直供，不设煤气柜，没有转炉煤气回收。';
const NO_METAL_DUST = '不产生钛、镁、铝等可燃金属粉尘。';
const NO_LIQUEFIED_GAS = '没有液化烃储罐，不充装液化气体。';
const NO_SHARED_PIPELINE = '没有敷设在厂区外的危险化学品管道。';

const lowBenches: readonly Absent[] = [
  { of: ['om-033'], reason: '从来没有地下开采，勘查没有发现溶洞。' },
  { of: ['om-037', 'om-038', 'om-040'], reason: '边坡现状高度不足 150 米，依规不需设置监测系统。' },
  { of: ['om-042'], reason: '设计没有要求保留的矿柱和挂帮矿体。' },
  { of: ['om-086', 'om-088'], reason: '山坡露天开采，可以自流排水，不设排水泵站。' },
];
const noHotWork: readonly Absent[] = [
  { of: ['e3-1'], reason: '没有熔炼、浇注和热处理，铸件和热处理外协。' },
  { of: ['mc-024'], reason: '不加工铝镁和木材，没有可燃粉尘除尘系统。' },
];

const absences: Readonly<Record<string, Readonly<Record<string, readonly Absent[]>>>> = {
  'opencast-mine': {
    矿业: [{ of: ['om-033'], reason: '从来没有地下开采，勘查没有发现溶洞。' }],
    石灰石矿业: lowBenches,
    白云石矿业: lowBenches,
    砂石开采: [...lowBenches, { of: ['e6'], reason: '剥离物全部加工成骨料，不设排土场。' }],
  },
  'underground-mine': { [ANY]: [{ of: ['um-018'], reason: '经论证没有严重地压活动。' }] },
  'tailings-pond': { [ANY]: [{ of: ['tp-028'], reason: '下游一公里内没有居民和重要设施，不是“头顶库”。' }] },
  'coal-mine': { [ANY]: [{ of: ['cm-024'], reason: '经鉴定没有冲击地压危险。' }] },
  'hazardous-chemicals': {
    化工: [
      {
        of: ['hc-021', 'hc-050', 'hc-052', 'hc-056'],
        reason: '硫磺制酸不属于重点监管的危险化工工艺，没有新开发工艺。',
      },
      { of: ['hc-066', 'hc-068'], reason: '没有易燃物料储存，不设火炬。' },
      { of: ['hc-103', 'hc-107'], reason: NO_LIQUEFIED_GAS },
      { of: ['hc-110'], reason: NO_SHARED_PIPELINE },
    ],
    气体: [
      { of: ['hc-021', 'hc-050', 'hc-052', 'hc-056'], reason: '空气分离不属于重点监管的危险化工工艺。' },
      { of: ['hc-063', 'hc-066', 'hc-068'], reason: '只生产氧、氮、氩，没有爆炸危险场所，不设火炬。' },
      { of: ['hc-094', 'hc-106'], reason: '没有高毒和剧毒物品。' },
      { of: ['hc-103'], reason: '没有液化烃储罐。' },
    ],
    钛化工: [
      { of: ['hc-052'], reason: '硫酸法生产，没有所列五类工艺。' },
      { of: ['hc-068'], reason: '没有可燃气体排放，不设火炬。' },
      { of: ['hc-103', 'hc-107'], reason: NO_LIQUEFIED_GAS },
      { of: ['hc-110'], reason: NO_SHARED_PIPELINE },
    ],
    油品销售: [
      {
        of: ['hc-009', 'hc-021', 'hc-050', 'hc-052', 'hc-053', 'hc-056'],
        reason: '只储存、装卸汽油柴油，没有化工工艺装置。',
      },
      { of: ['hc-068'], reason: '油气回收处理，不设火炬。' },
      { of: ['hc-094', 'hc-106'], reason: '没有高毒和剧毒物品。' },
      { of: ['hc-098'], reason: '只从事经营，不生产、进口危险化学品。' },
      { of: ['hc-103', 'hc-107'], reason: NO_LIQUEFIED_GAS },
      { of: ['hc-110'], reason: NO_SHARED_PIPELINE },
    ],
  },
  metallurgy: {
    钒业: [
      { of: ['e3-2', 'e3-3'], reason: '片钒熔化炉就地铸片，没有熔融金属吊运和液渣运输。' },
      { of: ['mt-037', 'mt-040'], reason: NO_GAS_HOLDER },
      { of: ['e5'], reason: NO_STEELWORKS },
      { of: ['mt-070'], reason: '生产五氧化二钒和钒氮合金，没有铝热法钒铁。' },
      { of: ['e7-1', 'e7-2', 'mt-082', 'mt-083', 'mt-085', 'mt-086', 'e7-4'], reason: '不生产钛渣、海绵钛和钛白粉。' },
      { of: ['mt-091'], reason: '氮气由园区管道供给，没有空分装置。' },
      { of: ['e8-2'], reason: NO_METAL_DUST },
    ],
    钛业: [
      { of: ['mt-037', 'mt-040'], reason: NO_GAS_HOLDER },
      { of: ['e5'], reason: NO_STEELWORKS },
      { of: ['e6'], reason: '不生产钒制品。' },
      { of: ['e7-4'], reason: '不生产钛白粉。' },
    ],
    冶炼: [
      { of: ['mt-040'], reason: '没有转炉，不回收转炉煤气。' },
      { of: ['mt-046', 'mt-047'], reason: '焦炭外购，没有焦化。' },
      { of: ['e5-3', 'e5-4'], reason: '含钒铁水铸成生铁块，没有提钒、炼钢、连铸和轧钢。' },
      { of: ['e6'], reason: '含钒生铁外售，不生产钒制品。' },
      { of: ['e7-1', 'e7-2', 'mt-082', 'mt-083', 'mt-085', 'mt-086', 'e7-4'], reason: '不生产钛渣、海绵钛和钛白粉。' },
      { of: ['e8-2'], reason: NO_METAL_DUST },
    ],
    铸造: [
      { of: ['e4'], reason: '中频电炉熔炼、电热烘包，不使用煤气和天然气。' },
      { of: ['e5-1', 'e5-2', 'mt-053', 'mt-054', 'mt-055', 'mt-056', 'mt-058', 'e5-4'], reason: NO_STEELWORKS },
      { of: ['e6'], reason: '不生产钒制品。' },
      { of: ['e7'], reason: '不生产钛渣、海绵钛和钛白粉，没有水冷有色冶炼炉窑，不使用氩气、氮气。' },
      { of: ['mt-091', 'mt-092'], reason: '氧气用瓶装，没有空分装置和氧气管网。' },
      { of: ['e8-2'], reason: NO_METAL_DUST },
    ],
  },
  machinery: {
    机械制造: noHotWork,
    机电设备: noHotWork,
    重工: noHotWork,
    汽车配件: [{ of: ['mc-024'], reason: '制动鼓为铸铁件，没有铝镁和木粉尘。' }],
  },
  'building-materials': {
    建材: [
      { of: ['bm-010'], reason: '原料露天堆场和地面料仓，没有筒型储库。' },
      { of: ['bm-013', 'bm-015'], reason: '隧道窑烧砖，没有煤磨、预热器和回转窑。' },
    ],
    混凝土: [{ of: ['bm-013', 'bm-014', 'bm-015'], reason: '只搅拌混凝土，没有窑炉和煤磨。' }],
    水泥: [{ of: ['bm-013', 'bm-015'], reason: '粉磨站外购熟料，没有煤磨、预热器和回转窑。' }],
    新型建材: [{ of: ['bm-010', 'bm-013', 'bm-015'], reason: '没有筒型储库、煤磨和回转窑。' }],
  },
};

/** Items that a unit of this trade declares not applicable, each with the reason; empty where the trade has everything. */
export const notOfTrade = (edition: Edition, trade: string): ReadonlyMap<string, string> => {
  const ofIndustry = absences[edition.industry ?? ''] ?? {};
  const parents = new Map(edition.elements.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, string>();
  for (const { of, reason } of ofIndustry[trade] ?? ofIndustry[ANY] ?? []) {
    const liesIn = (element: string | null | undefined): boolean =>
      !!element && (of.includes(element) || liesIn(parents.get(element)));
    for (const { id, element, na } of edition.items)
      if (na === 'allowed' && (of.includes(id) || liesIn(element))) found.set(id, reason);
  }
  return found;
};

/** Every element and item that a trade of the industry is said to be without. */
export const namedAsAbsent = (industry: string): readonly string[] =>
  Object.values(absences[industry] ?? {}).flatMap((trades) => trades.flatMap(({ of }) => of));
